import { type FieldErrors, TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { PublicFrame } from '../../offices/public-frame.view.tsx';
import type { WayOn } from '../go-on.page.tsx';
import { type StaffFace, StaffFrame } from '../staff-frame.view.tsx';
import { WayOnFields } from '../way-on-fields.view.tsx';
import { QrCode } from './qr-code.view.tsx';

/** Where somebody takes the secret into his authenticator and proves it by a code. */
export function SetUpView(props: {
  /** Null as long as no other door is open, since his roles ask for it (rule 35). */
  readonly staff: StaffFace | null;
  /** He has one already: this one takes its place. */
  readonly replaces: boolean;
  readonly address: string;
  readonly letters: string;
  readonly errors: FieldErrors;
  readonly way: WayOn;
}) {
  const words = useWords();
  const { staff, errors } = props;
  const body = (
    <>
      {staff === null ? null : (
        <a class="govuk-back-link" href="/petugas/keamanan">
          {words('security.title')}
        </a>
      )}
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{words(props.replaces ? 'factor.replace-title' : 'factor.title')}</h1>
      <p class="govuk-body tg-measure">{words(staff === null ? 'factor.lead-required' : 'factor.lead')}</p>
      <ol class="govuk-list govuk-list--number tg-measure">
        <li>{words('factor.step-app')}</li>
        <li>{words('factor.step-scan')}</li>
        <li>{words('factor.step-code')}</li>
      </ol>
      <QrCode text={props.address} label={words('factor.qr')} />
      <p class="govuk-body">
        {words('factor.by-hand')} <code class="tg-secret">{props.letters}</code>
      </p>
      <form method="post" action="/petugas/keamanan/faktor-kedua" novalidate class="tg-measure">
        <WayOnFields {...props.way} />
        <TextField
          name="code"
          label={words('factor.first-code')}
          hint={words('factor.first-code-hint')}
          error={errors.code}
          autocomplete="one-time-code"
          inputmode="numeric"
          width={10}
          maxlength={10}
        />
        <Button text={words('factor.submit')} />
      </form>
      {staff === null ? (
        <form method="post" action="/petugas/keluar">
          <button type="submit" class="tg-linklike">
            {words('factor.later')}
          </button>
        </form>
      ) : null}
    </>
  );
  return staff === null ? (
    <PublicFrame office={null}>{body}</PublicFrame>
  ) : (
    <StaffFrame staff={staff} here="security">
      {body}
    </StaffFrame>
  );
}
