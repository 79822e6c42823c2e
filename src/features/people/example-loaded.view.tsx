import { ScrollBox } from '../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { PublicFrame } from '../offices/public-frame.view.tsx';

export type ExampleAccount = {
  readonly name: string;
  readonly email: string;
  /** Of its roles, as the office calls them. */
  readonly titles: readonly string[];
  readonly password: string;
};

/** After the example office was loaded: its people and their passwords, this once. */
export function ExampleLoadedView(props: { readonly accounts: readonly ExampleAccount[] }) {
  const words = useWords();
  return (
    <PublicFrame office={null}>
      <h1 class="govuk-heading-xl">{words('first.demo-loaded')}</h1>
      <p class="govuk-body">{words('first.demo-loaded-lead')}</p>
      <ScrollBox label={words('first.demo-loaded')}>
        <table class="govuk-table">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {(['account.name', 'account.roles', 'account.email', 'account.password'] as const).map(
                (key) => (
                  <th key={key} scope="col" class="govuk-table__header">
                    {words(key)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {props.accounts.map((account) => (
              <tr class="govuk-table__row" key={account.email}>
                <th scope="row" class="govuk-table__header">
                  {account.name}
                </th>
                <td class="govuk-table__cell">{account.titles.join(', ')}</td>
                <td class="govuk-table__cell">{account.email}</td>
                <td class="govuk-table__cell">
                  <code>{account.password}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <a class="govuk-button" href="/petugas/masuk">
        {words('first.demo-sign-in')}
      </a>
    </PublicFrame>
  );
}
