import type { Handler } from 'hono';
import { readForm } from '../../../platform/http/read-form.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { inboxQuery, readInboxAsked } from './inbox-filter.ts';
import { deleteView, saveView, setDefaultView } from './saved-views.store.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** POST `/petugas/tampilan`: one's own list kept, made the one to begin with, taken away. */
export function sendSavedView(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['case/read-open'], async (c, work) => {
    const { office, actor, staff } = work;
    const { act, view, name = '', query = '', default: first } = (await readForm(c))?.values ?? {};
    if (act !== undefined) {
      if (view === undefined || !UUID.test(view)) return c.notFound();
      if (act === 'delete') await deleteView(desk.pool, office, staff.account, view);
      else await setDefaultView(desk.pool, office, staff.account, act === 'default' ? view : null);
      return seeOther('/petugas');
    }
    // Read anew, so that nothing is kept but what the inbox itself would ask: no words, no place in the list.
    const sent = new URLSearchParams(query);
    const asked = {
      ...readInboxAsked((one) => sent.get(one) ?? undefined, actor, office),
      q: '',
      cursor: '',
    };
    const kept = inboxQuery(asked);
    const title = name.replaceAll('\n', ' ').slice(0, 40).trim();
    if (title === '') return seeOther(`/petugas?${kept}&tampilan=nama`);
    const saved = { name: title, query: kept, isDefault: first === 'ya' };
    const clock = { now: desk.clock(), newId: desk.cases.newId };
    const isKept = await saveView(desk.pool, office, staff.account, saved, clock);
    return seeOther(`/petugas?${kept}&tampilan=${isKept ? 'disimpan' : 'penuh'}`);
  });
}
