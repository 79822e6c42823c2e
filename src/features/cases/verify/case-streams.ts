import { escapeLiteral } from 'pg';
import { SEALED_LINE_SQL } from '../store/case-row.ts';
import type { Columns } from '../store/columns.ts';
import { CURRENT_LINE, PAST_LINE } from '../store/facts-hash.ts';
import { PERSON_LINE } from '../store/people-hash.ts';
import { STEP_COLUMNS } from '../store/step-fact-row.ts';
import type { CasePlace } from './open-case-rows.ts';
import { FACT_DIFFERS, PAST_DIFFERS } from './verify-totals.ts';

/** Cases after the one place, up to and with the other; null = from the first, to the last. */
export type CaseRange = { readonly after: CasePlace | null; readonly upTo: CasePlace | null };

/** Columns that are hashed together, from the first to the last; `at` gives the place of one by its name. */
export type Line = {
  readonly first: number;
  readonly last: number;
  readonly at: (column: string) => number;
};

/** Office and case stand first in every stream. */
const KEY = ['office_id', 'case_id'];

/** Columns of a statement: naming one adds it and gives the place at which its rows have it. */
function openColumns() {
  const columns: string[] = [];
  const column = (sql: string): number => KEY.length + columns.push(sql) - 1;
  return {
    column,
    line: (of: Columns, table?: string): Line => {
      const names = of.map(([name]) => name);
      const places = new Map(
        names.map((name) => [name, column(table === undefined ? name : `${table}.${name}`)]),
      );
      const at = (name: string): number => {
        const place = places.get(name);
        if (place === undefined) throw new Error(`No column ${name}`);
        return place;
      };
      return { first: at(names[0] ?? ''), last: at(names.at(-1) ?? ''), at };
    },
    sql: (): string => columns.join(', '),
  };
}

const entry = openColumns();
/** An entry of a history: of a case, or of an office. */
export const ENTRY = {
  seq: entry.column('seq'),
  recordedAt: entry.column('recorded_at'),
  keyId: entry.column('key_id'),
  body: entry.column('body'),
  mac: entry.column('mac'),
};
export const ENTRY_SQL = entry.sql();

const text = openColumns();
/** A text, of a case or of an office. */
export const TEXT = {
  id: text.column('text_id'),
  purpose: text.column('purpose'),
  body: text.column('body'),
  mac: text.column('mac'),
  author: text.column('author'),
  writtenAt: text.column('written_at'),
  erasedAt: text.column('erased_at'),
};
export const TEXT_SQL = text.sql();

const past = openColumns();
const pastLine = past.line(PAST_LINE, 'p');
/** What reports count of a case for a time that has ended; `isKnown`: it is still held true of that time. */
export const PAST = {
  line: pastLine,
  from: pastLine.at('effective_from'),
  to: pastLine.at('effective_to'),
  isKnown: past.column(`p.recorded_to = 'infinity'`),
  differs: past.column(PAST_DIFFERS),
};

/** Who stands in a row of people. */
export const PART = { respondent: 0, reader: 1, person: 2, erased: 3 };
const person = openColumns();
const personPart = person.column(
  `case when erased_at is null then ${PART.person} else ${PART.erased} end::smallint`,
);
const personLine = person.line(PERSON_LINE);
/** Somebody of the vault, or, with an account for its id and nothing else, who is complained of or may read. */
export const PERSON = {
  part: personPart,
  line: personLine,
  id: personLine.at('identity_id'),
  keyId: personLine.at('key_id'),
};

const row = openColumns();
/** The current row of a case. */
export const ROW = {
  version: row.column('c.version'),
  headMac: row.column('c.head_mac'),
  keyId: row.column('c.row_key_id'),
  mac: row.column('c.row_mac'),
  changedAt: row.column('c.changed_at'),
  /** The columns under the seal as one line of text. */
  line: row.column('c.line'),
  state: row.column('c.state'),
  recordedAt: row.column('c.recorded_at'),
  receivedAt: row.column('c.received_at'),
  ticket: row.column('c.ticket'),
  dueClock: row.column('c.due_clock'),
  service: row.column('c.service'),
  category: row.column('c.category'),
  unit: row.column('c.unit'),
  place: row.column('c.place'),
  restricted: row.column('c.restricted'),
  factsHash: row.column('c.facts_hash'),
  peopleHash: row.column('c.people_hash'),
};
const figures = row.line(CURRENT_LINE, 'f');
/** What reports count of the case, beside its row; null in a case without it. */
export const FACT = {
  figures,
  steps: row.line(STEP_COLUMNS, 'f'),
  from: figures.at('effective_from'),
  differs: row.column(FACT_DIFFERS),
};
/** The number of the case, beside its row; null in a case without one. */
export const NUMBER = {
  printed: row.column('r.printed'),
  givenAt: row.column('r.given_at'),
  cancelledAt: row.column('r.cancelled_at'),
};

/** The statements of a range, each in no order yet. */
export function streamsOf(
  range: CaseRange,
): Readonly<Record<'entries' | 'texts' | 'past' | 'people' | 'rows', string>> {
  const within = rangeSql(range);
  return {
    entries: selectSql('case_event', ENTRY_SQL, within),
    texts: selectSql('case_text', TEXT_SQL, within),
    past: `select p.office_id, p.case_id, ${past.sql()}
      from (select * from report_fact_past where ${within}) p
      left join (select * from report_fact where ${within}) f using (office_id, case_id)`,
    people: peopleSql(within),
    rows: rowsSql(within),
  };
}

function rangeSql({ after, upTo }: CaseRange): string {
  const key = ({ officeId, caseId }: CasePlace): string => `(${officeId}, ${escapeLiteral(caseId)}::uuid)`;
  const from = after === null ? 'true' : `(office_id, case_id) > ${key(after)}`;
  return upTo === null ? from : `${from} and (office_id, case_id) <= ${key(upTo)}`;
}

function selectSql(table: string, columns: string, within: string): string {
  return `select ${KEY.join(', ')}, ${columns} from ${table} where ${within}`;
}

/** Who stands in the vault of a case, whom it has forgotten, whom it is complained of, who may read it. */
function peopleSql(within: string): string {
  const nothing = PERSON_LINE.slice(1).map(([, type]) => `null::${type}`);
  const account = (part: number): string => [`${part}::smallint`, 'account_id', ...nothing].join(', ');
  return [
    selectSql('identity', person.sql(), within),
    selectSql('case_respondent', account(PART.respondent), within),
    selectSql('case_reader', account(PART.reader), within),
  ].join(' union all ');
}

/** Each case's row with its fact and its number; all lie in the order of their cases. */
function rowsSql(within: string): string {
  return `select c.office_id, c.case_id, ${row.sql()}
    from (select *, ${SEALED_LINE_SQL} as line from complaint_case where ${within}) c
    left join (select * from report_fact where ${within}) f using (office_id, case_id)
    left join (select * from register_entry where ${within}) r on r.office_id = c.office_id and r.case_id = c.case_id
      and r.year = c.register_year and r.no = c.register_no`;
}
