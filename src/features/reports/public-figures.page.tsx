import type { Handler } from 'hono';
import { formatInstant } from '../../domain/calendar/format-instant.ts';
import { KINDS } from '../../domain/complaint/vocabulary.ts';
import { formatNumber } from '../../domain/documents/format-number.ts';
import { kindLabel } from '../../domain/reports/table-shapes.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import type { Words } from '../../platform/words/words.ts';
import type { CaseDesk } from '../cases/doors/case-desk.ts';
import type { Office } from '../offices/office.read.ts';
import { officeFace } from '../offices/office-face.presenter.ts';
import { officeOf, page, wordsFor } from '../offices/public-desk.ts';
import { listColleagues } from '../people/list-colleagues.read.ts';
import { actingAs, type StaffDesk, staffPage } from '../people/staff-desk.tsx';
import { countPublicFigures, type PublicFigures } from './count-public-figures.ts';
import { FEW, isFew, publicCounts } from './public-counts.presenter.ts';
import { type FiguresProps, FiguresView, PublicationView } from './public-figures.view.tsx';
import { readPublication, savePublication } from './publication.store.ts';

type FiguresDesk = StaffDesk & { readonly cases: Pick<CaseDesk, 'keyring'> };

const KEEP_SECONDS = 60;

/** `/pantau/{office}`: what the coordinator has approved, counted at most once a minute (rule 31). */
export function figuresPage(desk: FiguresDesk): Handler {
  const counted = new Map<number, { readonly at: number; readonly figures: Promise<PublicFigures> }>();
  const figuresOf = (office: Office, now: number) => {
    const before = counted.get(office.officeId);
    // A clock that ran ahead and was set back has counted in the future.
    if (before !== undefined && Math.abs(now - before.at) < KEEP_SECONDS * 1000) return before;
    const fresh = { at: now, figures: countPublicFigures(desk.pool, office, now) };
    counted.set(office.officeId, fresh);
    // What failed is not kept: the next visitor asks again.
    fresh.figures.catch(() => counted.delete(office.officeId));
    return fresh;
  };
  return async (c) => {
    const words = wordsFor(c);
    const office = await officeOf(desk, c.req.param('office'));
    if (office === null) return c.notFound();
    const { approved } = await readPublication(desk, office.officeId);
    const live = approved ? figuresOf(office, desk.clock()) : null;
    const content = live === null ? null : figuresFace(office, await live.figures, live.at, words);
    const body = <FiguresView office={officeFace(office.slug, office.data, words)} content={content} />;
    const options = approved ? { keepSeconds: KEEP_SECONDS } : {};
    return page(c, desk, { title: words('figures.page') }, body, options);
  };
}

/** `/petugas/pantau`: the same figures before everybody sees them, to approve or to withdraw. */
export function publicationPage(desk: FiguresDesk): Handler {
  return staffPage(desk, ['publication/approve'], async (c, work) => {
    const words = wordsFor(c);
    const { office } = work;
    const now = desk.clock();
    const [publication, figures, colleagues] = await Promise.all([
      readPublication(desk, office.officeId),
      countPublicFigures(desk.pool, office, now),
      listColleagues(desk.pool, office),
    ]);
    const { approved, at, account } = publication;
    const name = colleagues.find((one) => one.value === account)?.label ?? '';
    const when = at === null ? '' : formatInstant(at, office.zone, words.language);
    const body = (
      <PublicationView
        staff={work.face}
        href={`/pantau/${office.slug}`}
        approved={approved}
        decided={
          at === null
            ? words('publication.never')
            : words(approved ? 'publication.since' : 'publication.withdrawn', { when, name })
        }
        content={figuresFace(office, figures, now, words)}
      />
    );
    return page(c, desk, { title: words('publication.page') }, body);
  });
}

export function sendPublication(desk: FiguresDesk): Handler {
  return staffPage(desk, ['publication/approve'], async (c, work) => {
    const { decision } = (await readForm(c))?.values ?? {};
    if (decision === 'terbitkan' || decision === 'tarik') {
      const actor = actingAs(work, 'publication/approve');
      const store = { pool: desk.pool, keyring: desk.cases.keyring };
      await savePublication(store, work.office.officeId, actor, decision === 'terbitkan', desk.clock());
    }
    return seeOther('/petugas/pantau');
  });
}

function figuresFace(
  { data, zone }: Office,
  { year, received, finished, open, unrecorded, late }: PublicFigures,
  countedAt: number,
  words: Words,
): NonNullable<FiguresProps['content']> {
  const number = (value: number) => formatNumber(value, 0, words.language);
  const few = words('figures.few', { most: FEW });
  const said = (value: number) => (isFew(value) ? few : number(value));
  // One of them is found by taking the others from the whole, so a small one hides all.
  const untold = [finished, open, unrecorded].some(isFew);
  const part = (value: number) => (untold ? words('figures.untold') : number(value));
  const offered = KINDS.filter((kind) => data.kinds.some((one) => one.key === kind));
  const { shown, others, total } = publicCounts(received, offered);
  return {
    office: data.shortName,
    countedAt: formatInstant(countedAt, zone, words.language),
    figures: [
      { label: words('figures.received', { year }), value: said(total) },
      { label: words('figures.closed'), value: part(finished) },
      { label: words('figures.open'), value: part(open) },
      ...(unrecorded === 0 ? [] : [{ label: words('figures.unrecorded'), value: part(unrecorded) }]),
      { label: words('figures.overdue'), value: isFew(total - late) ? words('figures.untold') : said(late) },
    ],
    kindsTitle: words('figures.by-kind', { year }),
    kinds: [
      ...shown.map(({ kind, count }) => ({ label: kindLabel(data, kind), count: number(count) })),
      ...(others === 0 ? [] : [{ label: words('figures.other-kinds'), count: said(others) }]),
    ],
    total: said(total),
  };
}
