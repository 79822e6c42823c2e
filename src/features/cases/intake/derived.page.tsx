import type { Handler } from 'hono';
import { readForm } from '../../../platform/http/read-form.ts';
import { useWords } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { type DerivedFace, derivedFace } from './derived.presenter.ts';
import { DerivedLine } from './derived-line.view.tsx';

/** Who writes complaints down, verifies, classifies or answers them at the desk. */
const CHOOSERS = ['intake', 'verify', 'classify', 'answer-at-desk'] as const;

/**
 * `POST /petugas/turunan`: what follows from service and matter as a form has them now, by its button in a tab of its own, or
 * by a script as one chooses (rule 22). Nothing of the rest of the form is kept.
 */
export function derivedPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, CHOOSERS, async (c, work) => {
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const choices = { service: values.service ?? null, category: values.category ?? values.about ?? null };
    const face = derivedFace(choices, null, work.office.data, words);
    const title = words('derived.title');
    return page(c, desk, { title }, <Derived staff={work.face} face={face} title={title} />);
  });
}

function Derived(props: {
  readonly staff: StaffFace;
  readonly face: DerivedFace | null;
  readonly title: string;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="counter">
      <h1 class="govuk-heading-l">{props.title}</h1>
      {props.face === null ? (
        <p class="govuk-body">{words('derived.unused')}</p>
      ) : (
        <DerivedLine face={props.face} />
      )}
      <p class="govuk-body">{words('derived.back')}</p>
    </StaffFrame>
  );
}
