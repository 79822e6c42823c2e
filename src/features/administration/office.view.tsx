import { Button, Notice, Tag } from '../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';
import { EmblemPicture } from './emblem-form.view.tsx';
import { DifferenceTable } from './part.view.tsx';
import type { PartDifference } from './part-difference.ts';
import type { PART_GROUPS } from './part-groups-table.ts';

export type WaitingChange = {
  readonly id: string;
  readonly title: string;
  readonly item: string;
  readonly removing: boolean;
  readonly state: string;
  readonly by: string;
  readonly differences: readonly PartDifference[];
  /** The emblem that it brings. */
  readonly picture: string | null;
  readonly approve: boolean;
  readonly withdraw: boolean;
};

/** The door of a part: its name, and what it holds. */
export type OfficePartDoor = { readonly href: string; readonly title: string; readonly lead: string };

type OfficeProps = {
  readonly staff: StaffFace;
  readonly groups: readonly {
    readonly group: (typeof PART_GROUPS)[number]['group'];
    readonly parts: readonly OfficePartDoor[];
  }[];
  readonly administers: boolean;
  readonly seesChanges: boolean;
  /** How many planned changes were refused in the last thirty days. */
  readonly refused: number;
  readonly waiting: readonly WaitingChange[];
  readonly versions: readonly {
    readonly version: number;
    readonly at: string;
    readonly source: string;
    readonly by: string;
  }[];
  readonly changed: readonly string[];
  readonly done: string | null;
  readonly failure: string | null;
};

/** The parts of the office, what waits, and what was changed. */
export function OfficeView(props: OfficeProps) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="office">
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      {props.failure === null ? null : <Notice tone="overdue" text={props.failure} />}
      <h1 class="govuk-heading-l">{words('admin.title')}</h1>
      <p class="govuk-body tg-measure">{words('admin.lead')}</p>
      {props.seesChanges ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/petugas/kantor/perubahan">
            {words('admin.changes-door')}
          </a>
        </p>
      ) : null}
      {props.seesChanges && props.refused > 0 ? (
        <Notice tone="attention" text={words('admin.changes-refused', { count: props.refused })} />
      ) : null}
      {props.waiting.length === 0 ? null : (
        <section class="tg-after">
          <h2 class="govuk-heading-m">{words('admin.waiting')}</h2>
          {props.waiting.map((change) => (
            <Waiting key={change.id} change={change} />
          ))}
        </section>
      )}
      <section class="tg-after">
        <h2 class="govuk-heading-m">{words('admin.parts')}</h2>
        {props.groups.map(({ group, parts }) => (
          <section key={group}>
            <h3 class="govuk-heading-s">{words(`admin.parts.${group}`)}</h3>
            <ul class="govuk-list tg-parts">
              {parts.map(({ href, title, lead }) => (
                <li key={href}>
                  <a class="govuk-link govuk-link--no-visited-state" href={href}>
                    {title}
                  </a>
                  <span class="tg-under">{lead}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
      {props.administers ? <Changed changed={props.changed} /> : null}
      <Versions versions={props.versions} />
    </StaffFrame>
  );
}

function Waiting({ change }: { readonly change: WaitingChange }) {
  const words = useWords();
  return (
    <section
      class="tg-card tg-card--attention"
      aria-label={change.item === '' ? change.title : `${change.title}: ${change.item}`}
    >
      <h3 class="govuk-heading-s">
        {change.item === '' ? change.title : `${change.title}: ${change.item}`}{' '}
        <Tag tone="attention">{change.state}</Tag>
      </h3>
      <p class="govuk-body tg-small">{change.by}</p>
      {change.removing ? <p class="govuk-body">{words('admin.removing')}</p> : null}
      <DifferenceTable differences={change.differences} />
      {change.picture === null ? null : (
        <EmblemPicture source={change.picture} label={words('admin.after')} />
      )}
      {change.approve || change.withdraw ? (
        <form method="post" action={`/petugas/kantor/usulan/${change.id}`} class="tg-actions">
          {change.approve ? <Button name="putusan" value="setuju" text={words('admin.approve')} /> : null}
          {change.withdraw ? (
            <Button name="putusan" value="tarik" text={words('admin.withdraw')} secondary />
          ) : null}
        </form>
      ) : null}
    </section>
  );
}

function Changed({ changed }: { readonly changed: readonly string[] }) {
  const words = useWords();
  return (
    <section class="tg-after">
      <h2 class="govuk-heading-m">{words('admin.changed-here')}</h2>
      <p class="govuk-body tg-measure">
        {words(changed.length === 0 ? 'admin.changed-nothing' : 'admin.changed-lead')}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {changed.map((path) => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Versions({ versions }: Pick<OfficeProps, 'versions'>) {
  const words = useWords();
  return (
    <section class="tg-after">
      <h2 class="govuk-heading-m">{words('admin.versions')}</h2>
      <ScrollBox label={words('admin.versions')}>
        <table class="govuk-table tg-numbers">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {(['admin.version', 'admin.when', 'admin.source', 'admin.who'] as const).map((key) => (
                <th key={key} scope="col" class="govuk-table__header">
                  {words(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {versions.map(({ version, at, source, by }) => (
              <tr key={version} class="govuk-table__row">
                <td class="govuk-table__cell">{version}</td>
                <td class="govuk-table__cell">{at}</td>
                <td class="govuk-table__cell">{source}</td>
                <td class="govuk-table__cell">{by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
