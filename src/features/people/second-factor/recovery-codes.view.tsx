import { Button, Notice } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import type { WayOn } from '../go-on.page.tsx';
import { type StaffFace, StaffFrame } from '../staff-frame.view.tsx';
import { WayOnFields } from '../way-on-fields.view.tsx';

/** Ten codes, shown this once: a sheet to be printed and put away. */
export function RecoveryCodesView(props: {
  readonly staff: StaffFace;
  readonly codes: readonly string[];
  readonly email: string;
  readonly done: string;
  readonly way: WayOn;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="security">
      <Notice tone="done" text={props.done} />
      <h1 class="govuk-heading-l">{words('recovery.title')}</h1>
      <p class="govuk-body tg-measure">{words('recovery.lead')}</p>
      <p class="govuk-body tg-muted">
        {words('recovery.whose', { office: props.staff.office, email: props.email })}
      </p>
      <ol class="tg-codes">
        {props.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <form method="post" action="/petugas/lanjut" class="tg-no-print">
        <WayOnFields {...props.way} />
        <Button text={words('recovery.kept')} />
      </form>
    </StaffFrame>
  );
}
