import type { Context, Handler } from 'hono';
import { localDate } from '../../../domain/calendar/instant.ts';
import { permissionsOf } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { Words } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { rolesOfDay } from '../../people/deputies/roles-of-day.read.ts';
import { listAccounts } from '../../people/list-accounts.read.ts';
import { type AtWork, staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { refusalSentence } from '../doors/refusal-answers.ts';
import { HandOverView, OwnersView, type Preview } from './hand-over.view.tsx';
import { handOverCases } from './hand-over-cases.ts';
import { countByOwner, type OwnedCases, readOwnedCases } from './owned-cases.read.ts';

const NEEDS = ['dispose', 'hand-over'] as const;
const LONGEST = 1000;

/** `/petugas/serah-terima`: who has how many open cases, and the hand-over of all of somebody's. */
export function handOverPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, NEEDS, async (c, work) => {
    const { dari = '', ke = '' } = c.req.query();
    const people = await readPeople(desk, work);
    const from = people.everybody.find(({ account }) => account === dari);
    if (from === undefined) return owners(c, desk, work, people);
    return show(c, desk, work, { people, from, to: ke, reason: '', errors: {}, done: null });
  });
}

/** First press: what would go and what would stay. Second press, with a reason: it goes. */
export function sendHandOver(desk: CasePagesDesk): Handler {
  return staffPage(desk, NEEDS, async (c, work) => {
    const words = wordsFor(c);
    const { dari = '', ke = '', reason = '', sure } = (await readForm(c))?.values ?? {};
    const people = await readPeople(desk, work);
    const from = people.everybody.find(({ account }) => account === dari);
    if (from === undefined) return c.notFound();
    const isAble = people.working.some(({ account }) => account === ke && account !== dari);
    const errors = {
      ...(isAble ? {} : { ke: words('handover.to-required') }),
      ...(reason.trim() === '' ? { reason: words('handover.reason-required') } : {}),
    };
    const asked = { people, from, to: ke, reason };
    if (Object.keys(errors).length > 0) return show(c, desk, work, { ...asked, errors, done: null });
    if (sure === undefined) return show(c, desk, work, { ...asked, errors: {}, done: null });
    const { office, actor } = work;
    const { goes } = await readOwnedCases(desk.cases, office, actor, { ...toOf(asked) }, desk.clock());
    const command = { goes, to: ke, reason: reason.slice(0, LONGEST).toWellFormed() };
    const handed = await handOverCases(desk.cases, office, actor, command, desk.clock);
    return show(c, desk, work, { ...asked, errors: {}, done: handed.done });
  });
}

type Person = { readonly account: string; readonly name: string; readonly closed: boolean };
type People = { readonly everybody: readonly Person[]; readonly working: readonly Person[] };

/** `working`: those who hold a role today by which they work on cases. */
async function readPeople(desk: CasePagesDesk, { office }: AtWork): Promise<People> {
  const { officeId, data } = office;
  const today = localDate(desk.clock(), office.zone);
  const accounts = await listAccounts(desk.pool, desk.keyring, officeId, today);
  const held = await withOffice(desk.pool, officeId, (tx) => rolesOfDay(tx, desk.keyring, officeId, today));
  const able = new Set(
    held.flatMap(({ account, role }) => (permissionsOf([role], data).has('case/read-open') ? [account] : [])),
  );
  const everybody = accounts.map(({ account, name, disabled }) => ({ account, name, closed: disabled }));
  return { everybody, working: everybody.filter(({ account }) => able.has(account)) };
}

type Asked = {
  readonly people: People;
  readonly from: Person;
  readonly to: string;
  readonly reason: string;
};

function toOf({ people, from, to }: Omit<Asked, 'reason'>) {
  const able = new Set(people.working.map(({ account }) => account));
  return { from: from.account, to, worksOnCases: (account: string) => able.has(account) };
}

async function owners(c: Context, desk: CasePagesDesk, work: AtWork, { everybody, working }: People) {
  const words = wordsFor(c);
  const counts = await countByOwner(desk.cases, work.office.officeId);
  const rows = everybody
    .flatMap((person) => {
      const count = counts.get(person.account);
      const idle = working.every(({ account }) => account !== person.account);
      return count === undefined ? [] : [{ ...person, count, idle }];
    })
    .toSorted((a, b) => Number(b.idle) - Number(a.idle));
  const body = <OwnersView staff={work.face} owners={rows} />;
  return page(c, desk, { title: words('handover.title') }, body);
}

async function show(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  asked: Asked & {
    readonly errors: Readonly<Record<string, string>>;
    readonly done: readonly string[] | null;
  },
): Promise<Response> {
  const words = wordsFor(c);
  const { people, from, to, errors, done } = asked;
  const failed = Object.keys(errors).length > 0;
  const able = people.working.filter(({ account }) => account !== from.account);
  const chosen = able.some(({ account }) => account === to) ? to : '';
  const preview =
    chosen === ''
      ? null
      : shownPreview(
          await readOwnedCases(desk.cases, work.office, work.actor, toOf({ people, from, to }), desk.clock()),
          words,
        );
  const body = (
    <HandOverView
      staff={work.face}
      from={{ account: from.account, name: from.name }}
      people={able.map(({ account, name }) => ({ value: account, label: name }))}
      to={chosen}
      toName={able.find(({ account }) => account === chosen)?.name ?? ''}
      reason={asked.reason}
      errors={errors}
      preview={preview}
      done={done}
    />
  );
  return page(c, desk, { title: words('handover.of', { name: from.name }), failed }, body, {
    status: failed ? 422 : 200,
  });
}

function shownPreview({ goes, stays, hidden, named }: OwnedCases, words: Words): Preview {
  return {
    goes: goes.map(({ ticket }) => ticket),
    stays: stays.map(({ ticket, refused }) => ({ ticket, why: refusalSentence(refused, words) })),
    hidden,
    named,
  };
}
