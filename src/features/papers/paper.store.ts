import type { ClientBase } from 'pg';
import { type PaperKind, SIGNED_KINDS } from '../../domain/papers/paper-kind.ts';
import { PAPER_COLUMNS, type Paper, paperOf, type StoredPaper } from '../cases/vault/paper-row.ts';
import type { PaperFacts, SealedPaper } from '../cases/vault/paper-seal.ts';

export async function insertPaper(
  tx: ClientBase,
  facts: PaperFacts,
  content: SealedPaper,
  number: { readonly printed: string; readonly key: string } | null,
): Promise<void> {
  await tx.query(
    `insert into paper (office_id, paper_id, kind, case_id, dated, paper_size, letterhead, content_hash, key_id, wrapped_key,
       sealed, issued_by, issued_at, series_year, series_no, number, number_key, meeting_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      ...[
        facts.officeId,
        facts.paperId,
        facts.kind,
        facts.caseId,
        facts.dated,
        facts.paper,
        facts.letterhead,
      ],
      ...[facts.contentHash, content.keyId, content.wrappedKey, content.sealed],
      ...[facts.issuedBy, new Date(facts.issuedAt), facts.series?.year ?? null, facts.series?.no ?? null],
      ...[number?.printed ?? null, number?.key ?? null, facts.meetingId],
    ],
  );
}

/**
 * The next number of an own series in the year of `day` (rule 9). The counter stays locked until the transaction ends: called
 * last; an abort gives the number back.
 */
export async function takeSeriesNumber(
  tx: ClientBase,
  officeId: number,
  kind: PaperKind,
  year: number,
): Promise<number> {
  const { rows } = await tx.query<{ no: number }>(
    `insert into paper_counter as c (office_id, kind, year, next_no) values ($1, $2, $3, 2)
       on conflict (office_id, kind, year) do update set next_no = c.next_no + 1 returning next_no - 1 as no`,
    [officeId, kind, year],
  );
  const [given] = rows;
  if (given === undefined) throw new Error('The counter of papers gave no number');
  return given.no;
}

/** The latest day that a paper of an own series of this year bears, until `today`; null of none. */
export async function findLastDay(
  tx: ClientBase,
  officeId: number,
  kind: PaperKind,
  year: number,
  today: string,
): Promise<string | null> {
  const { rows } = await tx.query<{ day: string | null }>(
    `select to_char(max(dated), 'YYYY-MM-DD') as day from paper
      where office_id = $1 and kind = $2 and series_year = $3 and dated <= $4`,
    [officeId, kind, year, today],
  );
  return rows[0]?.day ?? null;
}

/** One paper, its row locked when something is to be written. */
export async function findPaper(
  tx: ClientBase,
  officeId: number,
  paperId: string,
  lock = false,
): Promise<Paper | null> {
  const { rows } = await tx.query<StoredPaper>(
    `select ${PAPER_COLUMNS} from paper where office_id = $1 and paper_id = $2${lock ? ' for update' : ''}`,
    [officeId, paperId],
  );
  const [row] = rows;
  return row === undefined ? null : paperOf(row);
}

/** Papers of a case, the newest first. */
export async function listCasePapers(
  tx: ClientBase,
  officeId: number,
  caseId: string,
): Promise<readonly Paper[]> {
  const { rows } = await tx.query<StoredPaper>(
    `select ${PAPER_COLUMNS} from paper where office_id = $1 and case_id = $2 order by issued_at desc, paper_id desc limit 200`,
    [officeId, caseId],
  );
  return rows.map(paperOf);
}

/** Papers of a meeting, the newest first. */
export async function listMeetingPapers(
  tx: ClientBase,
  officeId: number,
  meetingId: string,
): Promise<readonly Paper[]> {
  const { rows } = await tx.query<StoredPaper>(
    `select ${PAPER_COLUMNS} from paper where office_id = $1 and meeting_id = $2
      order by issued_at desc, paper_id desc limit 200`,
    [officeId, meetingId],
  );
  return rows.map(paperOf);
}

export type PaperFilter = {
  readonly kind: PaperKind | null;
  readonly state: 'unnumbered' | 'unsigned' | 'to-sign' | 'voided' | null;
  /** Part of a number, without spaces, in capitals. */
  readonly number: string | null;
};

/** Papers of an office by filter, the newest first, at most `most`, from the one that stands at `skip` on. */
export async function listPapers(
  tx: ClientBase,
  officeId: number,
  filter: PaperFilter,
  { most, skip }: { readonly most: number; readonly skip: number },
): Promise<readonly Paper[]> {
  const { rows } = await tx.query<StoredPaper>(
    `select ${PAPER_COLUMNS} from paper
      where office_id = $1 and ($2::text is null or kind = $2) and ($3::text is null or strpos(number_key, $3) > 0)
        and case $4::text when 'unnumbered' then number is null and voided_at is null
                          when 'unsigned' then signed_at is null and voided_at is null
                          when 'to-sign' then signed_at is null and voided_at is null and erased_at is null
                            and kind = any ($7::text[])
                          when 'voided' then voided_at is not null else true end
      order by issued_at desc, paper_id desc limit $5 offset $6`,
    [officeId, filter.kind, filter.number, filter.state, most, skip, SIGNED_KINDS],
  );
  return rows.map(paperOf);
}

/** Says that this entry of the office's chain tells of the paper. */
export async function placePaperEntry(
  tx: ClientBase,
  officeId: number,
  paperId: string,
  seq: number,
): Promise<void> {
  await tx.query('insert into paper_entry (office_id, paper_id, seq) values ($1, $2, $3)', [
    ...[officeId, paperId, seq],
  ]);
}

/** The entries that tell of these papers, by their numbers. */
export async function listPaperEntries(
  tx: ClientBase,
  officeId: number,
  papers: readonly string[],
): Promise<readonly { readonly paperId: string; readonly seq: number }[]> {
  const { rows } = await tx.query<{ paperId: string; seq: number }>(
    'select paper_id as "paperId", seq from paper_entry where office_id = $1 and paper_id = any ($2::uuid[]) order by seq',
    [officeId, papers],
  );
  return rows;
}

/** Papers of all offices by their ids, for `verify`; those after `after`, at most `most`. */
export async function allPapers(
  owner: ClientBase,
  after: string | null,
  most: number,
): Promise<readonly Paper[]> {
  const { rows } = await owner.query<StoredPaper>(
    `select ${PAPER_COLUMNS} from paper where $1::uuid is null or paper_id > $1 order by paper_id limit $2`,
    [after, most],
  );
  return rows.map(paperOf);
}
