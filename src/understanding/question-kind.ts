// Tells what kind of question a text asks: yes or no, which, how much, why …

import { regexOf } from './text/english-lists.js';
import { isEnglish } from './text/english-words.js';
import { readMultiple } from './text/number-words.js';

/** `open`: none of the others, or not a question. */
export const QUESTION_KINDS = [
  'yes-no',
  'which',
  'how-many',
  'how-much',
  'when',
  'who',
  'where',
  'best',
  'why',
  'or',
  'compare',
  'how',
  'open',
] as const;

/** What an answer has to begin with: a verdict, names, a number, a time, a reason … */
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** The kind of a question, what it ranks or compares by, and whether it's asked in reverse. */
export interface QuestionForm {
  readonly kind: QuestionKind;
  /** What it asks for of several, whatever its kind, as it's said of one: “best”, “worst”, “main one”. */
  readonly superlative?: string;
  /** Whether it leaves out the verb by which it would ask for yes or no: “degree needed?”. */
  readonly isShortened: boolean;
  /** Whether it asks which one: “which language is best”, not “is it the best”. */
  readonly isOnWhich: boolean;
  /** Whether it asks what a word means. */
  readonly isOnMeaning: boolean;
  /** What it compares two things by: “better”, “more stressful”. */
  readonly comparative?: string;
  /** How many times as much it says: 2 for “double”. */
  readonly multiple?: number;
  /** Whether “who” is asked for as the one who does something: “who builds the API”, not “who do they work with”. */
  readonly isOnDoer: boolean;
  /** “Can I skip …?”: if a fact requires something, the answer is no. “Which … don’t …?” asks for what no list has. */
  readonly isReversed: boolean;
  /** Whether it takes something for granted: “why …”, “since …”, “they don’t …, right?”. */
  readonly isAssuming: boolean;
  /** Whether it begins with a condition that isn't the person's own: “if it's dying, what …?”. */
  readonly isConditional: boolean;
  /** Whether what it takes for granted is a denial: “why can’t …”. */
  readonly isNegated: boolean;
  /** Whether it denies something at all: “who shouldn’t …?”. */
  readonly isDenying: boolean;
  /** Whether it asks what or who is paid best. */
  readonly isOnBestPaid: boolean;
  /** Whether it asks where something comes from that the bot says: “where did you get the figures?”. */
  readonly isOnSource: boolean;
}

/** What comes before the question itself. */
const LEAD_IN =
  /^(?:(?:so|and|but|ok(?:ay)?|well|now|hi|hello|hey|please|also|then|actually|just|um+|honestly|basically|sorry)[\s,]+|(?:can|could|would|will) (?:you|u|someone|anyone|anybody) (?:please )?(?:tell|explain|say|help|give|show|list|name)(?: (?:to )?me)?(?: about)?[\s,]+|(?:i(?:'d| would)? (?:like|want|need) to (?:know|ask|understand|find out)|i(?:'m| am) (?:wondering|curious|asking)|i wonder|tell me|explain(?: to me)?|do (?:you|they|the documents) (?:know|say|tell)|do you have (?:any |some |the |more )*(?:numbers?|figures?|infos?|information|data|details)(?: (?:for|on|about))?|any idea|curious|question|wondering|just curious|as a \w+|for a \w+)[\s,:]+)+/;
const AUXILIARY =
  /^(?:if|whether|is|are|was|were|am|do|does|did|can|could|should|shall|would|will|must|may|might|has|have|had|isn'?t|aren'?t|don'?t|doesn'?t|can'?t|won'?t|shouldn'?t|need i|must i|is it true)\b/;

/** The first that matches is the kind. */
const KINDS: readonly (readonly [RegExp, QuestionKind])[] = [
  [
    /^(?:the )?(?:what(?:'s| is| are)? (?:the )?)?(?:difference|diff\b|compare|comparison)|\b(?:diff|differ(?:ence|ences|s)?|different (?:from|to|than)|versus|vs|compared|compare)\b/,
    'compare',
  ],
  [/^(?:how many|what number|number of|what(?:'s| is) the number|in how many)\b|\bhow many\b/, 'how-many'],
  [
    /^(?:how much|what (?:does|do|would|can|could|will) .*\b(?:earn|make|charge|pay|cost|get)\b|how (?:well|good|big|high) )|\bhow much\b/,
    'how-much',
  ],
  [
    /^(?:when|how (?:long|often|soon|frequently|fast|quickly)|what time|(?:for|by|since|until) (?:when|how long)|at what (?:time|point|stage)|(?:on|in|under) (?:what|which) (?:occasions?|cases?|situations?|circumstances|conditions?))\b|\bhow (?:long|often)\b/,
    'when',
  ],
  [
    /^(?:why|how come|for what reason|what(?:'s| is| are)? (?:the )?(?:reasons?|causes?|makes?|point)|what for)\b|^(?:the )?reasons?\b|\bwhy\b/,
    'why',
  ],
  [
    /^(?:who|whom|whose|with whom|by whom|to whom|for whom|(?:name|list)(?: all)? (?:everybody|everyone|anybody|(?:the )?people|(?:the )?teams))\b/,
    'who',
  ],
  [/^(?:where|from where|on which (?:site|portal|website)|in which (?:place|city))\b/, 'where'],
  [/^(?:which|what (?:kinds?|sorts?|types?) of|in which|with which|what|name|list)\b|\bwhich (?:one|ones)\b/, 'which'],
  [AUXILIARY, 'yes-no'],
  [/^how\b/, 'how'],
];

const best = regexOf((entriesOf) => new RegExp(`\\b(?:${entriesOf('asking-for-best')})\\b`));
/** What a superlative is said of: “the hardest”, “which is worst”, “what matters most”. */
const RANKED =
  /(?:\b(?:the|its|your|is|are|one|ones|which|what) |^)((?:most|least) (?!of\b|people\b|companies\b)\p{L}+|main|greatest|\p{L}+st)\b|\b(?:which|what) .*\bmatters?(?: the)? (most)\b/gu;
/** “Is it easier than …?”, “which is better, this or that?”. */
const COMPARED = /\b((?:more|less) (?!than|of|or|money|years|experience|hours)\p{L}+|better|worse|\p{L}+er)\b/gu;
const COMPARING = /\bthan\b|\bor\b|^(?:which|what|who|where)\b|\bcompared\b/;
/** A denial in its auxiliary, with or without the apostrophe: people leave it out. */
const DENIED = "\\b(?:is|are|was|were|do|does|did|has|have|had|need|must|should|would|could|ca|wo)n[’']?t";
const reversed = regexOf((entriesOf) => new RegExp(`\\b(?:${entriesOf('doing-without')})\\b`));
/** What “skip” or “leave out” after a denial asks for is needed. */
const kept = regexOf((entriesOf) => new RegExp(`(?:\\bnot|${DENIED}) (?:to )?(?:${entriesOf('doing-without')})\\b`));
/** “As they never work late, is it …?”, but not “as for pay, is it …?”. */
const REASON_FIRST =
  /^(?:as|because|seeing (?:that|as)) (?!(?:i|we|i'm|im|i've|ive|my|our|someone|one|an?|the|your|per|for|far|long|soon|well|much|many|opposed|regards)\b)[^,]+,/;
const ASSUMING = new RegExp(
  `^why\\b|^how come\\b|\\b(?:since|given that|considering that|now that)\\b|${REASON_FIRST.source}`,
);
const DENYING = new RegExp(`(?:\\b(?:no|not|never|cannot)|${DENIED})\\b`, 'i');

/** “Which skills don't I need?”, “what is not part of it?”; not “what if it isn't …?”, “which degree, if I don't …?”. */
const LEFT_OUT = new RegExp(
  `^(?:which|what)\\b(?! (?:if|about|i|you|we|they|he|she)\\b)(?:(?!\\b(?:if|when|because|since|but|and|that|who|while|though|without|as|to)\\b)[^,;])*?(?:\\bnot|${DENIED})\\b`,
  'i',
);

/** Whether a question asks for what can be done without, or which of several are not so. */
const asksInReverse = (asking: string, plain: string): boolean =>
  !kept().test(asking) && (reversed().test(asking) || LEFT_OUT.test(plain.replace(TAG, '')));

/** What never ends goes on. */
const ENDLESS = new RegExp(
  `(?:\\b(?:never|cannot|(?:do|does|is|are|will|can) not)|${DENIED}) (?:stop(?:s|ping)?|end(?:s|ing)?|ceas(?:es?|ing))\\b(?! up\\b)`,
  'gi',
);

/** Whether a text denies something: “isn’t needed”, “never”, “no degree”. */
export const denies = (text: string): boolean => DENYING.test(text.replace(ENDLESS, ' '));

/** “They only know one language, right?” asks for yes or no. */
const TAG =
  /[\s,]+(?:right|correct|true|yes|no|yeah|huh|innit|or not|is(?:n't)? (?:it|that)(?: so)?|are(?:n't)? they|do(?:n't)? they|does(?:n't)? (?:it|he|she))\s*\?+$/;
const DOER =
  /\bwho(?!\S)(?! (?:do|does|did|are|is|was|will|would|should|could|can|may|must|have|has|had|to|else|all|it|they|i|you|we)\b)(?!.*\bwith\b)/;
const MEANING =
  /^what(?:'s| is| are| do| does| did)\b.*\b(?:mean|meant|stand for)\b|^what(?:'s| is| are) ["“][^"”]+["”]\W*$|\bmeaning of\b|^define\b/;
/** What a bot says that comes from somewhere: “the numbers”, “that”. */
const SAID =
  '(?:figures?|numbers|data|info(?:rmation)?|stats?|statistics|salar(?:y|ies)|rates?|pay|average|amounts?|facts?|answers?|(?:that|this|these|those)(?= (?:from|come|coming|taken|got|gotten)\\b|$))';
/** “Where did you get that?”, “where do the numbers come from?”, “the source of the figures”. */
const SOURCE = new RegExp(
  [
    `\\bwhere (?:did|do|have|has|does) (?:you|u|ya|(?:this|the) (?:bot|app)) [^,;]{0,60}\\b(?:get|got|find|found|take|took|taken|read|hear|heard) [^,;]{0,60}\\b${SAID}\\b`,
    `\\bwhere (?:do|does|did|is|are|was|were) [^,;]{0,60}\\b${SAID}\\b[^,;]{0,60} (?:come|coming|taken|drawn|got|gotten) from\\b`,
    `^where (?:is|are|was|were) [^,;]{0,60}\\b${SAID}\\b[^,;]{0,60} from$`,
    `\\bsources? (?:of|for|behind) [^,;]{0,60}\\b${SAID}\\b`,
    `^(?:what|which)(?:'s| is| are)? your sources?\\b`,
  ].join('|'),
);
/** “Degree needed?”, “okay to skip it?”. */
const shortened = regexOf(
  (entriesOf) =>
    new RegExp(`\\S (?:${entriesOf('predicates')})\\s*[?!.]*$|^(?:need|have|${entriesOf('predicates')}) to\\b.*\\?$`),
);
/** “Skills needed?” asks which ones, and “that is good” asks nothing. */
const LISTED = /\p{L}{2}(?!s)\p{L}s (?:need|requir|expect)ed\W*$/u;
const FINITE = /\b(?:is|are|was|were|am|be|do|does|did|can|could|will|would|should|must|has)\b/;
const isShort = (plain: string): boolean => shortened().test(plain) && !LISTED.test(plain) && !FINITE.test(plain);
/** “If it's dying, what …?”: what comes before the question, and what else may end it. */
const CONDITION = /^if .+? (?=(?:what|which|who|where|when|why|how)\b)/;
const ENDED_CONDITION = /^if [^,]+,/;
const OWN_CONDITION = /^if (?:i|we|you|my|our|your|someone|one)\b/;
const CHOICE = /\bor\b(?! (?:not|something|anything|so|what)\b)/;

/** Whether English knows both degrees of an adjective, “harder” and “hardest”, of which this is one. */
const isDegree = (word: string): boolean => {
  const stem = word.replace(/(?:er|est)$/, '');
  return stem !== word && isEnglish(`${stem}er`) && isEnglish(`${stem}est`);
};

/** Whether a word says that one of several is more of something than all others; “latest” only says when. */
export const isSuperlative = (word: string): boolean =>
  word === 'best' || word === 'worst' || (word.endsWith('est') && word !== 'latest' && isDegree(word));

/** What a question calls best that asks which of several pays best: “what pays most”, “the highest paying skill”. */
const BEST_PAID = 'best paid';
const PAYING_BEST =
  /\b(?:pays?|paid|paying|earns?|earning)(?: (?:you|them|me))?(?: the)? (?:most|best|highest)\b|\b(?:best|highest|top|most)[- ](?:paid|paying)\b/;

/** “Which do companies like best?” asks what they prefer. */
const PREFERRING = /\b(like|prefer|want|value)s? (?:the )?(?:best|most)\b/g;

function findSuperlative(text: string): string | undefined {
  if (PAYING_BEST.test(text)) return BEST_PAID;
  const asking = text.replace(PREFERRING, '$1');
  const isRanking = (word: string): boolean => !/^\p{L}+st$/u.test(word) || isSuperlative(word);
  const found = [...asking.matchAll(RANKED)].flatMap(([, ranked, most]) => most ?? ranked ?? []);
  const word = found.find((one) => (one === 'most' ? / matters? /.test(asking) : isRanking(one)));
  return word === 'main' ? 'main one' : (word ?? (best().test(asking) ? 'best' : undefined));
}

/** “Does this matter more than that?” compares by what matters. */
const MATTERING = /\b(?:matters?|counts?|important|weighs?) (more|less) than\b(?! \d)/;

const findComparative = (asking: string): string | undefined =>
  MATTERING.test(asking)
    ? `${MATTERING.exec(asking)?.[1]} important`
    : [...asking.matchAll(COMPARED)]
        .map(([, word = '']) => word)
        .find(
          (word) =>
            word.includes(' ') || word === 'better' || word === 'worse' || (word !== 'fresher' && isDegree(word)),
        );

/** The part of a text that asks: its last sentence with a question mark, else its last one. */
function findAsking(text: string): string {
  const sentences =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[^.?!\n]+(?:\.(?=\S)[^.?!\n]+)*[?!.]*/g) ?? [];
  const asking = sentences.filter((sentence) => sentence.includes('?')).at(-1) ?? sentences.at(-1) ?? '';
  return asking.trim();
}

/** Reads the kind of a question from its first words. */
export function readQuestionForm(text: string): QuestionForm {
  const asking = findAsking(text);
  const plain = asking.replace(LEAD_IN, '').replace(/^["“'(]+/, '');
  // “For a fresher, is it …?”: the part after the comma counts.
  // “If it's dying, what …?” asks what follows.
  const parts = plain.replace(CONDITION, '').split(/,\s+/);
  const starts = [plain.replace(CONDITION, ''), ...parts.slice(1)];
  const kindOf = (start: string): QuestionKind | undefined => KINDS.find(([pattern]) => pattern.test(start))?.[1];
  const asked = starts.map(kindOf).find((found) => found !== undefined);
  // “How many hours is it?” has its own kind, and no tag.
  const isTagged = TAG.test(asking) && (asked === undefined || asked === 'yes-no');
  const isShortened = asked === undefined && isShort(plain);
  const kind = isTagged || isShortened ? 'yes-no' : asked;
  const superlative = findSuperlative(asking);
  const isDenying = denies(plain.replace(TAG, ''));
  const isAssuming = ASSUMING.test(plain) || (isTagged && isDenying);
  const comparative = COMPARING.test(asking) ? findComparative(asking) : undefined;
  const multiple = readMultiple(asking);
  const rest = {
    ...(superlative !== undefined && { superlative }),
    ...(comparative !== undefined && { comparative }),
    ...(multiple !== undefined && { multiple }),
    isOnDoer: DOER.test(plain),
    isOnMeaning: MEANING.test(plain),
    isShortened,
    isOnWhich: kind === 'which',
    isReversed: asksInReverse(asking, plain),
    isAssuming,
    isConditional: !OWN_CONDITION.test(plain) && (CONDITION.test(plain) || ENDED_CONDITION.test(plain)),
    isNegated: isAssuming && isDenying,
    isDenying,
    isOnBestPaid: superlative === BEST_PAID,
    isOnSource: SOURCE.test(plain.replace(/[?!.\s]+$/, '')),
  };
  const isChoice = CHOICE.test(asking) && (kind === undefined || kind === 'yes-no' || kind === 'which');
  if (isChoice) return { kind: 'or', ...rest };
  const isOpen = kind === undefined || kind === 'which';
  return { kind: isOpen ? (superlative !== undefined ? 'best' : (kind ?? 'open')) : kind, ...rest };
}
