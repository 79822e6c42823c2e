import { REPORTER_ROLES, WORKS_HERE } from '../../../domain/complaint/vocabulary.ts';
import { LONGEST_TEXT } from '../../../platform/http/request-limits.ts';
import {
  CheckField,
  type FieldErrors,
  Fieldset,
  type Option,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type OfficeFace, PublicFrame } from '../../offices/public-frame.view.tsx';
import { FileField } from '../attachments/file-field.view.tsx';
import type { Upload } from '../attachments/read-uploads.read.ts';

export type ComplainFormProps = {
  readonly office: OfficeFace;
  /** What was typed, by field name. */
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** Brought already, before something else was wrong. */
  readonly files: readonly Upload[];
  /** Made once a form, so that sending it twice is one complaint. */
  readonly idempotencyKey: string;
  readonly kinds: readonly Option[];
  readonly services: readonly Option[];
  readonly places: readonly Option[];
};

/** What, who, where, when in plain words; only what happened is required (rule 7). Works without JavaScript. */
export function ComplainFormView(props: ComplainFormProps) {
  const words = useWords();
  const { values, errors, office } = props;
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <PublicFrame office={office} here="complain">
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-xl">{words('complain.title')}</h1>
      <p class="govuk-body-l tg-measure">{words('complain.lead')}</p>
      <form method="post" action="/lapor" enctype="multipart/form-data" novalidate class="tg-measure">
        <input type="hidden" name="office" value={office.slug} />
        <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
        <Fieldset legend={words('complain.what-title')}>
          <TextArea
            {...field('text')}
            label={words('complain.text')}
            hint={words('complain.text-hint')}
            rows={7}
            maxlength={LONGEST_TEXT}
          />
          <RadioField
            {...field('kind')}
            value={values.kind ?? 'pengaduan'}
            label={words('complain.kind')}
            options={props.kinds}
          />
          <TextField
            {...field('respondent')}
            label={words('complain.respondent')}
            hint={words('complain.respondent-hint')}
          />
          <RadioField
            {...field('worksHere')}
            value={values.worksHere ?? 'unknown'}
            label={words('complain.works-here')}
            hint={words('complain.works-here-hint')}
            options={WORKS_HERE.map((value) => ({
              value,
              label: words(`works-here.${value}`),
              ...(value === 'no' ? { hint: words('complain.works-here-no') } : {}),
            }))}
          />
          <CheckField
            name="pastFrontOffice"
            label={words('complain.past-front-office')}
            hint={words('complain.past-front-office-hint')}
            checked={values.pastFrontOffice !== undefined}
          />
          {props.places.length === 0 ? (
            <TextField
              {...field('where')}
              label={words('complain.where')}
              hint={words('complain.where-hint')}
            />
          ) : (
            <SelectField
              {...field('place')}
              label={words('complain.place')}
              hint={words('complain.place-hint')}
              options={[{ value: '', label: words('form.not-chosen') }, ...props.places]}
            />
          )}
          <TextField
            {...field('occurredOn')}
            type="date"
            width={10}
            label={words('complain.when')}
            hint={words('complain.when-hint')}
          />
          <SelectField
            {...field('service')}
            label={words('complain.service')}
            options={[{ value: '', label: words('complain.service-unknown') }, ...props.services]}
          />
          <FileField
            name="attachments"
            label={words('complain.files')}
            hint={words('file.hint')}
            error={errors.attachments}
            several
            kept={props.files}
          />
          <CheckField
            name="urgent"
            label={words('complain.urgent')}
            hint={
              office.emergency.length === 0
                ? words('complain.urgent-hint')
                : words('complain.urgent-numbers', {
                    numbers: office.emergency.map((one) => `${one.name} ${one.number}`).join(', '),
                  })
            }
            checked={values.urgent !== undefined}
          />
        </Fieldset>
        <Fieldset legend={words('complain.who-title')}>
          <p class="govuk-body">{words('complain.who-lead')}</p>
          <CheckField
            name="anonymous"
            label={words('complain.anonymous')}
            hint={words('complain.anonymous-hint')}
            checked={values.anonymous !== undefined}
          />
          <TextField {...field('name')} label={words('complain.name')} autocomplete="name" />
          <TextField
            {...field('phone')}
            type="tel"
            inputmode="tel"
            width={20}
            label={words('complain.phone')}
            hint={words('complain.phone-hint')}
            autocomplete="tel"
          />
          <TextField {...field('email')} type="email" label={words('complain.email')} autocomplete="email" />
          <TextField {...field('address')} label={words('complain.address')} autocomplete="street-address" />
          <RadioField
            {...field('as')}
            value={values.as ?? 'self'}
            label={words('complain.as')}
            options={REPORTER_ROLES.map((value) => ({
              value,
              label: words(`reporter.${value}`),
            }))}
          />
          <TextField
            {...field('concernName')}
            label={words('complain.concern')}
            hint={words('complain.concern-hint')}
          />
          <TextField
            {...field('safeContact')}
            label={words('complain.safe')}
            hint={words('complain.safe-hint')}
          />
          <CheckField
            name="secret"
            label={words('complain.secret')}
            hint={words('complain.secret-hint')}
            checked={values.secret !== undefined}
          />
        </Fieldset>
        <p class="govuk-body">{words('complain.promise')}</p>
        <Button text={words('complain.send')} />
      </form>
    </PublicFrame>
  );
}

/** When the installation serves several offices and none was named. */
export function ChooseOfficeView(props: {
  readonly offices: readonly Option[];
  readonly kind: string | undefined;
  readonly error: string | undefined;
}) {
  const words = useWords();
  return (
    <PublicFrame office={null} here="complain">
      <ErrorSummary errors={props.error === undefined ? {} : { kantor: props.error }} />
      <h1 class="govuk-heading-xl">{words('complain.title')}</h1>
      <form method="get" action="/lapor">
        {props.kind === undefined ? null : <input type="hidden" name="jenis" value={props.kind} />}
        <RadioField
          name="kantor"
          label={words('complain.choose-office')}
          options={props.offices}
          error={props.error}
        />
        <Button text={words('form.continue')} />
      </form>
    </PublicFrame>
  );
}
