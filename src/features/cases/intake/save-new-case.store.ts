import type { ClientBase, Pool } from 'pg';
import type { Entry } from '../acts/new-entries.ts';
import { CASE_COLUMNS } from '../store/case-row.ts';
import { arrayParameters, type Columns, columnNames, parameters } from '../store/columns.ts';
import { CURRENT_FACT_COLUMNS } from '../store/step-fact-row.ts';
import type { SealedText } from '../vault/seal-texts.ts';
import type { SealedIdentity } from '../vault/vault.ts';

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
  readonly respondents: readonly string[];
  readonly fact: readonly unknown[];
  readonly effectiveFrom: string;
  readonly kept: { readonly keyHash: Buffer; readonly bodyHash: Buffer; readonly sealed: Buffer } | null;
};

const PLACE: Columns = [
  ['office_id', 'smallint'],
  ['case_id', 'uuid'],
  ['recorded_at', 'timestamptz'],
];
const ENTRY: Columns = [
  ['seq', 'int'],
  ['event_type', 'text'],
  ['body', 'text'],
  ['mac', 'bytea'],
];
const TEXT: Columns = [
  ['text_id', 'uuid'],
  ['purpose', 'text'],
  ['body', 'text'],
  ['mac', 'bytea'],
];
const IDENTITY: Columns = [
  ['identity_id', 'uuid'],
  ['part', 'text'],
  ['wrapped_key', 'bytea'],
  ['sealed', 'bytea'],
  ['hashes', 'bytea'],
];
const INDEX: Columns = [
  ['hash', 'bytea'],
  ['identity_id', 'uuid'],
];
const KEPT: Columns = [
  ['key_hash', 'bytea'],
  ['body_hash', 'bytea'],
  ['sealed', 'bytea'],
];

/** Where each group of parameters begins; $1 office, $2 case, $3 recorded at. */
function layout(...groups: readonly Columns[]): readonly number[] {
  let next = PLACE.length + 1;
  return groups.map((columns) => {
    const first = next;
    next += columns.length;
    return first;
  });
}
const SINGLE: Columns = [
  ['key_id', 'text'],
  ['secret_hash', 'bytea'],
  ['author', 'uuid'],
  ['words', 'text[]'],
  ['received_at', 'timestamptz'],
  ['respondents', 'uuid[]'],
  ['effective_from', 'timestamptz'],
];
const [
  SINGLE_AT = 0,
  CASE_AT = 0,
  FACT_AT = 0,
  ENTRY_AT = 0,
  TEXT_AT = 0,
  IDENTITY_AT = 0,
  INDEX_AT = 0,
  KEPT_AT = 0,
] = layout(SINGLE, CASE_COLUMNS, CURRENT_FACT_COLUMNS, ENTRY, TEXT, IDENTITY, INDEX, KEPT);
const single = (name: string): string => {
  const index = SINGLE.findIndex(([column]) => column === name);
  return `$${SINGLE_AT + index}::${SINGLE[index]?.[1]}`;
};
const OFFICE = '$1::smallint';
const CASE = '$2::uuid';
const AT = '$3::timestamptz';

/**
 * One statement, so that an intake is one message to the database and one flush. It sets the office for its own
 * transaction: every part hangs on `k`, and `k` on `o`, so row-level security has the office before it judges the
 * first row. Where another has the idempotency key already, `k` is empty and nothing at all is written.
 */
function statement(claim: string): string {
  return `with o as materialized (
  select set_config('app.office_id', ${OFFICE}::text, true)::smallint as office_id),
k as (${claim}),
c as (insert into complaint_case (office_id, case_id, secret_hash, ${columnNames(CASE_COLUMNS)})
  select office_id, ${CASE}, ${single('secret_hash')}, ${parameters(CASE_COLUMNS, CASE_AT)} from k),
e as (insert into case_event (office_id, case_id, seq, recorded_at, key_id, body, mac)
  select office_id, ${CASE}, n.seq, ${AT}, ${single('key_id')}, n.body, n.mac
  from k, unnest(${arrayParameters(ENTRY, ENTRY_AT)}) n (${columnNames(ENTRY)})),
q as (insert into outbox (office_id, case_id, seq, event_type, mac, recorded_at)
  select office_id, ${CASE}, n.seq, n.event_type, n.mac, ${AT}
  from k, unnest(${arrayParameters(ENTRY, ENTRY_AT)}) n (${columnNames(ENTRY)})),
t as (insert into case_text (office_id, case_id, text_id, purpose, body, mac, author, written_at)
  select office_id, ${CASE}, n.text_id, n.purpose, n.body, n.mac, ${single('author')}, ${AT}
  from k, unnest(${arrayParameters(TEXT, TEXT_AT)}) n (${columnNames(TEXT)})),
s as (insert into case_search (office_id, case_id, received_at, words)
  select office_id, ${CASE}, ${single('received_at')}, array_to_tsvector(${single('words')}) from k),
i as (insert into identity (office_id, case_id, identity_id, part, key_id, wrapped_key, sealed, hashes, created_at)
  select office_id, ${CASE}, n.identity_id, n.part, ${single('key_id')}, n.wrapped_key, n.sealed, n.hashes, ${AT}
  from k, unnest(${arrayParameters(IDENTITY, IDENTITY_AT)}) n (${columnNames(IDENTITY)})),
x as (insert into identity_index (office_id, hash, case_id, identity_id)
  select office_id, n.hash, ${CASE}, n.identity_id
  from k, unnest(${arrayParameters(INDEX, INDEX_AT)}) n (${columnNames(INDEX)}) on conflict do nothing),
r as (insert into case_respondent (office_id, account_id, case_id)
  select office_id, n, ${CASE} from k, unnest(${single('respondents')}) n on conflict do nothing),
f as (insert into report_fact (office_id, case_id, effective_from, recorded_from, ${columnNames(CURRENT_FACT_COLUMNS)})
  select office_id, ${CASE}, ${single('effective_from')}, ${AT}, ${parameters(CURRENT_FACT_COLUMNS, FACT_AT)} from k)
select count(*)::int as saved from k`;
}

const WITHOUT_KEY = statement('select office_id from o');
const WITH_KEY = statement(`insert into kept_answer (office_id, case_id, kept_at, ${columnNames(KEPT)})
  select office_id, ${CASE}, ${AT}, ${parameters(KEPT, KEPT_AT)} from o
  on conflict (office_id, key_hash) do update
    set body_hash = excluded.body_hash, sealed = excluded.sealed, case_id = excluded.case_id, kept_at = excluded.kept_at
    where kept_answer.kept_at < excluded.kept_at - interval '24 hours'
  returning office_id`);

/**
 * False when the idempotency key is another's; then nothing was written. Throws 23505 when the ticket is taken.
 * Outside a transaction the statement is one of its own: when this returns, the case is committed.
 */
export async function insertNewCase(tx: Pick<ClientBase | Pool, 'query'>, one: NewCase): Promise<boolean> {
  const { kept } = one;
  const values = [
    ...[one.officeId, one.caseId, one.recordedAt],
    ...[one.keyId, one.secretHash, one.author, one.words, one.receivedAt, one.respondents, one.effectiveFrom],
    ...one.row,
    ...one.fact,
    ...entryArrays(one.entries),
    ...textArrays(one.texts),
    ...identityArrays(one.identities),
    ...indexArrays(one.identities),
  ];
  if (kept !== null) values.push(kept.keyHash, kept.bodyHash, kept.sealed);
  const { rows } = await tx.query<{ saved: number }>(kept === null ? WITHOUT_KEY : WITH_KEY, values);
  return rows[0]?.saved === 1;
}

export function entryArrays(entries: readonly Entry[]): readonly unknown[] {
  return [
    entries.map((entry) => entry.seq),
    entries.map((entry) => entry.type),
    entries.map((entry) => entry.body),
    entries.map((entry) => entry.mac),
  ];
}

export function textArrays(texts: readonly SealedText[]): readonly unknown[] {
  return [
    texts.map((text) => text.textId),
    texts.map((text) => text.purpose),
    texts.map((text) => text.body),
    texts.map((text) => text.mac),
  ];
}

export function identityArrays(identities: readonly SealedIdentity[]): readonly unknown[] {
  return [
    identities.map((one) => one.identityId),
    identities.map((one) => one.part),
    identities.map((one) => one.wrappedKey),
    identities.map((one) => one.sealed),
    identities.map((one) => Buffer.concat(one.hashes)),
  ];
}

export function indexArrays(identities: readonly SealedIdentity[]): readonly unknown[] {
  const pairs = identities.flatMap((one) => one.hashes.map((hash) => ({ hash, identityId: one.identityId })));
  return [pairs.map((pair) => pair.hash), pairs.map((pair) => pair.identityId)];
}
