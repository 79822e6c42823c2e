import { TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';

/** For the remote control of a television: one field, one button. */
export function WallPairView({
  ended,
  error,
}: {
  readonly ended: boolean;
  readonly error: string | undefined;
}) {
  const words = useWords();
  return (
    <div class="tg-page">
      <div class="govuk-width-container">
        <main class="govuk-main-wrapper" id="isi">
          {error === undefined ? null : (
            <ErrorSummary errors={{ code: error }} labels={{ code: words('screen.code') }} />
          )}
          {ended ? <Notice tone="attention" text={words('screen.ended')} /> : null}
          <h1 class="govuk-heading-l">{words('screen.pair')}</h1>
          <p class="govuk-body tg-measure">{words('screen.pair-lead')}</p>
          <form method="post" action="/layar" novalidate>
            <TextField
              name="code"
              label={words('screen.code')}
              error={error}
              width={20}
              maxlength={40}
              first
            />
            <Button text={words('screen.pair-do')} />
          </form>
        </main>
      </div>
    </div>
  );
}
