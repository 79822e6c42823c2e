import type { Handler } from 'hono';
import { formatDate } from '../../../domain/calendar/format-date.ts';
import { toIsoInstant } from '../../../domain/calendar/instant.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { randomToken } from '../../../platform/random-code.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { listColleagues } from '../../people/list-colleagues.read.ts';
import { actingAs, staffPage } from '../../people/staff-desk.tsx';
import { acknowledgeDeskAnswers } from '../acts/acknowledge-desk-answers.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import { normalTicket } from '../store/ticket.ts';
import { type DeskAnswerDay, DeskAnswersView } from './desk-answers.view.tsx';
import { type DeskAnswer, listDeskAnswers, MOST_DESK_ANSWERS } from './list-desk-answers.read.ts';

/** `/petugas/dijawab-di-tempat`: the day's list of what the counter answered itself, for the coordinator (rule 4). */
export function deskAnswersPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['desk/acknowledge-day'], async (c, work) => {
    const words = wordsFor(c);
    const { office, actor } = work;
    const now = desk.clock();
    const [answers, colleagues] = await Promise.all([
      listDeskAnswers(desk.cases, office, actor, now),
      listColleagues(desk.pool, office),
    ]);
    const nameOf = (account: string | null) => colleagues.find((one) => one.value === account)?.label ?? '';
    const acknowledged = Number(c.req.query('diketahui'));
    const body = (
      <DeskAnswersView
        staff={work.face}
        days={daysOf(answers, office, words, nameOf)}
        mayReopen={actor.may.has('reopen')}
        more={answers.length === MOST_DESK_ANSWERS}
        done={acknowledged > 0 ? words('desk-day.done', { n: acknowledged }) : null}
        idempotencyKey={randomToken()}
      />
    );
    return page(c, desk, { title: words('desk-day.page'), islands: ['staff'] }, body);
  });
}

/** Exactly the rows that were shown are acknowledged, not what came in meanwhile. */
export function sendAcknowledgeDeskAnswers(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['desk/acknowledge-day'], async (c, work) => {
    const form = await readForm(c);
    const tickets = (form?.all('ticket') ?? []).flatMap((one) => normalTicket(one) ?? []);
    const actor = actingAs(work, 'desk/acknowledge-day');
    const shown = tickets.slice(0, MOST_DESK_ANSWERS);
    const count = await acknowledgeDeskAnswers(desk.cases, work.office, actor, shown, desk.clock());
    return seeOther(`/petugas/dijawab-di-tempat?diketahui=${count}`);
  });
}

function daysOf(
  answers: readonly DeskAnswer[],
  { zone, named: data }: Office,
  words: Words,
  nameOf: (account: string | null) => string,
): readonly DeskAnswerDay[] {
  const days = new Map<string, DeskAnswerDay['rows'][number][]>();
  for (const one of answers) {
    const local = toIsoInstant(Date.parse(one.recordedAt), zone);
    const received = toIsoInstant(Date.parse(one.receivedAt), zone).slice(0, 10);
    const earlier = received < local.slice(0, 10);
    const rows = days.get(local.slice(0, 10)) ?? [];
    days.set(local.slice(0, 10), rows);
    const label = labelOf(data.services, one.service) || labelOf(data.kinds, one.kind);
    rows.push({
      ticket: one.ticket,
      version: one.version,
      registerNo: one.registerNumber,
      time: local.slice(11, 16).replace(':', '.'),
      about: label,
      receivedOn: earlier ? formatDate(received, 'long', words.language) : null,
      matter: one.matter,
      answer: one.answer,
      by: nameOf(one.answeredBy),
    });
  }
  return [...days].map(([day, rows]) => ({ day, title: formatDate(day, 'weekday', words.language), rows }));
}
