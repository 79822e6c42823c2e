import type { Handler } from 'hono';
import { readForm } from '../../../platform/http/read-form.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { wordsFor } from '../../offices/public-desk.ts';
import { actingAs, staffPage } from '../../people/staff-desk.tsx';
import { showCase } from '../case-page/case.page.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { normalTicket } from '../store/ticket.ts';
import { agreeToOpening, openPerson } from './open-person.ts';

/**
 * *Buka identitas*: with a reason, logged and written into the history; shown on this one answer only. Where a second
 * person is needed the same form asks for him (rule 32).
 */
export function sendOpenIdentity(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['identity/open'], async (c, work) => {
    const words = wordsFor(c);
    const { reason = '' } = (await readForm(c))?.values ?? {};
    const identityId = c.req.param('identity') ?? '';
    const ticket = normalTicket(c.req.param('ticket') ?? '') ?? '';
    const actor = actingAs(work, 'identity/open');
    const request = { office: work.office, ref: { ticket }, identityId, reason, actor };
    const result = await openPerson(desk.cases, request, desk.clock());
    if (result.ok && result.opened === null) {
      return seeOther(`/petugas/kasus/${ticket}?selesai=identity-asked`);
    }
    if (result.ok) return showCase(c, desk, work, { opened: result.opened, done: words('case.opened') });
    const errors = { reason: words(`identity.${result.refusal}`) };
    const failed = { operation: identityId, errors, values: { reason } };
    return showCase(c, desk, work, { failed, status: result.refusal === 'reason-required' ? 422 : 409 });
  });
}

/** *Setujui*: the second person, on the case page where the request stands. */
export function sendAgreeToOpening(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['identity/approve'], async (c, work) => {
    const { asker = '', reason = '' } = (await readForm(c))?.values ?? {};
    const identityId = c.req.param('identity') ?? '';
    const ticket = normalTicket(c.req.param('ticket') ?? '') ?? '';
    const actor = actingAs(work, 'identity/approve');
    const request = { office: work.office, ref: { ticket }, identityId, asker, reason, actor };
    const result = await agreeToOpening(desk.cases, request, desk.clock());
    if (result.ok) return seeOther(`/petugas/kasus/${ticket}?selesai=identity-agreed`);
    const errors = { '': wordsFor(c)(`identity.${result.refusal}`) };
    return showCase(c, desk, work, { failed: { operation: identityId, errors, values: {} }, status: 409 });
  });
}
