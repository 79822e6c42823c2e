import type { ClientBase } from 'pg';
import { errorCode } from '../../../platform/errors.ts';
import { bindAttachments } from '../attachments/attachment.store.ts';
import type { Entry } from '../history/new-entries.ts';
import { CASE_COLUMNS } from '../store/case-row.ts';
import type { FactChange, PastFact } from '../store/change-facts.ts';
import { arrayParameters, type Columns, columnNames, parameters } from '../store/columns.ts';
import { FACT_COLUMNS } from '../store/fact-row.ts';
import { STEP_COLUMNS } from '../store/step-fact-row.ts';
import type { SealedText } from '../vault/seal-texts.ts';
import { type SealedIdentity, splitHashes } from '../vault/vault.ts';

/** What one act leaves behind on a case that was there before. */
export type SavedAct = {
  readonly officeId: number;
  readonly caseId: string;
  readonly recordedAt: string;
  readonly keyId: string;
  readonly formerVersion: number;
  readonly row: readonly unknown[];
  readonly entries: readonly Entry[];
  readonly texts: readonly SealedText[];
  readonly author: string | null;
  /** Words to add to those the case is found by. */
  readonly words: readonly string[];
  /** The receipt by which a search orders the case; null where it stays as it is. */
  readonly receivedAt: string | null;
  readonly identities: readonly SealedIdentity[];
  /** Files that its entries put to the case, and who brought them. */
  readonly attachments: { readonly ids: readonly string[]; readonly uploader: string };
  readonly facts: FactChange;
  /** `stepFactRow`; null where no stopwatch moved. */
  readonly steps: readonly unknown[] | null;
  /** Null where they stay as they are. */
  readonly respondents: readonly string[] | null;
  readonly readers: readonly string[] | null;
  readonly register: { readonly year: number; readonly no: number; readonly printed: string } | null;
  /** The number stays and is marked BATAL (rule 11). */
  readonly cancelled: boolean;
};

const HISTORY = `with e as (
  insert into case_event (office_id, case_id, seq, recorded_at, key_id, body, mac)
  select $1::smallint, $2::uuid, n.seq, $3::timestamptz, $4::text, n.body, n.mac
  from unnest($5::int[], $6::text[], $7::text[], $8::bytea[]) n (seq, event_type, body, mac))
insert into outbox (office_id, case_id, seq, event_type, mac, recorded_at)
  select $1::smallint, $2::uuid, n.seq, n.event_type, n.mac, $3::timestamptz
  from unnest($5::int[], $6::text[], $7::text[], $8::bytea[]) n (seq, event_type, body, mac)`;

/** Where no row is at the version any more it divides by zero: a commit that already follows becomes a rollback. */
const ROW = `with moved as (
  update complaint_case set (${columnNames(CASE_COLUMNS)}) = row(${parameters(CASE_COLUMNS, 4)})
  where office_id = $1 and case_id = $2 and version = $3 returning 1)
select 1 / count(*) from moved`;
const DIVISION_BY_ZERO = '22012';

/** The current row is there since the intake: what changes of it is the fact, its steps, or both. */
function currentFact(columns: Columns): string {
  return `update report_fact set (${columnNames(columns)}) = row(${parameters(columns, 3)})
    where office_id = $1 and case_id = $2`;
}
const FACT_WITH_TIMES: Columns = [
  ['effective_from', 'timestamptz'],
  ['recorded_from', 'timestamptz'],
  ...FACT_COLUMNS,
];
const FACT = currentFact(FACT_WITH_TIMES);
const STEPS = currentFact(STEP_COLUMNS);
const FACT_AND_STEPS = currentFact([...FACT_WITH_TIMES, ...STEP_COLUMNS]);

const PAST_FACTS = `insert into report_fact_past
    (office_id, case_id, effective_from, effective_to, recorded_from, recorded_to, ${columnNames(FACT_COLUMNS)})
  select $1, $2, n.* from unnest($3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[],
    ${arrayParameters(FACT_COLUMNS, 7)}) n`;

/**
 * Writes an act in the transaction of its caller. The queries are sent together: on a pipelined connection that is
 * one journey. When the row is no longer at the version it was locked at, the transaction cannot be committed.
 */
export function saveAct(tx: ClientBase, act: SavedAct): Promise<void> {
  const place = [act.officeId, act.caseId];
  return heard(act, [
    tx.query(ROW, [...place, act.formerVersion, ...act.row]),
    tx.query(HISTORY, [...place, act.recordedAt, act.keyId, ...entryArrays(act.entries)]),
    ...saveFacts(tx, place, act.facts, act.steps),
    ...saveTexts(tx, place, act),
    ...savePeople(tx, place, act),
    ...saveAttachments(tx, act),
    ...saveRegister(tx, place, act),
  ]);
}

async function heard(act: SavedAct, sent: readonly Sent[]): Promise<void> {
  try {
    await Promise.all(sent);
  } catch (error) {
    if (errorCode(error) !== DIVISION_BY_ZERO) throw error;
    throw new Error(`Case ${act.caseId} moved on although it was locked`, { cause: error });
  }
}

type Sent = Promise<unknown>;

export function saveFacts(
  tx: Pick<ClientBase, 'query'>,
  place: readonly unknown[],
  change: FactChange,
  steps: readonly unknown[] | null,
): Sent[] {
  const sent: Sent[] = [];
  for (const end of change.ended) {
    sent.push(
      tx.query(
        `update report_fact_past set effective_to = $5, recorded_to = $6
          where office_id = $1 and case_id = $2 and effective_from = $3 and recorded_from = $4 and recorded_to = 'infinity'`,
        [...place, end.from, end.knownFrom, end.to, end.knownTo ?? 'infinity'],
      ),
    );
  }
  if (change.added.length > 0) sent.push(tx.query(PAST_FACTS, [...place, ...pastArrays(change.added)]));
  const { current } = change;
  const fact = current === null ? [] : [current.from, current.knownFrom, ...current.values];
  if (current !== null && steps !== null) sent.push(tx.query(FACT_AND_STEPS, [...place, ...fact, ...steps]));
  else if (current !== null) sent.push(tx.query(FACT, [...place, ...fact]));
  else if (steps !== null) sent.push(tx.query(STEPS, [...place, ...steps]));
  return sent;
}

function pastArrays(added: readonly PastFact[]): readonly unknown[] {
  return [
    added.map((one) => one.from),
    added.map((one) => one.to ?? 'infinity'),
    added.map((one) => one.knownFrom),
    added.map((one) => one.knownTo ?? 'infinity'),
    ...FACT_COLUMNS.map((_, index) => added.map((one) => one.values[index])),
  ];
}

function saveTexts(tx: ClientBase, place: readonly unknown[], act: SavedAct): Sent[] {
  const sent: Sent[] = [];
  if (act.texts.length > 0) {
    sent.push(
      tx.query(
        `insert into case_text (office_id, case_id, text_id, purpose, body, mac, author, written_at)
         select $1, $2, n.*, $7, $8 from unnest($3::uuid[], $4::text[], $5::text[], $6::bytea[]) n`,
        [...place, ...textArrays(act.texts), act.author, act.recordedAt],
      ),
    );
  }
  if (act.words.length > 0 || act.receivedAt !== null) {
    sent.push(
      tx.query(
        `update case_search set words = words || array_to_tsvector($3::text[]),
           received_at = coalesce($4::timestamptz, received_at) where office_id = $1 and case_id = $2`,
        [...place, act.words, act.receivedAt],
      ),
    );
  }
  return sent;
}

function savePeople(tx: ClientBase, place: readonly unknown[], act: SavedAct): Sent[] {
  const sent: Sent[] = [];
  if (act.identities.length > 0) {
    sent.push(
      tx.query(
        `insert into identity (office_id, case_id, identity_id, part, wrapped_key, sealed, hashes, key_id, created_at)
         select $1, $2, n.*, $8, $9 from unnest($3::uuid[], $4::text[], $5::bytea[], $6::bytea[], $7::bytea[]) n`,
        [...place, ...identityArrays(act.identities), act.keyId, act.recordedAt],
      ),
      tx.query(
        `insert into identity_index (office_id, case_id, hash, identity_id)
         select $1, $2, n.* from unnest($3::bytea[], $4::uuid[]) n on conflict do nothing`,
        [...place, ...indexArrays(act.identities)],
      ),
    );
  }
  for (const [table, accounts] of [
    ['case_respondent', act.respondents],
    ['case_reader', act.readers],
  ] as const) {
    if (accounts === null) continue;
    sent.push(
      tx.query(
        `delete from ${table} where office_id = $1 and case_id = $2 and account_id <> all ($3::uuid[])`,
        [...place, accounts],
      ),
      tx.query(
        `insert into ${table} (office_id, case_id, account_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing`,
        [...place, accounts],
      ),
    );
  }
  return sent;
}

function saveAttachments(tx: ClientBase, act: SavedAct): Sent[] {
  const bound = bindAttachments(tx, [act.officeId, act.caseId], { ...act.attachments, at: act.recordedAt });
  return bound === null ? [] : [bound];
}

function saveRegister(tx: ClientBase, place: readonly unknown[], act: SavedAct): Sent[] {
  const sent: Sent[] = [];
  const { register } = act;
  if (register !== null) sent.push(insertRegisterEntry(tx, place, register, act.recordedAt));
  if (act.cancelled) {
    sent.push(
      tx.query(
        'update register_entry set cancelled_at = $3 where office_id = $1 and case_id = $2 and cancelled_at is null',
        [...place, act.recordedAt],
      ),
    );
  }
  return sent;
}

export function insertRegisterEntry(
  tx: Pick<ClientBase, 'query'>,
  place: readonly unknown[],
  register: { readonly year: number; readonly no: number; readonly printed: string },
  givenAt: string,
): Sent {
  return tx.query(
    `insert into register_entry (office_id, case_id, year, no, printed, given_at) values ($1, $2, $3, $4, $5, $6)`,
    [...place, register.year, register.no, register.printed, givenAt],
  );
}

function entryArrays(entries: readonly Entry[]): readonly unknown[] {
  return [
    entries.map((entry) => entry.seq),
    entries.map((entry) => entry.type),
    entries.map((entry) => entry.body),
    entries.map((entry) => entry.mac),
  ];
}

function textArrays(texts: readonly SealedText[]): readonly unknown[] {
  return [
    texts.map((text) => text.textId),
    texts.map((text) => text.purpose),
    texts.map((text) => text.body),
    texts.map((text) => text.mac),
  ];
}

function identityArrays(identities: readonly SealedIdentity[]): readonly unknown[] {
  return [
    identities.map((one) => one.identityId),
    identities.map((one) => one.part),
    identities.map((one) => one.wrappedKey),
    identities.map((one) => one.sealed),
    identities.map((one) => one.hashes),
  ];
}

function indexArrays(identities: readonly SealedIdentity[]): readonly unknown[] {
  const pairs = identities.flatMap(({ identityId, hashes }) =>
    splitHashes(hashes).map((hash) => ({ hash, identityId })),
  );
  return [pairs.map((pair) => pair.hash), pairs.map((pair) => pair.identityId)];
}
