import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { PRECISIONS, SEVERITIES } from '../../../domain/complaint/vocabulary.ts';
import { readBinaryCopy } from '../store/copy-binary.ts';
import { readersOf } from '../store/visible-cases.ts';

export type StateRule =
  /** The folded state of a case cannot be read by PostgreSQL. */
  | 'state-unreadable'
  /** A column beside the sealed state says another thing than the state. */
  | 'column-differs'
  | 'fact-differs'
  /** What reports say of the past has a gap, overlaps, or begins or ends elsewhere than it should. */
  | 'fact-history'
  /** Who may not or may see the case is not whom the state names. */
  | 'people-differ'
  /** A text that the state refers to is not there. */
  | 'text-missing'
  /** Something was erased that the case's history does not know as erased. */
  | 'erasure-unknown';
export type StateFinding = { readonly rule: StateRule; readonly what: string; readonly count: number };

/** Half a character or a NUL as JSON escapes them, with an odd number of backslashes before. */
const BROKEN_ESCAPE = String.raw`(?<!\\)(\\\\)*\\u(d[89a-f]|0000)`;
const IS_READABLE = String.raw`json_typeof(state) = 'object' and not (
  (strpos(state::text, '\ud') > 0 or strpos(state::text, '\u0000') > 0) and state::text ~ '${BROKEN_ESCAPE}')`;

/** One reading of every state; it is sealed by the row, so what stands here is what the history says. */
const TOLD = `create temp table told as
  select c.office_id, c.case_id, c.readable, s.ticket, s."receivedAt" as received_at, s.precision,
    s."recordedAt" as recorded_at, s."firstReactionAt" as first_reaction_at, s."answeredAt" as answered_at,
    s."closedAt" as closed_at, s.cancelled, s.severity ->> 'first' as severity_first,
    (s.marks ->> 'anonymous')::boolean as anonymous,
    coalesce((s.answer ->> 'atDesk')::boolean, false) as at_desk,
    json_array_length(s.people -> 'reporters') as complainants,
    array_remove(array[s.matter, s."safeContact", s.answer ->> 'text', s."draftAnswer" ->> 'text',
      s.closed ->> 'narrative'], null) as texts,
    case when json_array_length(s.people -> 'respondents') = 0 then '{}' else array(
      select distinct (r ->> 'account')::uuid from json_array_elements(s.people -> 'respondents') r
       where r ->> 'account' is not null order by 1) end as respondents,
    s.erased
  from (select office_id, case_id, state, ${IS_READABLE} as readable from complaint_case) c
  cross join lateral json_to_record(case when c.readable then c.state end) s (
    ticket text, "receivedAt" timestamptz, precision text, "recordedAt" timestamptz, "firstReactionAt" timestamptz,
    "answeredAt" timestamptz, "closedAt" timestamptz, cancelled boolean, severity json, marks json, answer json,
    people json, matter text, "safeContact" text, "draftAnswer" json, closed json, erased json)`;

const codeOf = (words: readonly string[], column: string): string =>
  `array_position(array[${words.map((word) => `'${word}'`).join(', ')}], ${column}) - 1`;

const FACTS: readonly (readonly [column: string, told: string])[] = [
  ...(['cancelled', 'anonymous', 'at_desk', 'complainants'] as const).map(
    (name) => [name, `s.${name}`] as const,
  ),
  ...(['first_reaction_at', 'answered_at', 'closed_at'] as const).map((name) => [name, `s.${name}`] as const),
  ['severity_first', codeOf(SEVERITIES, 's.severity_first')],
  ['receipt_precision', codeOf(PRECISIONS, 's.precision')],
  [
    'received_on',
    `date_trunc(case s.precision when 'month' then 'month' else 'day' end, s.received_at at time zone o.zone)::date`,
  ],
];

const CHECKS: readonly { readonly rule: StateRule; readonly what: string; readonly sql: string }[] = [
  {
    rule: 'state-unreadable',
    what: 'complaint_case',
    sql: 'select count(*) from told where not readable or ticket is null',
  },
  {
    rule: 'column-differs',
    what: 'complaint_case',
    sql: `select count(*) from told s join complaint_case c using (office_id, case_id) where s.readable
      and (c.recorded_at, c.received_at, c.ticket) is distinct from (s.recorded_at, s.received_at, s.ticket)`,
  },
  {
    rule: 'fact-differs',
    what: 'report_fact beside the state',
    sql: `select count(*) from told s join office o using (office_id) join report_fact f using (office_id, case_id)
      where s.readable and (${FACTS.map(([column, told]) => `f.${column} is distinct from ${told}`).join(' or ')}
        or (f.answered_at is null and f.answer_working_days is not null))`,
  },
  {
    rule: 'fact-history',
    what: 'report_fact_past',
    sql: `select count(*) from (
        select p.effective_from, p.effective_to, p.recorded_from, f.effective_from as current_from,
          lead(p.effective_from) over stretch as next_from
        from report_fact_past p left join report_fact f using (office_id, case_id)
        where p.recorded_to = 'infinity'
        window stretch as (partition by p.office_id, p.case_id order by p.effective_from)) known
      where effective_to is distinct from coalesce(next_from, current_from) or effective_from >= effective_to`,
  },
  {
    rule: 'fact-history',
    what: 'report_fact_past from the receipt on',
    sql: `select count(*) from told s join report_fact f using (office_id, case_id)
      left join (select office_id, case_id, min(effective_from) as first from report_fact_past
        where recorded_to = 'infinity' group by 1, 2) p using (office_id, case_id)
      where s.readable and coalesce(p.first, f.effective_from) <> s.received_at`,
  },
  {
    rule: 'people-differ',
    what: 'case_respondent',
    sql: `select count(*) from told s left join (
        select office_id, case_id, array_agg(account_id order by account_id) as accounts from case_respondent
         group by 1, 2) t using (office_id, case_id)
      where s.readable and s.respondents <> coalesce(t.accounts, '{}')`,
  },
  {
    rule: 'people-differ',
    what: 'case_reader of an open case',
    sql: `select count(*) from case_reader r join complaint_case c using (office_id, case_id) where not c.restricted`,
  },
  {
    rule: 'text-missing',
    what: 'case_text',
    sql: `select count(*) from (select office_id, case_id, unnest(texts) as id from told) s
      left join case_text t on t.office_id = s.office_id and t.case_id = s.case_id
        and t.text_id = case when s.id ~ '^[0-9a-f-]{36}$' then s.id::uuid end
      where t.purpose is null`,
  },
  ...(['case_text', 'identity'] as const).map((table) => ({
    rule: 'erasure-unknown' as const,
    what: table,
    sql: `select count(*) from ${table} t join told s using (office_id, case_id) where t.erased_at is not null
      and s.readable and not s.erased::jsonb ? t.${table === 'identity' ? 'identity_id' : 'text_id'}::text`,
  })),
];

/**
 * Holds everything that SQL can tell from the sealed state of each case against the columns, figures, people and
 * texts beside it; one finding for each check that fails. Run as the owner, on a connection of its own (it makes a
 * temporary table).
 */
export async function verifyStates(owner: ClientBase): Promise<readonly StateFinding[]> {
  const findings: StateFinding[] = [];
  try {
    await owner.query(TOLD);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // A value of the wrong kind: the row's seal is broken as well, and the other checks say where.
    return [{ rule: 'state-unreadable', what: error.message, count: 1 }];
  }
  try {
    await owner.query('analyze told');
    for (const { rule, what, sql } of CHECKS) {
      const { rows } = await owner.query<{ count: number }>(sql);
      const count = rows[0]?.count ?? 0;
      if (count > 0) findings.push({ rule, what, count });
    }
    const readers = await countDifferingReaders(owner);
    if (readers > 0) findings.push({ rule: 'people-differ', what: 'case_reader', count: readers });
  } finally {
    await owner.query('drop table told');
  }
  return findings;
}

/** Restricted cases are few, and who reads them is the rule of the core: each state is read here. */
async function countDifferingReaders(owner: ClientBase): Promise<number> {
  let differing = 0;
  const reader = readBinaryCopy(([state, readers]) => {
    if (!state || !readers) throw new Error('A restricted case has an empty column');
    const folded: CaseState = JSON.parse(state.toString('utf8'));
    if ([...readersOf(folded)].sort().join() !== readers.toString('utf8')) differing += 1;
  });
  const stream: AsyncIterable<Buffer> = owner.query(
    copyTo(`copy (
      select c.state::text, coalesce((select string_agg(r.account_id::text, ',' order by r.account_id) from case_reader r
        where r.office_id = c.office_id and r.case_id = c.case_id), '')
      from complaint_case c join told s using (office_id, case_id) where c.restricted and s.readable
    ) to stdout (format binary)`),
  );
  for await (const chunk of stream) reader.push(chunk);
  reader.end();
  return differing;
}
