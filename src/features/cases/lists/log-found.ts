import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { logAccess } from '../vault/access-log.store.ts';

/**
 * Rule 32: what somebody finds by its number whose role does not search across cases stands in the access log, so that
 * one who tries number after number is seen. `now` in milliseconds.
 */
export async function logFound(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  found: readonly { readonly caseId: string }[],
  now: number,
): Promise<void> {
  if (actor.may.has('case/search') || found.length === 0) return;
  await withOffice(desk.pool, office.officeId, async (tx) => {
    for (const { caseId } of found) {
      const access = { accessId: desk.newId(), at: now, actor, action: 'case-found', caseId } as const;
      await logAccess(tx, office.officeId, access);
    }
  });
}
