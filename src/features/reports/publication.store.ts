import type { ClientBase, Pool } from 'pg';
import { actorOfHistory, type CaseActor } from '../../domain/people/case-actor.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { appendOfficeEvent, lockOfficeChain } from '../offices/append-office-event.ts';
import { findLastOfficeEntry } from '../offices/office-chain.read.ts';

/** Whether the live figures of an office may be read by everybody; who said so last, null = nobody yet. */
export type Publication = {
  readonly approved: boolean;
  readonly account: string | null;
  /** Milliseconds. */
  readonly at: number | null;
};
type PublicationEvent = 'figures-published' | 'figures-withdrawn';

type Desk = { readonly pool: Pool; readonly keyring: Keyring };

/** What was decided last about the live figures (rule 31). */
export function readPublication({ pool, keyring }: Desk, officeId: number): Promise<Publication> {
  return withOffice(pool, officeId, (tx) => lastDecision(tx, keyring, officeId), { readOnly: true });
}

/**
 * Approves the live figures once, or withdraws them again (rule 31): an entry in the chain of the office. Says nothing
 * where that stands already. Whoever calls has made sure that the actor may. `now` in milliseconds.
 */
export async function savePublication(
  desk: Desk,
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
      if ((await lastDecision(tx, desk.keyring, officeId)).approved === approved) return;
      const type: PublicationEvent = approved ? 'figures-published' : 'figures-withdrawn';
      const context = { keyring: desk.keyring, actor: actorOfHistory(actor), now };
      await appendOfficeEvent(tx, officeId, { type }, context);
    },
    { retries: 2 },
  );
}

async function lastDecision(tx: ClientBase, keyring: Keyring, officeId: number): Promise<Publication> {
  const last = await findLastOfficeEntry(tx, keyring, officeId, ['figures-published', 'figures-withdrawn']);
  return {
    approved: last?.event.type === 'figures-published',
    account: last?.actor.account ?? null,
    at: last?.recordedAt.getTime() ?? null,
  };
}
