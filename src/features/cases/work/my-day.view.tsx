import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import { type WaitFace, WaitView } from './waits.view.tsx';

export type MyDayProps = {
  readonly staff: StaffFace;
  readonly name: string;
  readonly date: string;
  /** What waits, in the order of its weight. */
  readonly waits: readonly WaitFace[];
  /** What may wait for these roles and does not, in words. */
  readonly nothing: readonly string[];
  /** Desk answers that nobody has acknowledged. */
  readonly deskAnswers: number;
  /** Papers that are to follow, duties, windows that are over: told on the page of notices. */
  readonly tasks: number;
  /** Texts for the public that wait for this reader's approval (rule 31). */
  readonly texts: number;
  /** Complaints of today, for who stands at the counter; null for others. */
  readonly received: number | null;
};

/** The day of one person: what waits for him, the most pressing first. */
export function MyDayView(props: MyDayProps) {
  const words = useWords();
  const { waits, nothing, deskAnswers, tasks, received } = props;
  return (
    <StaffFrame staff={props.staff} here="my-day">
      <div class="tg-row">
        <h1 class="govuk-heading-l">{words('day.title')}</h1>
        <p class="govuk-body tg-muted">{props.date}</p>
      </div>
      {received === null ? null : (
        <p class="govuk-body">
          {words('day.received', { n: received })}{' '}
          <a class="govuk-link govuk-link--no-visited-state" href="/petugas/loket">
            {words('day.to-counter')}
          </a>
        </p>
      )}
      {deskAnswers === 0 ? null : (
        <p class="govuk-body">
          <a class="govuk-link govuk-link--no-visited-state" href="/petugas/dijawab-di-tempat">
            {words('day.desk-answers', { n: deskAnswers })}
          </a>
        </p>
      )}
      {props.texts === 0 ? null : (
        <p class="govuk-body">
          <a class="govuk-link govuk-link--no-visited-state" href="/petugas/persetujuan">
            {words('day.texts', { n: props.texts })}
          </a>
        </p>
      )}
      {tasks === 0 ? null : (
        <p class="govuk-body">
          <a class="govuk-link govuk-link--no-visited-state" href="/petugas/pemberitahuan">
            {words('day.tasks', { n: tasks })}
          </a>
        </p>
      )}
      {waits.length === 0 ? <p class="govuk-body tg-empty">{words('day.empty')}</p> : null}
      {waits.map((wait) => (
        <WaitView key={wait.key} wait={wait} />
      ))}
      {nothing.length === 0 || waits.length === 0 ? null : (
        <p class="govuk-body tg-muted tg-small">{words('day.nothing', { what: nothing.join('; ') })}</p>
      )}
    </StaffFrame>
  );
}
