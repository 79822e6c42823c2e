import { type FieldErrors, RadioField, TextField } from '../../platform/views/fields.view.tsx';
import { Button, Card, ErrorSummary } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { PublicFrame } from '../offices/public-frame.view.tsx';

type FirstVisitProps = {
  readonly offices: readonly { readonly slug: string; readonly name: string; readonly note: string }[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** Shown when the example office can be loaded. */
  readonly demo: boolean;
  /** The code on the console of the server is asked for. */
  readonly asksCode: boolean;
};

/** The first visit of an installation: the office, then the first account, on one page. */
export function FirstVisitView({ offices, values, errors, demo, asksCode }: FirstVisitProps) {
  const words = useWords();
  return (
    <PublicFrame office={null} bare>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-xl">{words('first.title')}</h1>
      <p class="govuk-body-l tg-measure">{words('first.lead')}</p>
      <div class="tg-two">
        <form method="post" action="/mulai" novalidate>
          {asksCode ? <CodeField value={values.code} error={errors.code} /> : null}
          <RadioField
            name="office"
            label={words('first.office')}
            value={values.office}
            error={errors.office}
            options={offices.map((one) => ({
              value: one.slug,
              label: one.note === '' ? words('first.blank') : one.name,
              hint: one.note === '' ? words('first.blank-note') : one.note,
            }))}
          />
          <h2 class="govuk-heading-m">{words('first.account')}</h2>
          <p class="govuk-body tg-measure">{words('first.account-lead')}</p>
          <TextField
            name="name"
            label={words('account.name')}
            value={values.name}
            error={errors.name}
            autocomplete="name"
          />
          <TextField
            name="email"
            type="email"
            label={words('account.email')}
            value={values.email}
            error={errors.email}
            autocomplete="username"
          />
          <TextField
            name="password"
            type="password"
            label={words('account.password')}
            hint={words('account.password-hint')}
            error={errors.password}
            autocomplete="new-password"
          />
          <Button text={words('first.submit')} />
        </form>
        {demo ? (
          <div>
            <Card tone="calm">
              <h2 class="govuk-heading-s">{words('first.demo')}</h2>
              <p class="govuk-body">{words('first.demo-lead')}</p>
              <form method="post" action="/mulai/contoh" novalidate>
                {asksCode ? <CodeField value={values.code} error={errors.code} scope="demo" /> : null}
                <Button text={words('first.demo-submit')} secondary />
              </form>
            </Card>
          </div>
        ) : null}
      </div>
    </PublicFrame>
  );
}

function CodeField(props: {
  readonly value: string | undefined;
  readonly error: string | undefined;
  readonly scope?: string;
}) {
  const words = useWords();
  return (
    <TextField
      name="code"
      label={words('first.code')}
      hint={words('first.code-hint')}
      value={props.value}
      error={props.error}
      autocomplete="off"
      width={20}
      {...(props.scope === undefined ? {} : { scope: props.scope })}
    />
  );
}
