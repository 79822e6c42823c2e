import type { Context, Handler } from 'hono';
import { localDate } from '../../domain/calendar/instant.ts';
import { parseTypedDay } from '../../domain/calendar/parse-typed-day.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { actorOfHistory } from '../../domain/people/case-actor.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { uuidv7 } from '../../platform/ids.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import { isWordKey } from '../../platform/words/words.ts';
import type { OfficeActContext } from '../offices/append-office-event.ts';
import type { Office } from '../offices/office.read.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { AccountsView } from './accounts.view.tsx';
import { createAccount } from './create-account.ts';
import { listAccounts } from './list-accounts.read.ts';
import { officeWords } from './office-words.ts';
import { readOverAllUnits } from './over-all-units.read.ts';
import { provedPage } from './prove.page.tsx';
import { type AtWork, actingAs, type StaffDesk } from './staff-desk.tsx';

export type AccountsDesk = StaffDesk & {
  /** Open cases that nobody above the units can open: they wait for a role that is given here. */
  readonly countLeftAlone: (office: Office) => Promise<number>;
  /** Open cases that are in the hands of this account: asked for before it is closed. */
  readonly countOwned: (office: Office, account: string) => Promise<number>;
};

type Filled = {
  readonly values: Readonly<Record<string, string>>;
  readonly roles: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
};

export function accountsPage(desk: AccountsDesk): Handler {
  return provedPage(desk, ['account/administer'], (c, work) =>
    show(c, desk, work, { values: {}, roles: [], errors: {} }),
  );
}

async function show(c: Context, desk: AccountsDesk, work: AtWork, filled: Filled): Promise<Response> {
  const words = wordsFor(c);
  const { data, named, officeId } = work.office;
  const failed = Object.keys(filled.errors).length > 0;
  const accounts = await listAccounts(desk.pool, desk.keyring, officeId, todayOf(desk, work));
  const leftAlone = await desk.countLeftAlone(work.office);
  const made = accounts.find(({ account }) => account === c.req.query('dibuat'));
  const asked = { officeId, data, account: made?.account ?? '', today: todayOf(desk, work) };
  const overAllUnits =
    made === undefined || failed
      ? []
      : await withOffice(desk.pool, officeId, (tx) => readOverAllUnits(tx, desk.keyring, asked));
  const done =
    made !== undefined
      ? words('account.made', { name: made.name })
      : c.req.query('ditutup') !== undefined
        ? words('account.closed')
        : null;
  const body = (
    <AccountsView
      staff={work.face}
      accounts={accounts}
      {...optionsOf(data)}
      held={optionsOf(named)}
      values={{ from: todayOf(desk, work), ...filled.values }}
      chosenRoles={filled.roles}
      errors={filled.errors}
      done={failed ? null : done}
      overAllUnits={overAllUnits}
      leftAlone={leftAlone}
    />
  );
  return page(c, desk, { title: words('account.page'), failed, islands: ['staff'] }, body, {
    status: failed ? 422 : 200,
  });
}

export function sendAccount(desk: AccountsDesk): Handler {
  return provedPage(desk, ['account/administer'], async (c, work) => {
    const form = await readForm(c);
    const values = form?.values ?? {};
    const roles = form?.all('roles') ?? [];
    const words = wordsFor(c);
    const { name = '', email = '', password = '' } = values;
    const errors: Record<string, string> = {};
    if (name === '') errors.name = words('account.name-required');
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) errors.email = words('form.invalid-email');
    const today = todayOf(desk, work);
    const fromOn = values.from ?? today;
    if (parseTypedDay(fromOn) === null) errors.from = words('form.invalid-date');
    else if (fromOn < today) errors.from = words('account.from-past');
    if (Object.keys(errors).length > 0) return show(c, desk, work, { values, roles, errors });
    const { officeId, data } = work.office;
    const unit = data.units.some((one) => one.key === values.unit) ? (values.unit ?? null) : null;
    const command = {
      name: name.slice(0, 200).toWellFormed(),
      email: email.slice(0, 200).toWellFormed(),
      password,
      roles,
      unit,
      fromOn,
      decree: values.decree?.slice(0, 200).toWellFormed() ?? null,
      known: officeWords(data),
    };
    const result = await withOffice(desk.pool, officeId, (tx) =>
      createAccount(tx, officeId, data.roles, command, { ...administering(desk, work), newId: uuidv7 }),
    );
    if (result.ok) return seeOther(`/petugas/akun?dibuat=${result.account}`);
    const key = `account.${result.refusal}`;
    const field = result.refusal.startsWith('password')
      ? 'password'
      : result.refusal === 'email-taken'
        ? 'email'
        : 'roles';
    return show(c, desk, work, {
      values,
      roles,
      errors: { [field]: isWordKey(key) ? words(key) : words('form.invalid') },
    });
  });
}

function optionsOf({ roles, units }: OfficeData) {
  return {
    roles: roles.map(({ key, title }) => ({ value: key, label: title })),
    units: units.map(({ key, label }) => ({ value: key, label })),
  };
}

/** Under the role that permits it. */
export function administering(desk: StaffDesk, work: AtWork): OfficeActContext {
  const actor = actorOfHistory(actingAs(work, 'account/administer'));
  return { keyring: desk.keyring, actor, now: desk.clock() };
}

export function todayOf(desk: StaffDesk, { office }: AtWork): string {
  return localDate(desk.clock(), office.zone);
}
