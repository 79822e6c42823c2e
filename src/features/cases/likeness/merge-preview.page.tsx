import type { Handler } from 'hono';
import { randomToken } from '../../../platform/random-code.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import { readCase } from '../case-page/read-case.read.ts';
import { contextOf } from '../doors/case-desk.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { normalTicket } from '../store/ticket.ts';
import { mayJoin } from './alike.page.tsx';
import { mergePreview } from './merge-preview.presenter.ts';
import { MergePreviewView } from './merge-preview.view.tsx';

/** `/petugas/kasus/{ticket}/gabung?dengan={other}`: what merging this case into the other would do. */
export function mergePreviewPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['merge'], async (c, work) => {
    const words = wordsFor(c);
    const { office, actor } = work;
    const now = desk.clock();
    const [ticket, other] = [c.req.param('ticket'), c.req.query('dengan')].map((typed) =>
      normalTicket(typed ?? ''),
    );
    if (ticket == null) return c.notFound();
    const read = (one: string) => readCase(desk.cases, office, { ticket: one }, actor, now);
    const ends = await read(ticket);
    if (ends === null) return c.notFound();
    const lives = other == null ? null : await read(other);
    // One that is missing and one that is not for this reader are one answer.
    if (lives === null) return seeOther(`/petugas/kasus/${ticket}/ganda?selesai=not-found`);
    if (!mayJoin(ends) && !mayJoin(lives)) return c.notFound();
    const preview = mergePreview(ends, lives, { office, words, context: contextOf(office, actor, now) });
    const body = (
      <MergePreviewView
        staff={work.face}
        preview={preview}
        version={ends.version}
        idempotencyKey={randomToken()}
      />
    );
    return page(c, desk, { title: words('merge.title') }, body);
  });
}
