import { TextField } from '../../../platform/views/fields.view.tsx';
import { Button, Notice } from '../../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../staff-frame.view.tsx';
import { type TeamForms, TeamFormsView } from './team-forms.view.tsx';

export type ShownTeam = {
  /** The decree by which most hold their roles, or null. */
  readonly decree: string | null;
  /** Where it is printed with its annex; null for those who issue no letters. */
  readonly printHref: string | null;
  readonly roles: readonly {
    readonly role: string;
    readonly title: string;
    readonly members: readonly {
      readonly key: string;
      readonly name: string;
      readonly unit: string;
      readonly period: string;
      readonly decree: string;
      readonly deputies: readonly string[];
    }[];
  }[];
};

/** Who holds what on a day; whoever looks after accounts also writes down decrees and who stands in for whom. */
export function TeamView(props: {
  readonly staff: StaffFace;
  readonly day: string;
  readonly dayError: string | null;
  readonly team: ShownTeam;
  /** Null for those who only look. */
  readonly forms: TeamForms | null;
  /** Where whoever looks after accounts proves who he is before the forms are offered to him; null = no need. */
  readonly proveHref: string | null;
  readonly done: string | null;
}) {
  const words = useWords();
  const { team } = props;
  return (
    <StaffFrame staff={props.staff} here="team">
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <h1 class="govuk-heading-l">{words('team.title')}</h1>
      <form method="get" action="/petugas/tim" class="tg-filter">
        <TextField
          name="tanggal"
          type="date"
          label={words('team.day')}
          value={props.day}
          error={props.dayError ?? undefined}
          width={20}
        />
        <Button text={words('team.show')} secondary />
      </form>
      {team.decree === null ? null : <p class="govuk-body">{team.decree}</p>}
      {team.printHref === null ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={team.printHref}>
            {words('team.print-decree')}
          </a>
        </p>
      )}
      <ScrollBox label={words('team.title')}>
        <table class="govuk-table">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {(['team.role', 'team.holder', 'team.period'] as const).map((key) => (
                <th key={key} scope="col" class="govuk-table__header">
                  {words(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">{team.roles.map(roleRows)}</tbody>
        </table>
      </ScrollBox>
      {props.forms === null ? null : <TeamFormsView {...props.forms} />}
      {props.proveHref === null ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={props.proveHref}>
            {words('team.prove')}
          </a>
        </p>
      )}
    </StaffFrame>
  );
}

function roleRows({ role, title, members }: ShownTeam['roles'][number]) {
  if (members.length === 0) return <EmptyRole key={role} title={title} />;
  return members.map((one, index) => (
    <tr class="govuk-table__row" key={`${role} ${one.key}`}>
      {index === 0 ? (
        <th scope="rowgroup" class="govuk-table__header" rowSpan={members.length}>
          {title}
        </th>
      ) : null}
      <td class="govuk-table__cell">
        {one.name}
        <span class="tg-under">{one.unit}</span>
        {one.deputies.map((deputy) => (
          <span key={deputy} class="tg-under">
            {deputy}
          </span>
        ))}
      </td>
      <td class="govuk-table__cell">
        {one.period}
        <span class="tg-under">{one.decree}</span>
      </td>
    </tr>
  ));
}

function EmptyRole({ title }: { readonly title: string }) {
  const words = useWords();
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {title}
      </th>
      <td class="govuk-table__cell tg-muted" colSpan={2}>
        {words('team.nobody')}
      </td>
    </tr>
  );
}
