// Parses a short text as a follow-up, without looking at what was said before.
import type { Amount } from '../understanding/amounts.js';
import { isSuperlative } from '../understanding/question-kind.js';
import { levelOfYears, type SlotName, type Slots } from '../understanding/slots.js';
import { readMultiple } from '../understanding/text/number-words.js';
import { isOfClass, type Token } from '../understanding/text/synonyms.js';
import type { Context } from './context.js';
import { isWhomOrWhere } from './follow-up-picks.js';
import { COURTESIES, type Courtesy, MEANT, MOVES, type Move, type Segment } from './phrase-roles.js';

/** What a question without a topic asks for: an amount, pay, a difference, the cases in which something is so, how long it takes, a thing, or something else. */
export type AskedFor = 'amount' | 'pay' | 'difference' | 'cases' | 'duration' | 'thing' | 'other';

/** A short text, taken apart. */
export interface FollowUpParse {
  /** It begins as a follow-up, “and”, “what about”, or as a correction, “sorry, I meant”. */
  readonly hasLead: boolean;
  /** It refers to something said before: “that”. */
  readonly pointsBack: boolean;
  readonly moves: readonly Move[];
  /** Its words without the courtesies, leads and corrections around them. */
  readonly tokens: readonly Token[];
  readonly slots: Slots;
  /** The slots that it names. */
  readonly named: readonly SlotName[];
  /** Words that are neither slots nor stop words: those of a topic, or of something else. */
  readonly content: readonly Token[];
  /** It names our job, as a whole question would. */
  readonly namesJob: boolean;
  /** It names a currency and nothing else. */
  readonly namesMoney: boolean;
  /** Whether it has stop words that no follow-up has: “how big do they get”. */
  readonly hasStopWords: boolean;
  /** What its question words ask for; absent if it has none. */
  readonly asked?: AskedFor;
  /** It ends where its verb would follow: “and what would a freelancer”. */
  readonly isElided: boolean;
  /** Someone acts before its first content word, “would they charge”, rather than a thing, “the pay”. */
  readonly hasSubject: boolean;
}

/** The most telling courtesy of a text is answered. */
const BY_WEIGHT: readonly Courtesy[] = ['farewell', 'thanks', 'greeting', 'fine'];
const AROUND = ['filler', 'lead', 'correction', ...COURTESIES];
/** What people say before something else, as well as by itself: “no, the US”, “really? and abroad”. */
const BEFORE = ['no', 'yes', 'sure'];
/** "And with 5 years?" can only mean years of experience. */
const YEARS = /(\d\s?\+?\s?(?:years?|yrs?))\b(?!\s*(?:of\s)?exp)/i;
const SUBJECTS = ['they', 'i', 'you', 'we', 'he', 'she', 'it', 'that', 'one', 'people', 'somebody', 'someone'];

/** A number that says itself what it counts. */
const COUNTED = /\d\s?\+?-?\s?(hour|hr|day|week|month|year|yr|yoe|percent|%)/;
/** No one has worked for more years. */
const LONGEST_CAREER = 50;

/** What a verb still follows, unlike “is”. */
const AUXILIARIES = ['do', 'does', 'did', 'would', 'will', 'can', 'could'];
const isAuxiliary = ({ words: [word = ''] }: Token): boolean => AUXILIARIES.includes(word);

const isMove = (role: string): role is Move => MOVES.some((one) => one === role);
const isAround = ({ role }: Segment): boolean => AROUND.includes(role);

/** Whether a segment is neither conversational nor a stop word. */
export const isContent = ({ role }: Segment): boolean => role === 'content' || role === MEANT;

/** Words that ask for a difference and name nothing. */
const DIFFERENCE = /^(?:gap|differen(?:ce|t)|diff|compar\w+|versus|vs|than|percent(?:age)?)$/;
/** Who gets something. */
const PERSON = '(?:they|i|you|we|he|she|one|people|someone|somebody|those|these|ones)';

/** The first match decides. */
const ASKED: readonly (readonly [RegExp, AskedFor])[] = [
  [
    /\b(?:by how much|how (?:much|many) (?:more|less)|how (?:big|large|wide) is the)\b|^(?:(?:and|so|the|what|is|are) )*(?:gap|difference|diff)(?: (?:to|from|with|for|between) .*)?$/,
    'difference',
  ],
  // “How does it compare to a junior?”, “compared to juniors?”, “versus seniors”.
  [/^(?:(?:and|so|how|what|is|are|does|do|it|that|this|they|those|of) )*(?:compar\w+|versus|vs|than)\b/, 'difference'],
  [new RegExp(`\\b(?:how much|what) .*\\b${PERSON} (?:get|make)(?= (?:for|per|an?|in|there|then|at|as)\\b|$)`), 'pay'],
  [/\bhow (?:much|many)\b/, 'amount'],
  [/\bhow (?:long|soon|fast|quickly)\b/, 'duration'],
  [/\b(?:when|how often|(?:in|under) (?:which|what) cases?|since when|until when)\b/, 'cases'],
  [/^how\b(?! (?:about|come))|\bhow (?:old|far|early|late)\b|^what$/, 'other'],
  [/\b(?:what|which|who|whom|where)\b/, 'thing'],
];

function findAsked(tokens: readonly Token[]): AskedFor | undefined {
  const text = tokens.flatMap(({ words }) => words).join(' ');
  const isRanking = tokens.some(({ words: [word = ''] }) => isSuperlative(word));
  return ASKED.find(([pattern]) => pattern.test(text))?.[1] ?? (isRanking ? 'thing' : undefined);
}

function listNamed(slots: Slots): SlotName[] {
  const lists = (['levels', 'places', 'technologies', 'amounts'] as const).filter((name) => slots[name].length > 0);
  const values = (['hours', 'span', 'per'] as const).filter((name) => slots[name] !== undefined);
  return [...lists, ...values];
}

/** Whether a token only fills a slot, or names our job and so asks for nothing else. */
function isSlot(token: Token, { technologies, amounts }: Slots): boolean {
  const [word = ''] = token.words;
  const isSum = amounts.length > 0;
  if (token.concept !== undefined)
    return isOfClass(token, 'slot') || isOfClass(token, 'own') || (isSum && isOfClass(token, 'money'));
  return technologies.some((name) => name.toLowerCase() === word) || (isSum && /^(?:k|l|lpa)$/.test(word));
}

/** The segments without the courtesies around the question at both ends, and those before it. */
function stripEnds(segments: readonly Segment[]): { inner: readonly Segment[]; before: readonly Segment[] } {
  const isBefore = ({ role }: Segment): boolean => BEFORE.includes(role);
  const start = segments.findIndex((segment) => !isAround(segment));
  if (start < 0) return { inner: [], before: segments };
  const end = segments.findLastIndex((segment) => !isAround(segment)) + 1;
  // A "no" with nothing after it is an answer of its own.
  const first = segments.findIndex((segment, at) => at >= start && !isAround(segment) && !isBefore(segment));
  const from =
    first < 0 || !segments.slice(first).some(({ role }) => !['frame', 'filler', 'stop-word'].includes(role))
      ? start
      : first;
  return { inner: segments.slice(from, end), before: segments.slice(0, from) };
}

const isPolite = ({ role }: Segment): boolean => ['correction', ...BEFORE, ...COURTESIES].includes(role);

/** The words of a text without the courtesies, corrections and fillers around them, and whether more than fillers are left out. */
export function stripCourtesies(segments: readonly Segment[]): { inner: Token[]; isPoliteAround: boolean } {
  const { inner, before } = stripEnds(segments);
  const after = segments.slice(before.length + inner.length);
  const isLed = before.some(({ role }) => role === 'lead');
  return {
    inner: isLed ? [] : inner.flatMap(({ tokens }) => tokens),
    isPoliteAround: [...before, ...after].some(isPolite),
  };
}

/** Parses a text. `slots` are those of the text by itself. */
export function parseFollowUp(
  text: string,
  segments: readonly Segment[],
  slots: Slots,
  findSlots: (text: string, tokens: readonly Token[]) => Slots,
): FollowUpParse {
  const { inner, before } = stripEnds(segments);
  const tokens = inner.flatMap((segment) => segment.tokens);
  const found = { ...slots, ...findMeant(text, segments, tokens, slots, findSlots) };
  const rest = inner.flatMap((segment) => (isContent(segment) ? segment.tokens : []));
  const asked = findAsked(tokens);
  // “Which one is the hardest?” asks for one of those named before.
  const isAskedWord = ({ words: [word = ''] }: Token): boolean =>
    (asked === 'difference' && DIFFERENCE.test(word)) || isSuperlative(word);
  const content = rest.filter((token) => !isSlot(token, found) && !isAskedWord(token));
  const at = content[0] === undefined ? -1 : tokens.indexOf(content[0]);
  return {
    hasLead: before.some(({ role }) => role === 'lead' || role === 'correction' || role === 'no'),
    pointsBack: inner.some(({ role }) => role === 'lean'),
    moves: inner.map(({ role }) => role).filter(isMove),
    tokens,
    slots: found,
    named: listNamed(found),
    content,
    namesJob: rest.some((token) => isOfClass(token, 'own')),
    namesMoney: content.length > 0 && content.every((token) => isOfClass(token, 'money')),
    hasStopWords: inner.some(({ role }) => role === 'stop-word'),
    ...(asked && { asked }),
    isElided: content.length > 0 && content.at(-1) === tokens.at(-1) && tokens.some(isAuxiliary),
    hasSubject: SUBJECTS.includes(tokens[at - 1]?.words[0] ?? ''),
  };
}

/** What a text says only in a conversation: other words for a place or level, years that can only be years of work. */
function findMeant(
  text: string,
  segments: readonly Segment[],
  tokens: readonly Token[],
  { span }: Slots,
  findSlots: (text: string, tokens: readonly Token[]) => Slots,
): Partial<Slots> {
  const { levels } =
    span === undefined && YEARS.test(text) ? findSlots(text.replace(YEARS, '$1 experience'), tokens) : { levels: [] };
  const isMeant = segments.some(({ role }) => role === MEANT);
  const meant = isMeant ? findSlots(text, tokens) : undefined;
  return {
    ...(meant && { levels: meant.levels, places: meant.places }),
    ...(levels.length > 0 && { levels }),
  };
}

/** A number without a word for what it counts, after what was said. */
interface BareNumber {
  readonly value: number;
  readonly written: string;
  /** The unit right after it, where there is one. */
  readonly counted: string | undefined;
  readonly parse: FollowUpParse;
  readonly before: Context;
}

/** Whether it can't be the place of an offered topic. */
const isNoChoice = ({ value, before }: BareNumber): boolean => value > before.offered.length;

/** “Times 4”, “x 4”, “multiplied by 4”. */
const MULTIPLIED = /(?:\btimes|\bx|×|\*|\bmultiplied by)\s?(\d+(?:\.\d+)?)\b/;
const MULTIPLYING = /^(?:time|times|x|multipl\w+|double|twice|thrice|triple|half|0|\d+x?)$/;

/** What a number counts that was counted before; the first that fits decides. */
const COUNTED_BEFORE: readonly ((number: BareNumber) => Partial<Slots> | undefined)[] = [
  // “And 5 days?” after “3 days of 8 hours” counts as many hours for each.
  ({ value, counted, parse, before: { slots } }) =>
    slots.span !== undefined && counted === slots.span.unit && parse.named.length === 0
      ? { span: { value, unit: slots.span.unit } }
      : undefined,
  // “And 2,400?” after a sum of dollars.
  (number) =>
    number.counted === undefined &&
    number.before.unit !== undefined &&
    (number.parse.hasLead || isNoChoice(number) || number.parse.named.includes('amounts'))
      ? { amounts: [{ ...number.before.unit, value: number.value, written: number.written }] }
      : undefined,
  // “And for 40?” after “20 hours a week”.
  (number) =>
    isAlone(number) && number.before.slots.hours !== undefined && number.value < 1000 && isNoChoice(number)
      ? { hours: { ...number.before.slots.hours, value: number.value } }
      : undefined,
  // “And 7?” after the pay of one level.
  (number) =>
    isAlone(number) && number.before.slots.levels.length === 1 && number.parse.hasLead && number.value <= LONGEST_CAREER
      ? { levels: [levelOfYears(number.value)] }
      : undefined,
];

const isAlone = ({ counted, parse }: BareNumber): boolean => counted === undefined && parse.named.length === 0;

const AT = /^\W*(?:(?:and|but|so|or|what about|how about|what if)\s)?(?:at|@)\s?[$₹€£\d]/i;

/** “At $50?” after hours is a sum for each of them, and so is “$70” after that. */
export function takeRate(parse: FollowUpParse, text: string, before: Context | undefined): FollowUpParse {
  const { amounts } = parse.slots;
  const isRate = AT.test(text) || (before?.unit?.per === 'hour' && !/^\W*(?:and |but )?for\b/i.test(text));
  if (before?.slots.hours === undefined || !isRate || parse.named.some((name) => name !== 'amounts')) return parse;
  return { ...parse, slots: { ...parse.slots, amounts: amounts.map((amount) => ({ ...amount, per: 'hour' })) } };
}

/** “Times 4?”, “twice that?”: so many of what was counted before, else of the hour or the year that pay is for. */
function multiply(text: string, { slots }: Context, isByHour: boolean): Partial<Slots> | undefined {
  const [, figure = ''] = MULTIPLIED.exec(text) ?? [];
  const by = Number(figure) || readMultiple(text);
  if (by === undefined || by === 0) return undefined;
  if (slots.span) return { span: { ...slots.span, value: slots.span.value * by } };
  if (slots.hours) return { hours: { ...slots.hours, value: slots.hours.value * by } };
  if (slots.per && slots.per !== 'hour') return { span: { value: by, unit: slots.per } };
  return isByHour ? { hours: { value: by } } : { span: { value: by, unit: 'year' } };
}

/** The text as a follow-up that multiplies, where it says nothing else; undefined for any other. */
export function takeMultiple(
  parse: FollowUpParse,
  text: string,
  before: Context | undefined,
  takes: (topic: string, names: readonly SlotName[]) => boolean,
): FollowUpParse | undefined {
  const [main] = before?.topics ?? [];
  const isOther = ({ words: [word = ''] }: Token): boolean => !MULTIPLYING.test(word);
  if (before === undefined || main === undefined || parse.content.some(isOther) || parse.namesJob) return undefined;
  if (parse.asked !== undefined || parse.named.length > 0 || !takes(main, ['amounts'])) return undefined;
  const found = multiply(text.toLowerCase(), before, takes(main, ['hours']));
  const slots = { ...parse.slots, ...found };
  return found && { ...parse, content: [], slots, named: listNamed(slots) };
}

/** "And for 40?": a number alone counts what was counted before, unless it can pick one of the offered topics. */
export function takeNumber(parse: FollowUpParse, text: string, before: Context | undefined): FollowUpParse {
  const written = /^[^\d]*(\d[\d,]*(?:\.\d+)?)[^\d]*$/.exec(text)?.[1] ?? '';
  const value = Number(written.replaceAll(',', ''));
  const isOwn = parse.content.length === 0 && !parse.namesJob && value > 0;
  const isPlain = parse.named.every(
    (name) => isWhomOrWhere(name) || (name === 'amounts' && parse.slots.amounts.every(isPlainSum)),
  );
  if (!before?.topics.length || !isOwn || !isPlain) return parse;
  const [, counted] = COUNTED.exec(text.toLowerCase()) ?? [];
  const number = { value, written, counted, parse, before };
  const found = COUNTED_BEFORE.map((read) => read(number)).find((slots) => slots !== undefined);
  if (found === undefined) return parse;
  const slots = { ...parse.slots, ...found };
  return { ...parse, slots, named: listNamed(slots) };
}

/** A sum of which only the number is said: “2,400”. */
const isPlainSum = ({ currency, unit, per }: Amount): boolean =>
  currency === undefined && unit === undefined && per === undefined;

/** “And ruby?” after a technology: a word that may name one does so, where nothing else is said. */
export function takeNames(
  parse: FollowUpParse,
  before: Context | undefined,
  nameOf: (word: string) => string | undefined,
): FollowUpParse {
  // “And go?” is a name, too, where it's all that is said.
  const said = parse.tokens.length === 1 ? parse.tokens : parse.content;
  const names = said.flatMap(({ words }) => words.map((word) => nameOf(word)));
  const named = names.filter((name) => name !== undefined);
  const isMeant =
    before !== undefined && before.slots.technologies.length > 0 && (parse.hasLead || !parse.hasStopWords);
  if (!isMeant || named.length === 0 || named.length < names.length) return parse;
  const technologies = [...new Set([...parse.slots.technologies, ...named])];
  return { ...parse, slots: { ...parse.slots, technologies }, named: [...parse.named, 'technologies'], content: [] };
}

/** The courtesy of a text that is nothing else. */
export function findCourtesy(segments: readonly Segment[]): Courtesy | undefined {
  const isPolite = segments.every(
    ({ role }, at) => role === 'filler' || (at > 0 && role === 'lead') || COURTESIES.some((one) => one === role),
  );
  return isPolite ? BY_WEIGHT.find((one) => segments.some(({ role }) => role === one)) : undefined;
}
