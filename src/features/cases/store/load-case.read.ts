import type { ClientBase, Pool } from 'pg';
import type { RecordedEvent } from '../../../domain/complaint/event.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Head } from '../history/new-entries.ts';
import type { KeptFacts, PastFact } from './change-facts.ts';
import { columnNames } from './columns.ts';
import { FACT_COLUMNS } from './fact-row.ts';
import { OPENED_COLUMNS, openState, rowForged, type SealedCaseRow } from './open-state.ts';
import { hashPeople, type PersonRow } from './people-hash.ts';
import { readHistory, type SealedHead } from './read-history.read.ts';
import { readPersonRows } from './read-person-rows.read.ts';

/** Which case: by its ticket or its id. */
export type CaseRef = { readonly ticket: string } | { readonly caseId: string };

/** A case with all that an operation needs; ISO instants. */
export type LoadedCase = {
  readonly caseId: string;
  readonly version: number;
  readonly head: Head;
  readonly changedAt: string;
  readonly events: readonly RecordedEvent[];
  readonly facts: KeptFacts;
  /** What its seal holds of them. */
  readonly factsHash: Buffer;
  /** What the complainant's secret is held against; null where he has none. */
  readonly secretHash: Buffer | null;
  /** Everybody of its vault, erased or not. */
  readonly people: readonly PersonRow[];
};

type CaseRow = SealedCaseRow & {
  readonly version: number;
  readonly facts_hash: Buffer;
  readonly people_hash: Buffer;
  readonly secret_hash: Buffer | null;
  readonly changed_at: Date;
};

/**
 * The case locked until the transaction ends, or null. One journey for the row, one for history, facts and people.
 * Throws Fault 'row-forged' where its seal, also over its people, or a link of its history does not hold, and
 * 'key-missing'.
 */
export async function lockCase(
  tx: ClientBase,
  keyring: Keyring,
  officeId: number,
  ref: CaseRef,
): Promise<LoadedCase | null> {
  const [column, value] = 'ticket' in ref ? ['ticket', ref.ticket] : ['case_id', ref.caseId];
  const { rows } = await tx.query<CaseRow>(
    `select ${OPENED_COLUMNS}, version, facts_hash, people_hash, secret_hash, changed_at from complaint_case
      where office_id = $1 and ${column} = $2 for update`,
    [officeId, value],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const head = { state: openState(keyring, row), mac: row.head_mac };
  const [events, facts, people] = await Promise.all([
    readHistory(tx, keyring, officeId, { caseId: row.case_id, head }),
    readFacts(tx, officeId, row.case_id),
    readPersonRows(tx, officeId, row.case_id),
  ]);
  // Somebody put here, taken away or changed by other hands would be sealed with the next act.
  if (!hashPeople(people).equals(row.people_hash)) throw rowForged(row.case_id);
  const changedAt = row.changed_at.toISOString();
  // Not under the row's own seal, and the next entry is dated no earlier.
  if (events.at(-1)?.recordedAt !== changedAt) throw rowForged(row.case_id);
  return {
    caseId: row.case_id,
    version: row.version,
    head,
    changedAt,
    events,
    facts,
    factsHash: row.facts_hash,
    secretHash: row.secret_hash,
    people,
  };
}

/** A case without locking it, or null. Throws as `lockCase` does. */
export async function findCase(
  tx: Pick<ClientBase | Pool, 'query'>,
  keyring: Keyring,
  officeId: number,
  ref: CaseRef,
): Promise<SealedHead | null> {
  const [column, value] = 'ticket' in ref ? ['ticket', ref.ticket] : ['case_id', ref.caseId];
  const { rows } = await tx.query<SealedCaseRow>(
    `select ${OPENED_COLUMNS} from complaint_case where office_id = $1 and ${column} = $2`,
    [officeId, value],
  );
  const row = rows[0];
  if (row === undefined) return null;
  return { caseId: row.case_id, head: { state: openState(keyring, row), mac: row.head_mac } };
}

type FactTimes = {
  readonly effective_from: Date;
  readonly recorded_from: Date;
  readonly effective_to: Date | number;
  readonly recorded_to: Date | number | null;
};

/** Every row of both tables; the current one alone has no end of its knowledge. */
async function readFacts(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  caseId: string,
): Promise<KeptFacts> {
  const { rows } = await tx.query<FactTimes & Record<string, unknown>>(
    `select ${columnNames(FACT_COLUMNS)}, effective_from, recorded_from, effective_to, recorded_to
       from report_fact_past where office_id = $1 and case_id = $2
     union all
     select ${columnNames(FACT_COLUMNS)}, effective_from, recorded_from, 'infinity', null
       from report_fact where office_id = $1 and case_id = $2`,
    [officeId, caseId],
  );
  const read = rows.map((row) => ({ ...pastFact(row), isCurrent: row.recorded_to === null }));
  const current = read.find(({ isCurrent }) => isCurrent);
  if (current === undefined) throw new Error(`Case ${caseId} has no fact`);
  return { current, past: read.filter((one) => one !== current) };
}

function pastFact(row: FactTimes & Record<string, unknown>): PastFact {
  return {
    from: row.effective_from.toISOString(),
    to: row.effective_to instanceof Date ? row.effective_to.toISOString() : null,
    knownFrom: row.recorded_from.toISOString(),
    knownTo: row.recorded_to instanceof Date ? row.recorded_to.toISOString() : null,
    values: FACT_COLUMNS.map(([name]) => plainValue(row[name])),
  };
}

/** As `factRow` gives it. */
function plainValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  // No figure is endless, but somebody may have written that: the case must stay workable.
  return Math.abs(Number(value)) === Number.POSITIVE_INFINITY ? String(value).toLowerCase() : value;
}
