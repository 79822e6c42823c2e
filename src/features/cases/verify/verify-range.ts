import { type ClientBase, escapeLiteral } from 'pg';
import { isZone, type Zone } from '../../../domain/calendar/zone.ts';
import type { ComplaintEvent } from '../../../domain/complaint/event.ts';
import { datedActs } from '../../../domain/reports/fact-of-dated-acts.ts';
import type { CopiedRows } from '../../../platform/database/copied-rows.ts';
import { type CodeAxis, type OfficeCodes, officeCodes } from '../../offices/office-codes.ts';
import { datedEntry } from '../history/dated-entry.ts';
import { SEALED_LINE_SQL } from '../store/case-row.ts';
import { CURRENT_LINE, hashFactLines, PAST_LINE } from '../store/facts-hash.ts';
import { hashPersonLines, PERSON_LINE } from '../store/people-hash.ts';
import { hashLines, type RowLine } from '../store/row-lines.ts';
import { type CasePlace, type CaseRows, openCaseRows, uuidText } from './open-case-rows.ts';
import { type ChainFinding, ENTRY_COLUMNS, openChainJudge, SEALED_ROW_COLUMNS } from './verify-chains.ts';
import { type ChainKeys, openMacs } from './verify-keys.ts';
import {
  BESIDE_STATE,
  isNumberOf,
  judgeState,
  NUMBER_COLUMNS,
  type StateFinding,
  TOLD_COLUMNS,
} from './verify-states.ts';
import { openTextJudge, TEXT_COLUMNS, type TextFinding } from './verify-texts.ts';
import { FACT_DIFFERS, PAST_DIFFERS, type TotalFinding } from './verify-totals.ts';

/** Cases after the one place, up to and with the other; null = from the first, to the last. */
export type CaseRange = { readonly after: CasePlace | null; readonly upTo: CasePlace | null };

export type PeopleRule =
  /** The people of the case are not those that its row was sealed with: one was changed, put there or taken away. */
  | 'people-changed'
  /** Somebody's key was wrapped with a key that is not here. */
  | 'key-missing';
export type PeopleFinding = { readonly rule: PeopleRule } & CasePlace;

/** Something wrong with one entry, row, text or case's people. */
export type CaseFinding =
  | ({ readonly part: 'chain' } & ChainFinding)
  | ({ readonly part: 'text' } & TextFinding)
  | ({ readonly part: 'identity' } & PeopleFinding);
/** How often something is wrong beside the cases. */
export type CountedFinding =
  | ({ readonly part: 'state' } & StateFinding)
  | ({ readonly part: 'total' } & TotalFinding);
export type RangeVerdict = {
  readonly texts: number;
  readonly cases: number;
  readonly entries: number;
  readonly findings: { readonly placed: readonly CaseFinding[]; readonly counted: readonly CountedFinding[] };
};

/** The list is cut here: a store changed as a whole must not fill the memory with findings. */
const MOST_FINDINGS = 10_000;

/** Connections of the owner that see one and the same moment: one for each kind of rows that is read side by side. */
export type VerifyLines = readonly [ClientBase, ClientBase, ClientBase, ClientBase, ClientBase];
export type RangeVerifier = (range: CaseRange) => Promise<RangeVerdict>;

const STATE_AT = 2 + SEALED_ROW_COLUMNS.indexOf('state');
const FACT_AT = STATE_AT + 1 + BESIDE_STATE.length;
const STEPS_AT = FACT_AT + CURRENT_LINE.length;
const NUMBER_AT = FACT_AT + TOLD_COLUMNS.length;
const DIFFERS_AT = NUMBER_AT + NUMBER_COLUMNS.length;
const PAST_END = 1 + PAST_LINE.length;
const BODY_AT = 2 + ENTRY_COLUMNS.indexOf('body');
const [RESPONDENT, READER, PERSON, ERASED] = [0, 1, 2, 3];
const PERSON_AT = 3;
const PERSON_END = PERSON_AT + PERSON_LINE.length - 1;
const KEY_AT = PERSON_AT + PERSON_LINE.findIndex(([name]) => name === 'key_id');

/**
 * Reads each case of a range once, with all that stands beside it in the same order – entries, texts, past figures,
 * people, row and fact – and judges it. Memory does not grow with the number of cases.
 */
export async function openRangeVerifier(lines: VerifyLines, keys: ChainKeys): Promise<RangeVerifier> {
  const [forRows, forEntries, forTexts, forStretches, forPeople] = lines;
  const zones = await readZones(forRows);
  const codes = await readCodes(forRows);
  const macs = openMacs(keys);

  return async (range) => {
    const findings = openFindings();
    let isWhole = true;
    const chains = openChainJudge(macs.find, (rule, at, seq) => {
      isWhole = false;
      findings.ofChain(rule, at, seq);
    });
    const texts = openTextJudge(macs.all, findings.ofText);
    let place: CasePlace = { officeId: 0, caseId: '' };
    let beside = nothingBeside();
    let cases = 0;
    let hasRow = false;
    const within = rangeSql(range);
    // The row comes last: it is judged by all the others.
    const readers: readonly { readonly of: CaseRows; readonly each: (rows: CopiedRows) => void }[] = [
      {
        of: openCaseRows(forEntries, selectSql('case_event', ENTRY_COLUMNS, within), 'seq'),
        each: (rows) => {
          chains.entry(rows);
          const dated = datedEntry(rows.bytes(BODY_AT));
          if (dated !== null) beside.dated.push(dated);
        },
      },
      {
        of: openCaseRows(forTexts, selectSql('case_text', TEXT_COLUMNS, within)),
        each: (rows) => {
          const { textId, isErased } = texts.judge(rows, place.officeId, place.caseId);
          beside.texts.set(textId, isErased);
        },
      },
      {
        of: openCaseRows(forStretches, stretchesSql(within)),
        each: (rows) => {
          beside.pastLines.push(Buffer.from(rows.line(2, PAST_END)));
          if (!rows.bool(PAST_END + 1)) return;
          beside.stretches.push({ from: rows.instant(2), to: rows.instant(3) });
          if (rows.bool(PAST_END + 2)) findings.ofState('fact-differs', 'report_fact_past beside the fact');
        },
      },
      {
        of: openCaseRows(forPeople, peopleSql(within)),
        each: (rows) => {
          const kind = rows.int16(2);
          const isPerson = kind === PERSON || kind === ERASED;
          if (isPerson) beside.personLines.push(Buffer.from(rows.line(PERSON_AT, PERSON_END)));
          if (kind === PERSON) {
            if (macs.find(rows.latin1(KEY_AT)) === null) findings.ofPeople('key-missing', place);
            return;
          }
          const list =
            kind === RESPONDENT ? beside.respondents : kind === READER ? beside.readers : beside.erasedPeople;
          list.push(uuidText(rows.bytes(PERSON_AT)));
        },
      },
      {
        of: openCaseRows(forRows, rowsSql(within)),
        each: (rows) => {
          hasRow = true;
          cases += 1;
          const isSealed = chains.row(rows);
          const zone = zoneOf(zones, place);
          const acts = isWhole ? datedActs(beside.dated, { zone }) : null;
          const besideCase = { ...beside, acts, codes: codes.get(place.officeId) ?? officeCodes([]) };
          const state = judgeState(rows, STATE_AT, isSealed, zone, besideCase, findings.ofState);
          if (state !== null && !isNumberOf(state, rows, NUMBER_AT, zone, acts)) {
            findings.ofTotal('register-differs', 'register_entry beside the case');
          }
          if (!hashPersonLines(beside.personLines).equals(rows.bytes(DIFFERS_AT + 2))) {
            findings.ofPeople('people-changed', place);
          }
          if (rows.isNull(FACT_AT)) findings.ofTotal('fact-missing', 'report_fact');
          else {
            if (rows.bool(DIFFERS_AT)) findings.ofTotal('fact-differs', 'report_fact');
            if (!areSealed(rows, beside.pastLines))
              findings.ofTotal('fact-differs', 'figures beside their seal');
          }
        },
      },
    ];
    await Promise.all(readers.map(({ of }) => of.more()));
    for (let first = firstOf(readers); first !== null; first = firstOf(readers)) {
      place = first.place;
      beside = nothingBeside();
      hasRow = false;
      isWhole = true;
      chains.begin(place);
      for (const { of, each } of readers) while (!of.take(first.key, each)) await of.more();
      chains.end();
      if (!hasRow && beside.texts.size > 0) findings.ofTotal('dangling', 'case_text', beside.texts.size);
    }
    return { cases, entries: chains.entries(), texts: texts.count(), findings: findings.all() };
  };
}

type Beside = {
  readonly texts: Map<string, boolean>;
  readonly pastLines: RowLine[];
  readonly personLines: RowLine[];
  readonly stretches: { from: number; to: number }[];
  readonly respondents: string[];
  readonly readers: string[];
  readonly erasedPeople: string[];
  readonly dated: { readonly event: ComplaintEvent }[];
};

function nothingBeside(): Beside {
  return {
    texts: new Map(),
    pastLines: [],
    personLines: [],
    stretches: [],
    respondents: [],
    readers: [],
    erasedPeople: [],
    dated: [],
  };
}

/** Whether the figures of the case at hand, with all of its past, are those that its row was sealed with. */
function areSealed(rows: CopiedRows, past: readonly RowLine[]): boolean {
  const facts = hashFactLines({ current: rows.line(FACT_AT, STEPS_AT - 1), past });
  const steps = hashLines([rows.line(STEPS_AT, NUMBER_AT - 1)]);
  return Buffer.concat([facts, steps]).equals(rows.bytes(DIFFERS_AT + 1));
}

/** The first case that any of the streams stands on. */
function firstOf(
  readers: readonly { readonly of: CaseRows }[],
): { readonly key: string; readonly place: CasePlace } | null {
  let first: { readonly key: string; readonly of: CaseRows } | null = null;
  for (const { of } of readers) {
    const key = of.key();
    if (key !== null && (first === null || key < first.key)) first = { key, of };
  }
  return first === null ? null : { key: first.key, place: first.of.place() };
}

function zoneOf(zones: ReadonlyMap<number, Zone>, { officeId }: CasePlace): Zone {
  const zone = zones.get(officeId);
  if (zone === undefined) throw new Error(`Office ${officeId} has no zone`);
  return zone;
}

async function readZones(owner: ClientBase): Promise<ReadonlyMap<number, Zone>> {
  const { rows } = await owner.query<{ office_id: number; zone: string }>(
    'select office_id, zone from office',
  );
  return new Map(rows.flatMap(({ office_id, zone }) => (isZone(zone) ? [[office_id, zone] as const] : [])));
}

type CodeRow = { readonly axis: CodeAxis; readonly code: number; readonly key: string };

async function readCodes(owner: ClientBase): Promise<ReadonlyMap<number, OfficeCodes>> {
  const { rows } = await owner.query<CodeRow & { office_id: number }>(
    'select office_id, axis, code, key from office_code',
  );
  const ofOffices = Map.groupBy(rows, ({ office_id }) => office_id);
  return new Map([...ofOffices].map(([officeId, codes]) => [officeId, officeCodes(codes)]));
}

function rangeSql({ after, upTo }: CaseRange): string {
  const row = ({ officeId, caseId }: CasePlace): string => `(${officeId}, ${escapeLiteral(caseId)}::uuid)`;
  const from = after === null ? 'true' : `(office_id, case_id) > ${row(after)}`;
  return upTo === null ? from : `${from} and (office_id, case_id) <= ${row(upTo)}`;
}

function selectSql(table: string, columns: readonly string[], within: string): string {
  return `select office_id, case_id, ${columns.join(', ')} from ${table} where ${within}`;
}

function stretchesSql(within: string): string {
  return `select p.office_id, p.case_id, ${PAST_LINE.map(([name]) => `p.${name}`).join(', ')},
      p.recorded_to = 'infinity', ${PAST_DIFFERS}
    from (select * from report_fact_past where ${within}) p
    left join (select * from report_fact where ${within}) f using (office_id, case_id)`;
}

/** Whom a case is complained of, who may read it, who stands in its vault, whom it has forgotten. */
function peopleSql(within: string): string {
  const [, ...rest] = PERSON_LINE.map(([, type]) => `null::${type}`);
  const account = ['account_id', ...rest];
  const kind = `case when erased_at is null then ${PERSON} else ${ERASED} end::smallint`;
  return [
    selectSql('identity', [`${kind} as kind`, ...PERSON_LINE.map(([name]) => name)], within),
    selectSql('case_respondent', [`${RESPONDENT}::smallint`, ...account], within),
    selectSql('case_reader', [`${READER}::smallint`, ...account], within),
  ].join(' union all ');
}

/** Each case's row with its fact and its number; all lie in the order of their cases. */
function rowsSql(within: string): string {
  return `select c.office_id, c.case_id,
      ${[...SEALED_ROW_COLUMNS, ...BESIDE_STATE].map((column) => `c.${column}`).join(', ')},
      ${TOLD_COLUMNS.map((column) => `f.${column}`).join(', ')},
      ${NUMBER_COLUMNS.map((column) => `r.${column}`).join(', ')}, ${FACT_DIFFERS}, c.facts_hash, c.people_hash
    from (select *, ${SEALED_LINE_SQL} as line from complaint_case where ${within}) c
    left join (select * from report_fact where ${within}) f using (office_id, case_id)
    left join (select * from register_entry where ${within}) r on r.office_id = c.office_id and r.case_id = c.case_id
      and r.year = c.register_year and r.no = c.register_no`;
}

/** Findings as they come, cut where there are too many; those that only count are added up. */
function openFindings() {
  const placed: CaseFinding[] = [];
  const counted: CountedFinding[] = [];
  const add = (finding: CaseFinding): void => {
    if (placed.length < MOST_FINDINGS) placed.push(finding);
  };
  return {
    ofChain: (rule: ChainFinding['rule'], { officeId, caseId }: CasePlace, seq: number | null): void =>
      add({ part: 'chain', rule, officeId, caseId, seq }),
    ofText: (finding: TextFinding): void => add({ part: 'text', ...finding }),
    ofPeople: (rule: PeopleRule, { officeId, caseId }: CasePlace): void =>
      add({ part: 'identity', rule, officeId, caseId }),
    ofState: (rule: StateFinding['rule'], what: string, count = 1): void =>
      addUp(counted, { part: 'state', rule, what, count }),
    ofTotal: (rule: TotalFinding['rule'], what: string, count = 1): void =>
      addUp(counted, { part: 'total', rule, what, count }),
    all: (): RangeVerdict['findings'] => ({ placed, counted }),
  };
}

/** Adds a count to those of its kind; the kinds are few. */
export function addUp(counted: CountedFinding[], finding: CountedFinding): void {
  const at = counted.findIndex(({ rule, what }) => rule === finding.rule && what === finding.what);
  const known = counted[at];
  if (known === undefined) counted.push(finding);
  else counted[at] = { ...known, count: known.count + finding.count };
}
