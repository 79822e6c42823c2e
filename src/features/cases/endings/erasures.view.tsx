import { ScrollBox } from '../../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

/** What was erased for good: never whose or what it said. */
export function ErasuresView(props: {
  readonly staff: StaffFace;
  readonly rows: readonly {
    readonly id: string;
    readonly when: string;
    readonly what: string;
    readonly ticket: string;
    readonly ground: string;
    readonly by: string;
  }[];
  readonly next: string | null;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="retention">
      <h1 class="govuk-heading-l">{words('erasure.title')}</h1>
      <p class="govuk-body tg-measure">{words('erasure.lead')}</p>
      {props.rows.length === 0 ? (
        <p class="govuk-body tg-empty">{words('erasure.empty')}</p>
      ) : (
        <ScrollBox label={words('erasure.title')}>
          <table class="govuk-table">
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {(['when', 'what', 'ticket', 'ground', 'by'] as const).map((key) => (
                  <th key={key} scope="col" class="govuk-table__header">
                    {words(`erasure.head.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {props.rows.map((row) => (
                <tr class="govuk-table__row" key={row.id}>
                  <td class="govuk-table__cell">{row.when}</td>
                  <td class="govuk-table__cell">{row.what}</td>
                  <td class="govuk-table__cell">
                    <span class="tg-ticket">{row.ticket}</span>
                  </td>
                  <td class="govuk-table__cell">{row.ground}</td>
                  <td class="govuk-table__cell">{row.by}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {props.next === null ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={props.next}>
            {words('erasure.older')}
          </a>
        </p>
      )}
    </StaffFrame>
  );
}
