import { type FieldErrors, TextField } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { PublicFrame } from '../offices/public-frame.view.tsx';

export function SignInView(props: {
  readonly email: string;
  readonly errors: FieldErrors;
  /** Path to go to afterwards. */
  readonly next: string;
}) {
  const words = useWords();
  return (
    <PublicFrame office={null}>
      <ErrorSummary errors={props.errors} />
      <h1 class="govuk-heading-xl">{words('sign-in.title')}</h1>
      <form method="post" action="/petugas/masuk" novalidate class="tg-measure">
        <input type="hidden" name="next" value={props.next} />
        <TextField
          name="email"
          type="email"
          label={words('sign-in.email')}
          value={props.email}
          error={props.errors.email}
          autocomplete="username"
          width={20}
        />
        <TextField
          name="password"
          type="password"
          label={words('sign-in.password')}
          error={props.errors.password}
          autocomplete="current-password"
          width={20}
        />
        <Button text={words('sign-in.submit')} />
        <p class="govuk-body tg-muted">{words('sign-in.forgot')}</p>
      </form>
    </PublicFrame>
  );
}
