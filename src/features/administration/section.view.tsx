import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';
import type { EditSection } from './edit-section.ts';

/** The items of one list of the office. */
export function SectionView(props: {
  readonly staff: StaffFace;
  readonly section: EditSection;
  readonly items: readonly { readonly key: string; readonly href: string; readonly name: string }[];
}) {
  const words = useWords();
  const { section, items } = props;
  return (
    <StaffFrame staff={props.staff} here="office">
      <a class="govuk-back-link" href="/petugas/kantor">
        {words('admin.title')}
      </a>
      <h1 class="govuk-heading-l">{words(section.title)}</h1>
      <p class="govuk-body tg-measure">{words(section.lead)}</p>
      {section.mayAdd ? (
        <a class="govuk-button" href={`/petugas/kantor/${section.key}/baru`}>
          {words('admin.add')}
        </a>
      ) : null}
      {items.length === 0 ? <p class="govuk-body">{words('admin.none-yet')}</p> : null}
      <ul class="govuk-list tg-parts">
        {items.map(({ key, href, name }) => (
          <li key={key}>
            <a class="govuk-link govuk-link--no-visited-state" href={href}>
              {name}
            </a>
            <span class="tg-under">{key.replaceAll('_', ', ')}</span>
          </li>
        ))}
      </ul>
    </StaffFrame>
  );
}
