import type { ClientBase } from 'pg';
import { attachmentsOf } from '../../../domain/complaint/attachments-of-event.ts';
import { type AvailableAction, availableActions } from '../../../domain/complaint/available-actions.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { nearestDue } from '../../../domain/complaint/deadlines-of-case.ts';
import type { DueDate, RecordedEvent } from '../../../domain/complaint/event.ts';
import { isCounted } from '../../../domain/complaint/is-counted.ts';
import { isGuarded, needsSecondPerson } from '../../../domain/complaint/opening-consent.ts';
import { type CaseActor, standingsOf } from '../../../domain/people/case-actor.ts';
import { awaitsRespondent, isWithheld, may, mayRead } from '../../../domain/people/may.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { type CaseFile, readCaseFiles } from '../attachments/read-attachments.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { type CaseRef, findCase } from '../store/load-case.read.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from '../store/open-state.ts';
import { readHistory } from '../store/read-history.read.ts';
import { isLeftAlone } from '../store/those-above.read.ts';
import { logAccess } from '../vault/access-log.store.ts';
import { maskPerson, maskWholly } from '../vault/mask-person.ts';
import type { Person, PersonPart } from '../vault/person.ts';
import { readPeople } from '../vault/read-people.ts';
import { type CaseText, readTexts } from '../vault/read-texts.ts';
import { textsNamedIn, timelineForReader, type WithheldEntry } from './timeline-for-reader.ts';

/** A person of a case with what may be shown without a reason: masked, or null when erased. */
export type MaskedPerson = {
  readonly identityId: string;
  readonly part: PersonPart;
  readonly masked: Person | null;
};

/** The row of the book that a case was imported from, and how many doubts were raised of it. */
export type RegisterOrigin = {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly doubts: number;
};

export type CaseReading = {
  readonly caseId: string;
  /** For `If-Match`. */
  readonly version: number;
  readonly state: CaseState;
  /** What this reader may read of it. */
  readonly timeline: readonly RecordedEvent[];
  /** Rule 27: what was written in the closed lane stays with its readers when the mark is taken off again. */
  readonly withheld: readonly WithheldEntry[];
  /** Entries of the timeline that were written in the closed lane of a case that is open now. */
  readonly lane: ReadonlySet<number>;
  /** By text id, as the events name them; a withheld one is not there, an erased one is without its body. */
  readonly texts: ReadonlyMap<string, CaseText>;
  /** Files that the timeline names, by their ids; one that was taken away is not there. */
  readonly files: ReadonlyMap<string, CaseFile>;
  readonly people: readonly MaskedPerson[];
  /** Tickets of other cases that the history names, those that this reader may read. */
  readonly otherTickets: ReadonlyMap<string, string>;
  /** Where a row of an old register stood; null for a case of our own. */
  readonly origin: RegisterOrigin | null;
  /** The one date that staff see; null = nothing binds or it waits. */
  readonly nearestDue: DueDate | null;
  readonly actions: readonly AvailableAction[];
  /** Rule 32: this reader handles the open case and may see contacts without a reason. */
  readonly handlesIt: boolean;
  /** Rule 28: all who stand above the units are complained of, so that nobody there can open it. */
  readonly leftAlone: boolean;
};

/**
 * A case for a page, or null when it is missing or not for this reader: the two are one answer. Reading a protected
 * or withheld case is logged (rules 6, 27, 28). `now` in milliseconds.
 */
export function readCase(
  desk: CaseDesk,
  office: Office,
  ref: CaseRef,
  actor: CaseActor,
  now: number,
): Promise<CaseReading | null> {
  return withOffice(desk.pool, office.officeId, async (tx) => {
    const found = await findCase(tx, desk.keyring, office.officeId, ref);
    if (found === null || !mayRead(actor, found.head.state)) return null;
    const { caseId, head } = found;
    const { state } = head;
    const history = await readHistory(tx, desk.keyring, office.officeId, found);
    const { timeline, withheld, lane } = timelineForReader(history, state, actor);
    const [texts, files, people, otherTickets, origin, leftAlone] = await Promise.all([
      readTexts(tx, desk.keyring, office.officeId, caseId),
      readCaseFiles(
        tx,
        desk.keyring,
        office.officeId,
        caseId,
        timeline.flatMap(({ event }) => attachmentsOf(event)),
      ),
      readPeople(tx, desk.keyring, office.officeId, caseId),
      readOtherTickets(tx, desk.keyring, office.officeId, otherCases(timeline), actor),
      state.provenance === 'register-lama' ? readOrigin(tx, office.officeId, caseId) : null,
      isLeftAlone(tx, desk.keyring, office, state, now),
    ]);
    const guarded = needsSecondPerson(state) || state.marks.protected;
    if (state.marks.protected || isWithheld(state)) {
      await logAccess(tx, office.officeId, {
        accessId: desk.newId(),
        at: now,
        actor,
        action: 'case-read',
        caseId,
      });
    }
    return {
      caseId,
      version: state.version,
      state,
      timeline,
      withheld,
      lane,
      texts: withheld.length === 0 ? texts : textsNamedIn(timeline, state, texts),
      files,
      people: people.map(({ person, ...rest }, at) => ({
        ...rest,
        masked: person === null ? null : guarded ? maskWholly(person, at + 1) : maskPerson(person),
      })),
      otherTickets,
      origin,
      nearestDue: nearestDue(state),
      actions: availableActions(state, actor, office.data),
      handlesIt: handlesCase(actor, state),
      leftAlone,
    };
  });
}

function otherCases(timeline: readonly RecordedEvent[]): readonly string[] {
  return timeline.flatMap(({ event }) => {
    if (event.type === 'merged') return event.into;
    if (event.type === 'unmerged') return event.from;
    return event.type === 'absorbed' || event.type === 'released' ? event.other : [];
  });
}

/** Rules 6, 27, 28: a case that is not for this reader is not named to him either. */
async function readOtherTickets(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  caseIds: readonly string[],
  actor: CaseActor,
): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map();
  const { rows } = await tx.query<SealedCaseRow>(
    `select ${OPENED_COLUMNS} from complaint_case where office_id = $1 and case_id = any($2)`,
    [officeId, caseIds],
  );
  return new Map(
    rows.flatMap((row) => {
      const state = openStateBeside(keyring, row);
      return state !== null && mayRead(actor, state) ? [[row.case_id, state.ticket] as const] : [];
    }),
  );
}

async function readOrigin(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  caseId: string,
): Promise<RegisterOrigin | null> {
  const { rows } = await tx.query<RegisterOrigin>(
    `select i.file_name as file, r.sheet, r.row_no as row,
       jsonb_array_length(r.doubts) as doubts
       from register_import_row r join register_import i using (office_id, import_id)
      where r.office_id = $1 and r.case_id = $2 limit 1`,
    [officeId, caseId],
  );
  return rows[0] ?? null;
}

/** Rule 28: whoever says who the terlapor is reads as whom he was named, and of the complainant nothing. */
export function settlesCase(actor: CaseActor, state: CaseState): boolean {
  return awaitsRespondent(state) && !isGuarded(state) && may(actor, 'dispose', state);
}

/** Rule 32: who works on an open case; not where opening somebody takes a second person. */
export function handlesCase(actor: CaseActor, state: CaseState): boolean {
  if (needsSecondPerson(state) || actor.account === null || !mayRead(actor, state)) return false;
  if (state.closedAt !== null || !isCounted(state)) return false;
  const works = standingsOf(actor, ['case/read-open']).some(({ units }) =>
    units.some((unit) => unit === state.unit),
  );
  const own = actor.account === state.owner || works;
  const receives = state.unit === null && (actor.may.has('register') || actor.may.has('verify'));
  return own || receives || actor.may.has('dispose');
}
