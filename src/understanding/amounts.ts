// Finds amounts of money in a text, as people write them.

/** An amount as the person wrote it. `value` is in units of `currency` ("4 LPA" is 4 with unit LPA). */
export interface Amount {
  readonly value: number;
  readonly written: string;
  readonly currency?: 'INR' | 'USD' | 'other';
  readonly unit?: 'LPA';
  /** If an hour is named right after it, “$70 an hour”, or it’s for each of the hours named: “20 hours at $70”. */
  readonly per?: 'hour';
}

const MONEY =
  /(₹|\brs\.?\s?|\binr\s?|\$|\busd\s?|€|£)?\s?(\d[\d,]*(?:\.\d+)?)\s?(k\b)?\s?(lpa\b|lakhs?\b|lacs?\b|l\b|crores?\b|cr\b|usd\b|us dollars?\b|dollars?\b|bucks\b|rupees?\b|inr\b|eur\b|euros?\b|gbp\b|pounds?\b|[₹$€£](?!\s?\d))?/g;
/** “100 hours at $61”: a sum for each hour. */
const FOR_EACH = /(?:\bat|@)\s*$/;
const OF_HOURS = /\b(?:hours?|hrs?)\b/;
const AN_HOUR = /^\s*(?:(?:per|an?|each|every)\s+|\/\s?)(?:hour|hr|h)\b/;
/** No one compares more than this; it limits the time a text can take. */
const MOST_AMOUNTS = 12;

/** The amounts of a text in lower case, in order, each notation once, twelve at most. */
export function findAmounts(text: string): Amount[] {
  const amounts: Amount[] = [];
  for (const match of text.matchAll(MONEY)) {
    const [written, sign = '', digits = '', thousand = '', unit = ''] = match;
    const isHourly =
      AN_HOUR.test(text.slice(match.index + written.length)) ||
      (FOR_EACH.test(text.slice(0, match.index)) && OF_HOURS.test(text) && (sign !== '' || unit !== ''));
    const amount = toAmount(written.trim(), sign.trim(), digits, thousand !== '', unit, isHourly);
    if (amount === undefined || amounts.some((one) => one.written === amount.written)) continue;
    amounts.push({ ...amount, ...(isHourly && { per: 'hour' as const }) });
    if (amounts.length === MOST_AMOUNTS) break;
  }
  return amounts;
}

/** No one earns more than this; anything larger isn't an amount of money. */
const LARGEST = 1e10;

function toAmount(
  written: string,
  sign: string,
  digits: string,
  thousands: boolean,
  unit: string,
  isHourly: boolean,
): Amount | undefined {
  const number = Number(digits.replaceAll(',', '')) * (thousands ? 1000 : 1);
  if (number > LARGEST) return undefined;
  if (unit === 'lpa' || unit === 'l') return { value: number, written, currency: 'INR', unit: 'LPA' };
  if (/^(?:lakh|lac)/.test(unit)) return { value: number * 100_000, written, currency: 'INR' };
  if (/^cr/.test(unit)) return { value: number * 10_000_000, written, currency: 'INR' };
  if (/^(?:₹|rs|inr)/.test(sign) || /^(?:₹|rupee|inr)/.test(unit)) return { value: number, written, currency: 'INR' };
  if (sign === '$' || /^usd/.test(sign) || /^(?:\$|usd|us dollar|dollar|bucks)/.test(unit))
    return { value: number, written, currency: 'USD' };
  if (sign !== '' || /^(?:€|£|eur|gbp|pound)/.test(unit)) return { value: number, written, currency: 'other' };
  return thousands || isHourly || /\d,\d{2,3}|\d{5}/.test(digits) ? { value: number, written } : undefined;
}
