import type { Handler } from 'hono';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { formatNumber } from '../../../domain/documents/format-number.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import { countUnsigned } from './count-unsigned.read.ts';
import { HeadView } from './head.view.tsx';
import { countWithheld } from './list-waits.read.ts';
import { readUnitLoad } from './unit-load.read.ts';
import { waitFaces } from './wait-faces.ts';
import { HEAD_COUNTS, waitsFor } from './waits.ts';

/** `/petugas/pimpinan`: numbers, each a link to exactly its rows, letters that wait for a signature among them, and the load of the units. */
export function headPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['review/decide', 'dispose'], async (c, work) => {
    const { office, actor } = work;
    const words = wordsFor(c);
    const now = desk.clock();
    const own = HEAD_COUNTS.filter((wait) => waitsFor(actor, wait));
    const signs = actor.may.has('letter/issue');
    const [faces, load, withheld, unsigned] = await Promise.all([
      waitFaces(desk, own, { office, actor, words, now, most: 1 }),
      readUnitLoad(desk.pool, office, actor, now),
      countWithheld(desk.pool, office, actor),
      signs ? countUnsigned(desk.pool, office, actor) : null,
    ]);
    const body = (
      <HeadView
        staff={work.face}
        moment={formatInstant(now, office.zone, words.language)}
        figures={faces.map(({ key, count }) => ({ key, count, href: `/petugas/menunggu/${key}` }))}
        load={load.map(({ unit, ...counts }) => ({
          ...counts,
          label: unit === null ? words('head.no-unit') : labelOf(office.named.units, unit),
          href: unit === null ? null : `/petugas?${new URLSearchParams({ antrean: 'semua', unit })}`,
        }))}
        unsigned={unsigned === null ? null : formatNumber(unsigned, 0, words.language)}
        withheld={withheld}
      />
    );
    return page(c, desk, { title: words('head.page'), islands: ['staff'] }, body);
  });
}
