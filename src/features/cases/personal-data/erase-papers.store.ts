import type { ClientBase } from 'pg';
import { holdsText } from '../../../domain/papers/holds-text.ts';
import { actorOfHistory, type CaseActor } from '../../../domain/people/case-actor.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { errorCode } from '../../../platform/errors.ts';
import type { NewId } from '../../../platform/ids.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { appendOfficeEvent } from '../../offices/append-office-event.ts';
import { PAPER_COLUMNS, paperOf, type StoredPaper } from '../vault/paper-row.ts';
import { openPaper } from '../vault/paper-seal.ts';

export type PapersErasing = {
  readonly officeId: number;
  readonly caseId: string;
  /** ISO. */
  readonly at: string;
  /** Those that go; null = all of the case. */
  readonly which: readonly string[] | null;
  /** For the ledger; it names nobody. */
  readonly ground: string;
  readonly actor: CaseActor;
};

/**
 * Issued papers of a case tell of its people, and so do the scans of them: what they say goes, their numbers stay. The ledger
 * holds each scan, the chain of the office which papers went. Gives the scans, whose files may go once this is committed.
 */
export async function erasePapers(
  tx: Tx,
  desk: { readonly keyring: Keyring; readonly newId: NewId },
  { officeId, caseId, at, which, ground, actor }: PapersErasing,
): Promise<readonly string[]> {
  const place = [officeId, caseId, at, which];
  const scans = await tx.query<{ id: string }>(
    `update attachment a set wrapped_key = null, sealed_name = null, sha256 = null, erased_at = $3
       from paper_attachment b join paper p using (office_id, paper_id)
      where (b.office_id, b.attachment_id) = (a.office_id, a.attachment_id) and a.erased_at is null
        and p.office_id = $1 and p.case_id = $2 and ($4::uuid[] is null or p.paper_id = any ($4::uuid[]))
      returning a.attachment_id id`,
    place,
  );
  const papers = await tx.query<{ id: string }>(
    `update paper set wrapped_key = null, sealed = null, erased_at = $3
      where office_id = $1 and case_id = $2 and erased_at is null and ($4::uuid[] is null or paper_id = any ($4::uuid[]))
      returning paper_id id`,
    place,
  );
  for (const { id } of scans.rows) {
    await tx.query(
      `insert into erasure_ledger (office_id, erasure_id, at, subject, subject_id, case_id, ground, account_id)
       values ($1, $2, $3, 'attachment', $4, $5, $6, $7)`,
      [officeId, desk.newId(), at, id, caseId, ground, actor.account],
    );
  }
  const gone = papers.rows.map(({ id }) => id).toSorted();
  if (gone.length > 0) {
    const context = { keyring: desk.keyring, actor: actorOfHistory(actor), now: Date.parse(at) };
    await appendOfficeEvent(tx, officeId, { type: 'papers-erased', papers: gone }, context);
  }
  return scans.rows.map(({ id }) => id);
}

/**
 * Papers of the case in which something of this text stands, and those that do not open: what nobody can look into is not known
 * to be without it.
 */
export async function papersHolding(
  tx: ClientBase,
  keyring: Keyring,
  { officeId, caseId }: { readonly officeId: number; readonly caseId: string },
  text: string,
): Promise<readonly string[]> {
  const { rows } = await tx.query<StoredPaper>(
    `select ${PAPER_COLUMNS} from paper where office_id = $1 and case_id = $2 and erased_at is null for update`,
    [officeId, caseId],
  );
  return rows
    .map(paperOf)
    .filter((paper) => {
      if (paper.content === null) return true;
      try {
        return holdsText(openPaper(keyring, paper, paper.content, null), text);
      } catch (error) {
        if (CLOSED.has(errorCode(error))) return true;
        throw error;
      }
    })
    .map(({ paperId }) => paperId);
}

const CLOSED: ReadonlySet<string | null | undefined> = new Set(['seal-broken', 'key-missing']);
