import type { Doubt } from '../../domain/registers/doubt-rules.ts';
import { likeEarlierRow } from '../../domain/registers/doubts-between-rows.ts';
import type { ImportedRow } from '../../domain/registers/register-row.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { blindIndexes } from '../../platform/keyring.ts';
import type { CaseDesk } from '../cases/doors/case-desk.ts';
import type { Office } from '../offices/office.read.ts';
import type { KnownRow } from './accept-suggestions.ts';

export type FreshRow = {
  readonly row: ImportedRow;
  /** The row's own name and that of every row like it, under the key of now. */
  readonly hash: Buffer;
  readonly like: Buffer;
};

type Written = {
  readonly row_hash: Buffer;
  readonly like_hash: Buffer | null;
  readonly case_id: string;
  readonly sheet: string;
  readonly row_no: number;
};

/**
 * Rows that no import has written yet, or only one that was taken back, and the others; each is named by keyed hashes, under
 * any key this installation ever had. A fresh row that is like one written before carries its doubt.
 */
export async function findFreshRows(
  tx: Tx,
  { keyring }: CaseDesk,
  { officeId }: Office,
  rows: readonly ImportedRow[],
): Promise<{
  readonly fresh: readonly FreshRow[];
  readonly known: readonly KnownRow[];
  readonly doubts: readonly Doubt[];
}> {
  const named = rows.map((row) => ({
    row,
    hashes: blindIndexes(keyring, officeId, 'import-row', row.fingerprint),
    likes: blindIndexes(keyring, officeId, 'import-row-like', row.likeness),
  }));
  const { rows: written } = await tx.query<Written>(
    `select row_hash, like_hash, case_id, sheet, row_no from register_import_row
      where office_id = $1 and (row_hash = any($2) or like_hash = any($3)) and taken_back_at is null
      order by row_no desc`,
    [officeId, named.flatMap(({ hashes }) => hashes), named.flatMap(({ likes }) => likes)],
  );
  const same = new Map(written.map((one) => [one.row_hash.toString('hex'), one]));
  const alike = new Map(
    written.flatMap((one) => (one.like_hash === null ? [] : [[one.like_hash.toString('hex'), one] as const])),
  );
  const fresh: FreshRow[] = [];
  const known: KnownRow[] = [];
  const doubts: Doubt[] = [];
  for (const { row, hashes, likes } of named) {
    const earlier = firstOf(same, hashes);
    const [[hash], [like]] = [hashes, likes];
    if (earlier !== undefined) known.push({ row, caseId: earlier.case_id });
    else if (hash !== undefined && like !== undefined) {
      const other = firstOf(alike, likes);
      const own = other === undefined ? [] : [likeEarlierRow(row, { sheet: other.sheet, row: other.row_no })];
      doubts.push(...own);
      fresh.push({ row: { ...row, doubts: [...row.doubts, ...own] }, hash, like });
    }
  }
  return { fresh, known, doubts };
}

function firstOf(written: ReadonlyMap<string, Written>, hashes: readonly Buffer[]): Written | undefined {
  return hashes.map((one) => written.get(one.toString('hex'))).find((one) => one !== undefined);
}
