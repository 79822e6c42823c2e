import { type FieldErrors, TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { PublicFrame } from '../../offices/public-frame.view.tsx';
import type { WayOn } from '../go-on.page.tsx';
import { WayOnFields } from '../way-on-fields.view.tsx';

/** The second step of signing in. */
export function CodeView({ errors, way }: { readonly errors: FieldErrors; readonly way: WayOn }) {
  const words = useWords();
  return (
    <PublicFrame office={null}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-xl">{words('factor.code-title')}</h1>
      <form method="post" action="/petugas/masuk/kode" novalidate class="tg-measure">
        <WayOnFields {...way} />
        <TextField
          name="code"
          label={words('factor.code')}
          hint={words('factor.code-hint')}
          error={errors.code}
          autocomplete="one-time-code"
          width={10}
          maxlength={20}
          first
        />
        <Button text={words('sign-in.submit')} />
        <p class="govuk-body tg-muted">{words('factor.lost')}</p>
      </form>
      <form method="post" action="/petugas/keluar">
        <button type="submit" class="tg-linklike">
          {words('factor.another-account')}
        </button>
      </form>
    </PublicFrame>
  );
}
