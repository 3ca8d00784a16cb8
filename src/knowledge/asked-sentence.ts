// Finds the sentence that has what a question without a subject asks for: "how much?", "until when?", "who do I ask?".

const NUMBER_WORD =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|half';
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const MONTH =
  'january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|winter';
const SPAN = '(?:minute|hour|day|week|month|quarter|year)s?';

/** What question words ask for, and the signs of it in a sentence; the first that fits the question decides. */
const ASKED: readonly (readonly [question: RegExp, sentence: RegExp])[] = [
  [
    /\bhow (?:much|many)\b|\bwhat (?:does|would) (?:it|that|this) cost\b/i,
    new RegExp(`[$€£₹]|\\d|\\b(?:${NUMBER_WORD}|free|nothing)\\b`, 'i'),
  ],
  [
    /\b(?:when|what time|how (?:long|often|soon|late|early)|(?:since|until|till) when)\b/i,
    new RegExp(`\\d|\\b(?:${DAY}|${MONTH}|${SPAN}|daily|weekly|monthly|yearly|noon|midnight|always|never)\\b`, 'i'),
  ],
  [
    /\b(?:who|whom)\b/i,
    /@|\b(?:[Aa]sk|[Cc]ontact|[Cc]all|[Pp]hone|[Rr]ing|[Tt]ell|[Ww]rite to|[Ee]mail|(?:[Ss]peak|[Tt]alk|[Rr]eport) to|in charge of|responsible)\b|\b(?:to|with|by|from) \p{Lu}\p{Ll}+/u,
  ],
  [
    /\bwhere\b/i,
    new RegExp(
      `\\b(?:in|at|on|behind|under|near|beside|next to|opposite) (?:the|a|an|our|your) (?!${DAY}|${SPAN}|end|time)\\p{L}`,
      'iu',
    ),
  ],
  [/\b(?:why|how come|what for)\b/i, /\b(?:because|since|so that|so as|reason|due to|in order|otherwise)\b/i],
];

/** The place of the sentence that a question asks for among those of a section; undefined where none has it. */
export function findAskedUnit(question: string, sentences: readonly string[]): number | undefined {
  const sign = ASKED.find(([asked]) => asked.test(question))?.[1];
  const at = sign === undefined ? -1 : sentences.findIndex((sentence) => sign.test(sentence));
  return at < 0 ? undefined : at;
}
