import type { ClientBase, ClientConfig } from 'pg';
import { escapeLiteral } from 'pg';
import { connectOnce } from '../../../platform/database/pool.ts';
import type { ChainKeys } from './verify-keys.ts';
import { openRangeVerifier, type RangeVerifier } from './verify-range.ts';

/** What whoever verifies is started with; plain data, so that it can be handed to a thread. */
export type VerifyStart = {
  readonly connection: ClientConfig;
  /** Of the transaction whose moment is looked at (pg_export_snapshot). */
  readonly snapshot: string;
  readonly keys: ChainKeys;
};

/** Opens the connections that lie side by side, all at the same moment of the store. */
export async function openVerifyLines(
  start: VerifyStart,
): Promise<{ readonly verify: RangeVerifier; readonly end: () => Promise<void> }> {
  const connect = async (part: string): Promise<ClientBase & { end: () => Promise<void> }> => {
    const client = await connectOnce(() => start.connection, `tanggap-verify-${part}`);
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set transaction snapshot ${escapeLiteral(start.snapshot)}`);
    // The planner takes a range over two columns for a row or none; only a merge reads both sides once, in their order.
    await client.query('set local enable_nestloop = off');
    await client.query('set local enable_hashjoin = off');
    return client;
  };
  const [rows, entries, texts, past, people] = await Promise.all([
    connect('rows'),
    connect('entries'),
    connect('texts'),
    connect('past'),
    connect('people'),
  ]);
  const lines = { rows, entries, texts, past, people };
  const verify = await openRangeVerifier(lines, start.keys);
  return {
    verify,
    end: async () => {
      await Promise.all(Object.values(lines).map((client) => client.end()));
    },
  };
}
