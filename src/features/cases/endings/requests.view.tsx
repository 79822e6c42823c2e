import { Tag } from '../../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type RequestFace = {
  readonly no: string;
  readonly ticket: string;
  readonly received: string;
  readonly standing: string;
  readonly due: string;
  readonly late: boolean;
  readonly extended: string;
  readonly answered: string;
  readonly objections: readonly string[];
};

/** The PPID's register: its own numbers, days and objections, nobody's name. */
export function RequestsView(props: {
  readonly staff: StaffFace;
  readonly year: number;
  readonly years: readonly number[];
  readonly rows: readonly RequestFace[];
  readonly withheld: number;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="ppid">
      <h1 class="govuk-heading-l">{words('ppid.title', { year: props.year })}</h1>
      <p class="govuk-body tg-measure">{words('ppid.lead')}</p>
      {props.years.length === 0 ? null : (
        <p class="govuk-body tg-row tg-no-print">
          {props.years.map((year) => (
            <a key={year} class="govuk-link" href={`/petugas/ppid?tahun=${year}`}>
              {year}
            </a>
          ))}
        </p>
      )}
      {props.rows.length === 0 ? (
        <p class="govuk-body tg-empty">{words('ppid.empty')}</p>
      ) : (
        <ScrollBox label={words('ppid.title', { year: props.year })}>
          <table class="govuk-table">
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {(
                  [
                    'no',
                    'ticket',
                    'received',
                    'standing',
                    'due',
                    'extended',
                    'answered',
                    'objections',
                  ] as const
                ).map((key) => (
                  <th key={key} scope="col" class="govuk-table__header">
                    {words(`ppid.head.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {props.rows.map((row) => (
                <tr class="govuk-table__row" key={row.no}>
                  <td class="govuk-table__cell tg-numbers">{row.no}</td>
                  <td class="govuk-table__cell tg-numbers">
                    <a
                      class="govuk-link govuk-link--no-visited-state tg-ticket"
                      href={`/petugas/kasus/${row.ticket}`}
                    >
                      {row.ticket}
                    </a>
                  </td>
                  <td class="govuk-table__cell">{row.received}</td>
                  <td class="govuk-table__cell">{row.standing}</td>
                  <td class="govuk-table__cell">
                    {row.due} {row.late ? <Tag tone="overdue">{words('ppid.late')}</Tag> : null}
                  </td>
                  <td class="govuk-table__cell">{row.extended}</td>
                  <td class="govuk-table__cell">{row.answered}</td>
                  <td class="govuk-table__cell">{row.objections.join('; ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {props.withheld === 0 ? null : (
        <p class="govuk-body tg-muted">{words('ppid.withheld', { n: props.withheld })}</p>
      )}
    </StaffFrame>
  );
}
