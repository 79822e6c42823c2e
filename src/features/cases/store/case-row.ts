import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { nearestDue } from '../../../domain/complaint/deadlines-of-case.ts';
import { isCounted } from '../../../domain/complaint/is-counted.ts';
import { FINISHED } from '../../../domain/complaint/status-sets.ts';
import {
  CHANNELS,
  CLOCKS,
  KINDS,
  OUTCOMES,
  PROVENANCES,
  SEVERITIES,
  STATUSES,
} from '../../../domain/complaint/vocabulary.ts';
import { isWithheld } from '../../../domain/people/may.ts';
import { rowMac } from '../../../platform/chain.ts';
import { sha256 } from '../../../platform/crypto.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { readableJson } from '../history/readable-json.ts';
import type { Columns } from './columns.ts';
import { vocabularyCode } from './vocabulary-code.ts';

/** The columns of complaint_case that follow from the state, in the order in which `caseRow` gives their values. */
export const CASE_COLUMNS: Columns = [
  ['ticket', 'text'],
  ['version', 'int'],
  ['head_mac', 'bytea'],
  ['row_key_id', 'text'],
  ['row_mac', 'bytea'],
  ['facts_hash', 'bytea'],
  ['people_hash', 'bytea'],
  ['status', 'smallint'],
  ['kind', 'smallint'],
  ['channel', 'smallint'],
  ['service', 'smallint'],
  ['category', 'smallint'],
  ['severity', 'smallint'],
  ['unit', 'smallint'],
  ['place', 'smallint'],
  ['outcome', 'smallint'],
  ['provenance', 'smallint'],
  ['received_at', 'timestamptz'],
  ['recorded_at', 'timestamptz'],
  ['changed_at', 'timestamptz'],
  ['register_year', 'smallint'],
  ['register_no', 'int'],
  ['due_at', 'timestamptz'],
  ['due_clock', 'smallint'],
  ['is_open', 'boolean'],
  ['counted', 'boolean'],
  ['urgent', 'boolean'],
  ['protected', 'boolean'],
  ['restricted', 'boolean'],
  ['owner', 'uuid'],
  ['state', 'json'],
];

/**
 * The columns that the row's seal covers, as one SQL expression that gives the very line that the seal is over, so
 * that `verify` need not know each column. Instants in milliseconds. Beside it `verify` holds ticket, receipt, `recorded_at`
 * and `due_clock` against the sealed state and `changed_at` against the last entry.
 */
export const SEALED_LINE_SQL = `concat_ws('|', office_id, case_id, ticket, version, status, kind, channel,
  coalesce(service, -1), coalesce(category, -1), coalesce(severity, -1), coalesce(unit, -1), coalesce(place, -1),
  coalesce(outcome, -1), provenance, (extract(epoch from received_at) * 1000)::bigint,
  coalesce(register_year, -1), coalesce(register_no, -1),
  case when isfinite(due_at) then (extract(epoch from due_at) * 1000)::bigint else -1 end,
  is_open::int, counted::int, urgent::int, protected::int, restricted::int, coalesce(owner::text, '-'),
  encode(facts_hash, 'hex'), encode(people_hash, 'hex'), coalesce(encode(secret_hash, 'hex'), '-'))`;

/** Open until it is closed, cancelled or merged; only open cases stand in the inbox. */
export function isOpen(state: CaseState): boolean {
  return !FINISHED.includes(state.status) && isCounted(state);
}

/**
 * The values of CASE_COLUMNS, sealed. `beside`: see `facts-hash.ts` (both halves) and
 * `people-hash.ts`; what the complainant's secret is held against, null where he has none; `changedAt` is the instant
 * of the last entry, `text` the state as it is written.
 */
export function caseRow(
  keyring: Keyring,
  office: Pick<Office, 'officeId' | 'codes'>,
  caseId: string,
  state: CaseState,
  head: Buffer,
  beside: { readonly facts: Buffer; readonly people: Buffer; readonly secret: Buffer | null },
  changedAt: string,
  text: string = readableJson(state),
): readonly unknown[] {
  const { codeOf } = office.codes;
  const due = isOpen(state) ? nearestDue(state) : null;
  const { now: severity } = state.severity;
  const status = vocabularyCode(STATUSES, state.status);
  const kind = vocabularyCode(KINDS, state.kind);
  const channel = vocabularyCode(CHANNELS, state.channel);
  const codes = [
    codeOf('service', state.service),
    codeOf('category', state.category),
    severity === null ? null : vocabularyCode(SEVERITIES, severity),
    codeOf('unit', state.unit),
    codeOf('place', state.place),
    state.outcome === null ? null : vocabularyCode(OUTCOMES, state.outcome),
  ];
  const provenance = vocabularyCode(PROVENANCES, state.provenance);
  const numbers = [state.register?.year ?? null, state.register?.no ?? null];
  const { urgent, protected: isProtected } = state.marks;
  const flags = [isOpen(state), isCounted(state), urgent, isProtected, isWithheld(state)];
  const line = [
    office.officeId,
    caseId,
    state.ticket,
    state.version,
    status,
    kind,
    channel,
    ...codes.map((code) => code ?? -1),
    provenance,
    Date.parse(state.receivedAt),
    ...numbers.map((number) => number ?? -1),
    due?.dueAt ? Date.parse(due.dueAt) : -1,
    ...flags.map(Number),
    state.owner ?? '-',
    beside.facts.toString('hex'),
    beside.people.toString('hex'),
    beside.secret?.toString('hex') ?? '-',
  ].join('|');
  const { current } = keyring;
  return [
    state.ticket,
    state.version,
    head,
    current.id,
    rowMac(current.forUse('chain'), head, line, sha256(text)),
    beside.facts,
    beside.people,
    status,
    kind,
    channel,
    ...codes,
    provenance,
    state.receivedAt,
    state.recordedAt,
    changedAt,
    ...numbers,
    due?.dueAt ?? 'infinity',
    due === null ? null : vocabularyCode(CLOCKS, due.clock),
    ...flags,
    state.owner,
    text,
  ];
}
