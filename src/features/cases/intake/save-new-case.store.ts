import type { ClientBase, Pool } from 'pg';
import { openRecordArrays, type RecordArray } from '../../../platform/database/record-arrays.ts';
import type { Entry } from '../history/new-entries.ts';
import { CASE_COLUMNS } from '../store/case-row.ts';
import { type Columns, columnNames } from '../store/columns.ts';
import { PERSON_LINE, personValues } from '../store/people-hash.ts';
import { CURRENT_FACT_COLUMNS } from '../store/step-fact-row.ts';
import type { SealedText } from '../vault/seal-texts.ts';
import { type SealedIdentity, splitHashes } from '../vault/vault.ts';

/** A new case as one write: everything of it, or nothing. */
export type NewCase = {
  readonly officeId: number;
  readonly caseId: string;
  /** ISO; one instant for all that is written. */
  readonly recordedAt: string;
  readonly keyId: string;
  readonly secretHash: Buffer | null;
  readonly row: readonly unknown[];
  readonly entries: readonly Entry[];
  readonly texts: readonly SealedText[];
  readonly author: string | null;
  readonly words: readonly string[];
  readonly receivedAt: string;
  readonly identities: readonly SealedIdentity[];
  /** Files that come with it, and who brought them. */
  readonly attachments: { readonly ids: readonly string[]; readonly uploader: string };
  readonly respondents: readonly string[];
  readonly readers: readonly string[];
  readonly fact: readonly unknown[];
  readonly effectiveFrom: string;
  readonly kept: { readonly keyHash: Buffer; readonly bodyHash: Buffer; readonly sealed: Buffer } | null;
};

type Part = {
  readonly table: string;
  /** Beside office_id, which is the statement's own; case_id among them. */
  readonly columns: Columns;
  readonly rows: (one: NewCase) => readonly (readonly unknown[])[];
  readonly conflict?: string;
};

const CASE_ID = ['case_id', 'uuid'] as const;

/** Claims the idempotency keys, and is written before all else. */
const KEPT: Part = {
  table: 'kept_answer',
  columns: [
    CASE_ID,
    ['key_hash', 'bytea'],
    ['body_hash', 'bytea'],
    ['sealed', 'bytea'],
    ['kept_at', 'timestamptz'],
  ],
  rows: ({ caseId, kept, recordedAt }) =>
    kept === null ? [] : [[caseId, kept.keyHash, kept.bodyHash, kept.sealed, recordedAt]],
  conflict: `on conflict (office_id, key_hash) do update
    set body_hash = excluded.body_hash, sealed = excluded.sealed, case_id = excluded.case_id, kept_at = excluded.kept_at
    where kept_answer.kept_at < excluded.kept_at - interval '24 hours'`,
};

const PARTS: readonly Part[] = [
  {
    table: 'complaint_case',
    columns: [CASE_ID, ['secret_hash', 'bytea'], ...CASE_COLUMNS],
    rows: (one) => [[one.caseId, one.secretHash, ...one.row]],
  },
  {
    table: 'case_event',
    columns: [
      CASE_ID,
      ['seq', 'int'],
      ['recorded_at', 'timestamptz'],
      ['key_id', 'text'],
      ['body', 'text'],
      ['mac', 'bytea'],
    ],
    rows: ({ caseId, recordedAt, keyId, entries }) =>
      entries.map(({ seq, body, mac }) => [caseId, seq, recordedAt, keyId, body, mac]),
  },
  {
    table: 'outbox',
    columns: [
      CASE_ID,
      ['seq', 'int'],
      ['recorded_at', 'timestamptz'],
      ['event_type', 'text'],
      ['mac', 'bytea'],
    ],
    rows: ({ caseId, recordedAt, entries }) =>
      entries.map(({ seq, type, mac }) => [caseId, seq, recordedAt, type, mac]),
  },
  {
    table: 'case_text',
    columns: [
      CASE_ID,
      ['text_id', 'uuid'],
      ['purpose', 'text'],
      ['body', 'text'],
      ['mac', 'bytea'],
      ['author', 'uuid'],
      ['written_at', 'timestamptz'],
    ],
    rows: ({ caseId, recordedAt, author, texts }) =>
      texts.map(({ textId, purpose, body, mac }) => [caseId, textId, purpose, body, mac, author, recordedAt]),
  },
  {
    table: 'case_search',
    columns: [CASE_ID, ['received_at', 'timestamptz'], ['words', 'tsvector']],
    rows: ({ caseId, receivedAt, words }) => [[caseId, receivedAt, words.toSorted()]],
  },
  {
    table: 'identity',
    columns: [CASE_ID, ...PERSON_LINE],
    rows: ({ caseId, recordedAt, identities }) =>
      identities.map((one) => [caseId, ...personValues({ ...one, createdAt: recordedAt })]),
  },
  {
    table: 'identity_index',
    columns: [CASE_ID, ['hash', 'bytea'], ['identity_id', 'uuid']],
    rows: ({ caseId, identities }) =>
      identities.flatMap(({ identityId, hashes }) =>
        splitHashes(hashes).map((hash) => [caseId, hash, identityId]),
      ),
    conflict: 'on conflict do nothing',
  },
  {
    table: 'case_attachment',
    columns: [CASE_ID, ['attachment_id', 'uuid'], ['uploader', 'uuid'], ['bound_at', 'timestamptz']],
    rows: ({ caseId, attachments: { ids, uploader }, recordedAt }) =>
      ids.map((id) => [caseId, id, uploader, recordedAt]),
  },
  {
    table: 'case_respondent',
    columns: [CASE_ID, ['account_id', 'uuid']],
    rows: ({ caseId, respondents }) => respondents.map((account) => [caseId, account]),
    conflict: 'on conflict do nothing',
  },
  {
    table: 'case_reader',
    columns: [CASE_ID, ['account_id', 'uuid']],
    rows: ({ caseId, readers }) => readers.map((account) => [caseId, account]),
  },
  {
    table: 'report_fact',
    columns: [
      CASE_ID,
      ['effective_from', 'timestamptz'],
      ['recorded_from', 'timestamptz'],
      ...CURRENT_FACT_COLUMNS,
    ],
    rows: (one) => [[one.caseId, one.effectiveFrom, one.recordedAt, ...one.fact]],
  },
];

/** Every table that a new case is written to, the key's claim first, with the columns and rows of it. */
export const NEW_CASE_PARTS: readonly Part[] = [KEPT, ...PARTS];

/**
 * One statement, so that intakes are one message to the database and one flush. It sets the office for its own
 * transaction: every row takes its office from `o`, so row-level security has it before it judges the first row. A case
 * whose idempotency key is another's does not stand in `k`, and nothing at all of it is written.
 * $1 office, $2 cases without a key, then the rows of each part.
 */
const STATEMENT = `with o as materialized (
  select set_config('app.office_id', $1::smallint::text, true)::smallint as office_id),
claimed as (${insert(KEPT, 3)} ${KEPT.conflict} returning case_id),
k as materialized (select case_id from claimed union all select unnest($2::uuid[])),
${PARTS.map(
  (part, index) =>
    `p${index} as (${insert(part, index + 4)} where n.case_id = any (array(select case_id from k)) ${part.conflict ?? ''})`,
).join(',\n')}
select case_id from k`;

function insert({ table, columns }: Part, at: number): string {
  return `insert into ${table} (office_id, ${columnNames(columns)})
  select (select office_id from o), ${columns.map(([name]) => `n.${name}`).join(', ')} from unnest($${at}::${table}[]) n`;
}

let asked: Promise<readonly RecordArray[]> | undefined;

/** Asked of the database once in a process: its tables stand while a program runs. */
function recordsOf(db: Pick<ClientBase | Pool, 'query'>): Promise<readonly RecordArray[]> {
  asked ??= openRecordArrays(db, NEW_CASE_PARTS).catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

/**
 * Writes new cases of one office, all or none. Gives the ids of those written: a case is missing when its idempotency
 * key is another's. Throws 23505 when a ticket is taken, 21000 when two of the cases bring one key. Outside a
 * transaction the statement is one of its own: when this returns, the cases are committed.
 */
export async function insertNewCases(
  tx: Pick<ClientBase | Pool, 'query'>,
  officeId: number,
  cases: readonly NewCase[],
): Promise<ReadonlySet<string>> {
  const free = cases.filter(({ kept }) => kept === null).map(({ caseId }) => caseId);
  const records = await recordsOf(tx);
  const rows = NEW_CASE_PARTS.map(({ rows }, index) => records[index]?.(cases.flatMap(rows)));
  const saved = await tx.query<{ case_id: string }>(STATEMENT, [officeId, free, ...rows]);
  return new Set(saved.rows.map((row) => row.case_id));
}

/** The same of one case: false when its idempotency key is another's; then nothing was written. */
export async function insertNewCase(tx: Pick<ClientBase | Pool, 'query'>, one: NewCase): Promise<boolean> {
  return (await insertNewCases(tx, one.officeId, [one])).has(one.caseId);
}
