// Within the store: queries that are put into words once and then only filled with values, since the road waits for them.
import { type Compilable, type CompiledQuery, type RawBuilder, sql } from 'kysely';

/** Stands in a query where a value comes. */
class Gap {
  readonly row: number;
  readonly name: string;

  constructor(row: number, name: string) {
    this.row = row;
    this.name = name;
  }
}

type Value = string | number | null;
type Values = Readonly<Record<string, Value>>;
type Gaps<Row extends Values> = { readonly [Name in keyof Row]: RawBuilder<Row[Name]> };

/** Samples of the types of values. */
export const TEXT = '' as string;
export const NUMBER = 0 as number;

/** More rows make another query of the same kind, so that a server has to plan only so many. */
const MOST_ROWS = 16;

/**
 * Compiles a query with gaps, named and typed by `samples`, and returns what fills them. Every value is a parameter,
 * never part of the query's words.
 */
export function compileOnce<Given extends Values, Row>(
  samples: Given,
  build: (gaps: Gaps<Given>) => Compilable<Row>,
): (values: Given) => CompiledQuery<Row> {
  const compiled = build(gapsFor(0, samples)).compile();
  return (values) => filled(compiled, [values]);
}

/** The same for a query on any number of rows, each of which has the gaps; returns as many queries as these rows take. */
export function compileForRows<Given extends Values, Row>(
  samples: Given,
  build: (rows: readonly Gaps<Given>[]) => Compilable<Row>,
): (rows: readonly Given[]) => CompiledQuery<Row>[] {
  const byCount = new Map<number, CompiledQuery<Row>>();
  const compiledFor = (count: number): CompiledQuery<Row> => {
    const known = byCount.get(count);
    if (known !== undefined) return known;
    const compiled = build(Array.from({ length: count }, (_, row) => gapsFor(row, samples))).compile();
    byCount.set(count, compiled);
    return compiled;
  };
  return (rows) => {
    const queries: CompiledQuery<Row>[] = [];
    for (let from = 0; from < rows.length; from += MOST_ROWS) {
      const some = rows.slice(from, from + MOST_ROWS);
      queries.push(filled(compiledFor(some.length), some));
    }
    return queries;
  };
}

function gapsFor<Given extends Values>(row: number, samples: Given): Gaps<Given> {
  const gaps = Object.fromEntries(Object.keys(samples).map((name) => [name, sql`${sql.val(new Gap(row, name))}`]));
  return gaps as Gaps<Given>;
}

function filled<Row>(compiled: CompiledQuery<Row>, rows: readonly Values[]): CompiledQuery<Row> {
  const parameters = compiled.parameters.map((value) => (value instanceof Gap ? rows[value.row]?.[value.name] : value));
  return { ...compiled, parameters };
}
