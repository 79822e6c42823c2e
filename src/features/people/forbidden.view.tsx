import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from './staff-frame.view.tsx';

export function ForbiddenView({ staff }: { readonly staff: StaffFace }) {
  return (
    <StaffFrame staff={staff} here={null}>
      <Forbidden />
    </StaffFrame>
  );
}

function Forbidden() {
  const words = useWords();
  return (
    <>
      <h1 class="govuk-heading-l">{words('page.forbidden')}</h1>
      <p class="govuk-body">{words('page.forbidden-lead')}</p>
    </>
  );
}
