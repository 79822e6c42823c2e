import type { Client } from 'pg';
import { SEED_TABLE_NAMES } from './seed-tables.ts';

/** An index taken off for the time of the writing, and the statement that makes it again. */
export type DroppedIndex = { readonly name: string; readonly make: string };

/**
 * Takes the indexes off the tables that are filled, inside the caller's transaction, so that they come back whatever
 * happens: made at once from all rows they cost a third. Only where no office has a case yet: nobody can be missing
 * them.
 */
export async function dropIndexes(client: Client): Promise<readonly DroppedIndex[]> {
  const { rowCount } = await client.query('select from complaint_case limit 1');
  if (rowCount !== 0) return [];
  const { rows } = await client.query<{
    name: string;
    table: string;
    definition: string;
    constraint: string | null;
  }>(
    `select c.relname as name, t.relname as table, pg_get_indexdef(i.indexrelid) as definition,
       (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u')) as constraint
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
     where t.oid = any ($1::regclass[]) order by c.oid`,
    [SEED_TABLE_NAMES],
  );
  const dropped: DroppedIndex[] = [];
  for (const { name, table, definition, constraint } of rows) {
    const isKey = constraint !== null;
    await client.query(isKey ? `alter table ${table} drop constraint ${name}` : `drop index ${name}`);
    dropped.push({
      name,
      make: isKey ? `alter table ${table} add constraint ${name} ${constraint}` : definition,
    });
  }
  return dropped;
}

export async function makeIndexes(
  client: Client,
  indexes: readonly DroppedIndex[],
  made: (count: number) => void,
): Promise<void> {
  if (indexes.length === 0) return;
  await client.query(`set local maintenance_work_mem = '256MB'`);
  for (const [index, { make }] of indexes.entries()) {
    await client.query(make);
    made(index + 1);
  }
}
