import { type FieldErrors, type Option, SelectField, TextField } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import type { AccountRow } from './list-accounts.read.ts';
import { OverAllUnits } from './over-all-units.view.tsx';
import { type StaffFace, StaffFrame } from './staff-frame.view.tsx';

/** A role of the account in the words of the page. */
export type ShownRole = {
  readonly role: string;
  readonly title: string;
  readonly unit: string;
  readonly from: string;
  /** '1 Mei 2026 sampai diakhiri'. */
  readonly period: string;
  readonly decree: string;
};

type AccountProps = {
  readonly staff: StaffFace;
  readonly account: AccountRow;
  /** Whoever looks at his own account changes his password elsewhere; its roles and its end are for somebody else. */
  readonly own: boolean;
  readonly held: readonly ShownRole[];
  readonly roles: readonly Option[];
  readonly units: readonly Option[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly done: string | null;
  /** Shown this once. */
  readonly password: string | null;
  /** Titles of the roles that hold over all units for want of one. */
  readonly overAllUnits: readonly string[];
};

/** One account: its roles, a new password, and its end. */
export function AccountView(props: AccountProps) {
  const words = useWords();
  const { account, own } = props;
  const path = `/petugas/akun/${account.account}`;
  const titleOf = new Map(props.roles.map((role) => [role.value, role.label]));
  return (
    <StaffFrame staff={props.staff} here="accounts">
      <a class="govuk-back-link" href="/petugas/akun">
        {words('account.title')}
      </a>
      <ErrorSummary errors={props.errors} />
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <OverAllUnits titles={props.overAllUnits} />
      {props.password === null ? null : (
        <Notice tone="done" text={words('account.password-made', { name: account.name })}>
          <p class="tg-code">
            <code>{props.password}</code>
          </p>
          <p class="govuk-body">{words('account.password-made-lead')}</p>
        </Notice>
      )}
      <h1 class="govuk-heading-l">{account.name}</h1>
      <p class="govuk-body tg-muted">{account.email}</p>
      {own ? null : <Usual path={path} />}
      <h2 class="govuk-heading-m">{words('account.roles')}</h2>
      {account.forged.length === 0 ? null : (
        <Notice
          tone="overdue"
          text={words('account.forged', {
            roles: account.forged.map((role) => titleOf.get(role) ?? role).join(', '),
          })}
        />
      )}
      <RoleTable path={path} held={props.held} own={own} />
      {own ? (
        <p class="govuk-body tg-measure">{words('account.own-roles')}</p>
      ) : (
        <>
          <h2 class="govuk-heading-m" id="peran">
            {words('account.grant')}
          </h2>
          <GrantForm {...props} path={path} />
          <h2 class="govuk-heading-m" id="sandi">
            {words('account.reset')}
          </h2>
          <p class="govuk-body tg-measure">{words('account.reset-lead')}</p>
          <form method="post" action={`${path}/sandi`}>
            <Button text={words('account.reset-submit')} secondary />
          </form>
          <p class="govuk-body">
            <a class="govuk-link" href={`${path}/masuk`}>
              {words('account.sign-in')}
            </a>
          </p>
          <h2 class="govuk-heading-m" id="tutup">
            {words('account.disable')}
          </h2>
          <p class="govuk-body tg-measure">{words('account.disable-lead')}</p>
          <form method="post" action="/petugas/akun/tutup">
            <input type="hidden" name="account" value={account.account} />
            <Button text={words('account.disable')} secondary />
          </form>
        </>
      )}
    </StaffFrame>
  );
}

/** What somebody who looks after accounts is asked for, and where it is done. */
function Usual({ path }: { readonly path: string }) {
  const words = useWords();
  const ways = [
    { href: '#peran', way: 'account.way-role', said: 'account.way-role-lead' },
    { href: '/petugas/tim#wakil', way: 'account.way-leave', said: 'account.way-leave-lead' },
    { href: '#sandi', way: 'account.way-password', said: 'account.way-password-lead' },
    { href: `${path}/masuk`, way: 'account.way-phone', said: 'account.way-phone-lead' },
    { href: '#tutup', way: 'account.way-goes', said: 'account.way-goes-lead' },
  ] as const;
  return (
    <nav aria-label={words('account.ways')}>
      <ul class="govuk-list tg-parts">
        {ways.map(({ href, way, said }) => (
          <li key={href}>
            <a class="govuk-link govuk-link--no-visited-state" href={href}>
              {words(way)}
            </a>
            <span class="tg-under">{words(said)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function RoleTable({ path, held, own }: Pick<AccountProps, 'held' | 'own'> & { readonly path: string }) {
  const words = useWords();
  if (held.length === 0) return <p class="govuk-body">{words('account.no-role')}</p>;
  return (
    <ScrollBox label={words('account.roles')}>
      <table class="govuk-table">
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {(['account.role', 'account.period', ...(own ? [] : (['account.end'] as const))] as const).map(
              (key) => (
                <th key={key} scope="col" class="govuk-table__header">
                  {words(key)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {held.map((one) => (
            <tr class="govuk-table__row" key={`${one.role} ${one.from}`}>
              <th scope="row" class="govuk-table__header">
                {one.title}
                <span class="tg-under">{one.unit}</span>
              </th>
              <td class="govuk-table__cell">
                {one.period}
                <span class="tg-under">{one.decree}</span>
              </td>
              {own ? null : (
                <td class="govuk-table__cell">
                  <form method="post" action={`${path}/peran/akhiri`} novalidate>
                    <input type="hidden" name="role" value={one.role} />
                    <input type="hidden" name="from" value={one.from} />
                    <TextField
                      name="last"
                      scope={`${one.role}-${one.from}`}
                      type="date"
                      label={words('account.last-day')}
                      hint={words('account.last-day-hint')}
                    />
                    <button
                      type="submit"
                      class="tg-linklike"
                      aria-label={words('account.end-whose', { role: one.title })}
                    >
                      {words('account.end')}
                    </button>
                  </form>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function GrantForm(props: AccountProps & { readonly path: string }) {
  const words = useWords();
  const { values, errors } = props;
  return (
    <form method="post" action={`${props.path}/peran`} novalidate class="tg-measure">
      <SelectField
        name="role"
        label={words('account.role')}
        value={values.role}
        error={errors.role}
        options={[{ value: '', label: words('form.not-chosen') }, ...props.roles]}
      />
      <SelectField
        name="unit"
        label={words('account.unit')}
        hint={words('account.unit-hint')}
        value={values.unit}
        options={[{ value: '', label: words('account.no-unit') }, ...props.units]}
      />
      <TextField
        name="from"
        type="date"
        label={words('account.first-day')}
        value={values.from}
        error={errors.from}
        width={10}
      />
      <TextField
        name="to"
        type="date"
        label={words('account.last-day')}
        hint={words('account.no-last-day')}
        value={values.to}
        width={10}
      />
      <TextField
        name="decree"
        label={words('account.decree')}
        hint={words('account.decree-hint')}
        value={values.decree}
        maxlength={200}
      />
      <Button text={words('account.grant-submit')} />
    </form>
  );
}

/** Asked before an account is closed: it cannot be opened again. */
export function CloseAccountView(props: {
  readonly staff: StaffFace;
  readonly account: AccountRow;
  /** Open cases that it has on its hands. */
  readonly owned: number;
}) {
  const words = useWords();
  const { account, name } = props.account;
  return (
    <StaffFrame staff={props.staff} here="accounts">
      <h1 class="govuk-heading-l">{words('account.disable-ask', { name })}</h1>
      {props.owned === 0 ? null : (
        <Notice tone="attention" text={words('handover.before-closing', { n: props.owned })} />
      )}
      <p class="govuk-body tg-measure">{words('account.disable-lead')}</p>
      <form method="post" action="/petugas/akun/tutup">
        <input type="hidden" name="account" value={account} />
        <Button text={words('account.disable-sure')} name="sure" value="ya" />
      </form>
      <a class="govuk-link" href={`/petugas/akun/${account}`}>
        {words('account.disable-not')}
      </a>
    </StaffFrame>
  );
}
