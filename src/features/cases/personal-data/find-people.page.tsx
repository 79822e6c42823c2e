import type { Context, Handler } from 'hono';
import { readForm } from '../../../platform/http/read-form.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { listColleagues } from '../../people/list-colleagues.read.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { inboxGroups } from '../lists/inbox.presenter.ts';
import type { InboxRow } from '../lists/inbox-row.view.tsx';
import type { CaseLine } from '../store/case-line.ts';
import { openLines } from '../vault/open-lines.read.ts';
import { findCasesOfPerson } from './find-people.read.ts';
import { FindPeopleView } from './find-people.view.tsx';

type Shown = {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly found: readonly InboxRow[] | null;
};

/** `/petugas/cari-orang`. What is looked for is posted, so that nobody's number stands in an address. */
export function findPeoplePage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['case/search'], (c, work) =>
    show(c, desk, work, { values: {}, errors: {}, found: null }, 200),
  );
}

export function sendFindPeople(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['case/search'], async (c, work) => {
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const { who = '', reason = '' } = values;
    const actor = actingAs(work, 'case/search');
    const result = await findCasesOfPerson(
      desk.cases,
      work.office,
      actor,
      { typed: who, reason },
      desk.clock(),
    );
    if (!result.ok) {
      const field = result.refusal === 'reason-required' ? 'reason' : 'who';
      const errors = { [field]: words(`find.${result.refusal}`) };
      return show(c, desk, work, { values, errors, found: null }, 422);
    }
    const found = await rowsOf(c, desk, work, result.lines);
    return show(c, desk, work, { values, errors: {}, found }, 200);
  });
}

async function rowsOf(
  c: Context,
  desk: CasePagesDesk,
  { office, actor }: AtWork,
  found: readonly CaseLine[],
): Promise<readonly InboxRow[]> {
  const [{ lines, ...opened }, colleagues] = await Promise.all([
    openLines(desk.cases, office, actor, found),
    listColleagues(desk.pool, office),
  ]);
  const asked = { now: desk.clock(), office, words: wordsFor(c), found: true, passedOn: null };
  return inboxGroups(lines, { ...opened, ...asked, colleagues }).flatMap((group) => group.rows);
}

function show(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  shown: Shown,
  status: number,
): Response | Promise<Response> {
  const failed = Object.keys(shown.errors).length > 0;
  const head = { title: wordsFor(c)('find.page'), failed, islands: ['staff'] };
  return page(c, desk, head, <FindPeopleView staff={work.face} {...shown} />, { status });
}
