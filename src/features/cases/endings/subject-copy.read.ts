import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { RecordedEvent } from '../../../domain/complaint/event.ts';
import { identitiesOfCase } from '../../../domain/complaint/identities-of-case.ts';
import { agreedRequest, needsSecondPerson } from '../../../domain/complaint/opening-consent.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { findCase } from '../store/load-case.read.ts';
import { readHistory } from '../store/read-history.read.ts';
import { normalTicket } from '../store/ticket.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';
import { logAccess } from '../vault/access-log.store.ts';
import { keepOfficeText } from '../vault/office-text.store.ts';
import {
  nameTokens,
  normalEmail,
  normalNik,
  normalPhone,
  type Person,
  type PersonPart,
} from '../vault/person.ts';
import { readPeople } from '../vault/read-people.ts';
import { type CaseText, readTexts } from '../vault/read-texts.ts';
import { lookupHashes } from '../vault/vault.ts';

export type SubjectAsked = {
  /** A telephone number, an e-mail, a NIK, or the ticket of his case: two people of one name are two people. */
  readonly key: string;
  readonly name: string;
  readonly reason: string;
};
export type HeldText = {
  readonly kind: 'matter' | 'reply' | 'question' | 'message' | 'answer';
  readonly at: string;
  /** Null = erased. */
  readonly text: string | null;
};
/** What one case holds of the person asked for, and nothing of anybody else. */
export type HeldInCase = {
  readonly part: PersonPart;
  readonly person: Person;
  /** Of a case in which he is complained of nothing is told but his own data (rule 28). */
  readonly about: {
    readonly ticket: string;
    readonly registerNumber: string | null;
    readonly receivedAt: string;
    readonly kind: CaseState['kind'];
    readonly service: string | null;
    readonly status: CaseState['status'];
    readonly outcome: CaseState['outcome'];
    readonly texts: readonly HeldText[];
    readonly files: number;
  } | null;
  /** When his data were opened, and how; not by whom. */
  readonly opened: readonly { readonly at: string; readonly action: string }[];
};
export type SubjectCopy =
  | { readonly ok: true; readonly held: readonly HeldInCase[] }
  | {
      readonly ok: false;
      readonly refusal: 'not-permitted' | 'key-required' | 'name-required' | 'reason-required';
    };

const MOST = 200;

/**
 * Everything that is held on one person, for himself (UU 27/2022 ps. 7): found by a number, an e-mail or his ticket and every word
 * of his name; by a ticket in that case only. Needs permission to search and to open; the reason stands where it can be erased, and each identity opened is logged
 * with it. A case that takes a second person is in it only once one has agreed to this reader's request (rule 32); until then
 * nothing says that it is there. `now` in milliseconds.
 */
export async function readSubjectCopy(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  { key, name, reason }: SubjectAsked,
  now: number,
): Promise<SubjectCopy> {
  const { officeId } = office;
  if (!actor.may.has('case/search') || !actor.may.has('identity/open')) return refuse('not-permitted');
  const ticket = normalTicket(key);
  const hashes = ticket === null ? keyHashes(desk, officeId, key) : [];
  if (hashes === null) return refuse('key-required');
  const names = nameTokens(name);
  if (names.length === 0) return refuse('name-required');
  if (reason.trim() === '') return refuse('reason-required');
  return withOffice(desk.pool, officeId, async (tx): Promise<SubjectCopy> => {
    const textId = desk.newId();
    const kept = { textId, purpose: 'reason', body: reason.trim(), author: actor.account, at: now } as const;
    await keepOfficeText(tx, desk.keyring, officeId, kept);
    const access = { at: now, actor, reason: textId } as const;
    await logAccess(tx, officeId, { ...access, accessId: desk.newId(), action: 'people-searched' });
    const named = names.map((one) => lookupHashes(desk.keyring, officeId, 'name', one));
    const wanted = ticket === null ? [hashes, ...named] : named;
    const held: HeldInCase[] = [];
    for (const { caseId, identityId } of await findIdentities(tx, office, actor, wanted, ticket)) {
      const one = await heldIn(tx, desk, office, actor, { caseId, identityId }, now);
      if (one === null) continue;
      held.push(one);
      await logAccess(tx, officeId, {
        ...{ ...access, accessId: desk.newId(), action: 'person-exported' },
        ...{ caseId, identityId },
      });
    }
    return { ok: true, held };
  });
}

function refuse(refusal: Extract<SubjectCopy, { readonly ok: false }>['refusal']): SubjectCopy {
  return { ok: false, refusal };
}

function keyHashes({ keyring }: CaseDesk, officeId: number, typed: string): readonly Buffer[] | null {
  const email = normalEmail(typed);
  if (email !== null) return lookupHashes(keyring, officeId, 'email', email);
  if (!/^[\d\s+().-]+$/.test(typed.trim())) return null;
  const nik = normalNik(typed);
  if (nik !== null) return lookupHashes(keyring, officeId, 'nik', nik);
  const phone = normalPhone(typed);
  return phone === null ? null : lookupHashes(keyring, officeId, 'phone', phone);
}

type Found = { readonly caseId: string; readonly identityId: string };

/** Every word and the number belong to one identity, in cases that the reader may find; of a ticket, in that one. */
async function findIdentities(
  tx: Tx,
  { officeId, codes }: Office,
  actor: CaseActor,
  wanted: readonly (readonly Buffer[])[],
  ticket: string | null,
): Promise<readonly Found[]> {
  const values: unknown[] = [officeId, ...viewerParameters(viewerOf(actor, codes)), ticket];
  const sameIdentity = wanted.map((hashes) => {
    values.push(hashes);
    return `select case_id, identity_id from identity_index where office_id = $1 and hash = any ($${values.length}::bytea[])`;
  });
  const { rows } = await tx.query<Found>(
    `select found.case_id "caseId", found.identity_id "identityId"
       from (${sameIdentity.join(' intersect ')}) found
       join complaint_case c on c.office_id = $1 and c.case_id = found.case_id
      where ${visibleTo(2)} and ($8::text is null or c.ticket = $8) order by c.received_at, c.case_id, found.identity_id limit ${MOST}`,
    values,
  );
  return rows;
}

async function heldIn(
  tx: Tx,
  desk: CaseDesk,
  { officeId }: Office,
  actor: CaseActor,
  { caseId, identityId }: Found,
  now: number,
): Promise<HeldInCase | null> {
  const found = await findCase(tx, desk.keyring, officeId, { caseId });
  if (found === null) return null;
  const { state } = found.head;
  if (!mayRead(actor, state) || !identitiesOfCase(state).has(identityId)) return null;
  const history = await readHistory(tx, desk.keyring, officeId, found);
  const at = new Date(now).toISOString();
  const guarded = needsSecondPerson(state);
  if (guarded && agreedRequest(history, identityId, actor.account, at) === null) return null;
  const people = await readPeople(tx, desk.keyring, officeId, caseId);
  const one = people.find((person) => person.identityId === identityId);
  if (one?.person == null) return null;
  const { part, person } = one;
  // Who is complained of may be found by whoever may agree to opening, and no one else (rule 28).
  if (part === 'respondent' && !actor.may.has('identity/approve')) return null;
  const texts = part === 'reporter' ? await readTexts(tx, desk.keyring, officeId, caseId) : new Map();
  const { rows } = await tx.query<{ at: Date; action: string }>(
    `select at, action from access_log where office_id = $1 and case_id = $2 and identity_id = $3 order by at`,
    [officeId, caseId, identityId],
  );
  return {
    ...{ part, person },
    about: part === 'respondent' ? null : aboutCase(state, history, texts),
    opened: rows.map((row) => ({ at: row.at.toISOString(), action: row.action })),
  };
}

function aboutCase(
  state: CaseState,
  history: readonly RecordedEvent[],
  texts: ReadonlyMap<string, CaseText>,
): HeldInCase['about'] {
  const { ticket, register, receivedAt, kind, service, status, outcome } = state;
  return {
    ...{ ticket, receivedAt, kind, service, status, outcome, registerNumber: register?.printed ?? null },
    texts: texts.size === 0 ? [] : history.flatMap((entry) => heldText(entry, texts)),
    files: history.reduce((sum, { event }) => sum + broughtBy(event), 0),
  };
}

function broughtBy(event: RecordedEvent['event']): number {
  if (event.type === 'received') return event.attachments.length;
  return event.type === 'replied' && event.from === 'complainant' ? (event.attachments?.length ?? 0) : 0;
}

/** What he wrote, and what was written to him. */
function heldText({ event }: RecordedEvent, texts: ReadonlyMap<string, CaseText>): readonly HeldText[] {
  const held = (kind: HeldText['kind'], id: string): readonly HeldText[] => [
    { kind, at: event.at, text: texts.get(id)?.body ?? null },
  ];
  switch (event.type) {
    case 'received':
      return held('matter', event.matter);
    case 'corrected':
      return event.changes.matter === undefined ? [] : held('matter', event.changes.matter);
    case 'replied':
      return event.from === 'complainant' ? held('reply', event.text) : [];
    case 'asked':
      return event.to === 'complainant' ? held('question', event.text) : [];
    case 'message-sent':
      return held('message', event.text);
    case 'answered':
      return held('answer', event.text);
    default:
      return [];
  }
}
