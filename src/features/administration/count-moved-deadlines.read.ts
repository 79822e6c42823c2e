import type { Pool } from 'pg';
import type { CaseState } from '../../domain/complaint/case-state.ts';
import { moveDeadlines } from '../../domain/complaint/move-deadlines.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { SYSTEM_ACTOR } from '../../domain/people/case-actor.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { contextOf } from '../cases/doors/case-desk.ts';
import { readReferenceCalendar } from '../offices/calendar.store.ts';
import { type Office, officeCalendar } from '../offices/office.read.ts';

const PAGE = 1_000;
const MOST = 20_000;

/**
 * How many open cases would have another limit under these data of the office, and how many were looked at: all, or the first
 * so many of a very large office. Counts only; the worker moves them afterwards.
 */
export async function countMovedDeadlines(
  pool: Pool,
  office: Office,
  next: OfficeData,
  now: number,
): Promise<{ readonly moved: number; readonly looked: number; readonly all: boolean }> {
  const reference = await readReferenceCalendar(pool);
  const changed = { ...office, data: next, calendar: officeCalendar(next, reference, now) };
  const context = contextOf(changed, SYSTEM_ACTOR, now);
  let [moved, looked, after] = [0, 0, '00000000-0000-0000-0000-000000000000'];
  while (looked < MOST) {
    const page = await withOffice(
      pool,
      office.officeId,
      async (tx) => {
        const { rows } = await tx.query<{ id: string; state: CaseState }>(
          `select case_id as id, state from complaint_case
            where office_id = $1 and is_open and case_id > $2 order by case_id limit ${PAGE}`,
          [office.officeId, after],
        );
        return rows;
      },
      { readOnly: true },
    );
    looked += page.length;
    moved += page.filter(({ state }) => moveDeadlines(state, 'office-hours', context).length > 0).length;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return { moved, looked, all: true };
    after = last.id;
  }
  return { moved, looked, all: false };
}
