import type { ClientBase } from 'pg';
import { entriesOfClosedLane } from '../../../domain/complaint/closed-lane.ts';
import type { ComplaintEvent } from '../../../domain/complaint/event.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { appendToCase } from '../acts/append-to-case.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import { type CaseRef, type LoadedCase, lockCase } from '../store/load-case.read.ts';
import { logAccess } from '../vault/access-log.store.ts';
import { SEARCHED, TELLING_OF_PEOPLE } from '../vault/keeper.ts';
import { searchWords } from '../vault/search-words.ts';

export type ErasureRequest = {
  readonly office: Office;
  readonly ref: CaseRef;
  readonly subject: { readonly identity: string } | { readonly text: string };
  /** Why, e.g. "permintaan subjek data"; it stands in the ledger and must name nobody. */
  readonly ground: string;
  readonly actor: CaseActor;
};
export type ErasureResult =
  | { readonly ok: true; readonly erasureId: string; readonly version: number }
  | { readonly ok: false; readonly refusal: 'case-not-found' | 'nothing-to-erase' | 'ground-required' };

/**
 * Erases a person or a text for good (design law 7): destroys the key or the text, the blind indexes, the search
 * words and the answers kept for repeats, and writes the ledger of erasures. With a complainant, or whom the case
 * concerns, goes what may say how he is reached: the safe contact and the remarks of an old register. The history only
 * ever held the reference, so its chain stays whole and gains an entry for each. `now` in milliseconds.
 * Whoever calls has made sure that the actor may do this.
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
    const { caseId } = loaded;
    const context = contextOf(office, actor, Math.max(now, Date.parse(loaded.changedAt)));
    const at = context.now;
    const first: Erased = 'identity' in subject ? ['identity', subject.identity] : ['text', subject.text];
    const erased =
      first[0] === 'identity'
        ? await eraseIdentity(tx, officeId, caseId, first[1], at)
        : await eraseText(tx, officeId, loaded, first[1], at);
    if (!erased) return { ok: false, refusal: 'nothing-to-erase' };
    const told = first[0] === 'identity' ? await eraseTellingTexts(tx, officeId, caseId, first[1], at) : [];
    await eraseTraces(tx, officeId, caseId);
    const erasures = [first, ...told].map(([kind, id]) => ({ kind, id, ledger: desk.newId() }));
    for (const { kind, id, ledger } of erasures) {
      await tx.query(
        `insert into erasure_ledger (office_id, erasure_id, at, subject, subject_id, case_id, ground, account_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [officeId, ledger, at, kind, id, caseId, ground, actor.account],
      );
      await logAccess(tx, officeId, {
        ...{ accessId: desk.newId(), at: now, actor, caseId, reason: ledger },
        action: kind === 'identity' ? 'identity-erased' : 'text-erased',
        identityId: kind === 'identity' ? id : null,
      });
    }
    const state = await appendToCase(tx, desk.keyring, office, loaded, {
      events: erasures.map(
        ({ kind, id, ledger }): ComplaintEvent =>
          kind === 'identity'
            ? { type: 'identity-erased', at, identity: id, ledger }
            : { type: 'text-erased', at, text: id, ledger },
      ),
      actor,
      recordedAt: at,
      keeper: null,
    });
    const erasureId = erasures[0]?.ledger ?? '';
    return { ok: true, erasureId, version: state.version };
  });
}

type Erased = readonly [kind: 'identity' | 'text', id: string];

/** Destroys an identity's key, content and indexes; false when there was nothing left. */
async function eraseIdentity(
  tx: ClientBase,
  officeId: number,
  caseId: string,
  identityId: string,
  at: string,
): Promise<boolean> {
  const { rows } = await tx.query<{ hashes: Buffer | null }>(
    `select hashes from identity where office_id = $1 and case_id = $2 and identity_id = $3 and wrapped_key is not null
      for update`,
    [officeId, caseId, identityId],
  );
  const row = rows[0];
  if (row === undefined) return false;
  await tx.query(
    `delete from identity_index where office_id = $1 and hash = any ($2::bytea[]) and case_id = $3 and identity_id = $4`,
    [officeId, splitHashes(row.hashes), caseId, identityId],
  );
  await tx.query(
    `update identity set wrapped_key = null, sealed = null, hashes = null, erased_at = $4
      where office_id = $1 and case_id = $2 and identity_id = $3`,
    [officeId, caseId, identityId, at],
  );
  return true;
}

/** Destroys what may say how a complainant, or whom the case concerns, is reached; no words are found by it. */
async function eraseTellingTexts(
  tx: ClientBase,
  officeId: number,
  caseId: string,
  identityId: string,
  at: string,
): Promise<readonly Erased[]> {
  const { rows } = await tx.query<{ text_id: string }>(
    `update case_text t set body = null, mac = null, erased_at = $5 from identity i
      where t.office_id = $1 and t.case_id = $2 and t.purpose = any ($4::text[]) and t.body is not null
        and i.office_id = $1 and i.case_id = $2 and i.identity_id = $3 and i.part <> 'respondent'
      returning t.text_id`,
    [officeId, caseId, identityId, [...TELLING_OF_PEOPLE], at],
  );
  return rows.map(({ text_id: textId }) => ['text', textId]);
}

/**
 * Destroys a text and the words it was found by; false when there was nothing left. What was written in the closed lane
 * is found by no words (rule 27).
 */
async function eraseText(
  tx: ClientBase,
  officeId: number,
  { caseId, events }: LoadedCase,
  textId: string,
  at: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update case_text set body = null, mac = null, erased_at = $4
      where office_id = $1 and case_id = $2 and text_id = $3 and body is not null`,
    [officeId, caseId, textId, at],
  );
  if (rowCount === 0) return false;
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
  return true;
}

/** Kept answers may speak of the person: emptied, so that a late repeat is refused and not entered twice. */
async function eraseTraces(tx: ClientBase, officeId: number, caseId: string): Promise<void> {
  await tx.query(`update kept_answer set sealed = '' where office_id = $1 and case_id = $2`, [
    officeId,
    caseId,
  ]);
}

function splitHashes(hashes: Buffer | null): readonly Buffer[] {
  if (hashes === null) return [];
  return Array.from({ length: hashes.length / 16 }, (_, index) =>
    hashes.subarray(index * 16, index * 16 + 16),
  );
}
