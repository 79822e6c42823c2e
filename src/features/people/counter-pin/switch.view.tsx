import { type FieldErrors, RadioField, TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { PublicFrame } from '../../offices/public-frame.view.tsx';

/** A counter PC between two clerks: who goes on, and his PIN. */
export function SwitchView(props: {
  readonly clerks: readonly { readonly account: string; readonly name: string; readonly email: string }[];
  readonly chosen: string | undefined;
  readonly errors: FieldErrors;
  readonly next: string;
}) {
  const words = useWords();
  const { clerks, errors } = props;
  const [first] = clerks;
  return (
    <PublicFrame office={null}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-xl">{words('switch.title')}</h1>
      <form method="post" action="/petugas/ganti" novalidate class="tg-measure">
        <input type="hidden" name="next" value={props.next} />
        <RadioField
          name="account"
          label={words('switch.who')}
          value={props.chosen ?? (clerks.length === 1 ? first?.account : undefined)}
          error={errors.account}
          options={clerks.map(({ account, name, email }) => ({ value: account, label: name, hint: email }))}
        />
        <TextField
          name="pin"
          type="password"
          label={words('switch.pin')}
          error={errors.pin}
          inputmode="numeric"
          width={10}
          maxlength={6}
        />
        <Button text={words('switch.submit')} />
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={`/petugas/masuk?penuh&ke=${encodeURIComponent(props.next)}`}>
          {words('switch.fully')}
        </a>
      </p>
    </PublicFrame>
  );
}
