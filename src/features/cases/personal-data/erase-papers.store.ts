import type { ClientBase } from 'pg';
import { holdsText } from '../../../domain/papers/holds-text.ts';
import { errorCode } from '../../../platform/errors.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { PAPER_COLUMNS, paperOf, type StoredPaper } from '../vault/paper-row.ts';
import { openPaper } from '../vault/paper-seal.ts';

/**
 * Issued papers of a case tell of its people, and so do the scans of them: what they say goes, their numbers stay. `which` names
 * those that go; null = all of the case.
 */
export async function erasePapers(
  tx: ClientBase,
  officeId: number,
  caseId: string,
  at: string,
  which: readonly string[] | null = null,
): Promise<void> {
  const place = [officeId, caseId, at, which];
  await tx.query(
    `update attachment a set wrapped_key = null, sealed_name = null, sha256 = null, erased_at = $3
       from paper_attachment b join paper p using (office_id, paper_id)
      where (b.office_id, b.attachment_id) = (a.office_id, a.attachment_id) and a.erased_at is null
        and p.office_id = $1 and p.case_id = $2 and ($4::uuid[] is null or p.paper_id = any ($4::uuid[]))`,
    place,
  );
  await tx.query(
    `update paper set wrapped_key = null, sealed = null, erased_at = $3
      where office_id = $1 and case_id = $2 and erased_at is null and ($4::uuid[] is null or paper_id = any ($4::uuid[]))`,
    place,
  );
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
