import type { Context, Handler } from 'hono';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { localDate } from '../../../domain/calendar/instant.ts';
import { formatNumber } from '../../../domain/documents/format-number.ts';
import { parsePeriod, periodInstants } from '../../../domain/reports/report-period.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import { viewerOf } from '../store/visible-cases.ts';
import { openLines } from '../vault/open-lines.read.ts';
import { readRecurrences, readRecurring } from './recurrence.read.ts';
import { RecurrenceView, RecurringView } from './recurrence.view.tsx';

/** So many months until now are shown before anybody chooses. */
const MONTHS = 3;
const MONTH = /^\d{4}-\d{2}$/;

/** `/petugas/berulang?dari=2026-01&sampai=2026-03`: what came back in these months. */
export function recurrencePage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['case/read-open'], async (c, work) => {
    const words = wordsFor(c);
    const { office, actor } = work;
    const chosen = monthsOf(c, localDate(desk.clock(), office.zone));
    const period = parsePeriod(chosen.from === chosen.to ? chosen.from : `${chosen.from}..${chosen.to}`);
    const viewer = viewerOf(actor, office.codes);
    const stretch = period === null ? null : periodInstants(period, office.zone);
    const found =
      stretch === null
        ? { rows: [], withheld: 0 }
        : await readRecurrences(desk.pool, office, viewer, { from: stretch.start, until: stretch.end });
    const { named: data } = office;
    const count = (value: number) => formatNumber(value, 0, words.language);
    const none = words('recurrence.unsaid');
    const rows = found.rows.map(({ place, service, category, count: times }) => ({
      href: addressOf('/petugas/berulang/baris', {
        ...{ dari: chosen.from, sampai: chosen.to },
        ...(place === null ? {} : { tempat: place }),
        ...(service === null ? {} : { layanan: service }),
        ...(category === null ? {} : { kategori: category }),
      }),
      place: labelOf(data.places, place) || none,
      service: labelOf(data.services, service) || none,
      category: labelOf(data.categories, category) || none,
      count: count(times),
    }));
    const body = (
      <RecurrenceView
        staff={work.face}
        from={chosen.from}
        to={chosen.to}
        rows={rows}
        withheld={
          found.withheld === 0 ? null : words('recurrence.withheld', { count: count(found.withheld) })
        }
        errors={period === null ? { dari: words('recurrence.invalid') } : {}}
      />
    );
    const failed = period === null;
    return page(c, desk, { title: words('recurrence.title'), failed }, body, { status: failed ? 422 : 200 });
  });
}

/** `/petugas/berulang/baris?…`: the cases behind one number. */
export function recurringPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['case/read-open'], async (c, work) => {
    const words = wordsFor(c);
    const { office, actor } = work;
    const chosen = monthsOf(c, localDate(desk.clock(), office.zone));
    const period = parsePeriod(chosen.from === chosen.to ? chosen.from : `${chosen.from}..${chosen.to}`);
    if (period === null) return c.notFound();
    const asked = (name: string) => c.req.query(name)?.slice(0, 100) ?? null;
    const of = { place: asked('tempat'), service: asked('layanan'), category: asked('kategori') };
    const { start: from, end: until } = periodInstants(period, office.zone);
    const viewer = viewerOf(actor, office.codes);
    const lines = await readRecurring(desk.pool, office, viewer, { ...of, from, until });
    const opened = await openLines(desk.cases, office, actor, lines);
    const { named: data } = office;
    const parts = [
      labelOf(data.places, of.place),
      labelOf(data.services, of.service),
      labelOf(data.categories, of.category),
    ].filter((part) => part !== '');
    const body = (
      <RecurringView
        staff={work.face}
        title={parts.length === 0 ? words('recurrence.title') : parts.join(' · ')}
        back={addressOf('/petugas/berulang', { dari: chosen.from, sampai: chosen.to })}
        rows={opened.lines.map(({ caseId, ticket, receivedAt, status }) => ({
          ticket,
          received: formatInstant(Date.parse(receivedAt), office.zone, words.language),
          status: words(`status.${status}`),
          matter: opened.matters.get(caseId) ?? '',
        }))}
      />
    );
    return page(c, desk, { title: words('recurrence.title') }, body);
  });
}

/** The months that were asked for, else the last three; in the order of the calendar, whichever was chosen first. */
function monthsOf(c: Context, today: string): { readonly from: string; readonly to: string } {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = year * 12 + month - MONTHS;
  const before = `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}`;
  const asked = [c.req.query('dari'), c.req.query('sampai')].map((typed, at) =>
    typed !== undefined && MONTH.test(typed) ? typed : at === 0 ? before : today.slice(0, 7),
  );
  const [from = before, to = today.slice(0, 7)] = asked.toSorted();
  return { from, to };
}

function addressOf(path: string, query: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(query)}`;
}
