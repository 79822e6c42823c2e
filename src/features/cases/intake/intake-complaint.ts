import {
  type AnswerAtDeskCommand,
  decideIntakeAtDesk,
} from '../../../domain/complaint/decide-answer-at-desk.ts';
import { decideIntake, type IntakeCommand } from '../../../domain/complaint/decide-intake.ts';
import type { Refused } from '../../../domain/complaint/decision.ts';
import type { ComplaintEvent, DueDate } from '../../../domain/complaint/event.ts';
import { instantOf } from '../../../domain/complaint/instant-ms.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { errorCode } from '../../../platform/errors.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { isUnclaimable } from '../attachments/uploader-of.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import {
  findKeptAnswer,
  type KeptRequest,
  keptRequest,
  lookUpKeptAnswer,
  sealAnswer,
} from '../doors/kept-answer.ts';
import type { StoreRefused } from '../doors/store-refused.ts';
import { newTicket, newTicketSecret } from '../store/ticket.ts';
import { type Keeper, openKeeper } from '../vault/keeper.ts';
import { type NewCaseParts, newCase } from './new-case.ts';
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
  | StoreRefused;

/**
 * Takes a complaint in: everything of it in one commit. `now` in milliseconds. Refuses as `decideIntake` does, and
 * with `attachment-not-yours` where a file is not his to bring, `idempotency-key-reused` when the key came before with another body, `answer-erased` when its person was erased since.
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
      if (isUnclaimable(error)) return { ok: false, refusal: 'attachment-not-yours' };
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
  const kept = keptOf(keyring, request);
  // A repeat gets its answer also where the same words would be refused by now (law 1).
  if (!decided.ok) {
    const before = kept === null ? null : await lookUpKeptAnswer<IntakeAnswer>(desk, office.officeId, kept);
    return before ?? decided;
  }

  const written = (events: readonly ComplaintEvent[], registerNumber: string | null): Written => {
    const [received] = events;
    const classed = events.find((event) => event.type === 'classified');
    // A class that was given at once counts from the receipt, too (rules 15, 22).
    const counted = atDesk === undefined && classed !== undefined ? classed : received;
    const due = counted?.type === 'received' || counted?.type === 'classified' ? counted.due : [];
    const receivedAt = command.receivedAt ?? instantOf(now);
    const version = events.length;
    const answer = { caseId, ticket, ticketSecret, receivedAt, due, registerNumber, version };
    const sealed = kept === null ? null : { ...kept, sealed: sealAnswer(keyring, kept.keyHash, answer) };
    const hash = secretHash(keyring, office.officeId, ticket, ticketSecret);
    const parts = { caseId, actor, recordedAt: context.now, keeper, secretHash: hash, events, kept: sealed };
    return { ok: true, answer, parts };
  };
  const saved =
    atDesk === undefined
      ? await saveReceived(desk, office, written(decided.events, null))
      : await saveAnsweredCase(pool, keyring, office, now, (register) => {
          const registered = decideIntakeAtDesk(command, { ...atDesk, register }, context);
          return registered.ok ? written(registered.events, register.printed) : registered;
        });
  if (saved === null) return findKeptAnswer<IntakeAnswer>(desk, office.officeId, kept);
  return saved.ok ? { ok: true, answer: saved.answer, repeated: false } : saved;
}

/** The answer to an intake, and all that its case leaves. */
type Written = { readonly ok: true; readonly answer: IntakeAnswer; readonly parts: NewCaseParts };

/** Null when its key was taken before: nothing is saved. */
async function saveReceived(
  { pool, keyring }: CaseDesk,
  office: Office,
  written: Written,
): Promise<Written | null> {
  const { record } = newCase(keyring, office, written.parts);
  return (await saveNewCase(pool, record)) ? written : null;
}

function keptOf(keyring: Keyring, { office, actor, idempotency }: IntakeRequest): KeptRequest | null {
  if (idempotency === null) return null;
  const scope = `intake/${office.officeId}/${repeaterOf(actor)}`;
  return keptRequest(keyring, scope, idempotency.key, idempotency.body);
}

/** Who may ask again: the public, this token, or the staff, since two clerks share the counter's computer (rule 35). */
function repeaterOf({ by, account }: CaseActor): string {
  return by === 'token' ? `token/${account}` : by;
}
