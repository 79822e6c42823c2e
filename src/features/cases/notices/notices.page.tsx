import type { Handler } from 'hono';
import { readForm } from '../../../platform/http/read-form.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import { cursorOf, readCursor } from '../lists/list-place.ts';
import { listNotices } from './list-notices.read.ts';
import { listOwnTasks } from './list-tasks.read.ts';
import type { NoticePagesDesk } from './notice-desk.ts';
import { noticeCards, taskLines } from './notices.presenter.ts';
import { NoticesView } from './notices.view.tsx';
import { markRead, readWantsMail, saveWantsMail } from './own-notices.store.ts';

const ADDRESS = '/petugas/pemberitahuan';
const PAGE_ROWS = 20;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `/petugas/pemberitahuan`: what this person was told, the newest first, and whether he wants it by mail. */
export function noticesPage(desk: NoticePagesDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const words = wordsFor(c);
    const { office, actor, staff } = work;
    const place = readCursor(c.req.query('cursor') ?? '');
    const after = place === null ? null : { at: place.at, noticeId: place.caseId };
    const [{ notices, next }, wantsMail, tasks] = await Promise.all([
      listNotices(desk.cases, office, actor, { after, limit: PAGE_ROWS }),
      readWantsMail(desk.pool, office.officeId, staff.account),
      after === null ? listOwnTasks(desk.cases, office, actor, desk.clock()) : [],
    ]);
    const done = { dibaca: 'notice.done', surel: 'notice.saved' } as const;
    const said = c.req.query('selesai');
    const body = (
      <NoticesView
        staff={work.face}
        tasks={taskLines(tasks, office, words)}
        cards={noticeCards(notices, office, words)}
        olderHref={
          next === null
            ? null
            : `${ADDRESS}?cursor=${encodeURIComponent(cursorOf({ at: next.at, caseId: next.noticeId }))}`
        }
        done={said === 'dibaca' || said === 'surel' ? words(done[said]) : null}
        email={staff.email}
        wantsMail={wantsMail}
        hasServer={desk.mailServer !== null}
      />
    );
    return page(c, desk, { title: words('notice.page'), islands: ['staff'] }, body);
  });
}

/** Messages marked as read, or the choice about mail; a row of somebody else's is not found. */
export function sendNotices(desk: NoticePagesDesk): Handler {
  return staffPage(desk, [], async (c, { office, staff }) => {
    const form = await readForm(c);
    const { officeId } = office;
    if (form?.values.setting === 'mail') {
      await saveWantsMail(desk.pool, officeId, staff.account, form.values.mail === 'yes');
      return seeOther(`${ADDRESS}?selesai=surel`);
    }
    const asked = form?.values.read ?? '';
    const ids = asked === 'all' ? 'all' : [asked].filter((one) => ID.test(one));
    await markRead(desk.pool, officeId, staff.account, ids, desk.clock());
    return seeOther(`${ADDRESS}?selesai=dibaca`);
  });
}
