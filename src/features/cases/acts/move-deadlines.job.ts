import type { Pool } from 'pg';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { moveDeadlines } from '../../../domain/complaint/move-deadlines.ts';
import type { MoveCause } from '../../../domain/complaint/vocabulary.ts';
import { SYSTEM_ACTOR } from '../../../domain/people/case-actor.ts';
import { sha256 } from '../../../platform/crypto.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import { lockCase } from '../store/load-case.read.ts';
import { appendToCase } from './append-to-case.ts';

const PAGE = 500;

export type MovedDeadlines = {
  /** How many cases have another limit now. */
  readonly moved: number;
  /** Cases that could not be counted, by id, each with its fault; the others went on. */
  readonly failed: readonly { readonly caseId: string; readonly fault: unknown }[];
};

/**
 * Counts the open deadlines of an office anew when its calendar, its hours or the days known today are others than
 * when they were last counted: a `deadline-moved` for each limit that falls on another instant, and for each that
 * waited for its year. Closed cases are never touched (domain 4.2). Running it again moves nothing; a crash half way
 * and a case that failed are made good by the next run, since the office counts as done only when all are.
 * `owner` may mark the office, `now` in milliseconds.
 */
export async function moveOfficeDeadlines(
  desk: CaseDesk,
  owner: Pool,
  office: Office,
  now: number,
): Promise<MovedDeadlines> {
  const under = await countedUnder(owner, office);
  if (under.last === under.now) return { moved: 0, failed: [] };
  const cause = causeOf(under);
  const failed: { caseId: string; fault: unknown }[] = [];
  let moved = 0;
  for (let after: string | null = null; ; ) {
    const page: readonly OpenCase[] = await readOpenCases(desk.pool, office.officeId, after);
    for (const { caseId, state } of page) {
      try {
        const movement = moveDeadlines(state, cause, contextOf(office, SYSTEM_ACTOR, now));
        if (movement.length > 0 && (await moveCase(desk, office, caseId, cause, now))) moved += 1;
      } catch (fault) {
        // One broken row must not hold back the dates that were promised to everybody else.
        failed.push({ caseId, fault });
      }
    }
    after = page.at(-1)?.caseId ?? null;
    if (page.length < PAGE) break;
  }
  if (failed.length === 0) {
    await owner.query('update office set deadlines_under = $2 where office_id = $1', [
      office.officeId,
      under.now,
    ]);
  }
  return { moved, failed };
}

type OpenCase = { readonly caseId: string; readonly state: CaseState };

type CountedUnder = { readonly last: string; readonly now: string };

/**
 * Everything that due dates depend on besides the cases, as one word: the office's data by their version, and the whole
 * calendar that the cases are counted with, as it came out of today's knowledge. The revision only tells the cause.
 */
async function countedUnder(owner: Pool, office: Office): Promise<CountedUnder> {
  const { rows } = await owner.query<{ last: string }>(
    'select deadlines_under as last from office where office_id = $1',
    [office.officeId],
  );
  const calendar = sha256(JSON.stringify({ ...office.calendar, asOf: null }, listed)).toString('hex');
  return {
    last: rows[0]?.last ?? '',
    now: [office.version, office.calendarRevision, calendar].join(' '),
  };
}

function listed(_key: string, value: unknown): unknown {
  return value instanceof Set ? [...value] : value;
}

/** Whose rows are others than when they were last counted; both, or a day that made something known, is said as either. */
function causeOf({ last, now }: CountedUnder): MoveCause {
  const [was, is] = [last.split(' '), now.split(' ')];
  const [ofOffice, ofCalendar] = [was[0] !== is[0], was[1] !== is[1]];
  return ofOffice === ofCalendar ? 'calendar-or-hours' : ofOffice ? 'office-hours' : 'calendar';
}

function readOpenCases(pool: Pool, officeId: number, after: string | null): Promise<readonly OpenCase[]> {
  return withOffice(
    pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<{ case_id: string; state: CaseState }>(
        `select case_id, state from complaint_case
          where office_id = $1 and is_open and case_id > $2 order by case_id limit ${PAGE}`,
        [officeId, after ?? '00000000-0000-0000-0000-000000000000'],
      );
      return rows.map((row) => ({ caseId: row.case_id, state: row.state }));
    },
    { readOnly: true },
  );
}

/** Decided once more under the lock: somebody may have closed it meanwhile. */
function moveCase(
  { pool, keyring }: CaseDesk,
  office: Office,
  caseId: string,
  cause: MoveCause,
  now: number,
): Promise<boolean> {
  return withOffice(pool, office.officeId, async (tx) => {
    const loaded = await lockCase(tx, keyring, office.officeId, { caseId });
    if (loaded === null) return false;
    const context = contextOf(office, SYSTEM_ACTOR, Math.max(now, Date.parse(loaded.changedAt)));
    const events = moveDeadlines(loaded.head.state, cause, context);
    if (events.length === 0) return false;
    const act = { events, actor: SYSTEM_ACTOR, recordedAt: context.now, keeper: null };
    await appendToCase(tx, keyring, office, loaded, act);
    return true;
  });
}
