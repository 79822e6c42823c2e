import { type Option, SelectField, TextField } from '../../../platform/views/fields.view.tsx';
import { Button, Notice, Tag } from '../../../platform/views/notices.view.tsx';
import { useWords, type WordKey } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import { type TimeLeft, TimeLeftView } from './time-left.view.tsx';

export type InboxRow = {
  readonly ticket: string;
  readonly registerNo: string | null;
  readonly left: TimeLeft;
  /** First line of the matter; null when this reader may not see it (rule 6). */
  readonly matter: string | null;
  readonly kind: string;
  readonly place: string;
  readonly channel: string;
  readonly status: string;
  readonly unit: string;
  readonly urgent: boolean;
  readonly protected: boolean;
  readonly restricted: boolean;
};
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
  readonly filters: Readonly<Record<'q' | 'status' | 'unit' | 'antrean', string>>;
  readonly chips: readonly { readonly label: string; readonly href: string }[];
  readonly statuses: readonly Option[];
  readonly units: readonly Option[];
  readonly nextHref: string | null;
  /** What is wrong with the address, in words; null = nothing. */
  readonly problem: string | null;
  readonly searchError: string | undefined;
  /** What an empty list means. */
  readonly emptyBecause: 'inbox.empty' | 'inbox.empty-filter' | 'inbox.empty-closed';
};

export function InboxView(props: InboxProps) {
  const words = useWords();
  const empty = props.groups.every((group) => group.rows.length === 0);
  return (
    <StaffFrame staff={props.staff} here="inbox">
      {props.problem === null ? null : <Notice tone="attention" text={props.problem} />}
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
      <form method="get" action="/petugas" class="tg-filter">
        <input type="hidden" name="antrean" value={props.filters.antrean} />
        <TextField
          name="q"
          type="search"
          label={words('inbox.search')}
          value={props.filters.q}
          error={props.searchError}
        />
        <SelectField
          name="status"
          label={words('inbox.status')}
          value={props.filters.status}
          options={[{ value: '', label: words('inbox.all') }, ...props.statuses]}
        />
        <SelectField
          name="unit"
          label={words('inbox.unit')}
          value={props.filters.unit}
          options={[{ value: '', label: words('inbox.all') }, ...props.units]}
        />
        <Button text={words('inbox.filter')} secondary />
      </form>
      {props.chips.length === 0 ? null : (
        <ul class="tg-chips" aria-label={words('inbox.filters')}>
          {props.chips.map((chip) => (
            <li key={chip.label}>
              <a href={chip.href} aria-label={words('inbox.remove', { filter: chip.label })}>
                {chip.label} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <Urgent {...props.urgent} />
      {props.unrecorded === null ? null : (
        <p class="govuk-body tg-muted">
          <a class="govuk-link govuk-link--no-visited-state" href={props.unrecorded.href}>
            {props.unrecorded.text}
          </a>
        </p>
      )}
      {empty ? <p class="govuk-body tg-empty">{words(props.emptyBecause)}</p> : null}
      {props.groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
      {props.nextHref === null ? null : (
        <p class="govuk-body">
          <a class="govuk-link govuk-link--no-visited-state" href={props.nextHref} rel="next">
            {words('inbox.next')}
          </a>
        </p>
      )}
      {empty ? null : (
        <p class="govuk-body tg-muted tg-small tg-no-print">
          <kbd class="tg-kbd">j</kbd> <kbd class="tg-kbd">k</kbd> <kbd class="tg-kbd">Enter</kbd>{' '}
          {words('inbox.keys')}
        </p>
      )}
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

function Group({ group }: { readonly group: InboxGroup }) {
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
          <InboxRowView key={row.ticket} row={row} />
        ))}
      </ol>
    </section>
  );
}

/** A case in a list. */
export function InboxRowView({ row }: { readonly row: InboxRow }) {
  const words = useWords();
  return (
    <li class="tg-case">
      <TimeLeftView left={row.left} />
      <div>
        <a class="tg-case__link" href={`/petugas/kasus/${row.ticket}`}>
          {row.ticket}
        </a>
        <span class="tg-case__marks">
          {row.urgent ? <Tag tone="overdue">{words('mark.urgent')}</Tag> : null}
          {row.protected ? <Tag tone="attention">{words('mark.protected')}</Tag> : null}
          {row.restricted ? <Tag tone="attention">{words('mark.restricted')}</Tag> : null}
        </span>
        <div class="tg-case__matter">{row.matter ?? words('case.hidden-matter')}</div>
      </div>
      <div class="tg-case__where">
        <Tag tone={row.status === '' ? 'plain' : 'calm'}>{row.status}</Tag>
        <div>{[row.kind, row.channel, row.place].filter((one) => one !== '').join(' · ')}</div>
        {row.unit === '' ? null : <div>{row.unit}</div>}
      </div>
    </li>
  );
}
