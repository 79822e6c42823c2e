import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

type SopSheetProps = {
  readonly staff: StaffFace;
  readonly title: string;
  /** As the web interpreter drew it: escaped HTML without scripts or styles. */
  readonly paper: string;
  readonly downloads: readonly { readonly label: string; readonly href: string }[];
};

/** The sheet as it prints, with its files. */
export function SopSheetView(props: SopSheetProps) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="sop">
      <div class="tg-no-print">
        <a class="govuk-back-link" href="/petugas/sop">
          {words('staff.sop')}
        </a>
        <h1 class="govuk-heading-l">{words('sop-sheet.title', { sop: props.title })}</h1>
        <p class="govuk-body">
          {props.downloads.map(({ label, href }, at) => (
            <span key={href}>
              {at === 0 ? '' : ' · '}
              <a class="govuk-link" href={href}>
                {label}
              </a>
            </span>
          ))}
        </p>
      </div>
      <div class="tg-report__paper" dangerouslySetInnerHTML={{ __html: props.paper }} />
    </StaffFrame>
  );
}
