import type { ClientBase } from 'pg';
import { attachmentsOf, attachmentsOfComplainant } from '../../../domain/complaint/attachments-of-event.ts';
import { entriesOfClosedLane } from '../../../domain/complaint/closed-lane.ts';
import type { ComplaintEvent } from '../../../domain/complaint/event.ts';
import { versionsOf } from '../../../domain/complaint/identities-of-case.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { awaitsRespondent } from '../../../domain/people/may.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { appendToCase } from '../acts/append-to-case.ts';
import { eraseAttachments } from '../attachments/attachment.store.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import { type CaseRef, type LoadedCase, lockCase } from '../store/load-case.read.ts';
import { type AccessAction, logAccess } from '../vault/access-log.store.ts';
import { SEARCHED, TELLING_OF_PEOPLE } from '../vault/keeper.ts';
import { searchWords } from '../vault/search-words.ts';
import { splitHashes } from '../vault/vault.ts';
import { erasePapers, papersHolding } from './erase-papers.store.ts';

export type ErasureRequest = {
  readonly office: Office;
  readonly ref: CaseRef;
  readonly subject:
    | { readonly identity: string }
    | { readonly text: string }
    | { readonly attachment: string };
  /** Why, e.g. "permintaan subjek data"; it stands in the ledger and must name nobody. */
  readonly ground: string;
  readonly actor: CaseActor;
};
export type ErasureResult =
  /** `files`: those whose keys are destroyed; what is left of them in the folder may go once this is committed. */
  | {
      readonly ok: true;
      readonly erasureId: string;
      readonly version: number;
      readonly files: readonly string[];
    }
  | {
      readonly ok: false;
      readonly refusal: 'case-not-found' | 'nothing-to-erase' | 'ground-required' | 'respondent-undecided';
    };

/**
 * Erases a person or a text for good (design law 7): destroys the key or the text, the blind indexes, the search
 * words, the answers kept for repeats and the likeness to rows of an old register, and writes the ledger of erasures.
 * With a person go the former identities that corrections of his data left in the vault. With a complainant, or whom
 * the case concerns, goes what may say how he is reached: the safe contact, the remarks of an old register, and every file
 * that came from his side; with a text the files of its entry and every issued paper in which
 * something of it stands, with a person every paper of the case. The
 * history only ever held the reference, so its chain stays whole and gains an entry for each. `now` in milliseconds.
 * Whoever calls has made sure that the actor may do this. Refuses while nobody has said who the terlapor is: whoever erases
 * may be he (rule 28).
 */
export function erasePersonalData(
  desk: CaseDesk,
  request: ErasureRequest,
  now: number,
): Promise<ErasureResult> {
  const { office, actor, subject, ground } = request;
  const { officeId } = office;
  return withOffice(desk.pool, officeId, async (tx): Promise<ErasureResult> => {
    if (ground.trim() === '') return { ok: false, refusal: 'ground-required' };
    const loaded = await lockCase(tx, desk.keyring, officeId, request.ref);
    if (loaded === null) return { ok: false, refusal: 'case-not-found' };
    if (awaitsRespondent(loaded.head.state)) return { ok: false, refusal: 'respondent-undecided' };
    const { caseId } = loaded;
    const context = contextOf(office, actor, Math.max(now, Date.parse(loaded.changedAt)));
    const at = context.now;
    // Read before it is gone: by it the papers are known that hold it.
    const papers = await papersOf(tx, desk.keyring, { officeId, caseId }, subject);
    const erased =
      'identity' in subject
        ? await erasePerson(tx, officeId, loaded, subject.identity, at)
        : 'text' in subject
          ? await eraseText(tx, officeId, loaded, subject.text, at)
          : await eraseFiles(tx, officeId, loaded, [subject.attachment], at);
    if (erased.length === 0) return { ok: false, refusal: 'nothing-to-erase' };
    await eraseTraces(tx, officeId, caseId);
    const scans = await erasePapers(tx, desk, { officeId, caseId, at, which: papers, ground, actor });
    const erasures = erased.map(([kind, id]) => ({ kind, id, ledger: desk.newId() }));
    for (const { kind, id, ledger } of erasures) {
      await tx.query(
        `insert into erasure_ledger (office_id, erasure_id, at, subject, subject_id, case_id, ground, account_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [officeId, ledger, at, kind, id, caseId, ground, actor.account],
      );
      await logAccess(tx, officeId, {
        accessId: desk.newId(),
        at: now,
        actor,
        caseId,
        reason: ledger,
        action: ERASED_AS[kind],
        identityId: kind === 'identity' ? id : null,
        attachmentId: kind === 'attachment' ? id : null,
      });
    }
    const state = await appendToCase(tx, desk.keyring, office, loaded, {
      events: erasures.map(({ kind, id, ledger }) => erasedEvent(kind, id, ledger, at)),
      actor,
      recordedAt: at,
      keeper: null,
    });
    const erasureId = erasures[0]?.ledger ?? '';
    const files = erased.flatMap(([kind, id]) => (kind === 'attachment' ? [id] : []));
    return { ok: true, erasureId, version: state.version, files: [...files, ...scans] };
  });
}

/** Which papers go: all with a person, those that hold the text with a text, none with a file; null = all of the case. */
async function papersOf(
  tx: ClientBase,
  keyring: Keyring,
  place: { readonly officeId: number; readonly caseId: string },
  subject: ErasureRequest['subject'],
): Promise<readonly string[] | null> {
  if ('identity' in subject) return null;
  if ('attachment' in subject) return [];
  const { rows } = await tx.query<{ body: string | null }>(
    'select body from case_text where office_id = $1 and case_id = $2 and text_id = $3',
    [place.officeId, place.caseId, subject.text],
  );
  const body = rows[0]?.body ?? null;
  return body === null ? [] : papersHolding(tx, keyring, place, body);
}

type Kind = 'identity' | 'text' | 'attachment';
type Erased = readonly [kind: Kind, id: string];

const ERASED_AS = {
  identity: 'identity-erased',
  text: 'text-erased',
  attachment: 'file-erased',
} as const satisfies Record<Kind, AccessAction>;

function erasedEvent(kind: Kind, id: string, ledger: string, at: string): ComplaintEvent {
  if (kind === 'identity') return { type: 'identity-erased', at, identity: id, ledger };
  return kind === 'text'
    ? { type: 'text-erased', at, text: id, ledger }
    : { type: 'attachment-erased', at, attachment: id, ledger };
}

async function eraseFiles(
  tx: ClientBase,
  officeId: number,
  { caseId }: LoadedCase,
  ids: readonly string[],
  at: string,
): Promise<readonly Erased[]> {
  const erased = await eraseAttachments(tx, officeId, caseId, ids, at);
  return erased.map((id) => ['attachment', id]);
}

/** Destroys whatever is left of a person: every version's key, content and indexes, and what tells of him. */
async function erasePerson(
  tx: ClientBase,
  officeId: number,
  loaded: LoadedCase,
  identityId: string,
  at: string,
): Promise<readonly Erased[]> {
  const { caseId } = loaded;
  const left = versionsOf(identityId, loaded.events).flatMap((version) =>
    loaded.people.filter((one) => one.identityId === version && one.wrappedKey !== null),
  );
  if (left.length === 0) return [];
  const ids = left.map((one) => one.identityId);
  const hashes = left.flatMap((one) => splitHashes(one.hashes));
  await tx.query(
    `delete from identity_index
      where office_id = $1 and hash = any ($2::bytea[]) and case_id = $3 and identity_id = any ($4::uuid[])`,
    [officeId, hashes, caseId, ids],
  );
  await tx.query(
    `update identity set wrapped_key = null, sealed = null, hashes = null, erased_at = $4
      where office_id = $1 and case_id = $2 and identity_id = any ($3::uuid[])`,
    [officeId, caseId, ids, at],
  );
  const telling = left.some((one) => one.part !== 'respondent');
  const told = telling ? await eraseTellingTexts(tx, officeId, caseId, at) : [];
  const files = telling ? attachmentsOfComplainant(loaded.events) : [];
  const brought = await eraseFiles(tx, officeId, loaded, files, at);
  return [...ids.map((id) => ['identity', id] as const), ...told, ...brought];
}

/** Destroys what may say how a complainant, or whom the case concerns, is reached; no words are found by it. */
async function eraseTellingTexts(
  tx: ClientBase,
  officeId: number,
  caseId: string,
  at: string,
): Promise<readonly Erased[]> {
  const { rows } = await tx.query<{ text_id: string }>(
    `update case_text set body = null, mac = null, erased_at = $4
      where office_id = $1 and case_id = $2 and purpose = any ($3::text[]) and body is not null returning text_id`,
    [officeId, caseId, [...TELLING_OF_PEOPLE], at],
  );
  return rows.map(({ text_id: textId }) => ['text', textId]);
}

/**
 * Destroys a text and the words it was found by; gives none when there was nothing left. What was written in the closed lane
 * is found by no words (rule 27).
 */
async function eraseText(
  tx: ClientBase,
  officeId: number,
  loaded: LoadedCase,
  textId: string,
  at: string,
): Promise<readonly Erased[]> {
  const { caseId, events } = loaded;
  const { rowCount } = await tx.query(
    `update case_text set body = null, mac = null, erased_at = $4
      where office_id = $1 and case_id = $2 and text_id = $3 and body is not null`,
    [officeId, caseId, textId, at],
  );
  if (rowCount === 0) return [];
  const { rows } = await tx.query<{ text_id: string; body: string }>(
    `select text_id, body from case_text where office_id = $1 and case_id = $2 and body is not null
        and purpose = any ($3)`,
    [officeId, caseId, [...SEARCHED]],
  );
  const lane = entriesOfClosedLane(events);
  const open = JSON.stringify(events.filter(({ seq }) => !lane.has(seq)));
  const found = rows.filter((row) => open.includes(row.text_id));
  const words = searchWords(found.map((row) => row.body).join(' '));
  await tx.query(
    'update case_search set words = array_to_tsvector($3::text[]) where office_id = $1 and case_id = $2',
    [officeId, caseId, words],
  );
  const entries = events.filter(({ event }) => JSON.stringify(event).includes(textId));
  const files = entries.flatMap(({ event }) => attachmentsOf(event));
  return [['text', textId], ...(await eraseFiles(tx, officeId, loaded, files, at))];
}

/**
 * Kept answers may speak of the person: emptied, so that a late repeat is refused and not entered twice. And no guess at
 * names and matter is told any more that an old register held them.
 */
async function eraseTraces(tx: ClientBase, officeId: number, caseId: string): Promise<void> {
  const place = [officeId, caseId];
  await tx.query(`update kept_answer set sealed = '' where office_id = $1 and case_id = $2`, place);
  await tx.query(
    'update register_import_row set like_hash = null where office_id = $1 and case_id = $2',
    place,
  );
}
