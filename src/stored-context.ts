// Between two questions: a context as it comes back from a store or a button, which may be years old or forged.
import * as v from 'valibot';
import type { Context } from './context.js';

const period = v.picklist(['hour', 'day', 'week', 'month', 'year']);
const name = v.pipe(v.string(), v.maxLength(100));
const names = v.pipe(v.array(name), v.maxLength(20));
const number = v.pipe(v.number(), v.finite());

const schema = v.object({
  topics: names,
  offered: names,
  slots: v.object({
    levels: v.array(v.picklist(['fresher', 'experienced'])),
    places: v.pipe(v.array(v.object({ id: v.picklist(['india', 'outside-india']), name })), v.maxLength(20)),
    technologies: names,
    hours: v.exactOptional(v.object({ value: number, per: v.exactOptional(period) })),
    span: v.exactOptional(v.object({ value: number, unit: period })),
    per: v.exactOptional(period),
  }),
});

/** The context if it has the form of one, else undefined; topics in it may be gone. */
export function readContext(json: unknown): Context | undefined {
  const parsed = v.safeParse(schema, json);
  return parsed.success ? parsed.output : undefined;
}
