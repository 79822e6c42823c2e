import type { Handler } from 'hono';
import { formatDate } from '../../domain/calendar/format-date.ts';
import { readReferenceCalendar } from '../offices/calendar.store.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { staffPage } from '../people/staff-desk.tsx';
import { type AdministrationDesk, todayAt } from './administration-desk.ts';
import { type CalendarRow, CalendarView } from './calendar.view.tsx';

/** `/petugas/kantor/kalender?tahun=`: the national days as decreed, which nobody changes here, beside the office's own rows. */
export function calendarPage(desk: AdministrationDesk): Handler {
  return staffPage(desk, ['office/administer'], async (c, work) => {
    const words = wordsFor(c);
    const { office } = work;
    const { hours } = office.data;
    const asked = Number(c.req.query('tahun'));
    const thisYear = Number(todayAt(desk, work).slice(0, 4));
    const year = Number.isInteger(asked) && asked >= 1990 && asked <= 2099 ? asked : thisYear;
    const reference = await readReferenceCalendar(desk.pool);
    const ofYear = ({ date }: { readonly date: string }): boolean => date.startsWith(`${year}-`);
    const day = (date: string): string => formatDate(date, 'weekday', words.language);
    const national = reference.holidays
      .filter(ofYear)
      .map((one): CalendarRow & { readonly date: string } => ({
        date: one.date,
        day: day(one.date),
        kind: words(one.kind === 'cuti_bersama' ? 'admin.o.joint-leave' : 'admin.o.national-day'),
        name: one.name,
        decree: one.decree,
        withdrawn: one.withdrawnOn !== null,
        href: null,
      }));
    const own = hours.extraDays.filter(ofYear).map((one): CalendarRow & { readonly date: string } => ({
      date: one.date,
      day: day(one.date),
      kind: words(one.kind === 'penutupan' ? 'admin.o.closure' : 'admin.o.regional-day'),
      name: one.name,
      decree: one.decree,
      withdrawn: one.withdrawnOn !== null,
      href: `/petugas/kantor/hari/${one.date}_${one.announcedOn}`,
    }));
    const isLoaded = office.calendar.loadedYears.has(year);
    const dates = reference.ramadan.findLast((one) => one.year === year && one.withdrawnOn === null);
    const ramadan = hours.ramadan.find((one) => one.year === year);
    const from = ramadan?.from ?? dates?.from;
    const to = ramadan?.to ?? dates?.to;
    const body = (
      <CalendarView
        staff={work.face}
        year={year}
        isLoaded={isLoaded}
        rows={[...national, ...own].toSorted((a, b) => (a.date < b.date ? -1 : 1))}
        ramadan={
          from === undefined || to === undefined
            ? words('admin.ramadan-unknown')
            : words(ramadan?.circular == null ? 'admin.ramadan-no-circular' : 'admin.ramadan-circular', {
                from: formatDate(from, 'long', words.language),
                to: formatDate(to, 'long', words.language),
                circular: ramadan?.circular ?? '',
              })
        }
      />
    );
    return page(c, desk, { title: words('admin.s.calendar') }, body);
  });
}
