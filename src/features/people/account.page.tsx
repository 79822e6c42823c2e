import type { Context, Handler } from 'hono';
import { formatDate } from '../../domain/calendar/format-date.ts';
import { parseTypedDay } from '../../domain/calendar/parse-typed-day.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { readForm } from '../../platform/http/read-form.ts';
import type { FieldErrors } from '../../platform/views/fields.view.tsx';
import { seeOther } from '../../platform/views/html-reply.ts';
import type { Words } from '../../platform/words/words.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { AccountView, CloseAccountView, type ShownRole } from './account.view.tsx';
import { type AccountsDesk, administering, todayOf } from './accounts.page.tsx';
import { disableAccount } from './disable-account.ts';
import { endRole } from './end-role.ts';
import { grantRole } from './grant-role.ts';
import { type AccountRow, listAccounts } from './list-accounts.read.ts';
import { listRoles, type RoleRow } from './list-roles.read.ts';
import { readOverAllUnits } from './over-all-units.read.ts';
import { provedPage } from './prove.page.tsx';
import { resetPassword } from './reset-password.ts';
import type { AtWork, StaffDesk } from './staff-desk.tsx';

type Told = {
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: FieldErrors;
  readonly password?: string;
};

/** `/petugas/akun/:account`: what an administrator changes of one account. */
export function accountPage(desk: StaffDesk): Handler {
  return forAccount(desk, (c, work, account) => show(c, desk, work, account, {}));
}

export function sendResetPassword(desk: StaffDesk): Handler {
  return forAccount(desk, async (c, work, account) => {
    const { officeId } = work.office;
    const result = await withOffice(desk.pool, officeId, (tx) =>
      resetPassword(tx, officeId, account.account, administering(desk, work)),
    );
    // Not sent on to another address: the password stands nowhere but in this answer.
    if (result.ok) return show(c, desk, work, account, { password: result.password });
    return show(c, desk, work, account, { errors: { '': wordsFor(c)(`account.${result.refusal}`) } });
  });
}

export function sendGrantRole(desk: StaffDesk): Handler {
  return forAccount(desk, async (c, work, account) => {
    const words = wordsFor(c);
    const { officeId, data } = work.office;
    const today = todayOf(desk, work);
    const values = (await readForm(c))?.values ?? {};
    const { role = '', unit, from = today, to, decree } = values;
    const fail = (errors: FieldErrors) => show(c, desk, work, account, { values, errors });
    if (role === '') return fail({ role: words('account.role-missing') });
    if (!isDay(from) || (to !== undefined && !isDay(to))) return fail({ from: words('account.role-dates') });
    const command = {
      account: account.account,
      role,
      from,
      to: to ?? null,
      today,
      unit: data.units.some(({ key }) => key === unit) ? (unit ?? null) : null,
      decree: decree?.slice(0, 200).toWellFormed() ?? null,
    };
    const result = await withOffice(desk.pool, officeId, (tx) =>
      grantRole(tx, officeId, data.roles, command, administering(desk, work)),
    );
    if (result.ok) return seeOther(`/petugas/akun/${account.account}?berubah`);
    const { refusal } = result;
    const field = refusal === 'role-dates' ? 'from' : refusal === 'own-roles' ? '' : 'role';
    return fail({ [field]: words(`account.${refusal}`) });
  });
}

export function sendEndRole(desk: StaffDesk): Handler {
  return forAccount(desk, async (c, work, account) => {
    const words = wordsFor(c);
    const { officeId, data } = work.office;
    const { role = '', from = '', last } = (await readForm(c))?.values ?? {};
    const fail = (refusal: 'role-dates' | 'role-not-held' | 'last-administrator' | 'own-roles') =>
      show(c, desk, work, account, { errors: { '': words(`account.${refusal}`) } });
    if (last !== undefined && !isDay(last)) return fail('role-dates');
    const command = { account: account.account, role, from, to: last ?? null, today: todayOf(desk, work) };
    const result = await withOffice(desk.pool, officeId, (tx) =>
      endRole(tx, officeId, data.roles, command, administering(desk, work)),
    );
    if (!result.ok) return fail(result.refusal);
    return seeOther(`/petugas/akun/${account.account}?berubah`);
  });
}

/** Closes on the second press: the first asks. */
export function sendDisableAccount(desk: AccountsDesk): Handler {
  return provedPage(desk, ['account/administer'], async (c, work) => {
    const { account: id, sure } = (await readForm(c))?.values ?? {};
    const account = await findRow(desk, work, id);
    if (account === undefined) return c.notFound();
    const words = wordsFor(c);
    if (sure === undefined && account.account !== work.staff.account) {
      const title = words('account.disable-ask', { name: account.name });
      const owned = await desk.countOwned(work.office, account.account);
      return page(c, desk, { title }, <CloseAccountView staff={work.face} account={account} owned={owned} />);
    }
    const { officeId, data } = work.office;
    const command = { account: account.account, today: todayOf(desk, work) };
    const result = await withOffice(desk.pool, officeId, (tx) =>
      disableAccount(tx, officeId, data.roles, command, administering(desk, work)),
    );
    if (result.ok) return seeOther('/petugas/akun?ditutup');
    return show(c, desk, work, account, { errors: { '': words(`account.${result.refusal}`) } });
  });
}

function forAccount(
  desk: StaffDesk,
  answer: (c: Context, work: AtWork, account: AccountRow) => Promise<Response>,
): Handler {
  return provedPage(desk, ['account/administer'], async (c, work) => {
    const account = await findRow(desk, work, c.req.param('account'));
    return account === undefined ? c.notFound() : answer(c, work, account);
  });
}

/** Open accounts only: nothing of a closed one can be changed. */
async function findRow(
  desk: StaffDesk,
  work: AtWork,
  id: string | undefined,
): Promise<AccountRow | undefined> {
  const all = await listAccounts(desk.pool, desk.keyring, work.office.officeId, todayOf(desk, work));
  return all.find(({ account, disabled }) => account === id && !disabled);
}

async function show(
  c: Context,
  desk: StaffDesk,
  work: AtWork,
  account: AccountRow,
  { values, errors = {}, password }: Told,
): Promise<Response> {
  const words = wordsFor(c);
  const { officeId, data } = work.office;
  const today = todayOf(desk, work);
  const [held, overAllUnits] = await withOffice(desk.pool, officeId, async (tx) => [
    await listRoles(tx, desk.keyring, officeId, today, account.account),
    await readOverAllUnits(tx, desk.keyring, { officeId, data, account: account.account, today }),
  ]);
  const failed = Object.keys(errors).length > 0;
  const body = (
    <AccountView
      staff={work.face}
      account={account}
      own={account.account === work.staff.account}
      held={held.map((role) => shownRole(role, work, words))}
      roles={data.roles.map(({ key, title }) => ({ value: key, label: title }))}
      units={data.units.map(({ key, label }) => ({ value: key, label }))}
      values={values ?? { from: today, ...(account.unit === null ? {} : { unit: account.unit }) }}
      errors={errors}
      done={!failed && c.req.query('berubah') !== undefined ? words('account.roles-changed') : null}
      password={password ?? null}
      overAllUnits={overAllUnits}
    />
  );
  return page(c, desk, { title: account.name, failed }, body, { status: failed ? 422 : 200 });
}

function shownRole({ role, unit, from, to, decree }: RoleRow, { office }: AtWork, words: Words): ShownRole {
  const { roles, units } = office.named;
  const first = formatDate(from, 'long', words.language);
  return {
    role,
    from,
    title: roles.find(({ key }) => key === role)?.title ?? role,
    unit: units.find(({ key }) => key === unit)?.label ?? '',
    period:
      to === null
        ? words('account.period-open', { first })
        : words('account.period-until', { first, last: formatDate(to, 'long', words.language) }),
    decree: decree === null ? '' : words('account.by-decree', { decree }),
  };
}

function isDay(text: string): boolean {
  return parseTypedDay(text) !== null;
}
