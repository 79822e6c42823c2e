import type { ClientBase, Pool } from 'pg';
import { actorOfHistory, type CaseActor } from '../../domain/people/case-actor.ts';
import { CHAIN_START, entryMac, OFFICE_CHAIN } from '../../platform/chain.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';

/** Whether the live figures of an office may be read by everybody; who said so last, null = nobody yet. */
export type Publication = {
  readonly approved: boolean;
  readonly account: string | null;
  /** Milliseconds. */
  readonly at: number | null;
};
type PublicationEvent = 'figures-published' | 'figures-withdrawn';

/** What was decided last about the live figures (rule 31). */
export function readPublication(pool: Pool, officeId: number): Promise<Publication> {
  return withOffice(pool, officeId, (tx) => lastDecision(tx, officeId), { readOnly: true });
}

/**
 * Approves the live figures once, or withdraws them again (rule 31): an entry in the chain of the office. Says nothing
 * where that stands already. Whoever calls has made sure that the actor may. `now` in milliseconds.
 */
export async function savePublication(
  desk: { readonly pool: Pool; readonly keyring: Keyring },
  officeId: number,
  actor: CaseActor,
  approved: boolean,
  now: number,
): Promise<void> {
  const key = desk.keyring.current;
  await withOffice(
    desk.pool,
    officeId,
    async (tx) => {
      // One writer of this chain at a time; entries are few.
      await tx.query('select pg_advisory_xact_lock(hashtext($1), $2)', ['office_event', officeId]);
      if ((await lastDecision(tx, officeId)).approved === approved) return;
      const head = await tx.query<{ seq: number; mac: Buffer }>(
        'select seq, mac from office_event where office_id = $1 order by seq desc limit 1',
        [officeId],
      );
      const [last] = head.rows;
      const seq = (last?.seq ?? 0) + 1;
      const type: PublicationEvent = approved ? 'figures-published' : 'figures-withdrawn';
      const at = new Date(now).toISOString();
      const body = JSON.stringify({ actor: actorOfHistory(actor), event: { type, at } });
      const place = { officeId, caseId: OFFICE_CHAIN, seq, recordedAt: now };
      const mac = entryMac(key.forUse('chain'), last?.mac ?? CHAIN_START, place, body);
      await tx.query(
        `insert into office_event (office_id, seq, recorded_at, key_id, body, mac) values ($1, $2, $3, $4, $5, $6)`,
        [officeId, seq, at, key.id, body, mac],
      );
      // Waits for the next anchor as every entry does: a decision cut off afterwards is found by it.
      await tx.query(
        `insert into outbox (office_id, case_id, seq, event_type, mac, recorded_at) values ($1, $2, $3, $4, $5, $6)`,
        [officeId, OFFICE_CHAIN, seq, type, mac, at],
      );
    },
    { retries: 2 },
  );
}

async function lastDecision(tx: ClientBase, officeId: number): Promise<Publication> {
  const { rows } = await tx.query<{ type: PublicationEvent; account: string | null; recorded_at: Date }>(
    `select body::json #>> '{event,type}' as type, body::json #>> '{actor,account}' as account, recorded_at
       from office_event
      where office_id = $1 and body::json #>> '{event,type}' in ('figures-published', 'figures-withdrawn')
      order by seq desc limit 1`,
    [officeId],
  );
  const [last] = rows;
  return {
    approved: last?.type === 'figures-published',
    account: last?.account ?? null,
    at: last?.recorded_at.getTime() ?? null,
  };
}
