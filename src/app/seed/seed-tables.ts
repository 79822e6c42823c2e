import { CASE_COLUMNS } from '../../features/cases/store/case-row.ts';
import type { Columns } from '../../features/cases/store/columns.ts';
import { CURRENT_LINE, PAST_LINE } from '../../features/cases/store/facts-hash.ts';
import { PERSON_LINE, personValues } from '../../features/cases/store/people-hash.ts';
import { STEP_COLUMNS } from '../../features/cases/store/step-fact-row.ts';
import { splitHashes } from '../../features/cases/vault/vault.ts';
import type { SeededCase } from './seeded-case.ts';

const PLACE: Columns = [
  ['office_id', 'smallint'],
  ['case_id', 'uuid'],
];

/** The tables that seeding fills, in the order in which they are written. */
export const SEED_TABLES = {
  complaint_case: [...PLACE, ['secret_hash', 'bytea'], ...CASE_COLUMNS],
  case_event: [
    ...PLACE,
    ['seq', 'int'],
    ['recorded_at', 'timestamptz'],
    ['key_id', 'text'],
    ['body', 'text'],
    ['mac', 'bytea'],
  ],
  case_text: [
    ...PLACE,
    ['text_id', 'uuid'],
    ['purpose', 'text'],
    ['body', 'text'],
    ['mac', 'bytea'],
    ['author', 'uuid'],
    ['written_at', 'timestamptz'],
  ],
  case_search: [...PLACE, ['received_at', 'timestamptz'], ['words', 'tsvector']],
  identity: [...PLACE, ...PERSON_LINE],
  identity_index: [...PLACE, ['hash', 'bytea'], ['identity_id', 'uuid']],
  case_reader: [...PLACE, ['account_id', 'uuid']],
  register_entry: [
    ...PLACE,
    ['year', 'smallint'],
    ['no', 'int'],
    ['printed', 'text'],
    ['given_at', 'timestamptz'],
    ['cancelled_at', 'timestamptz'],
  ],
  report_fact: [...PLACE, ...CURRENT_LINE, ...STEP_COLUMNS],
  report_fact_past: [...PLACE, ...PAST_LINE],
  anchor_pending: [...PLACE, ['seq', 'int'], ['mac', 'bytea']],
} as const satisfies Readonly<Record<string, Columns>>;

export type SeedTable = keyof typeof SEED_TABLES;
export const SEED_TABLE_NAMES: readonly SeedTable[] = [
  'complaint_case',
  'case_event',
  'case_text',
  'case_search',
  'identity',
  'identity_index',
  'case_reader',
  'register_entry',
  'report_fact',
  'report_fact_past',
  'anchor_pending',
];

/** Hands every row of a case to `add`, in the columns above; `written`: the last of them as COPY takes them. */
export function addSeededCase(
  add: (table: SeedTable, values: readonly unknown[], written?: readonly Uint8Array[]) => void,
  officeId: number,
  keyId: string,
  one: SeededCase,
): void {
  const place = [officeId, one.caseId];
  add('complaint_case', [...place, one.secretHash, ...one.row]);
  for (const entry of one.entries) {
    add('case_event', [...place, entry.seq, entry.recordedAt, keyId, entry.body, entry.mac]);
  }
  for (const text of one.texts) {
    add('case_text', [...place, text.textId, text.purpose, text.body, text.mac, null, text.writtenAt]);
  }
  add('case_search', [...place, one.state.receivedAt, one.words]);
  for (const identity of one.identities) {
    const { identityId, hashes } = identity;
    add('identity', [...place, ...personValues(identity)]);
    for (const hash of new Map(splitHashes(hashes).map((bytes) => [bytes.toString('hex'), bytes])).values()) {
      add('identity_index', [...place, hash, identityId]);
    }
  }
  for (const reader of one.readers) add('case_reader', [...place, reader]);
  const { register } = one;
  if (register !== null) {
    const { year, no, printed, givenAt, cancelledAt } = register;
    add('register_entry', [...place, year, no, printed, givenAt, cancelledAt]);
  }
  const { current, past, steps } = one.facts;
  add('report_fact', place, [current, steps]);
  for (const line of past) add('report_fact_past', place, [line]);
  add('anchor_pending', [...place, one.state.version, one.head]);
}
