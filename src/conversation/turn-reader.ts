// Tells what a text is in its conversation: a question of its own, a follow-up to the answer before, or a courtesy.
import { isConfided } from '../understanding/requests.js';
import { asksSomething } from '../understanding/sentences.js';
import { isFiller } from '../understanding/text/stop-words.js';
import { isOfClass } from '../understanding/text/synonyms.js';
import type { Understanding } from '../understanding/understand.js';
import type { Context } from './context.js';
import { isBare, offer, readFollowUp, TIMES, type TurnParts, takes } from './follow-up.js';
import {
  findCourtesy,
  isContent,
  parseFollowUp,
  stripCourtesies,
  takeMultiple,
  takeNames,
  takeNumber,
  takeRate,
} from './parse-follow-up.js';
import { cutSegments, type Move, type Segment } from './phrase-roles.js';
import type { Turn } from './turn.js';
import type { Utterance } from './utterance.js';

/** Longer texts say for themselves what they are about. */
const MOST_TOKENS = 12;
/** What only makes sense after an answer; the bot itself can be asked for a source. */
const LOST: readonly Move[] = ['why', 'sure', 'more', 'both'];
/** What makes a sentence of hours: “9 hours a day is a lot”. */
const VERBS = new Set(['is', 'are', 'was', 'sounds', 'seems']);
const EMOJI = /\p{Extended_Pictographic}|:[a-z0-9_+-]{2,40}:/iu;

/** A courtesy, or a goodbye that asks whether there is more. */
function readCourtesy(segments: readonly Segment[], text: string, context: Context | undefined): Turn | undefined {
  const courtesy = findCourtesy(segments);
  if (courtesy === 'farewell' && context && context.topics.length > 0 && text.trimEnd().endsWith('?'))
    return { kind: 'about', about: 'more', before: context };
  return courtesy && { kind: 'courtesy', courtesy };
}

/** A text by itself; if that isn't answered, without the courtesies around its question. */
function createAlone({ understander }: TurnParts, { text, tokens }: Utterance, segments: readonly Segment[]) {
  let understood: Understanding | undefined;
  const understand = (): Understanding => {
    const whole = understander.understand(text, tokens);
    const { inner, isPoliteAround } = stripCourtesies(segments);
    if (whole.outcome === 'answer' || inner.length === 0 || inner.length === tokens.length) return whole;
    // Fillers may be meant in a text that is about something else: “how much is in it right now”, “everyone hates me”.
    if (!isPoliteAround && (whole.outcome !== 'clarify' || isConfided(text, tokens))) return whole;
    const stripped = understander.understand(inner.flatMap(({ words }) => words).join(' '), inner);
    return stripped.outcome === 'answer' && !tokens.some((token) => isOfClass(token, 'other-job')) ? stripped : whole;
  };
  return (): Understanding => {
    understood ??= understand();
    return understood;
  };
}

/** Whether a text says by itself what it's about: “why do they work late” does, “why” doesn't. */
const isWhole = ({ outcome, tokens }: Understanding): boolean =>
  outcome === 'answer' && tokens.flatMap(({ words }) => words).some((word) => !isFiller(word));

/** Whether nothing was asked but documents: no topic and no passage can be followed up. */
const isOnDocuments = (said: Context | undefined): boolean =>
  said?.described !== undefined && said.passage === undefined && said.topics.length + said.offered.length === 0;

/** Returns a function that reads a text after what was said; full questions stay as they are. */
export function createTurnReader(parts: TurnParts) {
  return (utterance: Utterance, said: Context | undefined): Turn => {
    const { text, tokens } = utterance;
    const context = isOnDocuments(said) ? undefined : said;
    if (tokens.length === 0 && EMOJI.test(text)) return { kind: 'courtesy', courtesy: 'fine' };
    if (tokens.length === 0 || tokens.length > MOST_TOKENS)
      return { kind: 'question', understood: parts.understander.understand(text, tokens) };
    const segments = cutSegments(parts.words, tokens, parts.read);
    const alone = createAlone(parts, utterance, segments);
    const asQuestion = (): Turn => ({ kind: 'question', understood: alone() });
    if (!context && segments.some(isContent)) return asQuestion();
    const polite = readCourtesy(segments, text, context);
    if (polite) return polite;
    const read = takeRate(parseFollowUp(text, segments, utterance.slots, parts.findSlots), text, context);
    const plain =
      takeMultiple(read, text, context, (topic, names) => takes(parts, topic, names)) ??
      takeNumber(read, text, context);
    const parse = takeNames(plain, context, parts.nameOf);
    if (!context) {
      const [move] = isBare(parse) ? parse.moves : [];
      const isLost = LOST.some((one) => one === move) && alone().outcome !== 'about-bot' && !isWhole(alone());
      if (isLost) return offer(parts, alone().nearest, utterance.slots);
      // “For 30 hours?” doesn't say whose.
      const isTimeOnly = parse.named.length > 0 && parse.named.every((name) => TIMES.includes(name));
      const isSaying =
        alone().outcome === 'answer' &&
        (asksSomething(text) || tokens.some(({ words: [word = ''] }) => VERBS.has(word)));
      const isHalf = parse.content.length === 0 && isTimeOnly && !parse.hasStopWords && !parse.namesJob && !isSaying;
      const fitting = parts.topics.filter(({ id }) => takes(parts, id, parse.named)).map(({ id }) => id);
      return isHalf ? offer(parts, fitting, utterance.slots) : asQuestion();
    }
    const { denied } = utterance;
    return readFollowUp({ ...parts, text, segments, parse, denied, context, alone }) ?? asQuestion();
  };
}
