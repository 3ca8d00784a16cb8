// Describes the entries of data/facts: which fields each kind of fact has.
import * as v from 'valibot';
import { QUESTION_KINDS } from '../understanding/question-kind.js';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));

const isLowerCase = (phrase: string) => phrase === phrase.toLowerCase();

const phrase = v.pipe(text, v.check(isLowerCase, 'must be in lower case'));

const common = {
  id: v.pipe(text, v.regex(/^[a-z0-9-]+$/, 'must be lower-case words joined by hyphens')),
  /** A whole sentence for a person, fit to be a headline; may hold only what the quote says. */
  says: text,
  /** The beginning of `says` that a list of such facts leaves out: “Back-end developers”. */
  subject: v.optional(text),
  /** How the fact reads in a list; without it `says` without its subject. */
  item: v.optional(text),
  /** A few words for the fact within a sentence that sums several up: “going for a PG degree”. */
  summary: v.optional(text),
  /** What a question for which, who or how many asks this fact for. */
  names: v.optional(v.array(text), []),
  /** Kinds of questions that this fact answers before others of its topic. */
  answers: v.optional(v.array(v.picklist(QUESTION_KINDS)), []),
  /** Words by which a question is one that the fact answers with yes or no, and its verdict on all others. */
  yes: v.optional(v.array(phrase), []),
  no: v.optional(v.array(phrase), []),
  verdict: v.optional(text),
  /** Words or phrases by which a question asks for this fact, e.g. "late night". */
  about: v.optional(v.array(phrase), []),
  /** Set if the fact says why: it answers “why?” within its topic. */
  reason: v.optional(v.literal(true)),
  /** The part this fact plays in its topic, by the name that the topic uses. */
  role: v.optional(text),
  document: text,
  section: text,
  quote: text,
};

const salary = v.strictObject({
  kind: v.literal('salary'),
  ...common,
  level: v.picklist(['fresher', 'experienced', 'all']),
  place: v.picklist(['india', 'outside-india']),
  amount: v.pipe(v.number(), v.minValue(0)),
  unit: v.picklist(['LPA', 'USD', 'INR']),
  currency: v.picklist(['INR', 'USD']),
  per: v.literal('year'),
  /** The source that the document itself names for the figure, e.g. "Indeed". */
  attributed: v.optional(text),
});

const rate = v.strictObject({
  kind: v.literal('rate'),
  ...common,
  from: v.pipe(v.number(), v.minValue(0)),
  to: v.pipe(v.number(), v.minValue(0)),
  currency: v.literal('USD'),
  per: v.literal('hour'),
});

const hours = v.strictObject({
  kind: v.literal('hours'),
  ...common,
  daysPerWeek: v.pipe(v.number(), v.minValue(1), v.maxValue(7)),
  hoursPerDay: v.pipe(v.number(), v.minValue(1), v.maxValue(24)),
});

const skill = v.strictObject({
  kind: v.literal('skill'),
  ...common,
  group: text,
  /** Technologies that the quote names, as people write them; each of their words is in it, in any case. */
  technologies: v.optional(v.array(text), []),
});

const degree = v.strictObject({
  kind: v.literal('degree'),
  ...common,
  stance: v.picklist(['required', 'not-required', 'preferred', 'neutral']),
});

const step = v.strictObject({ kind: v.literal('step'), ...common, order: v.pipe(v.number(), v.integer()) });

/** The kinds that have fields of their own. */
const detailed = [salary, rate, hours, skill, degree, step] as const;

/** Any other kind, of those in `kinds`: a sentence and its quote. */
const createStatement = (kinds: readonly string[]) => v.strictObject({ kind: v.picklist(kinds), ...common });

/**
 * The shape of one entry in `data/facts/*.yml`; `kind` decides which fields it has. `kinds` are those that topics ask
 * for. Units are in the fields.
 */
export function createFactSchema(kinds: readonly string[]) {
  const known: readonly string[] = detailed.map(({ entries }) => entries.kind.literal);
  const others = [...new Set(kinds)].filter((kind) => !known.includes(kind));
  return v.variant('kind', [...detailed, createStatement(others)]);
}

/** The shape of facts. */
export type FactSchema = ReturnType<typeof createFactSchema>;

/** One fact, with its verbatim quote, document id and section heading. */
export type Fact = v.InferOutput<FactSchema>;

type Detailed = v.InferOutput<(typeof detailed)[number]>;
type Statement = v.InferOutput<ReturnType<typeof createStatement>>;

/** A fact of one kind, with that kind's own fields if it has any. */
export type FactOf<K extends string> = K extends Detailed['kind'] ? Extract<Detailed, { kind: K }> : Statement;
