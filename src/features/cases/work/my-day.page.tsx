import type { Handler } from 'hono';
import { formatDate } from '../../../domain/calendar/format-date.ts';
import { localDate } from '../../../domain/calendar/instant.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import { listPublicTexts } from '../closed-lane/list-public-texts.read.ts';
import { listDeskAnswers } from '../counter/list-desk-answers.read.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { listToday } from '../lists/list-today.read.ts';
import { listOwnTasks } from '../notices/list-tasks.read.ts';
import { MyDayView } from './my-day.view.tsx';
import { WaitPageView } from './wait.view.tsx';
import { waitFaces } from './wait-faces.ts';
import { isWait, WAITS, waitsFor } from './waits.ts';

/** So many rows of each stand on the page of the day. */
const FIRST_ROWS = 5;
const ALL_ROWS = 200;

/** `/petugas/hari-ini`: what waits for this person today, by what his roles let him do. */
export function myDayPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const { office, actor, staff } = work;
    if (!actor.may.has('case/read-open')) return seeOther('/petugas');
    const words = wordsFor(c);
    const now = desk.clock();
    const own = WAITS.filter((wait) => waitsFor(actor, wait));
    const [faces, answers, tasks, today, texts] = await Promise.all([
      waitFaces(desk, own, { office, actor, words, now, most: FIRST_ROWS }),
      actor.may.has('desk/acknowledge-day') ? listDeskAnswers(desk.cases, office, actor, now) : [],
      listOwnTasks(desk.cases, office, actor, now),
      actor.may.has('intake') ? listToday(desk.pool, office, actor, now) : null,
      actor.may.has('publication/approve') ? listPublicTexts(desk.cases, office, actor) : [],
    ]);
    const body = (
      <MyDayView
        staff={work.face}
        name={staff.name}
        date={formatDate(localDate(now, office.zone), 'weekday', words.language)}
        waits={faces.filter(({ rows }) => rows.length > 0)}
        nothing={faces.filter(({ rows }) => rows.length === 0).map(({ key }) => words(`waits.${key}`))}
        deskAnswers={answers.length}
        tasks={tasks.filter(({ cause }) => cause !== 'look-again').length}
        texts={texts.length}
        received={today?.length ?? null}
      />
    );
    return page(c, desk, { title: words('day.page'), islands: ['staff'] }, body);
  });
}

/** `/petugas/menunggu/{apa}`: all of one thing that waits, up to two hundred. */
export function waitPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const { office, actor } = work;
    const wait = c.req.param('wait') ?? '';
    if (!isWait(wait) || !waitsFor(actor, wait)) return c.notFound();
    const words = wordsFor(c);
    const [face] = await waitFaces(desk, [wait], { office, actor, words, now: desk.clock(), most: ALL_ROWS });
    if (face === undefined) return c.notFound();
    const body = <WaitPageView staff={work.face} wait={face} most={ALL_ROWS} />;
    return page(c, desk, { title: words(`waits.${wait}`), islands: ['staff'] }, body);
  });
}
