import { type FieldErrors, TextField } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { PublicFrame } from '../offices/public-frame.view.tsx';
import { CarriedField } from './carried-field.view.tsx';

export function SignInView(props: {
  readonly email: string;
  readonly errors: FieldErrors;
  /** Path to go to afterwards. */
  readonly next: string;
  /** What was sent when the session was over, sealed. */
  readonly carried?: string | null;
  /** Something was sent and could not be carried. */
  readonly lost?: boolean;
  /** There is an identity provider by which one signs in, too. */
  readonly signOn?: boolean;
  /** This is a counter PC: its clerks go on with a PIN. */
  readonly counter?: boolean;
}) {
  const words = useWords();
  return (
    <PublicFrame office={null}>
      <ErrorSummary errors={props.errors} />
      <h1 class="govuk-heading-xl">{words('sign-in.title')}</h1>
      {props.carried == null ? null : <p class="govuk-body-l tg-measure">{words('sign-in.session-ended')}</p>}
      {props.lost === true ? <p class="govuk-body-l tg-measure">{words('sign-in.lost')}</p> : null}
      {props.counter === true ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/petugas/ganti?ke=${encodeURIComponent(props.next)}`}>
            {words('sign-in.by-pin')}
          </a>
        </p>
      ) : null}
      <form method="post" action="/petugas/masuk" novalidate class="tg-measure">
        <input type="hidden" name="next" value={props.next} />
        <CarriedField carried={props.carried ?? null} />
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
      {props.signOn === true ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/petugas/masuk/tunggal?ke=${encodeURIComponent(props.next)}`}>
            {words('sign-on.submit')}
          </a>
        </p>
      ) : null}
    </PublicFrame>
  );
}
