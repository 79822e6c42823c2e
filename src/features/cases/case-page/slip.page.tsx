import type { Context, Handler } from 'hono';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { standingLimits } from '../../../domain/complaint/deadlines-of-case.ts';
import { officeFace } from '../../offices/office-face.presenter.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { listColleagues } from '../../people/list-colleagues.read.ts';
import { type AtWork, staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import { isOpen } from '../store/case-row.ts';
import { normalTicket } from '../store/ticket.ts';
import { dueLines } from './due-words.presenter.ts';
import { type CaseReading, readCase } from './read-case.read.ts';
import { receivedWords } from './received-words.presenter.ts';
import { type SlipProps, SlipView } from './slip.view.tsx';

/** `/petugas/kasus/{ticket}/tanda-terima`: the receipt again, without the secret. */
export function slipPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], (c, work) => {
    const ticket = normalTicket(c.req.param('ticket') ?? '') ?? '';
    return showSlip(c, desk, work, { ticket, secret: null });
  });
}

export async function showSlip(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  what: Pick<SlipProps, 'ticket' | 'secret'>,
): Promise<Response> {
  const words = wordsFor(c);
  const { office } = work;
  const reading = await readCase(desk.cases, office, { ticket: what.ticket }, work.actor, desk.clock());
  // Whoever writes a case down that he may not read afterwards still hands out its number (rule 6).
  if (reading === null && what.secret === null) return c.notFound();
  const state = reading?.state;
  const topic =
    state === undefined || state.marks.protected
      ? null
      : labelOf(office.named.services, state.service) || labelOf(office.data.kinds, state.kind);
  const body = (
    <SlipView
      {...what}
      staff={work.face}
      office={officeFace(office.slug, office.data, words)}
      registerNo={state?.register?.printed ?? null}
      receivedAt={
        state === undefined
          ? formatInstant(desk.clock(), office.zone, words.language)
          : receivedWords(state, office.zone, words)
      }
      topic={topic}
      answeredAtDesk={state?.answer?.atDesk ?? false}
      directed={state?.referral?.way === 'directed'}
      due={state === undefined || !isOpen(state) ? [] : dueLines(standingLimits(state), office, words)}
      receiver={what.secret === null ? await receiverOf(desk, work, reading) : work.staff.name}
      mayReceive={work.actor.may.has('intake')}
    />
  );
  return page(c, desk, { title: words('slip.page'), islands: ['staff'] }, body);
}

/** Printed again, the slip still names who received the complaint; null where nobody of the staff did. */
async function receiverOf(desk: CasePagesDesk, { office }: AtWork, reading: CaseReading | null) {
  const received = reading?.timeline.find(({ event }) => event.type === 'received')?.event;
  const account = received?.type === 'received' ? received.receivedBy : null;
  const colleagues = await listColleagues(desk.pool, office);
  return colleagues.find(({ value }) => value === account)?.label ?? null;
}
