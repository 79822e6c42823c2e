import type { Handler } from 'hono';
import { formatDate } from '../../../domain/calendar/format-date.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type StaffDesk, staffPage } from '../../people/staff-desk.tsx';
import { listMeetings } from './meeting.store.ts';
import { MeetingsView } from './meetings.view.tsx';

/** Whoever writes meetings down and prints their papers. */
export const MEETING_WRITERS = ['letter/issue', 'follow-up'] as const;

const MOST = 200;

/** `/petugas/rapat`: meetings of pembinaan, the latest first. */
export function meetingsPage(desk: StaffDesk): Handler {
  return staffPage(desk, MEETING_WRITERS, async (c, work) => {
    const words = wordsFor(c);
    const { officeId } = work.office;
    const meetings = await withOffice(desk.pool, officeId, (tx) => listMeetings(tx, officeId, MOST));
    const shown = meetings.map(({ day, ...one }) => ({
      ...one,
      day: formatDate(day, 'weekday', words.language),
    }));
    return page(
      c,
      desk,
      { title: words('staff.meetings') },
      <MeetingsView staff={work.face} meetings={shown} />,
    );
  });
}
