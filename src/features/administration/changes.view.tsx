import { Tag } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';
import type { ChangeFace } from './change.presenter.ts';
import { EmblemPicture } from './emblem-form.view.tsx';
import { DifferenceTable } from './part.view.tsx';
import type { PartDifference } from './part-difference.ts';

/** Every change that was made here, the last one first. */
export function ChangesView(props: {
  readonly staff: StaffFace;
  readonly changes: readonly ChangeFace[];
  /** The last one shown, where older ones follow. */
  readonly older: string | null;
  readonly isFirst: boolean;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="office">
      <a class="govuk-back-link" href="/petugas/kantor">
        {words('admin.title')}
      </a>
      <h1 class="govuk-heading-l">{words('admin.changes')}</h1>
      <p class="govuk-body tg-measure">{words('admin.changes-lead')}</p>
      {props.changes.length === 0 ? <p class="govuk-body">{words('admin.changes-none')}</p> : null}
      <ul class="govuk-list tg-parts">
        {props.changes.map((change) => (
          <li key={change.id}>
            <a
              class="govuk-link govuk-link--no-visited-state"
              href={`/petugas/kantor/perubahan/${change.id}`}
            >
              {nameOf(change)}
            </a>{' '}
            <Tag tone={change.tone}>{change.state}</Tag>
            {change.reason === null ? null : <span class="tg-under">{change.reason}</span>}
            {change.lines.map((line) => (
              <span class="tg-under" key={line}>
                {line}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {props.older === null && props.isFirst ? null : (
        <p class="govuk-body">
          {props.isFirst ? null : (
            <a class="govuk-link" href="/petugas/kantor/perubahan">
              {words('admin.changes-newest')}
            </a>
          )}{' '}
          {props.older === null ? null : (
            <a class="govuk-link" href={`/petugas/kantor/perubahan?sebelum=${props.older}`}>
              {words('admin.changes-older')}
            </a>
          )}
        </p>
      )}
    </StaffFrame>
  );
}

/** One of them, with what it changes or changed. */
export function OneChangeView(props: {
  readonly staff: StaffFace;
  readonly change: ChangeFace;
  readonly differences: readonly PartDifference[];
  /** The emblem that it brings. */
  readonly picture: string | null;
}) {
  const words = useWords();
  const { change } = props;
  return (
    <StaffFrame staff={props.staff} here="office">
      <a class="govuk-back-link" href="/petugas/kantor/perubahan">
        {words('admin.changes')}
      </a>
      <h1 class="govuk-heading-l">{nameOf(change)}</h1>
      <p class="govuk-body">
        <Tag tone={change.tone}>{change.state}</Tag>
      </p>
      {change.reason === null ? null : <p class="govuk-body tg-measure">{change.reason}</p>}
      <ul class="govuk-list">
        {change.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {change.removing ? <p class="govuk-body">{words('admin.removing')}</p> : null}
      <DifferenceTable differences={props.differences} />
      {props.picture === null ? null : <EmblemPicture source={props.picture} label={words('admin.after')} />}
    </StaffFrame>
  );
}

function nameOf({ title, item }: ChangeFace): string {
  return item === '' ? title : `${title}: ${item}`;
}
