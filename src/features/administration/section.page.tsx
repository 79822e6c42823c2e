import type { Handler } from 'hono';
import { itemKey, itemsAt } from '../offices/office-edit.ts';
import { officeValues } from '../offices/office-values.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { staffPage } from '../people/staff-desk.tsx';
import type { AdministrationDesk } from './administration-desk.ts';
import { findSection, hasSection } from './edit-sections-table.ts';
import { EDITORS, partPage } from './part.page.tsx';
import { SectionView } from './section.view.tsx';

/** `/petugas/kantor/:section`: the items of a list, or the form of a part that is none. */
export function sectionPage(desk: AdministrationDesk): Handler {
  const form = partPage(desk);
  const list = staffPage(desk, EDITORS, (c, work) => {
    const words = wordsFor(c);
    const section = findSection(c.req.param('section'));
    const { data } = work.office;
    if (section === undefined || !hasSection(data, section)) return c.notFound();
    if (!section.needs.some((one) => work.actor.may.has(one))) return c.notFound();
    const ids = section.ids ?? [];
    const items = itemsAt(officeValues(data), section.path).map((item) => {
      const key = itemKey(item, ids);
      return {
        key,
        href: `/petugas/kantor/${section.key}/${encodeURIComponent(key)}`,
        name: String(item[section.name] ?? key),
      };
    });
    const body = <SectionView staff={work.face} section={section} items={items} />;
    return page(c, desk, { title: words(section.title) }, body);
  });
  return (c, next) => (findSection(c.req.param('section'))?.ids === null ? form(c, next) : list(c, next));
}
