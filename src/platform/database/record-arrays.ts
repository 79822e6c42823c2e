import type { ClientBase, Pool } from 'pg';
import { openBinaryValues } from './binary-values.ts';

/** A table, and the columns of it that rows will have, each with the type that its values are written as. */
export type RecordTable = {
  readonly table: string;
  readonly columns: readonly (readonly [name: string, type: string])[];
};

/** Rows, each with the values of the columns in their order, as one parameter of type `table[]`, in binary form. */
export type RecordArray = (rows: readonly (readonly unknown[])[]) => Buffer;

/**
 * Writers of rows that a statement reads as `unnest($1::table[])`, one for each table: neither side writes numbers out as
 * text or reads names. A record has every column of its table in the table's order, which the database is asked for;
 * those not named are null.
 */
export async function openRecordArrays(
  db: Pick<ClientBase | Pool, 'query'>,
  tables: readonly RecordTable[],
): Promise<readonly RecordArray[]> {
  const { rows } = await db.query<{ table: number; name: string; type: number }>(
    `select t.no::int as table, a.attname as name, a.atttypid::int as type
       from unnest($1::regclass[]) with ordinality t (id, no) join pg_attribute a on a.attrelid = t.id
      where a.attnum > 0 and not a.attisdropped order by t.no, a.attnum`,
    [tables.map(({ table }) => table)],
  );
  return tables.map(({ columns }, index) =>
    recordArray(
      columns,
      rows.filter(({ table }) => table === index + 1),
    ),
  );
}

function recordArray(
  columns: RecordTable['columns'],
  attributes: readonly { readonly name: string; readonly type: number }[],
): RecordArray {
  const values = openBinaryValues(1 << 10);
  const fields = attributes.map(({ name, type }) => {
    const at = columns.findIndex(([column]) => column === name);
    return { type, at, write: values.writer(columns[at]?.[1] ?? 'text') };
  });
  return (rows) => {
    values.backTo(0);
    // One dimension from 1 on, no nulls; the type of the elements is the one that the statement names.
    for (const head of rows.length === 0 ? [0, 0, 0] : [1, 0, 0, rows.length, 1]) values.int32(head);
    for (const row of rows) {
      const start = values.position();
      values.int32(0);
      values.int32(fields.length);
      for (const { type, at, write } of fields) {
        values.int32(type);
        write(row[at]);
      }
      values.int32At(values.position() - start - 4, start);
    }
    const end = values.position();
    return Buffer.from(values.take().buffer, 0, end);
  };
}
