import { Notice, Tag } from '../../../platform/views/notices.view.tsx';
import { useWords, type WordKey } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import { type FilterProps, InboxFilterView } from './inbox-filter.view.tsx';
import { type InboxRow, InboxRowView } from './inbox-row.view.tsx';
import { type SavedViewsProps, SavedViewsView } from './saved-views.view.tsx';

export type InboxGroup = {
  readonly key: 'passed-on' | 'overdue' | 'today' | 'week' | 'later' | 'none' | 'found';
  readonly rows: readonly InboxRow[];
  /** How many there are, where the group may hold fewer than that. */
  readonly count?: number;
};
export type InboxTab = {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly here: boolean;
};

export type InboxProps = {
  readonly staff: StaffFace;
  readonly tabs: readonly InboxTab[];
  readonly groups: readonly InboxGroup[];
  /** Urgent cases that wait and that this reader cannot open: that they are there, and since when (rules 5, 28). */
  readonly urgent: {
    readonly rows: readonly { readonly ticket: string; readonly received: string; readonly waited: string }[];
    readonly count: number;
  };
  /** "lebih dari 1.000" or the exact number, in words. */
  readonly count: string;
  /** Cases left out because their old register does not tell how they stand; null = there are none. */
  readonly unrecorded: { readonly text: string; readonly href: string } | null;
  readonly filter: FilterProps;
  readonly saved: SavedViewsProps;
  /** What may be done with several rows at once; empty = their rows have no boxes. */
  readonly bulk: readonly { readonly act: string; readonly label: string }[];
  readonly nextHref: string | null;
  /** What is wrong with the address, in words; null = nothing. */
  readonly problem: string | null;
  /** What was just done, in words. */
  readonly done: string | null;
  /** What an empty list means. */
  readonly emptyBecause: 'inbox.empty' | 'inbox.empty-filter' | 'inbox.empty-closed';
};

export function InboxView(props: InboxProps) {
  const words = useWords();
  const empty = props.groups.every((group) => group.rows.length === 0);
  return (
    <StaffFrame staff={props.staff} here="inbox">
      {props.problem === null ? null : <Notice tone="attention" text={props.problem} />}
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <div class="tg-row">
        <h1 class="govuk-heading-l">{words('inbox.title')}</h1>
        <p class="govuk-body tg-muted">{props.count}</p>
      </div>
      <ul class="tg-tabs">
        {props.tabs.map((tab) => (
          <li key={tab.key}>
            <a href={tab.href} aria-current={tab.here ? 'page' : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
      <InboxFilterView {...props.filter} />
      <SavedViewsView {...props.saved} />
      <Urgent {...props.urgent} />
      {props.unrecorded === null ? null : (
        <p class="govuk-body tg-muted">
          <a class="govuk-link govuk-link--no-visited-state" href={props.unrecorded.href}>
            {props.unrecorded.text}
          </a>
        </p>
      )}
      {empty ? <p class="govuk-body tg-empty">{words(props.emptyBecause)}</p> : null}
      {empty ? null : <Cases groups={props.groups} bulk={props.bulk} />}
      {props.nextHref === null ? null : (
        <p class="govuk-body">
          <a class="govuk-link govuk-link--no-visited-state" href={props.nextHref} rel="next">
            {words('inbox.next')}
          </a>
        </p>
      )}
      {empty ? null : <Keys bulk={props.bulk.length > 0} />}
    </StaffFrame>
  );
}

const GROUP_WORDS: Readonly<Record<InboxGroup['key'], WordKey>> = {
  'passed-on': 'inbox.group-passed-on',
  overdue: 'inbox.group-overdue',
  today: 'inbox.group-today',
  week: 'inbox.group-week',
  later: 'inbox.group-later',
  none: 'inbox.group-none',
  found: 'inbox.group-found',
};

function Urgent({ rows, count }: InboxProps['urgent']) {
  const words = useWords();
  if (rows.length === 0) return null;
  return (
    <section class="tg-group">
      <h2 class="tg-group__title">
        {words('inbox.urgent-withheld')} <span class="tg-muted tg-small">{count}</span>
      </h2>
      <p class="govuk-body">{words('inbox.urgent-withheld-lead')}</p>
      <ol class="govuk-list">
        {rows.map(({ ticket, received, waited }) => (
          <li key={ticket}>
            <Tag tone="overdue">{words('mark.urgent')}</Tag> {ticket}:{' '}
            {words(waited === '' ? 'inbox.urgent-since-now' : 'inbox.urgent-since', { received, waited })}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The rows; where several may be done at once, in a form whose buttons lead to the page that asks for the rest. */
function Cases({ groups, bulk }: Pick<InboxProps, 'groups' | 'bulk'>) {
  const words = useWords();
  const picks = bulk.length > 0;
  const rows = groups.map((group) => <Group key={group.key} group={group} picks={picks} />);
  if (!picks) return <>{rows}</>;
  return (
    <form method="get" action="/petugas/sekaligus" data-bulk>
      {rows}
      <div class="tg-bulkbar tg-no-print">
        <span>{words('work.with-picked')}</span>
        {bulk.map(({ act, label }) => (
          <button
            key={act}
            type="submit"
            class="govuk-button govuk-button--secondary"
            name="tindakan"
            value={act}
          >
            {label}
          </button>
        ))}
      </div>
    </form>
  );
}

const KEYS: readonly (readonly [keys: readonly string[], word: WordKey, bulk: boolean])[] = [
  [['j', 'k'], 'work.key-move', false],
  [['Enter'], 'work.key-open', false],
  [['/'], 'work.key-search', false],
  [['x'], 'work.key-pick', true],
  [['d'], 'work.key-dispose', true],
];

function Keys({ bulk }: { readonly bulk: boolean }) {
  const words = useWords();
  return (
    <ul class="tg-keys tg-no-print" aria-label={words('work.keys')}>
      {KEYS.filter(([, , onlyBulk]) => bulk || !onlyBulk).map(([keys, word]) => (
        <li key={word}>
          {keys.map((key) => (
            <kbd key={key} class="tg-kbd">
              {key}
            </kbd>
          ))}{' '}
          {words(word)}
        </li>
      ))}
    </ul>
  );
}

function Group({ group, picks }: { readonly group: InboxGroup; readonly picks: boolean }) {
  const words = useWords();
  if (group.rows.length === 0) return null;
  const all = Math.max(group.count ?? 0, group.rows.length);
  return (
    <section class="tg-group">
      <h2 class="tg-group__title">
        {words(GROUP_WORDS[group.key])} <span class="tg-muted tg-small">{all}</span>
      </h2>
      {all > group.rows.length ? (
        <p class="govuk-body tg-muted">{words('inbox.first-of', { shown: group.rows.length, count: all })}</p>
      ) : null}
      <ol class="tg-cases">
        {group.rows.map((row) => (
          <InboxRowView key={row.ticket} row={row} picks={picks} />
        ))}
      </ol>
    </section>
  );
}
