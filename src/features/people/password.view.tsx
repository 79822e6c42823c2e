import { type FieldErrors, TextField } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { PublicFrame } from '../offices/public-frame.view.tsx';
import { CarriedField } from './carried-field.view.tsx';
import { type StaffFace, StaffFrame } from './staff-frame.view.tsx';

/** Where somebody chooses his own password. */
export function PasswordView(props: {
  /** Null as long as the password is a one-time one: no other door is open then. */
  readonly staff: StaffFace | null;
  readonly errors: FieldErrors;
  /** Path to go to afterwards. */
  readonly next: string;
  /** What was sent when the session was over, sealed. */
  readonly carried?: string | null;
}) {
  const words = useWords();
  const { staff, errors } = props;
  const body = (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{words('password.title')}</h1>
      <p class="govuk-body tg-measure">{words(staff === null ? 'password.lead-once' : 'password.lead')}</p>
      <form method="post" action="/petugas/sandi" novalidate class="tg-measure">
        <input type="hidden" name="next" value={props.next} />
        <CarriedField carried={props.carried ?? null} />
        <TextField
          name="current"
          type="password"
          label={words(staff === null ? 'password.current-once' : 'password.current')}
          error={errors.current}
          autocomplete="current-password"
          width={20}
        />
        <TextField
          name="password"
          type="password"
          label={words('password.new')}
          hint={words('account.password-hint')}
          error={errors.password}
          autocomplete="new-password"
          width={20}
        />
        <Button text={words('password.submit')} />
      </form>
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
