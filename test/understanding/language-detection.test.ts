// Checks that questions in other languages are told that only English works, and that no English question is, however bad.

import { describe, expect, it } from 'vitest';
import { isOtherLanguage } from '../../src/understanding/language-detection.js';
import { languageIn, loadShippedBot, shippedPhrases } from '../helpers/shipped-bot.js';
import { ALL_TEXTS } from '../helpers/specification.js';

const bot = await loadShippedBot();

/** Random numbers that are the same in every run. */
function createChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
}

/** The text with up to two typos in each word: a letter left out, added, changed, or swapped with the next one. */
function misspell(text: string, chance: (below: number) => number): string {
  const slip = (word: string): string => {
    const at = chance(Math.max(word.length, 1));
    const [before, letter, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
    const other = String.fromCharCode(97 + chance(26));
    const swapped = before + after.slice(0, 1) + letter + after.slice(1);
    return [before + after, before + other + letter + after, before + other + after, swapped][chance(4)] ?? word;
  };
  const words = text.split(' ').map((word) => [word, slip(word), slip(slip(word))][chance(3)] ?? word);
  return words.join(' ');
}

describe('a question in a different language gets the reply that only English works', () => {
  it.each([
    ['Spanish', '¿Cuánto gana un desarrollador backend en la India?'],
    ['Spanish without accents', 'que habilidades necesito para este trabajo'],
    ['Portuguese', 'Quanto ganha um desenvolvedor? Preciso de um diploma?'],
    ['German', 'Was verdient ein Backend-Entwickler?'],
    ['German without our job', 'Wie viele Stunden pro Woche muss ich arbeiten'],
    ['French', 'Combien gagne un développeur back-end en Inde ?'],
    ['Italian', 'Ho bisogno di una laurea? Quali competenze servono?'],
    ['Dutch', 'Hoeveel verdient een backend developer, en wat moet ik kunnen'],
    ['Hindi in Latin letters', 'backend developer ki salary kitni hoti hai'],
    ['Hindi', 'भारत में बैकएंड डेवलपर का वेतन कितना है'],
    ['Polish', 'Ile zarabia programista i jak zostać programistą?'],
    ['Turkish', 'Backend geliştirici maaşı ne kadar, nasıl olunur'],
    ['Indonesian', 'Berapa gaji backend developer, apakah perlu gelar'],
    ['Spanish, two words', '¿cuánto gana?'],
    ['French, with words that are English too', 'combien gagne un développeur backend'],
    ['Portuguese, with words that are English too', 'quanto ganha um dev backend'],
    ['Indonesian, three small words', 'apa itu backend'],
    ['German, one long word', 'verdient man viel'],
    ['Tagalog', 'magkano sweldo'],
    ['Swedish', 'vad tjänar en programmerare'],
    ['Finnish', 'paljonko ohjelmoija'],
    ['Russian', 'Сколько зарабатывает бэкенд-разработчик?'],
    ['Japanese', 'バックエンド開発者の給料はいくらですか'],
    ['Arabic', 'كم راتب مطور الواجهة الخلفية'],
  ])('%s: %s', (_, text) => {
    const { outcome, parts } = bot.answer({ text });
    expect(outcome).toBe('out-of-scope');
    expect(parts[0]?.headline).toMatch(/only understand English/);
  });

  const phrases = shippedPhrases().flatMap((topic) => topic.phrases);
  const outOfScope = languageIn().outOfScope.flatMap((kind) => kind.phrases);
  const english = [...phrases, ...outOfScope, ...ALL_TEXTS];

  it('no English text does, whatever its typos', () => {
    expect(english.length).toBeGreaterThan(8000);
    // With a seed of its own, so that a new phrase doesn't change the typos of others.
    const seedOf = (text: string): number =>
      [...text].reduce((seed, letter) => (Math.imul(seed, 31) + letter.charCodeAt(0)) >>> 0, 7);
    const slipped = [1, 2, 3, 4, 5].flatMap((round) =>
      english.map((text) => misspell(text, createChance(seedOf(text) + round))),
    );
    expect([...english, ...slipped].filter(isOtherLanguage)).toEqual([]);
  });
});
