/** One thing that happened, newest first. */
export type TimelineEntry = {
  readonly key: string;
  readonly what: string;
  readonly when: string;
  /** Role or person; empty towards the public. */
  readonly who: string;
  readonly text: string | null;
  /** What else was written down of it. */
  readonly facts: readonly { readonly field: string; readonly label: string; readonly value: string }[];
  /** Why it was written down only afterwards. */
  readonly late: string | null;
  /** What it did to a limit, in words. */
  readonly clock: string | null;
  readonly quiet: boolean;
  /** Where it stands itself, such as an issued paper. */
  readonly href?: string;
};

export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol class="tg-timeline">
      {entries.map((entry) => (
        <li key={entry.key} class={entry.quiet ? 'tg-timeline__quiet' : undefined}>
          <span class="tg-timeline__what">
            {entry.href === undefined ? (
              entry.what
            ) : (
              <a class="govuk-link govuk-link--no-visited-state" href={entry.href}>
                {entry.what}
              </a>
            )}
          </span>
          <span class="tg-timeline__who">
            {entry.when}
            {entry.who === '' ? '' : ` · ${entry.who}`}
          </span>
          {entry.clock === null ? null : <span class="tg-timeline__who">{entry.clock}</span>}
          {entry.late === null ? null : <span class="tg-timeline__who">{entry.late}</span>}
          {entry.facts.length === 0 ? null : (
            <dl class="tg-timeline__facts">
              {entry.facts.map((fact) => (
                <div key={fact.field}>
                  <dt>{fact.label}</dt>
                  <dd class="tg-prose">{fact.value}</dd>
                </div>
              ))}
            </dl>
          )}
          {entry.text === null ? null : <p class="tg-timeline__text tg-prose">{entry.text}</p>}
        </li>
      ))}
    </ol>
  );
}
