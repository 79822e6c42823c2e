import type { Handler } from 'hono';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { isWordKey } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { recordId } from '../doors/plain-text.schema.ts';
import { ErasuresView } from './erasures.view.tsx';
import { ERASURES_A_PAGE, listErasures } from './list-erasures.read.ts';

/** `/petugas/retensi/penghapusan`: the ledger of erasures, for who erases and for the auditor of the log (law 7). */
export function erasuresPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['identity/erase', 'log/read'], async (c, work) => {
    const words = wordsFor(c);
    const { actor, office } = work;
    const persons = [...(actor.account === null ? [] : [actor.account]), ...actor.deputyOf];
    const after = recordId.safeParse(c.req.query('sesudah'));
    const rows = await listErasures(desk.cases, office.officeId, persons, after.success ? after.data : null);
    const last = rows.length === ERASURES_A_PAGE ? rows.at(-1) : undefined;
    const groundOf = (ground: string) => {
      const key = `erase.ground-${ground}`;
      return isWordKey(key) ? words(key) : ground;
    };
    const body = (
      <ErasuresView
        staff={work.face}
        rows={rows.map(({ id, at, subject, ticket, ground, by }) => ({
          ...{ id, ticket: ticket ?? '', what: words(`erasure.${subject}`), ground: groundOf(ground) },
          when: formatInstant(at.getTime(), office.zone, words.language),
          by: by ?? words('erasure.by-system'),
        }))}
        next={last === undefined ? null : `/petugas/retensi/penghapusan?sesudah=${last.id}`}
      />
    );
    return page(c, desk, { title: words('erasure.page') }, body);
  });
}
