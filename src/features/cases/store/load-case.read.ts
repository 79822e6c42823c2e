import type { ClientBase, Pool } from 'pg';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { RecordedEvent } from '../../../domain/complaint/event.ts';
import type { Head } from '../history/new-entries.ts';
import type { KnownStretch } from './change-facts.ts';
import { columnNames } from './columns.ts';
import { FACT_COLUMNS } from './fact-row.ts';

/** Which case: by its ticket or its id. */
export type CaseRef = { readonly ticket: string } | { readonly caseId: string };

/** A case with all that an operation needs; ISO instants. */
export type LoadedCase = {
  readonly caseId: string;
  readonly version: number;
  readonly head: Head;
  readonly changedAt: string;
  readonly events: readonly RecordedEvent[];
  readonly facts: readonly KnownStretch[];
};

type CaseRow = {
  readonly case_id: string;
  readonly version: number;
  readonly head_mac: Buffer;
  readonly changed_at: Date;
  readonly state: CaseState;
};

/** The case locked until the transaction ends, or null. One journey for the row, one for history and facts. */
export async function lockCase(tx: ClientBase, officeId: number, ref: CaseRef): Promise<LoadedCase | null> {
  const [column, value] = 'ticket' in ref ? ['ticket', ref.ticket] : ['case_id', ref.caseId];
  const { rows } = await tx.query<CaseRow>(
    `select case_id, version, head_mac, changed_at, state from complaint_case
      where office_id = $1 and ${column} = $2 for update`,
    [officeId, value],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const [events, facts] = await Promise.all([
    readHistory(tx, officeId, row.case_id),
    readKnownFacts(tx, officeId, row.case_id),
  ]);
  return {
    caseId: row.case_id,
    version: row.version,
    head: { state: row.state, mac: row.head_mac },
    changedAt: row.changed_at.toISOString(),
    events,
    facts,
  };
}

/** The state of a case without locking it, or null. */
export async function findCase(
  tx: Pick<ClientBase | Pool, 'query'>,
  officeId: number,
  ref: CaseRef,
): Promise<{
  readonly caseId: string;
  readonly state: CaseState;
} | null> {
  const [column, value] = 'ticket' in ref ? ['ticket', ref.ticket] : ['case_id', ref.caseId];
  const { rows } = await tx.query<{ case_id: string; state: CaseState }>(
    `select case_id, state from complaint_case where office_id = $1 and ${column} = $2`,
    [officeId, value],
  );
  const row = rows[0];
  return row === undefined ? null : { caseId: row.case_id, state: row.state };
}

/** The whole history of a case in its order; the case must belong to the office. */
export async function readHistory(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  caseId: string,
): Promise<readonly RecordedEvent[]> {
  const { rows } = await tx.query<{ seq: number; recorded_at: Date; body: string }>(
    'select seq, recorded_at, body from case_event where office_id = $1 and case_id = $2 order by seq',
    [officeId, caseId],
  );
  return rows.map(readEntry);
}

/** An entry as the store keeps it, as the pure core reads it. */
export function readEntry(row: {
  readonly seq: number;
  readonly recorded_at: Date;
  readonly body: string;
}): RecordedEvent {
  const { actor, event }: Pick<RecordedEvent, 'actor' | 'event'> = JSON.parse(row.body);
  return { seq: row.seq, recordedAt: row.recorded_at.toISOString(), actor, event };
}

type FactTimes = {
  readonly effective_from: Date;
  readonly recorded_from: Date;
  readonly effective_to: Date | number;
};

async function readKnownFacts(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  caseId: string,
): Promise<readonly KnownStretch[]> {
  const { rows } = await tx.query<FactTimes & Record<string, unknown>>(
    `select ${columnNames(FACT_COLUMNS)}, effective_from, recorded_from, effective_to from report_fact_past
      where office_id = $1 and case_id = $2 and recorded_to = 'infinity'
     union all
     select ${columnNames(FACT_COLUMNS)}, effective_from, recorded_from, 'infinity' from report_fact
      where office_id = $1 and case_id = $2`,
    [officeId, caseId],
  );
  return rows.map((row) => ({
    from: row.effective_from.toISOString(),
    to: row.effective_to instanceof Date ? row.effective_to.toISOString() : null,
    knownFrom: row.recorded_from.toISOString(),
    values: FACT_COLUMNS.map(([name]) => plainValue(row[name])),
  }));
}

/** As `factRow` gives it. */
function plainValue(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}
