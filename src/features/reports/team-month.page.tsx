import type { Context, Handler } from 'hono';
import { formatDate } from '../../domain/calendar/format-date.ts';
import { localDate } from '../../domain/calendar/instant.ts';
import { parseTypedDay } from '../../domain/calendar/parse-typed-day.ts';
import { parsePeriod, type ReportPeriod } from '../../domain/reports/report-period.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { uuidv7 } from '../../platform/ids.ts';
import type { FieldErrors } from '../../platform/views/fields.view.tsx';
import { seeOther } from '../../platform/views/html-reply.ts';
import type { Words } from '../../platform/words/words.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { MEETING_WRITERS } from '../papers/meetings/meetings.page.tsx';
import {
  AGENDA_KINDS,
  type AgendaItem,
  addAgendaItem,
  cancelAgendaItem,
  listAgenda,
} from '../papers/meetings/team-agenda.store.ts';
import { listColleagues } from '../people/list-colleagues.read.ts';
import { type AtWork, type StaffDesk, staffPage } from '../people/staff-desk.tsx';
import { countReport } from './count-report.ts';
import { readMemberWork, readRecordingGap } from './team-month.read.ts';
import { type TeamFigure, TeamMonthView } from './team-month.view.tsx';

const NEEDS = ['publication/approve', 'review/decide'] as const;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `/petugas/hasil-kerja-tim?bulan=`: the month of the team on one sheet for the head, with its agenda (rule 31). */
export function teamMonthPage(desk: StaffDesk): Handler {
  return staffPage(desk, NEEDS, (c, work) =>
    show(c, desk, work, { month: c.req.query('bulan'), errors: {}, values: {} }),
  );
}

/** POST: a meeting or a field visit written down, or struck out. */
export function sendAgenda(desk: StaffDesk): Handler {
  return staffPage(desk, ['publication/approve'], async (c, work) => {
    const values = (await readForm(c))?.values ?? {};
    const { office, staff } = work;
    const now = desk.clock();
    const back = `/petugas/hasil-kerja-tim?bulan=${monthOf(values.bulan, work, now)?.text ?? ''}`;
    if (values.strike !== undefined) {
      if (!UUID.test(values.strike)) return c.notFound();
      await cancelAgendaItem(desk.pool, office, values.strike, now);
      return seeOther(back);
    }
    const words = wordsFor(c);
    const { on = '', title = '', place = '' } = values;
    const kind = AGENDA_KINDS.find((one) => one === values.kind);
    const errors = {
      ...(parseTypedDay(on) === null ? { on: words('teamwork.agenda-on-asked') } : {}),
      ...(kind === undefined ? { kind: words('form.choose') } : {}),
      ...(title === '' || title.length > 200 ? { title: words('teamwork.agenda-title-asked') } : {}),
      ...(place.length > 200 ? { place: words('teamwork.agenda-place-long') } : {}),
    };
    if (kind === undefined || Object.keys(errors).length > 0) {
      return show(c, desk, work, { month: values.bulan, errors, values });
    }
    await addAgendaItem(
      desk.pool,
      office,
      staff.account,
      { on, kind, title, place },
      { now, itemId: uuidv7() },
    );
    return seeOther(`/petugas/hasil-kerja-tim?bulan=${on.slice(0, 7)}`);
  });
}

type Shown = {
  readonly month: string | undefined;
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string>>;
};

async function show(
  c: Context,
  desk: StaffDesk,
  work: AtWork,
  { month, errors, values }: Shown,
): Promise<Response> {
  const words = wordsFor(c);
  const { office, actor } = work;
  const now = desk.clock();
  const title = words('teamwork.page');
  const period = monthOf(month, work, now);
  if (period === null) {
    const bad = { bulan: words('teamwork.bad-month') };
    const view = (
      <TeamMonthView staff={work.face} typed={month ?? ''} errors={bad} values={values} month={null} />
    );
    return page(c, desk, { title, failed: true }, view, { status: 422 });
  }
  const request = { office, period, asOf: null, now: new Date(now), register: null };
  const [counted, [members, gap], agenda, colleagues] = await Promise.all([
    countReport(desk.pool, { ...request, tables: ['on-time', 'by-recording-time'] }),
    withOffice(
      desk.pool,
      office.officeId,
      async (tx) =>
        [await readMemberWork(tx, office, period), await readRecordingGap(tx, office, period)] as const,
      { readOnly: true, long: true },
    ),
    listAgenda(desk.pool, office, period.from, period.to),
    listColleagues(desk.pool, office),
  ]);
  const table = counted.tables.find(({ id }) => id === 'on-time');
  const promise = (key: string) => table?.rows.find((row) => row.key === key)?.count ?? 0;
  const figure = (label: string, count: number, query: Readonly<Record<string, string>>): TeamFigure => ({
    ...{ label, count },
    href: actor.may.has('report/build')
      ? `/petugas/laporan/baris?${new URLSearchParams({ period: period.text, ...query })}`
      : null,
  });
  const writesMeetings = MEETING_WRITERS.some((one) => actor.may.has(one));
  const onTime = (key: string, label: string) => figure(label, promise(key), { table: 'on-time', key });
  const view = (
    <TeamMonthView
      staff={work.face}
      typed={period.text}
      errors={errors}
      values={values}
      month={{
        label: period.label,
        figures: [
          figure(words('teamwork.received'), counted.total, {}),
          onTime('on-time', words('teamwork.on-time')),
          onTime('late', words('teamwork.late')),
          onTime('not-yet-due', words('teamwork.not-yet-due')),
          figure(words('teamwork.at-desk'), counted.totals['at-desk'], { only: 'at-desk' }),
        ],
        gap: {
          measured: gap.measured,
          median: gap.median === null ? '' : minutesWords(gap.median, words),
          longest: gap.longest === null ? '' : minutesWords(gap.longest, words),
        },
        members: members.map(({ account, ...did }) => ({
          ...did,
          name: colleagues.find(({ value }) => value === account)?.label ?? words('fact.former-staff'),
        })),
        agenda: agenda.map(({ itemId, meetingId, on, kind, title: what, place }) => ({
          ...{ itemId, place },
          what,
          isWritten: meetingId !== null,
          meetingHref: kind === 'meeting' && writesMeetings ? meetingHref({ itemId, meetingId }) : null,
          date: formatDate(on, 'weekday', words.language),
          kind: words(`teamwork.agenda-${kind}`),
        })),
        mayWrite: actor.may.has('publication/approve'),
      }}
    />
  );
  const failed = Object.keys(errors).length > 0;
  return page(c, desk, { title, failed, islands: ['staff'] }, view, { status: failed ? 422 : 200 });
}

/** The record of the meeting, or a new one for this entry of the agenda. */
function meetingHref({ itemId, meetingId }: Pick<AgendaItem, 'itemId' | 'meetingId'>): string {
  return meetingId === null ? `/petugas/rapat/baru?agenda=${itemId}` : `/petugas/rapat/${meetingId}`;
}

/** The month that was named, else the one that runs; null for what is no month. */
function monthOf(typed: string | undefined, { office }: AtWork, now: number): ReportPeriod | null {
  const period = parsePeriod(typed ?? localDate(now, office.zone).slice(0, 7));
  return period?.length === 'month' ? period : null;
}

function minutesWords(minutes: number, words: Words): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (h === 0) return words('sop.minutes', { n: m });
  return m === 0 ? words('sop.hours', { n: h }) : words('sop.hours-minutes', { h, m });
}
