import type { Handler } from 'hono';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { KINDS } from '../../../domain/complaint/vocabulary.ts';
import { formatNumber } from '../../../domain/reports/format-number.ts';
import { officeFace } from '../../offices/office-face.presenter.ts';
import { officeOf, page, wordsFor } from '../../offices/public-desk.ts';
import { labelOf } from '../case-page/labels.presenter.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { FEW, isFew, publicCounts } from '../public/public-counts.presenter.ts';
import { readLiveFigures } from './figures.read.ts';
import { FiguresView } from './figures.view.tsx';

/** `/pantau/{office}`. */
export function figuresPage(desk: CasePagesDesk): Handler {
  return async (c) => {
    const words = wordsFor(c);
    const now = desk.clock();
    const office = await officeOf(desk, c.req.param('office'));
    if (office === null) return c.notFound();
    const live = await readLiveFigures(desk.pool, office, now);
    const number = (value: number) => formatNumber(value, 0, words.language);
    const few = words('figures.few', { most: FEW });
    const said = (value: number) => (isFew(value) ? few : number(value));
    const offered = KINDS.filter((kind) => office.data.kinds.some((one) => one.key === kind));
    const { shown, others, total } = publicCounts(live.received, offered);
    const year = live.year;
    const body = (
      <FiguresView
        office={officeFace(office.slug, office.data)}
        countedAt={formatInstant(now, office.zone, words.language)}
        figures={[
          { label: words('figures.received', { year }), value: said(total) },
          { label: words('figures.closed'), value: said(live.finished) },
          { label: words('figures.open'), value: said(live.open) },
          { label: words('figures.overdue'), value: said(live.overdue) },
        ]}
        kindsTitle={words('figures.by-kind', { year })}
        kinds={[
          ...shown.map(({ kind, count }) => ({
            label: labelOf(office.data.kinds, kind),
            count: number(count),
          })),
          ...(others === 0 ? [] : [{ label: words('figures.other-kinds'), count: said(others) }]),
        ]}
        total={said(total)}
      />
    );
    return page(c, desk, { title: words('figures.page') }, body, { keepSeconds: 60 });
  };
}
