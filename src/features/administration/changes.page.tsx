import type { Handler } from 'hono';
import { withOffice } from '../../platform/database/transaction.ts';
import { readVersionBefore } from '../offices/changed-since-files.read.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { listColleagues } from '../people/list-colleagues.read.ts';
import { staffPage } from '../people/staff-desk.tsx';
import type { AdministrationDesk } from './administration-desk.ts';
import { changeFace, differencesOfChange } from './change.presenter.ts';
import { ChangesView, OneChangeView } from './changes.view.tsx';
import { pictureOfEdit } from './emblem-edit.ts';
import { findChange, listChanges } from './office-change.store.ts';

const MOST = 25;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const READERS = ['office/administer', 'publication/approve'] as const;

/** `/petugas/kantor/perubahan?sebelum=`: every change that was made here, with who asked, who approved and what became of it. */
export function changesPage(desk: AdministrationDesk): Handler {
  return staffPage(desk, READERS, async (c, work) => {
    const words = wordsFor(c);
    const { office } = work;
    const asked = c.req.query('sebelum') ?? '';
    const before = UUID.test(asked) ? asked : null;
    const found = await withOffice(desk.pool, office.officeId, (tx) =>
      listChanges(tx, office.officeId, { before, most: MOST + 1 }),
    );
    const names = new Map(
      (await listColleagues(desk.pool, office)).map(({ value, label }) => [value, label]),
    );
    const shown = found.slice(0, MOST);
    const body = (
      <ChangesView
        staff={work.face}
        changes={shown.map((one) => changeFace(one, office, names, words))}
        older={found.length > MOST ? (shown.at(-1)?.id ?? null) : null}
        isFirst={before === null}
      />
    );
    return page(c, desk, { title: words('admin.changes') }, body);
  });
}

/** `/petugas/kantor/perubahan/:change`: one of them, with what it changes or changed. */
export function changePage(desk: AdministrationDesk): Handler {
  return staffPage(desk, READERS, async (c, work) => {
    const words = wordsFor(c);
    const { office } = work;
    const id = c.req.param('change') ?? '';
    if (!UUID.test(id)) return c.notFound();
    const { change, before } = await withOffice(desk.pool, office.officeId, async (tx) => {
      const one = await findChange(tx, office.officeId, id);
      const version = one?.version ?? null;
      return {
        change: one,
        before: version === null ? null : await readVersionBefore(tx, office.officeId, version),
      };
    });
    if (change === null) return c.notFound();
    const names = new Map(
      (await listColleagues(desk.pool, office)).map(({ value, label }) => [value, label]),
    );
    const body = (
      <OneChangeView
        staff={work.face}
        change={changeFace(change, office, names, words)}
        differences={differencesOfChange(before ?? office.data, change, words)}
        picture={pictureOfEdit(change.edit)}
      />
    );
    return page(c, desk, { title: words('admin.changes') }, body);
  });
}
