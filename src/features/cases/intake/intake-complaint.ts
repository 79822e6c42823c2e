import {
  type AnswerAtDeskCommand,
  decideIntakeAtDesk,
} from '../../../domain/complaint/decide-answer-at-desk.ts';
import { decideIntake, type IntakeCommand } from '../../../domain/complaint/decide-intake.ts';
import type { Refused } from '../../../domain/complaint/decision.ts';
import type { DueDate } from '../../../domain/complaint/event.ts';
import { instantOf } from '../../../domain/complaint/instant-ms.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { errorCode } from '../../../platform/errors.ts';
import type { Office } from '../../offices/office.read.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import {
  findKeptAnswer,
  type KeyReused,
  keptRequest,
  lookUpKeptAnswer,
  sealAnswer,
} from '../doors/kept-answer.ts';
import { newTicket, newTicketSecret } from '../store/ticket.ts';
import { type Keeper, openKeeper } from '../vault/keeper.ts';
import { newCase } from './new-case.ts';
import { saveAnsweredCase } from './save-answered-case.ts';
import { saveNewCase } from './save-new-case.ts';
import { secretHash } from './ticket-secret.ts';

export type IntakeRequest = {
  readonly office: Office;
  readonly actor: CaseActor;
  /** Writes the command; texts and people go through the keeper, which gives their ids. */
  readonly command: (keep: Keeper) => Omit<IntakeCommand, 'ticket'>;
  /** *Dijawab di tempat*: answered, registered and closed in the same act (rule 4). */
  readonly answer?: (keep: Keeper) => Omit<AnswerAtDeskCommand, 'register'>;
  /** With the exact body it came with: a repeat of both gets the same answer for 24 hours. */
  readonly idempotency: { readonly key: string; readonly body: string } | null;
};

/** Given only after the commit. The secret is shown here and nowhere else. */
export type IntakeAnswer = {
  readonly caseId: string;
  readonly ticket: string;
  readonly ticketSecret: string;
  readonly receivedAt: string;
  readonly due: readonly DueDate[];
  /** The printed number where the case was registered in the same act. */
  readonly registerNumber: string | null;
  readonly version: number;
};

export type IntakeResult =
  | { readonly ok: true; readonly answer: IntakeAnswer; readonly repeated: boolean }
  | Refused
  | KeyReused;

/**
 * Takes a complaint in: everything of it in one commit. `now` in milliseconds. Refuses as `decideIntake` does, and
 * with `idempotency-key-reused` when the key came before with another body, `answer-erased` when its person was erased since.
 */
export async function intakeComplaint(
  desk: CaseDesk,
  request: IntakeRequest,
  now: number,
): Promise<IntakeResult> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await attemptIntake(desk, request, now);
    } catch (error) {
      // The ticket was taken: one in 30^8, but then another is drawn.
      if (errorCode(error) !== '23505' || attempt === 3) throw error;
    }
  }
}

async function attemptIntake(desk: CaseDesk, request: IntakeRequest, now: number): Promise<IntakeResult> {
  const { keyring, pool, newId } = desk;
  const { office, actor } = request;
  const context = contextOf(office, actor, now);
  const caseId = newId();
  const keeper = openKeeper(keyring, { officeId: office.officeId, caseId }, newId);
  const ticket = newTicket(office.ticketPrefix);
  const ticketSecret = newTicketSecret();
  const command = { ...request.command(keeper), ticket, sopVersion: office.version };
  const atDesk = request.answer?.(keeper);
  const decided =
    atDesk === undefined ? decideIntake(command, context) : decideIntakeAtDesk(command, atDesk, context);
  const kept =
    request.idempotency === null
      ? null
      : keptRequest(
          keyring,
          `intake/${office.officeId}/${repeaterOf(actor)}`,
          request.idempotency.key,
          request.idempotency.body,
        );
  // A repeat gets its answer also where the same words would be refused by now (law 1).
  if (!decided.ok) {
    const before = kept === null ? null : await lookUpKeptAnswer<IntakeAnswer>(desk, office.officeId, kept);
    return before ?? decided;
  }

  const answerOf = (
    version: number,
    due: readonly DueDate[],
    registerNumber: string | null,
  ): IntakeAnswer => ({
    caseId,
    ticket,
    ticketSecret,
    receivedAt: command.receivedAt ?? instantOf(now),
    due,
    registerNumber,
    version,
  });
  const parts = {
    caseId,
    actor,
    recordedAt: context.now,
    keeper,
    secretHash: secretHash(keyring, office.officeId, ticket, ticketSecret),
  };
  const sealed = (answer: IntakeAnswer) =>
    kept === null ? null : { ...kept, sealed: sealAnswer(keyring, kept.keyHash, answer) };

  if (atDesk === undefined) {
    const received = decided.events[0];
    const answer = answerOf(decided.events.length, received?.type === 'received' ? received.due : [], null);
    const { record } = newCase(keyring, office, { ...parts, events: decided.events, kept: sealed(answer) });
    if (await saveNewCase(pool, record)) return { ok: true, answer, repeated: false };
  } else {
    const answer = await saveAnsweredCase(pool, keyring, office, now, (register) => {
      const registered = decideIntakeAtDesk(command, { ...atDesk, register }, context);
      if (!registered.ok) return registered;
      const received = registered.events[0];
      const given = answerOf(
        registered.events.length,
        received?.type === 'received' ? received.due : [],
        register.printed,
      );
      return {
        ok: true,
        answer: given,
        parts: { ...parts, events: registered.events, kept: sealed(given) },
      };
    });
    if (answer !== null) return answer.ok ? { ok: true, answer: answer.answer, repeated: false } : answer;
  }
  return findKeptAnswer<IntakeAnswer>(desk, office.officeId, kept);
}

/** Who may ask again: the public, this token, or the staff, since two clerks share the counter's computer (rule 35). */
function repeaterOf({ by, account }: CaseActor): string {
  return by === 'token' ? `token/${account}` : by;
}
