import type { Pool } from 'pg';
import type { RecordedEvent } from '../../../domain/complaint/event.ts';
import { stepFacts } from '../../../domain/reports/fact-of-steps.ts';
import { inTransaction, type Tx } from '../../../platform/database/transaction.ts';
import type { Offices } from '../../offices/office.read.ts';
import { columnNames, parameters } from './columns.ts';
import { readEntry } from './load-case.read.ts';
import { STEP_COLUMNS, stepFactRow } from './step-fact-row.ts';

const BATCH = 500;

type HistoryRow = {
  readonly office_id: number;
  readonly case_id: string;
  readonly seq: number;
  readonly recorded_at: Date;
  readonly body: string;
};

/**
 * Works out the finished SOP steps of cases that were written before db/migrations/0011, from their histories; gives
 * how many there were. Each batch is a transaction of its own: an opening that was interrupted goes on at the next,
 * and two processes that open at once take turns. Costs nothing where no case waits. Run as the owner.
 */
export async function fillStepFacts(owner: Pool, offices: Offices, now: number): Promise<number> {
  let filled = 0;
  for (;;) {
    const cases = await inTransaction(owner, (tx) => fillBatch(tx, offices, now));
    if (cases === 0) return filled;
    filled += cases;
  }
}

async function fillBatch(tx: Tx, offices: Offices, now: number): Promise<number> {
  const { rows } = await tx.query<HistoryRow>(
    `with waiting as (
       select office_id, case_id from report_fact where step_codes is null
       order by office_id, case_id limit ${BATCH} for update)
     select e.office_id, e.case_id, e.seq, e.recorded_at, e.body
     from waiting join case_event e using (office_id, case_id) order by e.office_id, e.case_id, e.seq`,
  );
  const histories = new Map<string, { readonly officeId: number; readonly events: RecordedEvent[] }>();
  for (const row of rows) {
    const known = histories.get(row.case_id) ?? { officeId: row.office_id, events: [] };
    histories.set(row.case_id, known);
    known.events.push(readEntry(row));
  }
  for (const [caseId, { officeId, events }] of histories) {
    const office = await offices.byId(officeId, now);
    if (office === undefined) throw new Error(`Case ${caseId} belongs to no office`);
    const steps = stepFactRow(stepFacts(events, office.data, office.calendar), office.codes);
    await tx.query(
      `update report_fact set (${columnNames(STEP_COLUMNS)}) = row(${parameters(STEP_COLUMNS, 3)})
        where office_id = $1 and case_id = $2`,
      [officeId, caseId, ...steps],
    );
  }
  return histories.size;
}
