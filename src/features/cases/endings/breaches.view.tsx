import { BREACH_DATA, type BreachTold } from '../../../domain/people/breach.ts';
import {
  CheckField,
  type FieldErrors,
  SelectField,
  TextArea,
  TextField,
} from '../../../platform/views/fields.view.tsx';
import { Button, Card, ErrorSummary, Notice, Tag } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type BreachFace = {
  readonly id: string;
  readonly known: string;
  readonly happenedOn: string | null;
  readonly people: string;
  readonly data: string;
  readonly text: string;
  readonly by: string;
  readonly due: string;
  readonly left: string;
  readonly tone: 'done' | 'overdue' | 'attention';
  readonly steps: readonly string[];
  readonly told: readonly {
    readonly whom: string;
    readonly at: string;
    readonly late: boolean;
    readonly text: string;
    readonly by: string;
  }[];
  readonly untold: readonly BreachTold[];
  readonly closed: { readonly at: string; readonly text: string; readonly by: string } | null;
};

type FormProps = {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
};

/** The register of breaches, and the form that begins the 72 hours. */
export function BreachesView(
  props: FormProps & {
    readonly staff: StaffFace;
    readonly breaches: readonly BreachFace[];
    readonly data: readonly string[];
  },
) {
  const words = useWords();
  const { values, errors } = props;
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <StaffFrame staff={props.staff} here="breach">
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{words('breach.title')}</h1>
      <p class="govuk-body tg-measure">{words('breach.lead')}</p>
      {props.breaches.length === 0 ? <p class="govuk-body tg-empty">{words('breach.empty')}</p> : null}
      <ol class="tg-deskday">
        {props.breaches.map((one) => (
          <li key={one.id}>
            <p class="govuk-body tg-row">
              <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/insiden/${one.id}`}>
                {words('breach.known-at', { when: one.known })}
              </a>
              <Tag tone={one.tone}>{one.closed === null ? one.left : words('breach.closed')}</Tag>
              <span class="tg-muted">{one.data}</span>
            </p>
          </li>
        ))}
      </ol>
      <h2 class="govuk-heading-m">{words('breach.new')}</h2>
      <form method="post" action="/petugas/insiden" novalidate class="tg-measure">
        <TextArea {...field('text')} label={words('breach.text')} hint={words('breach.text-hint')} rows={5} />
        <TextField
          {...field('knownAt')}
          type="datetime-local"
          label={words('breach.known')}
          hint={words('breach.known-hint')}
          width={20}
        />
        <TextField {...field('happenedOn')} type="date" label={words('breach.happened')} width={20} />
        <TextField {...field('people')} label={words('breach.people')} inputmode="numeric" width={10} />
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend">{words('breach.data')}</legend>
          {errors.data === undefined ? null : (
            <p class="govuk-error-message" id="f-data">
              {errors.data}
            </p>
          )}
          {BREACH_DATA.map((one) => (
            <CheckField
              key={one}
              name="data"
              scope={one}
              tick={one}
              label={words(`breach.data.${one}`)}
              checked={props.data.includes(one)}
            />
          ))}
        </fieldset>
        <Button text={words('breach.send')} />
      </form>
    </StaffFrame>
  );
}

/** One breach: its clock, who was told, and what is still to do. */
export function BreachView(
  props: FormProps & {
    readonly staff: StaffFace;
    readonly breach: BreachFace;
    readonly done: string | null;
  },
) {
  const words = useWords();
  const { breach, values, errors } = props;
  const { closed } = breach;
  return (
    <StaffFrame staff={props.staff} here="breach">
      <ErrorSummary errors={errors} scope={values.act === 'closed' ? 'closed' : 'told'} />
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <a class="govuk-back-link" href="/petugas/insiden">
        {words('breach.title')}
      </a>
      <h1 class="govuk-heading-l">{words('breach.known-at', { when: breach.known })}</h1>
      <Card tone={breach.tone === 'done' ? 'done' : 'attention'}>
        <p class="govuk-body">
          <Tag tone={breach.tone}>{breach.left}</Tag> {words('breach.due', { when: breach.due })}
        </p>
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{words('breach.why')}</span>
          </summary>
          <div class="govuk-details__text">
            <ol class="govuk-list govuk-list--number">
              {breach.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <p>{words('breach.basis')}</p>
          </div>
        </details>
      </Card>
      <p class="govuk-body tg-prose tg-measure">{breach.text}</p>
      <p class="govuk-body">
        {words('breach.facts', { data: breach.data, people: breach.people })}{' '}
        {breach.happenedOn === null ? null : words('breach.happened-on', { when: breach.happenedOn })}{' '}
        <span class="tg-muted">{breach.by}</span>
      </p>
      <h2 class="govuk-heading-m">{words('breach.told-title')}</h2>
      {breach.told.length === 0 ? <p class="govuk-body tg-empty">{words('breach.told-none')}</p> : null}
      <ol class="tg-deskday">
        {breach.told.map((one) => (
          <li key={one.whom}>
            <p class="govuk-body tg-row">
              <strong>{one.whom}</strong>
              <span>{one.at}</span>
              {one.late ? <Tag tone="overdue">{words('breach.late')}</Tag> : null}
              <span class="tg-muted">{one.by}</span>
            </p>
            <p class="govuk-body tg-prose">{one.text}</p>
          </li>
        ))}
      </ol>
      {closed === null ? (
        <Steps breach={breach} values={values} errors={errors} />
      ) : (
        <section>
          <h2 class="govuk-heading-m">{words('breach.closed')}</h2>
          <p class="govuk-body tg-prose">{closed.text}</p>
          <p class="govuk-body tg-muted">
            {closed.at} {closed.by}
          </p>
        </section>
      )}
    </StaffFrame>
  );
}

function Steps({ breach, values, errors }: FormProps & { readonly breach: BreachFace }) {
  const words = useWords();
  const closing = values.act === 'closed';
  const field = (scope: 'told' | 'closed', name: string) => {
    const own = closing === (scope === 'closed');
    return { name, scope, value: own ? values[name] : undefined, error: own ? errors[name] : undefined };
  };
  const action = `/petugas/insiden/${breach.id}`;
  return (
    <>
      {breach.untold.length === 0 ? null : (
        <form method="post" action={action} novalidate class="tg-measure">
          <h2 class="govuk-heading-m">{words('breach.tell')}</h2>
          <input type="hidden" name="act" value="told" />
          <SelectField
            {...field('told', 'whom')}
            label={words('breach.whom')}
            options={breach.untold.map((one) => ({ value: one, label: words(`breach.told.${one}`) }))}
          />
          <TextField
            {...field('told', 'toldAt')}
            value={values.toldAt}
            type="datetime-local"
            label={words('breach.told-at')}
            width={20}
          />
          <TextArea
            {...field('told', 'text')}
            label={words('breach.how')}
            hint={words('breach.how-hint')}
            rows={3}
          />
          <Button text={words('breach.tell-send')} />
        </form>
      )}
      <form method="post" action={action} novalidate class="tg-measure">
        <h2 class="govuk-heading-m">{words('breach.close')}</h2>
        <input type="hidden" name="act" value="closed" />
        <TextArea
          {...field('closed', 'text')}
          label={words('breach.measures')}
          hint={words('breach.measures-hint')}
          rows={4}
        />
        <Button text={words('breach.close-send')} secondary />
      </form>
    </>
  );
}
