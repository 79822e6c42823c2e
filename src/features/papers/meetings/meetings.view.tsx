import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import type { MeetingLine } from './meeting.store.ts';

/** Meetings, the latest first. */
export function MeetingsView(props: {
  readonly staff: StaffFace;
  readonly meetings: readonly MeetingLine[];
  /** Meetings of the team's agenda that nobody has written down yet. */
  readonly planned: readonly {
    readonly title: string;
    readonly place: string;
    readonly day: string;
    readonly href: string;
  }[];
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="meetings">
      <h1 class="govuk-heading-l">{words('staff.meetings')}</h1>
      <p class="govuk-body tg-measure">{words('meeting.lead')}</p>
      <a class="govuk-button" href="/petugas/rapat/baru">
        {words('meeting.new')}
      </a>
      {props.planned.length === 0 ? null : (
        <section class="tg-after">
          <h2 class="govuk-heading-m">{words('meeting.planned')}</h2>
          <ul class="govuk-list tg-parts">
            {props.planned.map(({ title, place, day, href }) => (
              <li key={href}>
                <a class="govuk-link govuk-link--no-visited-state" href={href}>
                  {words('meeting.write-planned', { title })}
                </a>
                <span class="tg-under">{place === '' ? day : `${day}, ${place}`}</span>
              </li>
            ))}
          </ul>
          <h2 class="govuk-heading-m">{words('meeting.written')}</h2>
        </section>
      )}
      {props.meetings.length === 0 ? <p class="govuk-body">{words('meeting.none')}</p> : null}
      <ul class="govuk-list tg-parts">
        {props.meetings.map(({ id, day, event, place }) => (
          <li key={id}>
            <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/rapat/${id}`}>
              {event}
            </a>
            <span class="tg-under">
              {day}, {place}
            </span>
          </li>
        ))}
      </ul>
    </StaffFrame>
  );
}
