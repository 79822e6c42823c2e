import { UNTOUCHED_BY } from '../../domain/registers/as-imported.ts';
import type { Tx } from '../../platform/database/transaction.ts';

/** One import of an old register, and what is left of it. */
export type ImportLine = {
  readonly importId: string;
  readonly file: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
  readonly period: string;
  readonly importedAt: Date;
  /** Name of the account; null where it came by the command line. */
  readonly by: string | null;
  readonly rows: number;
  readonly takenBack: number;
  /** Cases of it that are in the counts now. */
  readonly standing: number;
};

/** The newest imports of an office; of one alone with `importId`. */
export async function listImports(
  tx: Pick<Tx, 'query'>,
  officeId: number,
  importId: string | null = null,
): Promise<readonly ImportLine[]> {
  const { rows } = await tx.query<ImportLine>(
    `select i.import_id as "importId", i.file_name as file, encode(i.file_hash, 'hex') as sha256, i.period,
       i.imported_at as "importedAt", a.name as by, r.rows, r."takenBack", r.standing
     from register_import i
       left join account a on a.office_id = i.office_id and a.account_id = i.imported_by
       cross join lateral (
         select count(*)::int as rows, count(r.taken_back_at)::int as "takenBack",
           (count(*) filter (where c.counted))::int as standing
         from register_import_row r join complaint_case c using (office_id, case_id)
         where r.office_id = i.office_id and r.import_id = i.import_id) r
     where i.office_id = $1 and ($2::text is null or i.import_id::text = $2)
     order by i.imported_at desc, i.import_id desc limit ${MOST_IMPORTS}`,
    [officeId, importId],
  );
  return rows;
}

const MOST_IMPORTS = 200;

/**
 * One import, with how many of its cases are in the counts and have been worked on: taking it back leaves those.
 * Undefined where the office has none of this id. Slow where it is large.
 */
export async function findImport(
  tx: Pick<Tx, 'query'>,
  officeId: number,
  importId: string,
): Promise<{ readonly line: ImportLine; readonly workedOn: number } | undefined> {
  const [line] = await listImports(tx, officeId, importId);
  return line && { line, workedOn: await countWorkedOn(tx, officeId, importId) };
}

async function countWorkedOn(tx: Pick<Tx, 'query'>, officeId: number, importId: string): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from register_import_row r join complaint_case c using (office_id, case_id)
      where r.office_id = $1 and r.import_id = $2 and c.counted and exists (
        select from case_event e where e.office_id = $1 and e.case_id = r.case_id
          and not (e.body::jsonb #>> '{actor,by}') = any ($3))`,
    [officeId, importId, UNTOUCHED_BY],
  );
  return rows[0]?.count ?? 0;
}
