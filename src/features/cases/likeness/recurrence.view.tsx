import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type RecurrenceFace = {
  readonly href: string;
  readonly place: string;
  readonly service: string;
  readonly category: string;
  readonly count: string;
};

/** Where the same came back: village, programme, cause, each number a link to its cases. */
export function RecurrenceView(props: {
  readonly staff: StaffFace;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly RecurrenceFace[];
  readonly withheld: string | null;
  readonly errors: FieldErrors;
}) {
  const words = useWords();
  const { rows } = props;
  return (
    <StaffFrame staff={props.staff} here="recurrence">
      <ErrorSummary errors={props.errors} />
      <h1 class="govuk-heading-l">{words('recurrence.title')}</h1>
      <p class="govuk-body tg-measure">{words('recurrence.lead')}</p>
      <form method="get" action="/petugas/berulang" class="tg-row tg-after">
        <TextField
          name="dari"
          type="month"
          label={words('recurrence.from')}
          value={props.from}
          error={props.errors.dari}
          width={10}
        />
        <TextField name="sampai" type="month" label={words('recurrence.to')} value={props.to} width={10} />
        <Button text={words('recurrence.show')} secondary />
      </form>
      {props.withheld === null ? null : <p class="govuk-body tg-muted">{props.withheld}</p>}
      {rows.length === 0 ? (
        <p class="govuk-body tg-empty">{words('recurrence.none')}</p>
      ) : (
        <ScrollBox label={words('recurrence.title')}>
          <table class="govuk-table">
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                <th scope="col" class="govuk-table__header">
                  {words('fact.place')}
                </th>
                <th scope="col" class="govuk-table__header">
                  {words('fact.service')}
                </th>
                <th scope="col" class="govuk-table__header">
                  {words('fact.category')}
                </th>
                <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                  {words('recurrence.count')}
                </th>
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {rows.map((row) => (
                <tr class="govuk-table__row" key={row.href}>
                  <td class="govuk-table__cell">{row.place}</td>
                  <td class="govuk-table__cell">{row.service}</td>
                  <td class="govuk-table__cell">{row.category}</td>
                  <td class="govuk-table__cell govuk-table__cell--numeric">
                    <a class="govuk-link govuk-link--no-visited-state" href={row.href}>
                      {row.count}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </StaffFrame>
  );
}

/** The cases behind one of these numbers. */
export function RecurringView(props: {
  readonly staff: StaffFace;
  readonly title: string;
  readonly back: string;
  readonly rows: readonly {
    readonly ticket: string;
    readonly received: string;
    readonly status: string;
    readonly matter: string;
  }[];
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="recurrence">
      <a class="govuk-back-link" href={props.back}>
        {words('recurrence.title')}
      </a>
      <h1 class="govuk-heading-l">{props.title}</h1>
      {props.rows.length === 0 ? <p class="govuk-body tg-empty">{words('recurrence.none')}</p> : null}
      <ul class="govuk-list">
        {props.rows.map((row) => (
          <li key={row.ticket} class="tg-card">
            <a
              class="govuk-link govuk-link--no-visited-state tg-ticket"
              href={`/petugas/kasus/${row.ticket}`}
            >
              {row.ticket}
            </a>{' '}
            <span class="tg-muted tg-small">
              {row.received} · {row.status}
            </span>
            <p class="govuk-body tg-prose">{row.matter}</p>
          </li>
        ))}
      </ul>
    </StaffFrame>
  );
}
