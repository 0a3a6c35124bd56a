import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type Compilable, Kysely, type RawBuilder, SqliteDialect, sql } from 'kysely';
import type { Tables } from '../sql/schema.ts';

/** A statement that was compiled once; the values come by name. */
export type Prepared<Parameters, Row> = {
  all(parameters: Parameters): readonly Row[];
  first(parameters: Parameters): Row | undefined;
  /** How many rows it changed. */
  run(parameters: Parameters): number;
};

type Values = Readonly<Record<string, SQLInputValue>>;

/** Stands in a compiled statement for a value that is known only when it runs. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Makes a Kysely that runs on a connection of node:sqlite: it compiles our statements and runs the migrations. */
export function createKysely(database: DatabaseSync): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        close: () => database.close(),
        prepare(text) {
          const statement = database.prepare(text);
          return {
            reader: statement.columns().length > 0,
            all: (parameters) => statement.all(...parameters.map(toInput)),
            run: (parameters) => statement.run(...parameters.map(toInput)),
            iterate: (parameters) => statement.iterate(...parameters.map(toInput)),
          };
        },
      },
    }),
  });
}

/** Names a value of a statement that is known only when it runs. */
export interface Value<Parameters> {
  <Name extends keyof Parameters & string>(name: Name): RawBuilder<Parameters[Name]>;
}

/**
 * Compiles statements once and runs them at once, without a promise between: what one group commit holds must run
 * without yielding.
 */
export function createPreparer(database: DatabaseSync) {
  return function prepare<Parameters extends Values, Row>(
    build: (value: Value<Parameters>) => Compilable<Row>,
  ): Prepared<Parameters, Row> {
    const compiled = build((name) => sql`${sql.val(new Placeholder(name))}`).compile();
    const statement = database.prepare(compiled.sql);
    const bind = (parameters: Parameters) =>
      compiled.parameters.map((value) =>
        toInput(value instanceof Placeholder ? parameters[value.name] : value),
      );
    // The shape of a row follows from the statement: Kysely derived `Row` from the text that runs here.
    const areRows = (rows: unknown): rows is readonly Row[] => Array.isArray(rows);
    const all = (parameters: Parameters): readonly Row[] => {
      const rows: unknown = statement.all(...bind(parameters));
      return areRows(rows) ? rows : [];
    };
    return {
      all,
      first: (parameters) => all(parameters)[0],
      run: (parameters) => Number(statement.run(...bind(parameters)).changes),
    };
  };
}

export type Prepare = ReturnType<typeof createPreparer>;

function toInput(value: unknown): SQLInputValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || value === null)
    return value;
  throw new Error(`SQLite can not hold a ${typeof value}.`);
}
