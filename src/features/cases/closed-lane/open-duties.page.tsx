import type { Handler } from 'hono';
import { formatDate } from '../../../domain/calendar/format-date.ts';
import { localDate } from '../../../domain/calendar/instant.ts';
import { isPublic } from '../../../domain/complaint/decide-approve-duty.ts';
import { apologyText } from '../../../domain/papers/build-apology.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import { listOpenDuties } from './list-open-duties.read.ts';
import { OpenDutiesView } from './open-duties.view.tsx';

/** `/petugas/kewajiban`: what a finding *tidak sesuai standar* obliges the office to, and by when (rule 30). */
export function openDutiesPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['follow-up', 'publication/approve'], async (c, work) => {
    const words = wordsFor(c);
    const { office, actor } = work;
    const duties = await listOpenDuties(desk.cases, office, actor);
    const today = localDate(desk.clock(), office.zone);
    const rows = duties.map(({ ticket, duty, dueOn, service, happenedOn, receivedAt, approved }) => {
      const about = labelOf(office.named.services, service);
      const day = happenedOn ?? localDate(Date.parse(receivedAt), office.zone);
      return {
        key: `${ticket} ${duty}`,
        ticket,
        duty: labelOf(office.data.duties, duty),
        due: formatDate(dueOn, 'weekday', words.language),
        late: dueOn < today,
        service: about,
        proposed: apologyText(office.data, { service: about || 'kami', day, remedy: null }),
        awaits: isPublic(duty, office.data) && !approved,
      };
    });
    return page(c, desk, { title: words('duty.page') }, <OpenDutiesView staff={work.face} rows={rows} />);
  });
}
