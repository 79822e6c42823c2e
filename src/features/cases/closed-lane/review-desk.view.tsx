import { Notice, Tag } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type ReviewRow = {
  readonly ticket: string;
  readonly registerNo: string | null;
  readonly href: string;
  readonly about: string;
  readonly received: string;
  readonly matter: string | null;
  readonly urgent: boolean;
  readonly protected: boolean;
};
export type LaneGroup = {
  readonly stage: string;
  readonly title: string;
  /** Who does what next. */
  readonly next: string;
  readonly rows: readonly (ReviewRow & { readonly restricted: boolean; readonly who: string })[];
};

/** The review team's and the head's desk; what is behind the closed lane stands in its own frame (rule 27). */
export function ReviewDeskView(props: {
  readonly staff: StaffFace;
  /** The office's decree sends everything past the review team. */
  readonly firstLook: boolean;
  readonly incoming: readonly ReviewRow[];
  readonly more: boolean;
  readonly groups: readonly LaneGroup[];
  readonly withheld: number;
  readonly done: string | null;
}) {
  const words = useWords();
  const { incoming, groups } = props;
  return (
    <StaffFrame staff={props.staff} here="review">
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <h1 class="govuk-heading-l">{words('lane.title')}</h1>
      <p class="govuk-body tg-measure">{words('lane.lead')}</p>
      {props.firstLook ? (
        <section class="tg-group">
          <h2 class="tg-group__title">
            {words('lane.incoming')} <span class="tg-muted tg-small">{incoming.length}</span>
          </h2>
          {incoming.length === 0 ? <p class="govuk-body tg-empty">{words('lane.incoming-empty')}</p> : null}
          <ol class="tg-deskday">
            {incoming.map((row) => (
              <RowView key={row.ticket} row={row} who="" look={words('lane.look')} />
            ))}
          </ol>
          {props.more ? <p class="govuk-body tg-muted">{words('lane.more')}</p> : null}
        </section>
      ) : null}
      {groups.length === 0 ? <p class="govuk-body tg-empty">{words('lane.empty')}</p> : null}
      {groups.map((group) => {
        const list = (
          <section class="tg-group" key={group.stage}>
            <h2 class="tg-group__title">
              {group.title} <span class="tg-muted tg-small">{group.rows.length}</span>
            </h2>
            <p class="govuk-body tg-muted tg-measure">{group.next}</p>
            <ol class="tg-deskday">
              {group.rows.map((row) => (
                <RowView key={row.ticket} row={row} who={row.who} look={null} />
              ))}
            </ol>
          </section>
        );
        return group.rows.some(({ restricted }) => restricted) ? (
          <div class="tg-frame-restricted tg-after" key={group.stage}>
            {list}
          </div>
        ) : (
          list
        );
      })}
      {props.withheld === 0 ? null : (
        <p class="govuk-body tg-muted">{words('lane.withheld', { n: props.withheld })}</p>
      )}
    </StaffFrame>
  );
}

function RowView(props: {
  readonly row: ReviewRow;
  readonly who: string;
  /** What is done there, in the words of its link. */
  readonly look: string | null;
}) {
  const words = useWords();
  const { row, who, look } = props;
  return (
    <li>
      <p class="govuk-body tg-row">
        <a class="govuk-link govuk-link--no-visited-state" href={row.href}>
          {row.registerNo ?? row.ticket}
        </a>
        {row.urgent ? <Tag tone="overdue">{words('mark.urgent')}</Tag> : null}
        {row.protected ? <Tag tone="attention">{words('mark.protected')}</Tag> : null}
        <span>{row.about}</span>
        <span class="tg-muted">{row.received}</span>
        {who === '' ? null : <span class="tg-muted">{who}</span>}
        {look === null ? null : (
          <a class="govuk-link govuk-link--no-visited-state" href={row.href}>
            {look} <span class="govuk-visually-hidden">{row.ticket}</span>
          </a>
        )}
      </p>
      {row.matter === null ? null : <p class="govuk-body tg-prose">{row.matter}</p>}
    </li>
  );
}
