import type { Handler } from 'hono';
import { readForm } from '../../../platform/http/read-form.ts';
import { wordsFor } from '../../offices/public-desk.ts';
import { actingAs, staffPage } from '../../people/staff-desk.tsx';
import { showCase } from '../case-page/case.page.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { normalTicket } from '../intake/ticket.ts';
import { openPerson } from './open-person.ts';

/** *Buka identitas*: with a reason, logged and written into the history; shown on this one answer only. */
export function sendOpenIdentity(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['identity/open'], async (c, work) => {
    const words = wordsFor(c);
    const { reason = '' } = (await readForm(c))?.values ?? {};
    const identityId = c.req.param('identity') ?? '';
    const ref = { ticket: normalTicket(c.req.param('ticket') ?? '') ?? '' };
    const actor = actingAs(work, 'identity/open');
    const request = { office: work.office, ref, identityId, reason, actor, approver: null };
    const result = await openPerson(desk.cases, request, desk.clock());
    if (result.ok) {
      const opened = { identityId, part: 'reporter' as const, person: result.person };
      return showCase(c, desk, work, { opened, done: words('case.opened') });
    }
    const errors = { reason: words(`identity.${result.refusal}`) };
    const failed = { operation: identityId, errors, values: {} };
    return showCase(c, desk, work, { failed, status: result.refusal === 'reason-required' ? 422 : 409 });
  });
}
