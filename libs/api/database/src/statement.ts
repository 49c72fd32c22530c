import type { QueryResultRow } from 'pg';

/** A written SQL statement with a name, prepared once per connection; `Row` is what it returns. */
export interface Statement<Row extends QueryResultRow> {
  readonly name: string;
  readonly text: string;
  /** Never set: carries the row type. */
  readonly row?: Row;
}

/** Names a SQL text. The name is what `pg_stat_statements` and the statement-count tests show. */
export function statement<Row extends QueryResultRow>(name: string, text: string): Statement<Row> {
  return { name, text };
}
