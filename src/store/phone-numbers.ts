// Finds phone numbers in a text by their form: text in, text out. Amounts, ranges, years, dates and hours stay.

/** Groups of digits, as they can be a phone number or anything else that has digits. */
const CANDIDATE = /(?<![\p{L}\p{N}.,])(?:\+ ?|\()?\d{1,15}(?:[ ()./-]{1,3}\d{1,15}){0,8}(?![\p{L}\p{N}]|[.,]\d)/gu;
const MONEY_BEFORE = /(?:[$€£¥₹]|\b(?:rs|inr|usd|eur|gbp))\.? ?$/i;
const UNIT_AFTER =
  /^ ?(?:[$€£¥₹%]|(?:k|lpa|ctc|lakhs?|lacs?|crores?|rupees?|dollars?|bucks|euros?|pounds?|rs|inr|usd|eur|gbp|an?|per|each|hours?|hrs?|years?|yrs?|months?|weeks?|days?|people|users|requests|rows|times)\b)/i;
/** Words after which a short number is a phone number as well. */
const CUE_BEFORE = /\b(?:phone|tel|telephone|mobile|cell|whatsapp|fax|call|ring|dial|sms)\b[^\d\n]{0,20}$/i;
const DATE = /^(?:(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d)(?!\d)/;
const DAY_IN_DIGITS = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const YEAR = /^(?:19|20)\d\d$/;
/** Numbers of the international plan have 15 digits at most; shorter ones than these are told by a word before them only. */
const [FEWEST, MOST] = [8, 15];
const FEWEST_AFTER_CUE = 6;

/** The text with `words` in place of each phone number. */
export function replacePhoneNumbers(text: string, words: string): string {
  return text.replace(CANDIDATE, (found, ...rest) => {
    const at = rest.find((one): one is number => typeof one === 'number') ?? 0;
    const [before, after] = [
      text.slice(Math.max(0, at - 40), at),
      text.slice(at + found.length, at + found.length + 20),
    ];
    if (isPhoneNumber(found, before, after)) return words;
    // Beside another number: “in 2015 9876543210”.
    return found.replace(/(?<![.\d])\d{8,15}/g, (run) => (isRun(run) && !isMeasured(before, after) ? words : run));
  });
}

const isMeasured = (before: string, after: string): boolean => MONEY_BEFORE.test(before) || UNIT_AFTER.test(after);
const isRound = (digits: string): boolean => digits.endsWith('000');

function isPhoneNumber(found: string, before: string, after: string): boolean {
  const groups = found.match(/\d+/g) ?? [];
  const digits = groups.join('');
  const [first = '', second] = groups;
  if (digits.length > MOST || DATE.test(found) || groups.every((group) => YEAR.test(group))) return false;
  if (found.startsWith('+') || digits.startsWith('00'))
    return digits.length >= FEWEST && !(second === undefined && isRound(digits));
  if (isMeasured(before, after)) return false;
  if (CUE_BEFORE.test(before) && digits.length >= FEWEST_AFTER_CUE && !isRound(digits)) return true;
  if (digits.length < FEWEST) return false;
  if (second === undefined) return isRun(digits);
  if (first.startsWith('0') && first.length > 1) return true;
  if (groups.some((group) => YEAR.test(group))) return false;
  return groups.length === 2 ? isPair(found, first, second) : isGrouped(found, groups);
}

/** One run of digits: amounts of that length are round. */
const isRun = (digits: string): boolean =>
  digits.startsWith('0') || (digits.length >= FEWEST && !isRound(digits) && !DAY_IN_DIGITS.test(digits));

/** Two groups: an area and a number, or two halves; with a dash between them two amounts, from one to the other. */
function isPair(found: string, first: string, second: string): boolean {
  if (/[-–]/.test(found) || isRound(second)) return /^\(/.test(found);
  const isAreaFirst = first.length >= 2 && first.length <= 4 && second.length >= 6;
  return (
    isAreaFirst || (first.length === 5 && second.length === 5 && /^[6-9]/.test(first) && !/00$/.test(first + second))
  );
}

/** Three groups and more: the last one is the longest; what is grouped by thousands or is a list of amounts is no number to call. */
function isGrouped(found: string, groups: readonly string[]): boolean {
  const digits = groups.join('');
  const last = groups.at(-1) ?? '';
  const isByThousands = groups.slice(1).every((group) => group.length === 3);
  if (isByThousands) return digits.length === 9 && groups.length === 3 && !isRound(digits) && !/ [-–] /.test(found);
  const isList = groups.length > 4 || groups.some((group) => group.endsWith('00'));
  return digits.length >= 9 && last.length >= 4 && (!isList || /[-(]/.test(found));
}
