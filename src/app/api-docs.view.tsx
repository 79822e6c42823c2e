import { PublicFrame } from '../features/offices/public-frame.view.tsx';
import { ScrollBox } from '../platform/views/scroll-box.view.tsx';
import { useWords } from '../platform/words/words.ts';

export type ApiDoor = { readonly method: string; readonly path: string; readonly summary: string };

export function ApiDocsView(props: {
  readonly doors: readonly ApiDoor[];
  readonly codes: readonly { readonly code: string; readonly status: number; readonly meaning: string }[];
}) {
  return (
    <PublicFrame office={null}>
      <Docs {...props} />
    </PublicFrame>
  );
}

function Docs(props: Parameters<typeof ApiDocsView>[0]) {
  const words = useWords();
  return (
    <>
      <h1 class="govuk-heading-xl">{words('docs.title')}</h1>
      <p class="govuk-body">{words('docs.lead')}</p>
      <p class="govuk-body">{words('docs.auth')}</p>
      <p class="govuk-body">
        <a class="govuk-link govuk-link--no-visited-state" href="/api/v1/openapi.json">
          {words('docs.spec')}
        </a>
      </p>
      <ScrollBox label={words('docs.title')}>
        <table class="govuk-table tg-small">
          <tbody class="govuk-table__body">
            {props.doors.map((door) => (
              <tr class="govuk-table__row" key={`${door.method} ${door.path}`}>
                <td class="govuk-table__cell">
                  <strong>{door.method}</strong>
                </td>
                <th scope="row" class="govuk-table__header">
                  <code>{door.path}</code>
                </th>
                <td class="govuk-table__cell">{door.summary}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <h2 class="govuk-heading-m">{words('docs.codes')}</h2>
      <ScrollBox label={words('docs.codes')}>
        <table class="govuk-table tg-small">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                {words('docs.code')}
              </th>
              <th scope="col" class="govuk-table__header">
                {words('docs.status')}
              </th>
              <th scope="col" class="govuk-table__header">
                {words('docs.meaning')}
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {props.codes.map((one) => (
              <tr class="govuk-table__row" key={one.code}>
                <th scope="row" class="govuk-table__header">
                  <code>{one.code}</code>
                </th>
                <td class="govuk-table__cell">{one.status}</td>
                <td class="govuk-table__cell">{one.meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
