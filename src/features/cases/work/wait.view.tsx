import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import { InboxRowView } from '../lists/inbox-row.view.tsx';
import type { WaitFace } from './waits.view.tsx';

/** All of one thing that waits. */
export function WaitPageView(props: {
  readonly staff: StaffFace;
  readonly wait: WaitFace;
  readonly most: number;
}) {
  const words = useWords();
  const { wait, most } = props;
  return (
    <StaffFrame staff={props.staff} here={null}>
      <a class="govuk-back-link" href="/petugas/hari-ini">
        {words('day.title')}
      </a>
      <div class="tg-row">
        <h1 class="govuk-heading-l">{words(`waits.${wait.key}`)}</h1>
        <p class="govuk-body tg-muted">{words('waits.count', { count: wait.count })}</p>
      </div>
      <p class="govuk-body">{words(`waits.lead-${wait.key}`)}</p>
      {wait.rows.length === 0 ? <p class="govuk-body tg-empty">{words('waits.none')}</p> : null}
      {wait.href === null ? null : (
        <p class="govuk-body tg-muted">{words('waits.first-of', { shown: most, count: wait.count })}</p>
      )}
      <ol class="tg-cases">
        {wait.rows.map((row) => (
          <InboxRowView key={row.ticket} row={row} />
        ))}
      </ol>
    </StaffFrame>
  );
}
