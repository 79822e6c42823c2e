import type { ClientBase, Pool } from 'pg';
import { PROVENANCES } from '../../../domain/complaint/vocabulary.ts';
import { FACT_COLUMNS } from '../store/fact-row.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';

export type TotalRule =
  /** The row that reports count says another thing than the case. */
  | 'fact-differs'
  | 'fact-missing'
  | 'fact-without-case'
  /** A number of the register is missing, or stands twice, or beyond the counter. */
  | 'register-gap'
  /** A number says another thing than its case: whose it is, as printed, BATAL or not, the day it was given. */
  | 'register-differs'
  /** A case or a person is not found by what it is searched by, or by something else. */
  | 'search-differs'
  /** Something that belongs to no case. */
  | 'dangling'
  /** Erased without a line in the ledger, or in the ledger and still there. */
  | 'erasure-unrecorded'
  | 'erasure-undone'
  /** An account, its roles or its end, or a token, is another than the chain of its office says. */
  | 'account-differs'
  /** The office, or a version of it, is another than its chain says was applied. */
  | 'office-differs'
  /** The calendar is another than the tables that Tanggap brings. */
  | 'calendar-differs'
  /** What the database itself runs or allows is other than the migrations make it. */
  | 'program-differs'
  /** A row of an old register is not known as imported any more, or as another, and could be imported twice. */
  | 'import-differs';
export type TotalFinding = { readonly rule: TotalRule; readonly what: string; readonly count: number };

/** Same column in both tables. */
const SHARED = ['status', 'kind', 'channel', 'service', 'category', 'severity', 'unit', 'place', 'outcome'];
const SHARED_FLAGS = ['provenance', 'counted', 'urgent', 'protected', 'register_year', 'register_no'];
/** Whether a fact `f` says another thing than its case `c`; columns that only the state tells stand elsewhere. */
export const FACT_DIFFERS: string = [
  ...[...SHARED, ...SHARED_FLAGS].map((column) => `c.${column} is distinct from f.${column}`),
  '(f.answered_at is null and f.answer_working_days is not null)',
].join(' or ');

/** What may have stood otherwise for a time; everything else is told of the past as it is known now. */
const CHANGES = new Set([
  'status',
  'outcome',
  'unit',
  'answered_at',
  'closed_at',
  'answer_working_days',
  'due_at',
  'at_desk',
  'answer_way',
  'reaction_time',
  'finish_time',
]);
/** Whether a known stretch of the past `p` says another thing than the current fact `f` (`factTimeline`). */
export const PAST_DIFFERS: string = [
  ...FACT_COLUMNS.flatMap(([column]) =>
    CHANGES.has(column) ? [] : `p.${column} is distinct from f.${column}`,
  ),
  '(p.answer_working_days is not null and p.answer_working_days is distinct from f.answer_working_days)',
  '(p.answered_at is null and p.answer_working_days is not null)',
].join(' or ');

const CHECKS: readonly { readonly rule: TotalRule; readonly what: string; readonly sql: string }[] = [
  {
    rule: 'register-gap',
    what: 'register_entry',
    sql: `select count(*) from register_counter r left join lateral (
        select count(*) as given, min(no) as first, max(no) as last from register_entry e
         where e.office_id = r.office_id and e.year = r.year) e on true
      where e.given <> r.next_no - r.first_no
         or (e.given > 0 and (e.first <> r.first_no or e.last <> r.next_no - 1))`,
  },
  {
    rule: 'register-gap',
    what: 'register_entry without register_counter',
    sql: `select count(*) from register_entry e where not exists (
      select from register_counter r where r.office_id = e.office_id and r.year = e.year)`,
  },
  {
    rule: 'register-differs',
    what: 'complaint_case',
    sql: `select count(*) from complaint_case c full join register_entry e
        on e.office_id = c.office_id and e.year = c.register_year and e.no = c.register_no
      where (c.register_no is not null or e.no is not null) and c.case_id is distinct from e.case_id`,
  },
  ...['report_fact', 'identity', 'case_respondent', 'case_reader', 'register_import_row'].map(
    (table) =>
      ({
        rule: table === 'report_fact' ? 'fact-without-case' : 'dangling',
        what: table,
        sql: `select count(*) from ${table} t where not exists (
          select from complaint_case c where c.office_id = t.office_id and c.case_id = t.case_id)`,
      }) as const,
  ),
  {
    rule: 'import-differs',
    what: 'register_import_row',
    // The second entry of an imported case names the row by the beginning of its hash.
    sql: `select count(*) from complaint_case c
        left join case_event e on e.office_id = c.office_id and e.case_id = c.case_id and e.seq = 2
        left join register_import_row r on r.office_id = c.office_id and r.case_id = c.case_id
      where c.provenance = ${vocabularyCode(PROVENANCES, 'register-lama')}
        and left(encode(r.row_hash, 'hex'), 32) is distinct from substring(e.body from '"row":"([0-9a-f]{32})"')`,
  },
  {
    rule: 'import-differs',
    what: 'register_import_row taken back',
    // Else the same row of the book could come in a second time beside a case that counts.
    sql: `select count(*) from register_import_row r join complaint_case c using (office_id, case_id)
      where r.taken_back_at is not null and not (c.state ->> 'cancelled')::boolean`,
  },
  {
    rule: 'search-differs',
    what: 'case_search',
    sql: `select count(*) from complaint_case c full join case_search s using (office_id, case_id)
      where c.received_at is distinct from s.received_at`,
  },
  {
    rule: 'search-differs',
    what: 'identity_index',
    sql: `select count(*) from (
        select office_id, substr(hashes, n * 16 + 1, 16) as hash, case_id, identity_id, true as is_kept
          from identity, generate_series(0, length(hashes) / 16 - 1) n) i
        full join (select *, true as is_found from identity_index) x using (office_id, hash, case_id, identity_id)
      where is_kept is null or is_found is null`,
  },
  ...[
    { table: 'case_text', subject: 'text', id: 'text_id' },
    { table: 'office_text', subject: 'text', id: 'text_id' },
    { table: 'identity', subject: 'identity', id: 'identity_id' },
    { table: 'attachment', subject: 'attachment', id: 'attachment_id' },
  ].flatMap(({ table, subject, id }) => {
    const entry = `l.office_id = t.office_id and l.subject = '${subject}' and l.subject_id = t.${id}`;
    const unrecorded = `select count(*) from ${table} t where t.erased_at is not null
      and not exists (select from erasure_ledger l where ${entry})`;
    const undone = `select count(*) from erasure_ledger l join ${table} t on ${entry} where t.erased_at is null`;
    return [
      { rule: 'erasure-unrecorded' as const, what: table, sql: unrecorded },
      { rule: 'erasure-undone' as const, what: table, sql: undone },
    ];
  }),
  {
    rule: 'erasure-unrecorded',
    what: 'identity without its key',
    sql: `select count(*) from identity
      where (erased_at is null) <> (wrapped_key is not null and sealed is not null and hashes is not null)`,
  },
  {
    rule: 'dangling',
    what: 'case_group beside the case',
    sql: `select count(*) from case_group g left join complaint_case c using (office_id, case_id)
      where c.state ->> 'group' is distinct from g.group_id::text`,
  },
  {
    rule: 'erasure-unrecorded',
    what: 'attachment without its key',
    sql: `select count(*) from attachment
      where (erased_at is null) <> (wrapped_key is not null and sealed_name is not null and sha256 is not null)`,
  },
];

/**
 * Counts in which the parts of the store must agree, beside what is judged case by case; one finding for each that
 * does not. Run as the owner.
 */
export async function verifyTotals(
  owner: Pick<ClientBase | Pool, 'query'>,
): Promise<readonly TotalFinding[]> {
  const findings: TotalFinding[] = [];
  for (const { rule, what, sql } of CHECKS) {
    const { rows } = await owner.query<{ count: number }>(sql);
    const count = rows[0]?.count ?? 0;
    if (count > 0) findings.push({ rule, what, count });
  }
  return findings;
}
