import type { Pool } from 'pg';
import { DAY_MS } from '../../../domain/calendar/instant.ts';
import { STATUSES } from '../../../domain/complaint/vocabulary.ts';
import type { NoticeCase } from '../../../domain/notices/case-reminders.ts';
import { reminderRulesOf } from '../../../domain/notices/reminder-rules.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from '../store/open-state.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';

type Desk = { readonly pool: Pool; readonly keyring: Keyring };

/** Working days in calendar days, and a long holiday more. */
const spread = (workingDays: number): number => (workingDays * 2 + 21) * DAY_MS;

/**
 * The cases of which somebody may have to be told now: open ones whose limit is near or was passed lately, those that are
 * answered, and those that are watched. Ids only; each is opened under its seal before anything is decided.
 */
export async function listNoticedCases(pool: Pool, office: Office, now: number): Promise<readonly string[]> {
  const { before, after, escalation } = reminderRulesOf(office.data);
  const longest = Math.max(0, ...after, ...escalation.map((step) => step.after));
  const rows = await readOffice<{ case_id: string }>(
    pool,
    office.officeId,
    `select case_id from complaint_case where office_id = $1 and is_open and due_at between $2 and $3
     union select case_id from complaint_case where office_id = $1 and is_open and status = $4
     union select case_id from complaint_case where office_id = $1 and is_open and protected
     union select case_id from case_watch where office_id = $1
     order by case_id`,
    [
      office.officeId,
      new Date(now - spread(longest)),
      new Date(now + spread(Math.max(0, ...before))),
      vocabularyCode(STATUSES, 'answered'),
    ],
  );
  return rows.map(({ case_id }) => case_id);
}

const MOST_AWAITED = 300;

/** The cases of which something is awaited beside their limits: those that are watched, and those that are answered. */
export async function listAwaitedCases(pool: Pool, officeId: number): Promise<readonly string[]> {
  const rows = await readOffice<{ case_id: string }>(
    pool,
    officeId,
    `(select case_id from case_watch where office_id = $1 order by case_id limit ${MOST_AWAITED})
     union
     (select case_id from complaint_case where office_id = $1 and is_open and status = $2
       order by due_at, case_id limit ${MOST_AWAITED})
     union
     (select case_id from complaint_case where office_id = $1 and is_open and protected limit ${MOST_AWAITED})`,
    [officeId, vocabularyCode(STATUSES, 'answered')],
  );
  return rows.map(({ case_id }) => case_id);
}

/** Open cases that are urgent; whether they wait for somebody their states tell. */
export async function listUrgentCases(pool: Pool, officeId: number): Promise<readonly string[]> {
  const rows = await readOffice<{ case_id: string }>(
    pool,
    officeId,
    'select case_id from complaint_case where office_id = $1 and urgent and is_open order by case_id',
    [officeId],
  );
  return rows.map(({ case_id }) => case_id);
}

const MOST_WAITING = 200;

/** How many open cases wait for a calendar that is not loaded; beyond 200 it is enough to know that. */
export async function countWaitingForCalendar({ pool, keyring }: Desk, officeId: number): Promise<number> {
  const rows = await readOffice<SealedCaseRow>(
    pool,
    officeId,
    `select ${OPENED_COLUMNS} from complaint_case
      where office_id = $1 and is_open and due_at = 'infinity' order by due_at, case_id limit ${MOST_WAITING}`,
    [officeId],
  );
  return rows.filter((row) =>
    openStateBeside(keyring, row)?.due.some(({ waiting }) => waiting === 'calendar'),
  ).length;
}

/** The cases under their seals; one that other hands changed is not among them: nobody is told of it. */
export async function openNoticedCases(
  { pool, keyring }: Desk,
  officeId: number,
  caseIds: readonly string[],
): Promise<readonly NoticeCase[]> {
  if (caseIds.length === 0) return [];
  const rows = await readOffice<SealedCaseRow>(
    pool,
    officeId,
    `select ${OPENED_COLUMNS} from complaint_case where office_id = $1 and case_id = any ($2::uuid[])`,
    [officeId, caseIds],
  );
  return rows.flatMap((row) => {
    const state = openStateBeside(keyring, row);
    return state === null ? [] : [{ caseId: row.case_id, state }];
  });
}
