// The English words for small numbers; a word's place in the list is its number.

/** Zero to nineteen. */
export const SMALL_NUMBERS: readonly string[] = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];

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
