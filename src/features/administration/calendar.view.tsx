import { Notice, Tag } from '../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

export type CalendarRow = {
  readonly day: string;
  readonly kind: string;
  readonly name: string;
  readonly decree: string;
  readonly withdrawn: boolean;
  /** Where an own row is changed; null: the nation's. */
  readonly href: string | null;
};

/** The days off of a year: the nation's and the office's own. */
export function CalendarView(props: {
  readonly staff: StaffFace;
  readonly year: number;
  readonly isLoaded: boolean;
  readonly rows: readonly CalendarRow[];
  readonly ramadan: string;
}) {
  const words = useWords();
  const { year } = props;
  return (
    <StaffFrame staff={props.staff} here="office">
      <a class="govuk-back-link" href="/petugas/kantor">
        {words('admin.title')}
      </a>
      <h1 class="govuk-heading-l">{words('admin.calendar-of', { year })}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href={`/petugas/kantor/kalender?tahun=${year - 1}`}>
          {year - 1}
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href={`/petugas/kantor/kalender?tahun=${year + 1}`}>
          {year + 1}
        </a>
      </p>
      {props.isLoaded ? null : <Notice tone="attention" text={words('admin.year-not-loaded', { year })} />}
      <p class="govuk-body tg-measure">{words('admin.calendar-lead')}</p>
      <p class="govuk-body tg-measure">
        {props.ramadan}{' '}
        <a class="govuk-link" href="/petugas/kantor/ramadan">
          {words('admin.s.ramadan')}
        </a>
      </p>
      <a class="govuk-button" href="/petugas/kantor/hari/baru">
        {words('admin.day-new')}
      </a>
      {props.rows.length === 0 ? (
        <p class="govuk-body">{words('admin.none-yet')}</p>
      ) : (
        <ScrollBox label={words('admin.calendar-of', { year })}>
          <table class="govuk-table">
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {(['admin.f.date', 'admin.f.day-name', 'admin.f.day-kind', 'admin.f.decree'] as const).map(
                  (key) => (
                    <th key={key} scope="col" class="govuk-table__header">
                      {words(key)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {props.rows.map((row, at) => (
                <tr key={`${row.day} ${at}`} class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">
                    {row.href === null ? (
                      row.day
                    ) : (
                      <a class="govuk-link" href={row.href}>
                        {row.day}
                      </a>
                    )}
                  </th>
                  <td class="govuk-table__cell">
                    {row.name} {row.withdrawn ? <Tag tone="plain">{words('admin.withdrawn')}</Tag> : null}
                  </td>
                  <td class="govuk-table__cell">{row.kind}</td>
                  <td class="govuk-table__cell">{row.decree}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </StaffFrame>
  );
}
