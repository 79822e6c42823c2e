import type { Handler } from 'hono';
import { formatDate } from '../../../domain/calendar/format-date.ts';
import { localDate } from '../../../domain/calendar/instant.ts';
import { type Direction, directionMessage } from '../../../domain/papers/build-direction-note.ts';
import { officeFace } from '../../offices/office-face.presenter.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { normalTicket } from '../store/ticket.ts';
import { DirectionView } from './direction.view.tsx';
import { type CaseReading, readCase } from './read-case.read.ts';

/**
 * `/petugas/kasus/{ticket}/arahan`: where the complainant was told to go (rule 24), as a slip to hand over and as text for who
 * is not here. Only of a case that was *diarahkan*.
 */
export function directionPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const words = wordsFor(c);
    const { office, actor } = work;
    const ref = { ticket: normalTicket(c.req.param('ticket') ?? '') ?? '' };
    const reading = await readCase(desk.cases, office, ref, actor, desk.clock());
    const referred = reading === null ? null : directedOf(reading);
    if (reading === null || referred === null) return c.notFound();
    const { state, texts } = reading;
    const known = office.named.bodies.find(({ key }) => key === referred.body);
    const said = referred.text === null ? null : (texts.get(referred.text)?.body ?? null);
    const direction: Direction = {
      to: known?.label ?? referred.body,
      address: known?.address ?? null,
      contact: known?.contact ?? null,
      hours: known?.hours ?? null,
      bring: known?.bring ?? [],
      // Slips and messages of a protected case carry no topic (rule 6).
      remark: state.marks.protected ? null : said,
    };
    const record = { ticket: state.ticket, protected: state.marks.protected };
    const body = (
      <DirectionView
        staff={work.face}
        office={officeFace(office.slug, office.data, words)}
        ticket={state.ticket}
        direction={direction}
        directedOn={formatDate(localDate(Date.parse(referred.at), office.zone), 'weekday', words.language)}
        message={directionMessage(direction, record, office.data.name)}
        withoutSafeWay={state.marks.protected && state.safeContact === null}
        mayReceive={actor.may.has('intake')}
      />
    );
    return page(c, desk, { title: words('direction.page'), islands: ['staff'] }, body);
  });
}

function directedOf({ state, timeline }: CaseReading) {
  if (state.referral?.way !== 'directed') return null;
  const events = timeline.map(({ event }) => event);
  return events.findLast((event) => event.type === 'referred') ?? null;
}
