import { type FieldErrors, TextField } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { PublicFrame } from '../offices/public-frame.view.tsx';
import { type StaffFace, StaffFrame } from './staff-frame.view.tsx';

/** Asks somebody who is signed in to prove again who he is. */
export function ProveView(props: {
  /** Null as long as no other door is open. */
  readonly staff: StaffFace | null;
  readonly by: 'password' | 'code' | 'single-sign-on';
  /** He works by a PIN: here he signs in fully. */
  readonly fully: boolean;
  readonly next: string;
  readonly errors: FieldErrors;
}) {
  const words = useWords();
  const { staff, by, fully, next, errors } = props;
  const body = (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{words('prove.title')}</h1>
      <p class="govuk-body tg-measure">{words(fully ? 'prove.lead-pin' : 'prove.lead')}</p>
      {fully ? (
        <form method="post" action="/petugas/keluar">
          <Button text={words('prove.sign-in-fully')} />
        </form>
      ) : (
        <form method="post" action="/petugas/keamanan/bukti" novalidate class="tg-measure">
          <input type="hidden" name="next" value={next} />
          {by === 'code' ? (
            <TextField
              name="code"
              label={words('factor.code')}
              hint={words('factor.code-hint')}
              error={errors.code}
              autocomplete="one-time-code"
              width={10}
              maxlength={20}
            />
          ) : (
            <TextField
              name="current"
              type="password"
              label={words('sign-in.password')}
              error={errors.current}
              autocomplete="current-password"
              width={20}
            />
          )}
          <Button text={words('prove.submit')} />
        </form>
      )}
      {by === 'single-sign-on' && !fully ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/petugas/masuk/tunggal?lagi&ke=${encodeURIComponent(next)}`}>
            {words('sign-on.submit')}
          </a>
        </p>
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
