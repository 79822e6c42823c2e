import type { Pool } from 'pg';
import { localDate, localDay, startOfDay } from '../../../domain/calendar/instant.ts';
import { isWorkingDay } from '../../../domain/calendar/working-days.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { type UpToThousand, upToThousand } from '../lists/list-inbox.read.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';
import { ASKED, type Wait, waitSql } from './waits.ts';

/** Cases of one wait, the nearest limit first, and how many there are. */
export type Waiting = { readonly lines: readonly CaseLine[]; readonly count: UpToThousand };

const MOST_COUNTED = 1_001;
/** So many working days before its limit a case is at risk. */
const RISK_DAYS = 2;

/**
 * What waits, all of it in one statement: of each the first `most` that this person may see, by time left, and how many
 * there are. Whoever calls has asked `waitsFor`. `now` in milliseconds.
 */
export async function listWaits(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  waits: readonly Wait[],
  { now, most }: { readonly now: number; readonly most: number },
): Promise<ReadonlyMap<Wait, Waiting>> {
  if (waits.length === 0) return new Map();
  const rows = await readOffice<LineRow & { readonly wait: string; readonly n: number }>(
    pool,
    office.officeId,
    `with a as (${ASKED}) ${waits.map((wait) => oneWait(wait)).join(' union all ')}`,
    [...waitParameters(office, actor, now), most],
  );
  return new Map(
    waits.map((wait) => {
      const own = rows.filter((row) => row.wait === wait);
      const lines = own.map((row) => caseLine(row, office.codes));
      return [wait, { lines, count: upToThousand(own[0]?.n ?? 0) }];
    }),
  );
}

function oneWait(wait: Wait): string {
  const { where, among } = waitSql(wait);
  const within = among === null ? '' : `and c.case_id in ${among}`;
  return `(select '${wait}' as wait, p.n, ${LINE_COLUMNS} from (
      select w.case_id, w.due_at, count(*) over ()::int as n from (
        select c.case_id, c.due_at from complaint_case c, a
         where c.office_id = $1 and ${where} ${within} and ${visibleTo(2)}
         order by c.due_at, c.case_id limit ${MOST_COUNTED}) w
       order by w.due_at, w.case_id limit $17::int) p
     join complaint_case c on c.office_id = $1 and c.case_id = p.case_id
     order by p.due_at, p.case_id)`;
}

/** The parameters that `visibleTo(2)` and `ASKED` speak of, $17 left to whoever asks. */
function waitParameters(office: Office, actor: CaseActor, now: number): readonly unknown[] {
  const { zone, codes } = office;
  const today = localDay(now, zone);
  const date = (ms: number) => new Date(ms);
  return [
    office.officeId,
    ...viewerParameters(viewerOf(actor, codes)),
    date(now),
    actor.account,
    actor.units.flatMap((unit) => codes.codeOf('unit', unit) ?? []),
    localDate(now, zone),
    date(startOfDay(today + 1, zone)),
    date(startOfDay(riskEnd(office, today), zone)),
    date(startOfDay(mondayOf(today), zone)),
    date(now - 3_600_000),
    office.data.roles.filter(({ may }) => may.includes('review/decide')).map(({ key }) => key),
  ];
}

/** Day 0 of the epoch was a Thursday: (day + 3) % 7 is 0 on Mondays. */
export function mondayOf(day: number): number {
  return day - ((day + 3) % 7);
}

/** The day after the second working day from today; where the year is not loaded, every day counts. */
function riskEnd({ calendar }: Office, today: number): number {
  let [day, left] = [today, RISK_DAYS];
  while (left > 0) {
    day += 1;
    if (isWorkingDay(calendar, day) !== false) left -= 1;
  }
  return day + 1;
}

/**
 * How many open cases are not for this reader: because of their marks, or because he is complained of. Only their number is
 * told, and not which of the reasons it is (rule 28).
 */
export async function countWithheld(pool: Pool, office: Office, actor: CaseActor): Promise<number> {
  const [row] = await readOffice<{ readonly n: number }>(
    pool,
    office.officeId,
    `select count(*)::int as n from complaint_case c
      where c.office_id = $1 and c.is_open and not (${visibleTo(2)})
        and c.case_id in (
          select r.case_id from complaint_case r where r.office_id = $1 and r.is_open and r.restricted
          union select p.case_id from complaint_case p where p.office_id = $1 and p.is_open and p.protected
          union select t.case_id from case_respondent t where t.office_id = $1 and t.account_id = any ($3::uuid[]))`,
    [office.officeId, ...viewerParameters(viewerOf(actor, office.codes))],
  );
  return row?.n ?? 0;
}
