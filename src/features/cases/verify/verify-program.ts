import type { ClientBase } from 'pg';
import { bringSchema } from '../../../platform/database/migrate.ts';
import { BESIDE, CATALOGUE } from './catalogue.ts';
import type { TotalFinding } from './verify-totals.ts';

/** Where the migrations run once more, for as long as the two are compared; nobody else ever sees it. */
const BROUGHT = 'tanggap_brought';

/**
 * Holds what the database itself runs and allows against the migrations of this version: whoever has the database's own
 * password could write another answer into a function, open a wall, or grant what no migration grants. The migrations
 * run beside the store, in a schema of their own and a transaction that is taken back, and the server describes both; so
 * nothing has to be listed by hand and every version of PostgreSQL agrees with itself. One finding for each thing that
 * is more, less or other. As the owner; ends whatever transaction `owner` stands in. The queue's own schema is not ours.
 */
export async function verifyProgram(owner: ClientBase): Promise<readonly TotalFinding[]> {
  await owner.query('begin');
  try {
    const running = await readCatalogue(owner, 'public');
    const { rows: beside } = await owner.query<{ name: string }>(BESIDE);
    await owner.query(`create schema ${BROUGHT}`);
    await owner.query(`set local search_path = ${BROUGHT}, pg_temp`);
    // A function whose table is gone must still be compared.
    await owner.query('set local check_function_bodies = off');
    await bringSchema(owner);
    const brought = await readCatalogue(owner, BROUGHT);
    const differing = [...running.keys(), ...brought.keys()].filter(
      (name) => running.get(name) !== brought.get(name),
    );
    const found = new Set([...differing, ...beside.map(({ name }) => name)]);
    return [...found].sort().map((what) => ({ rule: 'program-differs', what, count: 1 }));
  } finally {
    await owner.query('rollback');
  }
}

/** Of a schema, by name; what has one name and says several things says all of them. */
async function readCatalogue(owner: ClientBase, schema: string): Promise<ReadonlyMap<string, string>> {
  await owner.query(`set local search_path = ${schema}, pg_temp`);
  const { rows } = await owner.query<{ name: string; written: string }>(
    `select name, string_agg(written, e'\\n' order by written) as written from (${CATALOGUE}) c group by name`,
  );
  return new Map(rows.map(({ name, written }) => [name, written]));
}
