import { ScrollBox } from '../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

export function FigureRowsView(props: {
  readonly staff: StaffFace;
  /** The report that the figure stands in, at its table. */
  readonly back: string;
  readonly table: string | null;
  readonly line: string;
  readonly notes: readonly string[];
  readonly rows: readonly { readonly ticket: string; readonly number: string; readonly received: string }[];
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="reports">
      <a class="govuk-back-link" href={props.back}>
        {words('report.rows-back')}
      </a>
      <h1 class="govuk-heading-l">
        {props.line}
        {props.table === null ? null : <span class="tg-under">{props.table}</span>}
      </h1>
      {props.notes.map((note) => (
        <p class="govuk-body" key={note}>
          {note}
        </p>
      ))}
      {props.rows.length === 0 ? null : (
        <ScrollBox label={props.line}>
          <table class="govuk-table tg-numbers tg-small">
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                <th scope="col" class="govuk-table__header">
                  {words('receipt.ticket')}
                </th>
                <th scope="col" class="govuk-table__header">
                  {words('fact.register')}
                </th>
                <th scope="col" class="govuk-table__header">
                  {words('fact.received')}
                </th>
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {props.rows.map((row) => (
                <tr class="govuk-table__row" key={row.ticket}>
                  <td class="govuk-table__cell">
                    <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${row.ticket}`}>
                      {row.ticket}
                    </a>
                  </td>
                  <td class="govuk-table__cell">{row.number}</td>
                  <td class="govuk-table__cell">{row.received}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </StaffFrame>
  );
}
