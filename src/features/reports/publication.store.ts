import type { ClientBase, Pool } from 'pg';
import { actorOfHistory, type CaseActor } from '../../domain/people/case-actor.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { appendOfficeEvent, lockOfficeChain } from '../offices/append-office-event.ts';

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
  await withOffice(
    desk.pool,
    officeId,
    async (tx) => {
      await lockOfficeChain(tx, officeId);
      if ((await lastDecision(tx, officeId)).approved === approved) return;
      const type: PublicationEvent = approved ? 'figures-published' : 'figures-withdrawn';
      const context = { keyring: desk.keyring, actor: actorOfHistory(actor), now };
      await appendOfficeEvent(tx, officeId, { type }, context);
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
