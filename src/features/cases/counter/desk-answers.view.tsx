import { TextField } from '../../../platform/views/fields.view.tsx';
import { Button, Notice } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type DeskAnswerDay = {
  readonly day: string;
  readonly title: string;
  readonly rows: readonly {
    readonly ticket: string;
    readonly version: number;
    readonly registerNo: string | null;
    readonly time: string;
    readonly about: string;
    /** The day of its receipt, where it was written down on a later one. */
    readonly receivedOn: string | null;
    /** Null when erased. */
    readonly matter: string | null;
    readonly answer: string | null;
    readonly by: string;
  }[];
};

export type DeskAnswersProps = {
  readonly staff: StaffFace;
  readonly days: readonly DeskAnswerDay[];
  readonly mayReopen: boolean;
  /** There are more than are shown. */
  readonly more: boolean;
  readonly done: string | null;
  readonly idempotencyKey: string;
};

/** Each day in one act, or a row reopened with its reason (rule 4). */
export function DeskAnswersView(props: DeskAnswersProps) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="desk-day">
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <h1 class="govuk-heading-l">{words('desk-day.title')}</h1>
      <p class="govuk-body tg-measure">{words('desk-day.lead')}</p>
      {props.days.length === 0 ? <p class="govuk-body tg-empty">{words('desk-day.empty')}</p> : null}
      {props.days.map((day) => (
        <section class="tg-group" key={day.day}>
          <h2 class="tg-group__title">
            {day.title} <span class="tg-muted tg-small">{day.rows.length}</span>
          </h2>
          <ol class="tg-deskday">
            {day.rows.map((row) => (
              <DeskAnswerRow key={row.ticket} row={row} {...props} />
            ))}
          </ol>
          <form method="post" action="/petugas/dijawab-di-tempat">
            {day.rows.map((row) => (
              <input key={row.ticket} type="hidden" name="ticket" value={row.ticket} />
            ))}
            <Button text={words('desk-day.acknowledge', { n: day.rows.length })} />
          </form>
        </section>
      ))}
      {props.more ? <p class="govuk-body tg-muted">{words('desk-day.more')}</p> : null}
    </StaffFrame>
  );
}

function DeskAnswerRow(props: DeskAnswersProps & { readonly row: DeskAnswerDay['rows'][number] }) {
  const words = useWords();
  const { row } = props;
  return (
    <li>
      <p class="govuk-body tg-row">
        <span class="tg-muted tg-numbers">{row.time}</span>
        <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${row.ticket}`}>
          {row.registerNo ?? row.ticket}
        </a>
        <span>{row.about}</span>
        {row.receivedOn === null ? null : (
          <span class="tg-muted">{words('desk-day.received', { date: row.receivedOn })}</span>
        )}
        <span class="tg-muted">{row.by}</span>
      </p>
      <p class="govuk-body tg-prose">{row.matter ?? words('case.hidden-matter')}</p>
      <div class="govuk-inset-text tg-prose">{row.answer ?? words('case.hidden-matter')}</div>
      {props.mayReopen ? (
        <details>
          <summary>{words('op.reopen')}</summary>
          <form method="post" action={`/petugas/kasus/${row.ticket}/reopen`} novalidate>
            <input type="hidden" name="version" value={row.version} />
            <input type="hidden" name="idempotencyKey" value={`${props.idempotencyKey}-${row.ticket}`} />
            <TextField name="reason" scope={row.ticket} label={words('field.reason')} />
            <Button text={words('op.reopen')} secondary />
          </form>
        </details>
      ) : null}
    </li>
  );
}
