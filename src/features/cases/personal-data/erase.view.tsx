import {
  CheckField,
  type FieldErrors,
  type Option,
  RadioField,
} from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import type { StaffRoom } from '../../people/staff-rooms.ts';

/** Why the ledger may say that something was erased; words of the interface, since it must name nobody. */
export const ERASURE_GROUNDS = ['asked', 'not-needed', 'wrong-person', 'ordered'] as const;

export type EraseProps = {
  readonly staff: StaffFace;
  readonly title: string;
  readonly lead: string;
  /** Which room of the menu this belongs to. */
  readonly here: StaffRoom;
  /** Said once after something was erased. */
  readonly done?: string | null;
  readonly back: { readonly href: string; readonly text: string };
  /** Where the form goes. */
  readonly action: string;
  /** What is said where nothing is there. */
  readonly nothing: string;
  /** What is still there. */
  readonly subjects: readonly Option[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
};

/** Erasing is for good: what, why, and a tick that says so. */
export function EraseView(props: EraseProps) {
  const words = useWords();
  const { back, values, errors, subjects } = props;
  return (
    <StaffFrame staff={props.staff} here={props.here}>
      <ErrorSummary errors={errors} />
      {props.done ? <Notice tone="done" text={props.done} /> : null}
      <a class="govuk-back-link" href={back.href}>
        {back.text}
      </a>
      <h1 class="govuk-heading-l">{props.title}</h1>
      <p class="govuk-body tg-measure">{props.lead}</p>
      {subjects.length === 0 ? (
        <p class="govuk-body tg-empty">{props.nothing}</p>
      ) : (
        <form method="post" action={props.action} novalidate class="tg-measure">
          <RadioField
            name="subject"
            label={words('erase.what')}
            options={subjects}
            value={values.subject}
            error={errors.subject}
          />
          <RadioField
            name="ground"
            label={words('erase.why')}
            options={ERASURE_GROUNDS.map((value) => ({ value, label: words(`erase.ground-${value}`) }))}
            value={values.ground}
            error={errors.ground}
          />
          <CheckField
            name="sure"
            label={words('erase.sure')}
            checked={values.sure !== undefined}
            error={errors.sure}
          />
          <Button text={words('erase.send')} />
        </form>
      )}
    </StaffFrame>
  );
}
