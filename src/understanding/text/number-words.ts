// The English words for small numbers; a word's place in the list is its number.

/** Zero to nineteen. */
export const SMALL_NUMBERS: readonly string[] = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];

/** Twenty to ninety. */
export const TENS: readonly string[] = [
  ...['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
];

/** Nouns that count what follows or stand for a time: “a dozen hours”, “half a day”, “a fortnight”. */
const COUNTING = ['half', 'couple', 'dozen', 'hundred', 'thousand', 'decade', 'fortnight'];

const countWords = new Set([...SMALL_NUMBERS, ...TENS, ...COUNTING]);

/** Whether a word, in lower case, only says how many: it names nothing. */
export const isCount = (word: string): boolean => countWords.has(word);

const MULTIPLES = new Map([
  ['double', 2],
  ['twice', 2],
  ['thrice', 3],
  ['triple', 3],
  ['half', 0.5],
]);
const MULTIPLE = /\b(double|twice|thrice|triple|half)\b|\b([\d.]+|\p{L}+) times\b|\b(\d+)x\b/iu;

/** The multiple that a text names: 2 for “double”, 3 for “three times”, 0.5 for “half”; undefined if it names none. */
export function readMultiple(text: string): number | undefined {
  const [, word = '', count, figure] = MULTIPLE.exec(text.toLowerCase()) ?? [];
  const written = count ?? figure ?? '';
  const named = SMALL_NUMBERS.indexOf(written);
  const number = named > 0 ? named : Number(written);
  return MULTIPLES.get(word) ?? (number > 0 ? number : undefined);
}
