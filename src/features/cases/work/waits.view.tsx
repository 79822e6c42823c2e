import { useWords } from '../../../platform/words/words.ts';
import { type InboxRow, InboxRowView } from '../lists/inbox-row.view.tsx';
import type { Wait } from './waits.ts';

/** Something that waits, with the first of its cases. */
export type WaitFace = {
  readonly key: Wait;
  /** "12", or "lebih dari 1.000". */
  readonly count: string;
  readonly rows: readonly InboxRow[];
  /** The whole list; null = all of it stands here. */
  readonly href: string | null;
};

export function WaitView({ wait }: { readonly wait: WaitFace }) {
  const words = useWords();
  const title = words(`waits.${wait.key}`);
  return (
    <section class="tg-group">
      <h2 class="tg-group__title">
        {title} <span class="tg-muted tg-small">{wait.count}</span>
      </h2>
      <ol class="tg-cases">
        {wait.rows.map((row) => (
          <InboxRowView key={row.ticket} row={row} />
        ))}
      </ol>
      {wait.href === null ? null : (
        <p class="govuk-body tg-small">
          <a class="govuk-link govuk-link--no-visited-state" href={wait.href}>
            {words('waits.all', { count: wait.count, what: title })}
          </a>
        </p>
      )}
    </section>
  );
}
