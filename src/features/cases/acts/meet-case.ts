import type { ClientBase } from 'pg';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { isShutOut } from '../../../domain/complaint/gate.ts';
import type { Status } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { isRespondent } from '../../../domain/people/may.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { type KeyReused, keptRequest, readKeptAnswer } from '../doors/kept-answer.ts';
import type { StoreRefused } from '../doors/store-refused.ts';
import type { LoadedCase } from '../store/load-case.read.ts';

/** Given only after the commit. */
export type OperationAnswer = {
  readonly caseId: string;
  readonly ticket: string;
  readonly version: number;
  readonly status: Status;
  readonly registerNumber: string | null;
};

export type MeetRequest = {
  readonly office: Office;
  readonly operation: Parameters<typeof isShutOut>[1];
  readonly actor: CaseActor;
  /** `If-Match`: the version the actor saw; null = whatever stands. */
  readonly expectedVersion: number | null;
  readonly idempotency: { readonly key: string; readonly body: string } | null;
};

type Met =
  /** Under what the answer is kept for a repeat; null = it comes without a key. */
  | { readonly goesOn: true; readonly kept: ReturnType<typeof keptRequest> | null }
  | { readonly goesOn: false; readonly result: Answered | KeyReused | StoreRefused };
type Answered = { readonly ok: true; readonly answer: OperationAnswer; readonly repeated: true };

/**
 * What is asked of every act before it is decided, about the locked cases that it changes, its own first: whether the
 * actor may know of them, whether this is a repeat, whether he saw what stands.
 */
export async function meetCase(
  tx: ClientBase,
  keyring: Keyring,
  request: MeetRequest,
  [self, ...others]: readonly [LoadedCase, ...LoadedCase[]],
  now: number,
): Promise<Met> {
  const { office, operation, actor, idempotency, expectedVersion } = request;
  const stop = (result: Extract<Met, { readonly goesOn: false }>['result']): Met => ({
    goesOn: false,
    result,
  });
  const kept =
    idempotency === null
      ? null
      : keptRequest(
          keyring,
          `${operation}/${self.caseId}/${actor.account ?? actor.by}`,
          idempotency.key,
          idempotency.body,
        );
  // The lock on the case lets twins in one after the other, so looking first is enough.
  const before =
    kept === null ? null : await readKeptAnswer<OperationAnswer>(tx, keyring, office.officeId, kept, now);
  // Whoever one of the cases is not there for learns neither its version nor its status (rules 6, 27, 28). What he was
  // answered himself before a mark shut him out he gets again (law 1), unless it is about him.
  const states = [self, ...others].map(({ head }) => head.state);
  const shutOut = states.some((state) => isShutOut(state, operation, actor));
  const repeats = before?.ok === true && !states.some((state) => isRespondent(actor, state));
  if (shutOut && !repeats) return stop({ ok: false, refusal: 'case-not-found' });
  if (before !== null) return stop(before);
  const { version } = self;
  if (expectedVersion !== null && expectedVersion !== version) {
    return stop({ ok: false, refusal: 'version-conflict', version });
  }
  return { goesOn: true, kept };
}

export function answerOf(caseId: string, state: CaseState): OperationAnswer {
  const { ticket, version, status, register } = state;
  return { caseId, ticket, version, status, registerNumber: register?.printed ?? null };
}
