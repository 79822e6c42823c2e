import {
  type FieldErrors,
  type Option,
  RadioField,
  SelectField,
  TextField,
} from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';

export type TeamForms = {
  readonly deputations: readonly {
    readonly id: string;
    readonly text: string;
    readonly roles: string;
    readonly period: string;
  }[];
  /** Who may stand in, and for whom: also whoever has left an empty post. */
  readonly people: readonly Option[];
  readonly holders: readonly Option[];
  readonly decrees: readonly { readonly number: string; readonly title: string }[];
  readonly today: string;
  readonly failed: {
    readonly form: 'deputy' | 'decree' | 'end';
    readonly values: Readonly<Record<string, string>>;
    readonly errors: FieldErrors;
  } | null;
};

/** Deputies and decrees, for whoever looks after accounts. */
export function TeamFormsView(props: TeamForms) {
  const words = useWords();
  const { failed } = props;
  const errorsOf = (form: 'deputy' | 'decree') => (failed?.form === form ? failed.errors : {});
  const valuesOf = (form: 'deputy' | 'decree') => (failed?.form === form ? failed.values : {});
  return (
    <>
      {failed === null ? null : <ErrorSummary errors={failed.errors} scope={failed.form} />}
      <h2 class="govuk-heading-m" id="wakil">
        {words('team.deputies')}
      </h2>
      <p class="govuk-body tg-measure">{words('team.deputies-lead')}</p>
      <Deputations {...props} />
      <details class="tg-act" open={failed?.form === 'deputy'}>
        <summary>{words('team.new-deputy')}</summary>
        <DeputyForm {...props} values={valuesOf('deputy')} errors={errorsOf('deputy')} />
      </details>
      <h2 class="govuk-heading-m" id="sk">
        {words('team.decrees')}
      </h2>
      <p class="govuk-body tg-measure">{words('team.decrees-lead')}</p>
      {props.decrees.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {props.decrees.map(({ number, title }) => (
            <li key={number}>{title}</li>
          ))}
        </ul>
      )}
      <details class="tg-act" open={failed?.form === 'decree'}>
        <summary>{words('team.new-decree')}</summary>
        <DecreeForm values={valuesOf('decree')} errors={errorsOf('decree')} />
      </details>
    </>
  );
}

function Deputations({ deputations }: Pick<TeamForms, 'deputations'>) {
  const words = useWords();
  if (deputations.length === 0) return <p class="govuk-body tg-muted">{words('team.no-deputies')}</p>;
  return (
    <ul class="govuk-list">
      {deputations.map(({ id, text, roles, period }) => (
        <li key={id}>
          <strong>{text}</strong>
          <span class="tg-under">{roles}</span>
          <span class="tg-under">{period}</span>
          <form method="post" action="/petugas/tim/wakil/akhiri">
            <input type="hidden" name="deputation" value={id} />
            <button type="submit" class="tg-linklike" aria-label={words('team.end-whose', { text })}>
              {words('team.end')}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

type Typed = { readonly values: Readonly<Record<string, string>>; readonly errors: FieldErrors };

function DeputyForm({ people, holders, today, values, errors }: TeamForms & Typed) {
  const words = useWords();
  const none = { value: '', label: words('form.not-chosen') };
  const field = (name: string) => ({ name, scope: 'deputy', value: values[name], error: errors[name] });
  return (
    <form method="post" action="/petugas/tim/wakil" novalidate class="tg-act__body">
      <SelectField {...field('deputyFor')} label={words('deputy.for')} options={[none, ...holders]} />
      <SelectField {...field('account')} label={words('deputy.who')} options={[none, ...people]} />
      <RadioField
        {...field('capacity')}
        value={values.capacity ?? 'plh'}
        label={words('deputy.capacity')}
        options={(['plh', 'plt', 'an'] as const).map((capacity) => ({
          value: capacity,
          label: words(`deputy.${capacity}`),
          hint: words(`deputy.${capacity}-hint`),
        }))}
      />
      <TextField
        {...field('from')}
        value={values.from ?? today}
        type="date"
        width={20}
        label={words('account.first-day')}
      />
      <TextField
        {...field('to')}
        type="date"
        width={20}
        label={words('account.last-day')}
        hint={words('deputy.last-day-hint')}
      />
      <TextField {...field('decree')} label={words('account.decree')} hint={words('account.decree-hint')} />
      <Button text={words('deputy.submit')} />
    </form>
  );
}

function DecreeForm({ values, errors }: Typed) {
  const words = useWords();
  const field = (name: string) => ({ name, scope: 'decree', value: values[name], error: errors[name] });
  return (
    <form method="post" action="/petugas/tim/sk" novalidate class="tg-act__body">
      <TextField {...field('number')} label={words('account.decree')} hint={words('decree.number-hint')} />
      <TextField {...field('on')} type="date" width={20} label={words('decree.on')} />
      <TextField {...field('title')} label={words('decree.title')} hint={words('decree.title-hint')} />
      <Button text={words('decree.submit')} secondary />
    </form>
  );
}
