import type { Handler } from 'hono';
import { computeDue } from '../../../domain/calendar/compute-due.ts';
import { formatDate } from '../../../domain/calendar/format-date.ts';
import { formatDue } from '../../../domain/calendar/format-instant.ts';
import { localDate } from '../../../domain/calendar/instant.ts';
import { isFormalRequest, OBJECTION_ANSWER } from '../../../domain/complaint/formal-request.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { listRequests, type RegisteredRequest } from './list-requests.read.ts';
import { type RequestFace, RequestsView } from './requests.view.tsx';

/** `/petugas/ppid`: the register of formal requests for information, with their 10 + 7 working days and *keberatan* (UU 14/2008). */
export function requestsPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['answer'], async (c, work) => {
    const words = wordsFor(c);
    const { office, actor } = work;
    const now = desk.clock();
    const thisYear = Number(localDate(now, office.zone).slice(0, 4));
    const asked = Number(c.req.query('tahun'));
    const year = Number.isSafeInteger(asked) && asked >= 2000 && asked <= 9999 ? asked : thisYear;
    const { requests, withheld, years } = await listRequests(desk.cases, office, actor, year);
    const body = (
      <RequestsView
        staff={work.face}
        year={year}
        years={[...new Set([thisYear, ...years])].filter((one) => one !== year)}
        rows={requests.map((one) => faceOf(one, office, words, now))}
        withheld={withheld}
      />
    );
    return page(c, desk, { title: words('ppid.page') }, body);
  });
}

function faceOf(
  { no, state, objectedAt }: RegisteredRequest,
  office: Office,
  words: Words,
  now: number,
): RequestFace {
  const { zone, calendar } = office;
  const day = (at: string) => formatDate(localDate(Date.parse(at), zone), 'long', words.language);
  const open = state.due.find(({ clock }) => clock === 'ppid') ?? null;
  const ended = state.ended.find(({ clock }) => clock === 'ppid') ?? null;
  const limit = open ?? ended;
  const dueAt = limit?.dueAt ?? null;
  const passed = dueAt !== null && (ended === null ? now : Date.parse(ended.endedAt)) > Date.parse(dueAt);
  return {
    no: String(no),
    ticket: state.ticket,
    received: day(state.receivedAt),
    standing: state.cancelled
      ? words('ppid.cancelled')
      : isFormalRequest(state)
        ? words(`status.${state.status}`)
        : words('ppid.other-kind'),
    due: dueAt === null ? words('left.waiting') : formatDue(Date.parse(dueAt), zone, words.language),
    late: passed,
    extended: state.ppidExtendedAt === null ? '' : day(state.ppidExtendedAt),
    answered: state.answeredAt === null ? '' : day(state.answeredAt),
    objections: objectedAt.map((at) => {
      const until = computeDue(calendar, Date.parse(at), OBJECTION_ANSWER);
      return words('ppid.objected', {
        when: day(at),
        until: until.ok ? formatDate(until.dueOn, 'long', words.language) : words('left.waiting'),
      });
    }),
  };
}
