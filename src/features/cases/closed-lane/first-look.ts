import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { type OperationResult, runInTransaction } from '../acts/run-operation.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { CaseRef } from '../store/load-case.read.ts';

export type FirstLook = {
  readonly office: Office;
  readonly ref: CaseRef;
  readonly actor: CaseActor;
  readonly expectedVersion: number | null;
  readonly idempotency: { readonly key: string; readonly body: string };
  readonly recommendation: 'unit' | 'audit' | 'stop';
  readonly text: string;
};

/**
 * The short telaah of rule 27 in one form: the reviewer names himself where nobody has begun, and recommends. Both entries or
 * neither; a telaah that somebody began already is only ended by whom it names. `now` in milliseconds.
 */
export function firstLook(desk: CaseDesk, look: FirstLook, now: number): Promise<OperationResult> {
  const { office, ref, actor, expectedVersion, idempotency, recommendation, text } = look;
  const { account } = actor;
  return withOffice(desk.pool, office.officeId, async (tx) => {
    const recommends = (version: number | null) =>
      runInTransaction(
        tx,
        desk,
        {
          ...{ office, ref, actor, idempotency, expectedVersion: version, operation: 'review/recommend' },
          command: (keep) => ({ recommendation, text: keep.text('review', text) }),
        },
        now,
      );
    const ended = await recommends(expectedVersion);
    const notBegun = !ended.ok && (ended.refusal === 'not-a-reviewer' || ended.refusal === 'not-now');
    if (!notBegun || account === null) return ended;
    const begun = await runInTransaction(
      tx,
      desk,
      {
        ...{ office, ref, actor, idempotency, expectedVersion, operation: 'review/start' },
        command: () => ({ reviewers: [account] }),
      },
      now,
    );
    if (!begun.ok) return begun;
    const recommended = await recommends(null);
    // A telaah that was begun and not given must not stay behind.
    if (!recommended.ok) throw new Error(`The telaah was begun and refused: ${recommended.refusal}`);
    return recommended;
  });
}
