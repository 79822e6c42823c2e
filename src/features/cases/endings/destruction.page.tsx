import type { Handler } from 'hono';
import { formatDate } from '../../../domain/calendar/format-date.ts';
import { localDate } from '../../../domain/calendar/instant.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { listColleagues } from '../../people/list-colleagues.read.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { DestructionView } from './destruction.view.tsx';
import { listRetention } from './list-retention.read.ts';
import { namedCases } from './named-cases.read.ts';

/** `/petugas/retensi/{destruction}`: a berita acara pemusnahan with its list, to be printed, and how far it is done. */
export function destructionPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['identity/erase'], async (c, work) => {
    const words = wordsFor(c);
    const { office, actor } = work;
    const { destructions } = await listRetention(desk.cases, office, actor, desk.clock());
    const found = destructions.find(({ id }) => id === c.req.param('destruction'));
    if (found === undefined) return c.notFound();
    const [rows, colleagues] = await Promise.all([
      namedCases(desk.cases, office, actor, found.cases),
      listColleagues(desk.pool, office),
    ]);
    const body = (
      <DestructionView
        staff={work.face}
        office={office.data.name}
        number={found.number}
        on={formatDate(found.on, 'weekday', words.language)}
        by={colleagues.find(({ value }) => value === found.decidedBy)?.label ?? ''}
        state={words(found.done < found.cases.length ? 'retention.under-way' : 'retention.done', {
          done: found.done,
          all: found.cases.length,
        })}
        rows={rows.map(({ ticket, registerNumber, receivedAt, destroyedAt }) => ({
          ...{ ticket, registerNo: registerNumber ?? '' },
          received: formatDate(localDate(Date.parse(receivedAt), office.zone), 'long', words.language),
          destroyed:
            destroyedAt === null
              ? ''
              : formatDate(localDate(destroyedAt.getTime(), office.zone), 'long', words.language),
        }))}
        withheld={found.cases.length - rows.length}
      />
    );
    return page(c, desk, { title: words('retention.paper-page', { number: found.number }) }, body);
  });
}
