// Within the store: queries that are put into words once and then only filled with values, since the road waits for them.
import { type Compilable, type CompiledQuery, type RawBuilder, sql } from 'kysely';

/** Stands in a query where a value comes. */
class Gap {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

type Value = string | number | null;

/** Samples of the types of values. */
export const TEXT = '' as string;
export const NUMBER = 0 as number;

/**
 * Compiles a query with gaps, named and typed by `samples`, and returns what fills them. Every value is a parameter,
 * never part of the query's words.
 */
export function compileOnce<Values extends Readonly<Record<string, Value>>, Row>(
  samples: Values,
  build: (gaps: { readonly [Name in keyof Values]: RawBuilder<Values[Name]> }) => Compilable<Row>,
): (values: Values) => CompiledQuery<Row> {
  const gaps = Object.fromEntries(Object.keys(samples).map((name) => [name, sql`${sql.val(new Gap(name))}`]));
  const compiled = build(gaps as { readonly [Name in keyof Values]: RawBuilder<Values[Name]> }).compile();
  return (values) => ({
    ...compiled,
    parameters: compiled.parameters.map((value) => (value instanceof Gap ? values[value.name] : value)),
  });
}
