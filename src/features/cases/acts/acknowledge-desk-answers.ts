import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { runInTransaction } from './run-operation.ts';

/**
 * The coordinator has seen these desk answers: all of them in one act (rule 4). One that somebody acknowledged or
 * reopened meanwhile is left as it is. Gives how many were acknowledged. `now` in milliseconds.
 */
export function acknowledgeDeskAnswers(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  tickets: readonly string[],
  now: number,
): Promise<number> {
  return withOffice(desk.pool, office.officeId, async (tx) => {
    let acknowledged = 0;
    // In one order, so that two coordinators never wait for each other's cases.
    for (const ticket of new Set(tickets.toSorted())) {
      const { ok } = await runInTransaction(
        tx,
        desk,
        {
          office,
          ref: { ticket },
          operation: 'acknowledge-desk-answer',
          command: () => ({}),
          actor,
          expectedVersion: null,
          idempotency: null,
        },
        now,
      );
      if (ok) acknowledged += 1;
    }
    return acknowledged;
  });
}
