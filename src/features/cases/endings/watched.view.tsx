import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

/** Two lists that nobody else keeps: what is out of house, and what is judged by its first class. */
export function WatchedView(props: {
  readonly staff: StaffFace;
  readonly sentOut: readonly {
    readonly ticket: string;
    readonly body: string;
    readonly way: string;
    readonly since: string;
  }[];
  readonly reclassed: readonly {
    readonly ticket: string;
    readonly from: string;
    readonly to: string;
    readonly at: string;
    readonly reason: string;
  }[];
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="watch">
      <h1 class="govuk-heading-l">{words('watch.title')}</h1>
      <section class="tg-group">
        <h2 class="tg-group__title">{words('watch.sent-out')}</h2>
        <p class="govuk-body tg-muted tg-measure">{words('watch.sent-out-lead')}</p>
        {props.sentOut.length === 0 ? <p class="govuk-body tg-empty">{words('watch.nothing-out')}</p> : null}
        <ol class="tg-deskday">
          {props.sentOut.map((row) => (
            <li key={row.ticket}>
              <p class="govuk-body tg-row">
                <CaseLink ticket={row.ticket} />
                <strong>{row.body}</strong>
                <span>{row.way}</span>
                <span class="tg-muted">{row.since}</span>
              </p>
            </li>
          ))}
        </ol>
      </section>
      <section class="tg-group">
        <h2 class="tg-group__title">{words('watch.reclassed')}</h2>
        <p class="govuk-body tg-muted tg-measure">{words('watch.reclassed-lead')}</p>
        {props.reclassed.length === 0 ? (
          <p class="govuk-body tg-empty">{words('watch.nothing-changed')}</p>
        ) : null}
        <ol class="tg-deskday">
          {props.reclassed.map((row) => (
            <li key={row.ticket}>
              <p class="govuk-body tg-row">
                <CaseLink ticket={row.ticket} />
                <span>{words('watch.changed', { from: row.from, to: row.to })}</span>
                <span class="tg-muted">{row.at}</span>
              </p>
              <p class="govuk-body tg-prose">{row.reason}</p>
            </li>
          ))}
        </ol>
      </section>
    </StaffFrame>
  );
}

function CaseLink({ ticket }: { readonly ticket: string }) {
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${ticket}`}>
      {ticket}
    </a>
  );
}
