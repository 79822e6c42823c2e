import type { Refused } from '../../../domain/complaint/decision.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import type { Office } from '../../offices/office.read.ts';
import { runOperation } from '../acts/run-operation.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { StoreRefused } from '../doors/store-refused.ts';
import type { OwnedCases } from './owned-cases.read.ts';

export type HandedOver = {
  readonly done: readonly string[];
  /** What was refused when its turn came: it stays where it is. */
  readonly refused: readonly { readonly ticket: string; readonly refused: Refused | StoreRefused }[];
};

/**
 * Gives the cases to `to`, each by an act of its own in its own history: whatever stops it in the middle, each case is with
 * the one or with the other, and the same press again goes on with what is left. `now` in milliseconds.
 */
export async function handOverCases(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  { goes, to, reason }: Pick<OwnedCases, 'goes'> & { readonly to: string; readonly reason: string },
  now: () => number,
): Promise<HandedOver> {
  const done: string[] = [];
  const refused: { ticket: string; refused: Refused | StoreRefused }[] = [];
  for (const { caseId, ticket } of goes) {
    const result = await runOperation(
      desk,
      {
        ...{ office, actor, ref: { caseId }, operation: 'change-owner' as const },
        ...{ expectedVersion: null, idempotency: null },
        command: (keep) => ({ owner: to, reason: keep.text('reason', reason) }),
      },
      now(),
    );
    if (result.ok) done.push(ticket);
    else refused.push({ ticket, refused: result });
  }
  return { done, refused };
}
