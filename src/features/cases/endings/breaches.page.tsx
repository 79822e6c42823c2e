import type { Context, Handler } from 'hono';
import { toIsoInstant } from '../../../domain/calendar/instant.ts';
import type { BreachRefusal } from '../../../domain/people/breach.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { listColleagues } from '../../people/list-colleagues.read.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { breachFace } from './breach.presenter.ts';
import { readBreachStep, readNewBreach } from './breach.schema.ts';
import { BreachesView, BreachView } from './breaches.view.tsx';
import { keepBreach, readBreaches } from './keep-breach.ts';

type Typed = {
  readonly values: Readonly<Record<string, string>>;
  readonly data: readonly string[];
  readonly errors: FieldErrors;
};
const NOTHING: Typed = { values: {}, data: [], errors: {} };

/** `/petugas/insiden`: the register of breaches of personal data, and the form of a new one (UU 27/2022 ps. 46). */
export function breachesPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['breach/keep'], (c, work) => showAll(c, desk, work, NOTHING, 200));
}

export function sendBreach(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['breach/keep'], async (c, work) => {
    const words = wordsFor(c);
    const form = await readForm(c);
    const [values, data] = [form?.values ?? {}, form?.all('data') ?? []];
    const read = readNewBreach(values, data, work.office.zone, words);
    if (!read.ok) return showAll(c, desk, work, { values, data, errors: read.errors }, 422);
    const actor = actingAs(work, 'breach/keep');
    const kept = await keepBreach(desk.cases, work.office.officeId, actor, read, desk.clock());
    if (kept.ok) return seeOther(`/petugas/insiden/${kept.breach}?tersimpan`);
    const errors = { [FIELD_OF[kept.refusal]]: words(`breach.${kept.refusal}`) };
    return showAll(c, desk, work, { values, data, errors }, 422);
  });
}

/** `/petugas/insiden/{breach}`: one breach with its 72 hours, who was told, and how it ended. */
export function breachPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['breach/keep'], (c, work) => showOne(c, desk, work, NOTHING, 200));
}

export function sendBreachStep(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['breach/keep'], async (c, work) => {
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const breach = c.req.param('breach') ?? '';
    const read = readBreachStep(values, breach, work.office.zone, words);
    if (!read.ok) return showOne(c, desk, work, { values, data: [], errors: read.errors }, 422);
    const actor = actingAs(work, 'breach/keep');
    const kept = await keepBreach(desk.cases, work.office.officeId, actor, read, desk.clock());
    if (kept.ok) return seeOther(`/petugas/insiden/${breach}?tersimpan`);
    const errors = { [FIELD_OF[kept.refusal]]: words(`breach.${kept.refusal}`) };
    return showOne(c, desk, work, { values, data: [], errors }, 409);
  });
}

const FIELD_OF: Readonly<Record<BreachRefusal, string>> = {
  'breach-unknown': '',
  'breach-closed-already': '',
  'breach-in-future': 'knownAt',
  'breach-told-before-known': 'toldAt',
  'breach-told-already': 'whom',
  'breach-not-told': 'text',
};

async function showAll(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  { values, data, errors }: Typed,
  status: number,
): Promise<Response> {
  const words = wordsFor(c);
  const { officeId, zone } = work.office;
  const { breaches, texts } = await readBreaches(desk.cases, officeId);
  const now = desk.clock();
  const body = (
    <BreachesView
      staff={work.face}
      breaches={breaches.map((one) => breachFace(one, texts, { now, zone, words, nameOf: () => '' }))}
      values={{ knownAt: toIsoInstant(now, zone).slice(0, 16), ...values }}
      data={data}
      errors={errors}
    />
  );
  return page(c, desk, { title: words('breach.page'), failed: status !== 200 }, body, { status });
}

async function showOne(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  { values, errors }: Typed,
  status: number,
): Promise<Response> {
  const words = wordsFor(c);
  const { office } = work;
  const [{ breaches, texts }, colleagues] = await Promise.all([
    readBreaches(desk.cases, office.officeId),
    listColleagues(desk.pool, office),
  ]);
  const found = breaches.find(({ breach }) => breach === c.req.param('breach'));
  if (found === undefined) return c.notFound();
  const now = desk.clock();
  const nameOf = (account: string | null) => colleagues.find(({ value }) => value === account)?.label ?? '';
  const body = (
    <BreachView
      staff={work.face}
      breach={breachFace(found, texts, { now, zone: office.zone, words, nameOf })}
      values={{ toldAt: toIsoInstant(now, office.zone).slice(0, 16), ...values }}
      errors={errors}
      done={c.req.query('tersimpan') === undefined ? null : words('breach.saved')}
    />
  );
  return page(c, desk, { title: words('breach.page'), failed: status !== 200 }, body, { status });
}
