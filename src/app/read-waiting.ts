import type { Pool } from 'pg';

/** Seconds that the oldest of each has waited for the worker; 0 where nothing waits. */
export type Waiting = { readonly anchors: number; readonly outbox: number };

/** An anchor is promised within 60 seconds (design law 7); at twice that something stands still. */
export const ANCHORS_STAND_STILL = 120;

/** What waits for the worker: told each second and anchored each half minute where it runs. Both times are the database's. */
export async function readWaiting(owner: Pool): Promise<Waiting> {
  const { rows } = await owner.query<Waiting>(
    `SELECT coalesce(extract(epoch FROM clock_timestamp() - (SELECT min(queued_at) FROM anchor_pending)), 0)::int AS anchors,
            coalesce(extract(epoch FROM clock_timestamp() - (SELECT min(queued_at) FROM outbox)), 0)::int AS outbox`,
  );
  return rows[0] ?? { anchors: 0, outbox: 0 };
}
