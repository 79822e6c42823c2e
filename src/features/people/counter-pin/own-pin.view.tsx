import { type FieldErrors, TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../staff-frame.view.tsx';

/** Where a clerk chooses his PIN for a shared counter PC. */
export function OwnPinView(props: {
  readonly staff: StaffFace;
  readonly allowed: boolean;
  readonly until: string;
  readonly errors: FieldErrors;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="security">
      <a class="govuk-back-link" href="/petugas/keamanan">
        {words('security.title')}
      </a>
      <ErrorSummary errors={props.errors} />
      <h1 class="govuk-heading-l">{words('pin.title')}</h1>
      {props.allowed ? (
        <>
          <p class="govuk-body tg-measure">{words('pin.lead', { until: props.until })}</p>
          <form method="post" action="/petugas/keamanan/pin" novalidate class="tg-measure">
            <TextField
              name="pin"
              type="password"
              label={words('pin.new')}
              hint={words('pin.new-hint')}
              error={props.errors.pin}
              inputmode="numeric"
              width={10}
              maxlength={6}
            />
            <Button text={words('pin.submit')} />
          </form>
        </>
      ) : (
        <Notice tone="attention" text={words('pin.not-for-role')} />
      )}
    </StaffFrame>
  );
}
