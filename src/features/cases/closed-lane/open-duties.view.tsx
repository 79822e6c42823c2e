import { Tag } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

/** Duties with their day, and the text that may go out: service and date, never a person (rule 30). */
export function OpenDutiesView(props: {
  readonly staff: StaffFace;
  readonly rows: readonly {
    readonly key: string;
    readonly ticket: string;
    readonly duty: string;
    readonly due: string;
    readonly late: boolean;
    readonly service: string;
    readonly proposed: string;
    /** Its text awaits the coordinator (rule 31). */
    readonly awaits: boolean;
  }[];
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="duties">
      <h1 class="govuk-heading-l">{words('duty.title')}</h1>
      <p class="govuk-body tg-measure">{words('duty.lead')}</p>
      {props.rows.length === 0 ? <p class="govuk-body tg-empty">{words('duty.empty')}</p> : null}
      <ol class="tg-deskday">
        {props.rows.map((row) => (
          <li key={row.key}>
            <p class="govuk-body tg-row">
              <strong>{row.duty}</strong>
              {row.late ? <Tag tone="overdue">{words('duty.late')}</Tag> : null}
              {row.awaits ? <Tag tone="attention">{words('duty.awaits')}</Tag> : null}
              <span>
                {words('duty.due')} {row.due}
              </span>
              {row.service === '' ? null : <span class="tg-muted">{row.service}</span>}
              <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${row.ticket}`}>
                {words('duty.do')} <span class="tg-ticket">{row.ticket}</span>
              </a>
            </p>
            <details class="govuk-details">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{words('duty.text')}</span>
              </summary>
              <div class="govuk-details__text">
                <p class="tg-muted">{words('duty.text-lead')}</p>
                <p class="tg-measure tg-prose">{row.proposed}</p>
              </div>
            </details>
          </li>
        ))}
      </ol>
    </StaffFrame>
  );
}
