import type { Handler } from 'hono';
import { formatDate } from '../../../domain/calendar/format-date.ts';
import { localDate } from '../../../domain/calendar/instant.ts';
import { addDays } from '../../../domain/people/role-period.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type StaffDesk, staffPage } from '../../people/staff-desk.tsx';
import { listMeetings } from './meeting.store.ts';
import { MeetingsView } from './meetings.view.tsx';
import { listUnwrittenMeetings } from './team-agenda.store.ts';

/** Whoever writes meetings down and prints their papers. */
export const MEETING_WRITERS = ['letter/issue', 'follow-up'] as const;

const MOST = 200;
/** A meeting of the agenda that nobody wrote down is shown for so long after its day. */
const PLANNED_DAYS = 31;

/** `/petugas/rapat`: meetings of pembinaan, the latest first. */
export function meetingsPage(desk: StaffDesk): Handler {
  return staffPage(desk, MEETING_WRITERS, async (c, work) => {
    const words = wordsFor(c);
    const { officeId } = work.office;
    const today = localDate(desk.clock(), work.office.zone);
    const { meetings, planned } = await withOffice(
      desk.pool,
      officeId,
      async (tx) => ({
        meetings: await listMeetings(tx, officeId, MOST),
        planned: await listUnwrittenMeetings(tx, officeId, addDays(today, -PLANNED_DAYS)),
      }),
      { readOnly: true },
    );
    const shown = meetings.map(({ day, ...one }) => ({
      ...one,
      day: formatDate(day, 'weekday', words.language),
    }));
    return page(
      c,
      desk,
      { title: words('staff.meetings') },
      <MeetingsView
        staff={work.face}
        meetings={shown}
        planned={planned.map(({ itemId, on, title, place }) => ({
          ...{ title, place, href: `/petugas/rapat/baru?agenda=${itemId}` },
          day: formatDate(on, 'weekday', words.language),
        }))}
      />,
    );
  });
}
