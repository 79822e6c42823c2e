import type { Handler } from 'hono';
import { formatDate } from '../../../domain/calendar/format-date.ts';
import { localDate } from '../../../domain/calendar/instant.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import { listWatched } from './list-watched.read.ts';
import { WatchedView } from './watched.view.tsx';

const DAY_MS = 86_400_000;

/** `/petugas/pantauan`: what other bodies have and the office watches (rule 24), and classes that were changed (rule 15). */
export function watchedPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['refer', 'classify'], async (c, work) => {
    const words = wordsFor(c);
    const { office, actor } = work;
    const now = desk.clock();
    const { sentOut, reclassed } = await listWatched(desk.cases, office, actor);
    const day = (at: string) => formatDate(localDate(Date.parse(at), office.zone), 'long', words.language);
    const body = (
      <WatchedView
        staff={work.face}
        sentOut={sentOut.flatMap(({ state, sentAt }) =>
          state.referral === null
            ? []
            : [
                {
                  ticket: state.ticket,
                  body: labelOf(office.named.bodies, state.referral.body),
                  way: words(`watch.way.${state.referral.way}`),
                  since: words('watch.since', {
                    when: day(sentAt),
                    n: Math.max(0, Math.floor((now - Date.parse(sentAt)) / DAY_MS)),
                  }),
                },
              ],
        )}
        reclassed={reclassed.map(({ state, at, reason }) => ({
          ticket: state.ticket,
          from: labelOf(office.data.classes, state.severity.first),
          to: labelOf(office.data.classes, state.severity.now),
          at: day(at),
          reason: reason ?? words('watch.in-time'),
        }))}
      />
    );
    return page(c, desk, { title: words('watch.page') }, body);
  });
}
