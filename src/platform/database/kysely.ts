import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Tx } from './transaction.ts';

/** Query builder over a pool: each query takes its own connection. `Tables` describes the schema. */
export function kyselyOver<Tables>(pool: Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Query builder on a transaction's connection: its queries belong to that transaction. Cheap to call anew. */
export function kyselyOn<Tables>(tx: Tx): Kysely<Tables> {
  const client = {
    query: tx.query.bind(tx),
    release: () => undefined,
  };
  const pool = { connect: () => Promise.resolve(client), end: () => Promise.resolve(), options: {} };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
