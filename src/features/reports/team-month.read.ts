import type { Calendar } from '../../domain/calendar/calendar.ts';
import { elapsedServiceMinutes } from '../../domain/calendar/service-time.ts';
import { PROVENANCES } from '../../domain/complaint/vocabulary.ts';
import { periodInstants, type ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Office } from '../offices/office.read.ts';

/** What one of the team did in a month: cases he wrote down that were received in it, answers that he gave in it. */
export type MemberWork = {
  readonly account: string;
  readonly recorded: number;
  readonly answered: number;
  /** Of these, at the desk (rule 4). */
  readonly atDesk: number;
};

/** Between receipt and recording, in minutes of service time (rule 1). */
export type RecordingGap = {
  /** Cases of which the gap could be measured. */
  readonly measured: number;
  /** The lower of the two middle ones; null = nothing was measured. */
  readonly median: number | null;
  readonly longest: number | null;
};

/** The work of each member, the most recorded and answered first. Answers count by when they were written down. */
export async function readMemberWork(
  tx: Tx,
  { officeId, zone }: Office,
  period: ReportPeriod,
): Promise<readonly MemberWork[]> {
  const { start, end } = periodInstants(period, zone);
  const { rows } = await tx.query<MemberWork>(
    `select account, sum(recorded)::int recorded, sum(answered)::int answered, sum(at_desk)::int "atDesk" from (
       select c.state ->> 'recordedBy' account, 1 recorded, 0 answered, 0 at_desk
         from report_fact f join complaint_case c on c.office_id = $1 and c.case_id = f.case_id
        where f.office_id = $1 and f.counted and f.received_on between $2::date and $3::date
       union all
       select t.author::text, 0, 1, (c.state #>> '{answer,atDesk}' = 'true')::int
         from case_text t join complaint_case c on c.office_id = $1 and c.case_id = t.case_id
        where t.office_id = $1 and t.purpose = 'answer' and t.written_at >= $4 and t.written_at < $5
          and c.counted and c.state #>> '{answer,text}' = t.text_id::text) work
      where account is not null group by account order by sum(recorded) + sum(answered) desc, account`,
    [officeId, period.from, period.to, new Date(start), new Date(end)],
  );
  return rows;
}

/** The gap of the cases that Tanggap took in and whose receipt is known to the minute. */
export async function readRecordingGap(
  tx: Tx,
  { officeId, calendar }: Office,
  period: ReportPeriod,
): Promise<RecordingGap> {
  const { rows } = await tx.query<{ from: Date; to: Date }>(
    `select c.received_at "from", c.recorded_at "to"
       from report_fact f join complaint_case c on c.office_id = $1 and c.case_id = f.case_id
      where f.office_id = $1 and f.counted and f.received_on between $2::date and $3::date
        and f.provenance = ${PROVENANCES.indexOf('tanggap')} and f.receipt_precision = 0`,
    [officeId, period.from, period.to],
  );
  return gapOf(
    rows.map(({ from, to }) => [from.getTime(), to.getTime()]),
    calendar,
  );
}

function gapOf(spans: readonly (readonly [from: number, to: number])[], calendar: Calendar): RecordingGap {
  const gaps = spans
    .flatMap(([from, to]) => {
      const elapsed = elapsedServiceMinutes(calendar, from, to);
      return elapsed.ok ? [elapsed.minutes] : [];
    })
    .sort((a, b) => a - b);
  return {
    measured: gaps.length,
    median: gaps[Math.ceil(gaps.length / 2) - 1] ?? null,
    longest: gaps.at(-1) ?? null,
  };
}
