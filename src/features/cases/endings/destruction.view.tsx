import { ScrollBox } from '../../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

/** The list that is signed: numbers and days, nobody's name. */
export function DestructionView(props: {
  readonly staff: StaffFace;
  readonly office: string;
  readonly number: string;
  readonly on: string;
  readonly by: string;
  readonly state: string;
  readonly rows: readonly {
    readonly ticket: string;
    readonly registerNo: string;
    readonly received: string;
    readonly destroyed: string;
  }[];
  /** Rule 28: files that this reader does not see. */
  readonly withheld: number;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="retention">
      <a class="govuk-back-link tg-no-print" href="/petugas/retensi">
        {words('retention.title')}
      </a>
      <div class="tg-print-only tg-letterhead">{props.office}</div>
      <h1 class="govuk-heading-l">{words('retention.paper-title')}</h1>
      <p class="govuk-body">
        {words('retention.paper-number', { number: props.number, when: props.on })}
        <br />
        <span class="tg-muted">
          {props.state} {props.by}
        </span>
      </p>
      <p class="govuk-body tg-measure">{words('retention.paper-lead')}</p>
      <ScrollBox label={words('retention.paper-title')}>
        <table class="govuk-table">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {(['no', 'ticket', 'register', 'received', 'destroyed'] as const).map((key) => (
                <th key={key} scope="col" class="govuk-table__header">
                  {words(`retention.column.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {props.rows.map((row, index) => (
              <tr class="govuk-table__row" key={row.ticket}>
                <td class="govuk-table__cell tg-numbers">{index + 1}</td>
                <td class="govuk-table__cell tg-numbers">{row.ticket}</td>
                <td class="govuk-table__cell tg-numbers">{row.registerNo}</td>
                <td class="govuk-table__cell">{row.received}</td>
                <td class="govuk-table__cell">{row.destroyed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {props.withheld === 0 ? null : (
        <p class="govuk-body tg-muted">{words('retention.withheld', { n: props.withheld })}</p>
      )}
    </StaffFrame>
  );
}
