import type { Client } from 'pg';

/** An index taken off for the time of the writing, and the statement that makes it again. */
export type DroppedIndex = { readonly name: string; readonly make: string };

/** Their keys come in random order: filled row by row they cost more than all the rest. */
const SLOW = ['complaint_case_ticket', 'case_search_words', 'identity_index_pkey'];

/**
 * Takes off the indexes that are filled in random order, inside the caller's transaction, so that they come back
 * whatever happens. Only where no office has a case yet: nobody can be missing them.
 */
export async function dropSlowIndexes(client: Client): Promise<readonly DroppedIndex[]> {
  const { rowCount } = await client.query('select from complaint_case limit 1');
  if (rowCount !== 0) return [];
  const { rows } = await client.query<{
    name: string;
    table: string;
    definition: string;
    constraint: string | null;
  }>(
    `select c.relname as name, t.relname as table, pg_get_indexdef(i.indexrelid) as definition,
       (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conindid = i.indexrelid and k.contype = 'p') as constraint
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
     where c.relname = any ($1)`,
    [SLOW],
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
