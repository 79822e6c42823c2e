import { decideAcknowledge } from '../../../domain/complaint/decide-acknowledge.ts';
import { SYSTEM_ACTOR } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { appendToCase } from '../acts/append-to-case.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import { lockCase } from '../store/load-case.read.ts';
import type { ClaimedMail } from './mail-queue.store.ts';

/**
 * The server took an automatic acknowledgement: the history says so, apart from the step that a person does (rule 17). Where
 * the case has gone further meanwhile nothing is written. `now` in milliseconds.
 */
export async function acknowledgeByMail(
  { pool, keyring }: Pick<CaseDesk, 'pool' | 'keyring'>,
  office: Office,
  { kind, caseId }: Pick<ClaimedMail, 'kind' | 'caseId'>,
  now: number,
): Promise<void> {
  if (kind !== 'acknowledged' || caseId === null) return;
  await withOffice(pool, office.officeId, async (tx) => {
    const loaded = await lockCase(tx, keyring, office.officeId, { caseId });
    if (loaded === null) return;
    const context = contextOf(office, SYSTEM_ACTOR, Math.max(now, Date.parse(loaded.changedAt)));
    const offers = office.data.channels.some(({ key }) => key === 'email');
    const decided = decideAcknowledge(loaded.head.state, { channel: offers ? 'email' : null }, context);
    if (!decided.ok) return;
    const act = { events: decided.events, actor: SYSTEM_ACTOR, recordedAt: context.now, keeper: null };
    await appendToCase(tx, keyring, office, loaded, act);
  });
}
