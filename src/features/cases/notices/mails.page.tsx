import type { Handler } from 'hono';
import { readForm } from '../../../platform/http/read-form.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import { countMails, decideOnMail, listMails } from './list-mails.read.ts';
import { mailRows } from './mails.presenter.ts';
import { type MailsProps, MailsView } from './mails.view.tsx';
import type { NoticePagesDesk } from './notice-desk.ts';

const ADDRESS = '/petugas/surel';
const SAID = { lagi: 'mail.again-done', dibuang: 'mail.discard-done', lewat: 'mail.gone' } as const;

/** `/petugas/surel`: mail that waits, is unsure or was not sent, and why; nothing of what it says or of which case. */
export function mailsPage(desk: NoticePagesDesk): Handler {
  return staffPage(desk, ['office/administer'], async (c, work) => {
    const words = wordsFor(c);
    const { officeId } = work.office;
    const now = desk.clock();
    const [mails, counts] = await Promise.all([
      listMails(desk.pool, officeId, now),
      countMails(desk.pool, officeId, now),
    ]);
    const said = c.req.query('selesai');
    const key = said === 'lagi' || said === 'dibuang' || said === 'lewat' ? said : null;
    const server: MailsProps['server'] =
      desk.mailServer === null
        ? { tone: 'attention', text: words('mail.smtp-none') }
        : {
            tone: 'calm',
            text: words('mail.smtp-set', { server: desk.mailServer.name, from: desk.mailServer.from }),
          };
    const body = (
      <MailsView
        staff={work.face}
        said={key === null ? null : { tone: key === 'lewat' ? 'attention' : 'done', text: words(SAID[key]) }}
        server={server}
        counts={(['waiting', 'unsure', 'sent', 'dropped'] as const).map((one) => ({
          label: words(`mail.count.${one}`),
          count: counts[one],
        }))}
        rows={mailRows(mails, work.office, words)}
        hasUnsure={counts.unsure > 0}
      />
    );
    return page(c, desk, { title: words('mail.page'), islands: ['staff'] }, body);
  });
}

/** What becomes of a mail that nobody knows of, or that waits. */
export function sendMails(desk: NoticePagesDesk): Handler {
  return staffPage(desk, ['office/administer'], async (c, { office }) => {
    const form = await readForm(c);
    const mailId = form?.values.mail ?? '';
    const again = form?.values.act === 'again';
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(mailId);
    const done = isId && (await decideOnMail(desk.pool, office.officeId, { mailId, again }, desk.clock()));
    return seeOther(`${ADDRESS}?selesai=${done ? (again ? 'lagi' : 'dibuang') : 'lewat'}`);
  });
}
