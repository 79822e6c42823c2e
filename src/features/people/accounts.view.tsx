import { formatDate } from '../../domain/calendar/format-date.ts';
import {
  CheckField,
  type FieldErrors,
  type Option,
  SelectField,
  TextField,
} from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice, Tag } from '../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import type { AccountRow } from './list-accounts.read.ts';
import { OverAllUnits } from './over-all-units.view.tsx';
import { type StaffFace, StaffFrame } from './staff-frame.view.tsx';

type AccountsProps = {
  readonly staff: StaffFace;
  readonly accounts: readonly AccountRow[];
  readonly roles: readonly Option[];
  readonly units: readonly Option[];
  /** What accounts hold, also of roles and units that the office has no longer. */
  readonly held: { readonly roles: readonly Option[]; readonly units: readonly Option[] };
  readonly values: Readonly<Record<string, string>>;
  readonly chosenRoles: readonly string[];
  readonly errors: FieldErrors;
  readonly done: string | null;
  /** Titles of the roles of the account just made that hold over all units for want of one. */
  readonly overAllUnits: readonly string[];
  /** How many open cases nobody above the units can open. */
  readonly leftAlone: number;
};

export function AccountsView(props: AccountsProps) {
  const words = useWords();
  const titleOf = new Map(props.held.roles.map((role) => [role.value, role.label]));
  return (
    <StaffFrame staff={props.staff} here="accounts">
      <ErrorSummary errors={props.errors} />
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <OverAllUnits titles={props.overAllUnits} />
      {props.leftAlone === 0 ? null : (
        <Notice tone="attention" text={words('account.left-alone', { count: props.leftAlone })} />
      )}
      <h1 class="govuk-heading-l">{words('account.title')}</h1>
      <ScrollBox label={words('account.title')}>
        <table class="govuk-table">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {(['account.name', 'account.roles'] as const).map((key) => (
                <th key={key} scope="col" class="govuk-table__header">
                  {words(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {props.accounts.map((row) => (
              <tr class="govuk-table__row" key={row.account}>
                <th scope="row" class="govuk-table__header tg-person">
                  {row.disabled ? (
                    row.name
                  ) : (
                    <a
                      class="govuk-link"
                      href={`/petugas/akun/${row.account}`}
                      aria-label={words('account.change-whose', { name: row.name })}
                    >
                      {row.name}
                    </a>
                  )}
                  <span class="tg-under">{row.email}</span>
                  {row.disabled ? <Tag tone="plain">{words('account.disabled')}</Tag> : null}
                  {row.oneTime && !row.disabled ? <Tag tone="plain">{words('account.one-time')}</Tag> : null}
                </th>
                <td class="govuk-table__cell">
                  {row.roles.map((role) => titleOf.get(role) ?? role).join(', ')}
                  {row.later.map(({ role, from }) => (
                    <span class="tg-under" key={`${role} ${from}`}>
                      {words('account.later', {
                        role: titleOf.get(role) ?? role,
                        day: formatDate(from, 'long', words.language),
                      })}
                    </span>
                  ))}
                  {row.forged.length === 0 ? null : (
                    <span class="tg-under">
                      {words('account.forged', {
                        roles: row.forged.map((role) => titleOf.get(role) ?? role).join(', '),
                      })}
                    </span>
                  )}
                  <span class="tg-under">
                    {props.held.units.find((unit) => unit.value === row.unit)?.label ?? ''}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <h2 class="govuk-heading-m">{words('account.new')}</h2>
      <form method="post" action="/petugas/akun" novalidate class="tg-measure">
        <TextField
          name="name"
          label={words('account.name')}
          value={props.values.name}
          error={props.errors.name}
        />
        <TextField
          name="email"
          type="email"
          label={words('account.email')}
          value={props.values.email}
          error={props.errors.email}
        />
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend">{words('account.roles')}</legend>
          {props.errors.roles === undefined ? null : (
            <p class="govuk-error-message" id="f-roles">
              {props.errors.roles}
            </p>
          )}
          <div class="tg-choices">
            {props.roles.map((role) => (
              <CheckField
                key={role.value}
                name="roles"
                scope={role.value}
                tick={role.value}
                label={role.label}
                checked={props.chosenRoles.includes(role.value)}
              />
            ))}
          </div>
        </fieldset>
        <SelectField
          name="unit"
          label={words('account.unit')}
          hint={words('account.unit-hint')}
          value={props.values.unit}
          options={[{ value: '', label: words('account.no-unit') }, ...props.units]}
        />
        <div class="tg-row-of-fields">
          <TextField
            name="from"
            type="date"
            label={words('account.first-day')}
            hint={words('account.first-day-hint')}
            value={props.values.from}
            error={props.errors.from}
          />
          <TextField
            name="decree"
            label={words('account.decree')}
            hint={words('account.decree-hint')}
            value={props.values.decree}
            maxlength={200}
          />
        </div>
        <TextField
          name="password"
          type="password"
          label={words('account.password')}
          hint={words('account.first-password-hint')}
          error={props.errors.password}
          autocomplete="new-password"
        />
        <Button text={words('account.submit')} />
      </form>
    </StaffFrame>
  );
}
