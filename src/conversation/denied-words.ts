// A text after an answer in; what it denies of that answer, “not freelance”, and what is left of it out.

/** A text taken apart: what it denies, and the rest, which may be empty. */
export interface DeniedWords {
  readonly denied: string;
  readonly rest: string;
}

/** “Not only”, “not sure”, “not that” deny no subject. */
const OTHERWISE =
  'only|just|sure|really|that|this|those|these|it|yet|enough|so|too|very|much|many|all|any|to|even|necessarily|quite|always|at|bad|good|clear';
/** A denial between the start or a comma and the end, a comma or “but”: three words at most. */
const DENIED = new RegExp(
  `(?:^|(?<=[,;.–-]\\s?)|(?<=\\b(?:no|nope|nah|sorry|and|but)\\s))(?:no,? )?not (?!(?:${OTHERWISE})\\b)((?:(?:the|a|an|about|as|for|in|by) )*[\\w-]+(?: [\\w-]+){0,2}?)(?: (?:though|please|sorry))?(?=\\s*(?:[,;.!?–]|\\bbut\\b|\\brather\\b|$))`,
  'i',
);
/** The same after what is meant instead, “the pay not the hours”, where nothing else is said. */
const MEANT_INSTEAD = /^((?:the |a |an )?[\w-]+) not ((?:the |a |an )?[\w-]+)[.!?]*$/i;
/** A denial with a verb says something: “not having a degree”, “not if I can help it”. */
const SAYING =
  /\b(?:if|is|are|have|has|had|having|being|do|does|can|could|would|will|what|which|how|why|when|who|i|you|they|we)\b/i;

/** Takes a text apart; undefined if it denies nothing. */
export function splitDenied(text: string): DeniedWords | undefined {
  const [, meant = '', instead = ''] = MEANT_INSTEAD.exec(text.trim()) ?? [];
  if (meant !== '') return SAYING.test(text) ? undefined : { denied: instead, rest: meant };
  const found = DENIED.exec(text);
  const [whole = '', denied = ''] = found ?? [];
  if (found === null || SAYING.test(denied)) return undefined;
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + whole.length)}`;
  return {
    denied,
    rest: rest
      .replace(/^[\s,;.!?–-]*(?:(?:but|rather)\b)?|[\s,;–-]+$/gi, '')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}
