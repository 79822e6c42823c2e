import type { Pool } from 'pg';

/** Milliseconds by which two clocks of one installation may differ. */
export const CLOCKS_APART = 3 * 60_000;

/**
 * The latest moment that anything was recorded under, in milliseconds; 0 = nothing yet. Every entry of a case waits in
 * the outbox or has been anchored, by the same clock, so that no history is read for it.
 */
export async function readNewestWriting(owner: Pool): Promise<number> {
  const { rows } = await owner.query<{ at: Date | null }>(
    `SELECT greatest((SELECT max(applied_at) FROM schema_migration), (SELECT max(recorded_at) FROM office_event),
                     (SELECT max(recorded_at) FROM outbox), (SELECT max(at) FROM anchor)) AS at`,
  );
  return rows[0]?.at?.getTime() ?? 0;
}
