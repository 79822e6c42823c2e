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
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import { FileField } from '../attachments/file-field.view.tsx';
import type { Upload } from '../attachments/read-uploads.read.ts';
import type { DerivedFace } from '../intake/derived.presenter.ts';
import { DerivedButton } from '../intake/derived-line.view.tsx';
import { namesMorePeople } from '../intake/people-of-form.ts';
import { MorePeople, ReporterRoleField } from './counter-people.view.tsx';
import { DerivedChoice, type DerivedField } from './derived-choice.view.tsx';
import { DeskAnswerFields } from './desk-answer-fields.view.tsx';

export type CounterRow = {
  readonly ticket: string;
  readonly time: string;
  readonly what: string;
  readonly status: string;
};

export type CounterProps = {
  readonly staff: StaffFace;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** Brought already, before something else was wrong. */
  readonly files: readonly Upload[];
  readonly idempotencyKey: string;
  /** When this form was opened: the first step of the SOP starts here (rule 17). */
  readonly openedAt: string;
  readonly channels: readonly Option[];
  readonly kinds: readonly Option[];
  readonly services: readonly Option[];
  readonly categories: readonly Option[];
  readonly places: readonly Option[];
  /** Staff of the office, as who received it or is complained of. */
  readonly colleagues: readonly Option[];
  readonly deskOutcomes: readonly Option[];
  /** Who may be waited for, where the result comes from elsewhere. */
  readonly bodies: readonly Option[];
  readonly mayAnswerAtDesk: boolean;
  /** What follows from service and matter; null where the office's papers use no axis (rule 22). */
  readonly derived: DerivedFace | null;
  /** What of it this person may change here. */
  readonly derivedFields: readonly DerivedField[];
  readonly today: readonly CounterRow[];
};

/** A walk-in in under a minute, in speaking order; answered at the desk in the same act (rule 4). */
export function CounterView(props: CounterProps) {
  const words = useWords();
  const { values, errors } = props;
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  const none = { value: '', label: words('form.not-chosen') };
  return (
    <StaffFrame staff={props.staff} here="counter">
      <ErrorSummary errors={errors} labels={{ deskOutcome: words('counter.desk-outcome') }} />
      <h1 class="govuk-heading-l">{words('counter.title')}</h1>
      <div class="tg-two">
        <form
          method="post"
          action="/petugas/loket"
          enctype="multipart/form-data"
          novalidate
          class="tg-counter"
          data-counter=""
        >
          <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
          <input type="hidden" name="openedAt" value={props.openedAt} />
          <input type="hidden" name="writingBeganAt" value={values.writingBeganAt ?? ''} />
          <Fieldset legend={words('counter.who')}>
            <div class="tg-pair">
              <TextField
                {...field('name')}
                label={words('complain.name')}
                first={Object.keys(errors).length === 0}
              />
              <TextField {...field('phone')} type="tel" inputmode="tel" label={words('complain.phone')} />
              <TextField {...field('nik')} inputmode="numeric" label={words('counter.nik')} maxlength={16} />
              <TextField {...field('address')} label={words('complain.address')} />
              <TextField {...field('email')} type="email" inputmode="email" label={words('complain.email')} />
              <ReporterRoleField field={field} n={1} />
              <TextField {...field('concernName')} label={words('counter.concern')} />
            </div>
            <CheckField
              name="anonymous"
              label={words('counter.anonymous')}
              checked={values.anonymous !== undefined}
            />
            <CheckField name="secret" label={words('counter.secret')} checked={values.secret !== undefined} />
            <MorePeople
              field={field}
              staff={props.colleagues}
              open={namesMorePeople([...Object.keys(typedIn(values)), ...Object.keys(errors)])}
            />
          </Fieldset>
          <Fieldset legend={words('counter.what')}>
            <TextArea {...field('text')} label={words('counter.text')} rows={6} maxlength={LONGEST_TEXT} />
            <div class="tg-pair">
              <SelectField
                {...field('kind')}
                value={values.kind ?? 'pengaduan'}
                label={words('counter.kind')}
                options={props.kinds}
              />
              <SelectField
                {...field('service')}
                label={words('counter.service')}
                options={[none, ...props.services]}
              />
              {props.categories.length === 0 ? null : (
                <SelectField
                  {...field('category')}
                  label={words('counter.category')}
                  options={[none, ...props.categories]}
                />
              )}
              {props.places.length === 0 ? null : (
                <SelectField
                  {...field('place')}
                  label={words('counter.place')}
                  options={[none, ...props.places]}
                />
              )}
              <TextField {...field('occurredOn')} type="date" label={words('counter.when')} />
              <TextField {...field('respondent')} label={words('counter.respondent')} />
            </div>
            {props.derived === null ? null : (
              <DerivedChoice face={props.derived} fields={props.derivedFields} field={field} />
            )}
          </Fieldset>
          <FileField
            name="attachments"
            label={words('counter.files')}
            hint={words('file.hint')}
            error={errors.attachments}
            several
            kept={props.files}
          />
          {props.mayAnswerAtDesk ? (
            <DeskAnswerFields
              field={field}
              outcomes={props.deskOutcomes}
              channels={props.channels}
              bodies={props.bodies}
            />
          ) : null}
          <details class="govuk-details" open={moreIsOpen(props)}>
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{words('counter.more')}</span>
            </summary>
            <div class="govuk-details__text">
              <div class="tg-pair">
                <SelectField
                  {...field('channel')}
                  value={values.channel ?? 'loket'}
                  label={words('counter.channel')}
                  options={props.channels}
                />
                <TextField {...field('sourceNumber')} label={words('counter.source-number')} />
                <TextField
                  {...field('receivedAt')}
                  type="datetime-local"
                  label={words('counter.received-at')}
                  hint={words('counter.received-hint')}
                />
                {props.mayAnswerAtDesk ? (
                  <TextField
                    {...field('deskAt')}
                    type="datetime-local"
                    label={words('counter.desk-at')}
                    hint={words('counter.desk-at-hint')}
                  />
                ) : null}
                <SelectField
                  {...field('receivedBy')}
                  label={words('counter.received-by')}
                  options={[{ value: '', label: words('counter.received-by-me') }, ...props.colleagues]}
                />
                <TextField
                  {...field('lateEntryReason')}
                  label={words('counter.late-reason')}
                  hint={words('counter.late-hint')}
                />
              </div>
              <div class="tg-choices">
                <CheckField
                  name="urgent"
                  label={words('mark.urgent')}
                  hint={words('counter.urgent-hint')}
                  checked={values.urgent !== undefined}
                />
                <CheckField
                  name="protected"
                  label={words('mark.protected')}
                  hint={words('counter.protected-hint')}
                  checked={values.protected !== undefined}
                />
              </div>
              <TextField {...field('safeContact')} label={words('counter.safe')} />
            </div>
          </details>
          <RadioField
            {...field('readBack')}
            value={values.readBack ?? ''}
            label={words('counter.read-back')}
            hint={words('counter.read-back-hint')}
            inline
            options={[
              { value: 'signed', label: words('counter.read-back-signed') },
              { value: 'thumb-printed', label: words('counter.read-back-thumb-printed') },
              { value: 'by-phone', label: words('counter.read-back-by-phone') },
            ]}
          />
          <div class="tg-button-row">
            <Button text={words('counter.save')} shortcut="s" />
            <span class="tg-muted tg-small">
              <kbd class="tg-kbd">Alt</kbd>+<kbd class="tg-kbd">S</kbd>
            </span>
            <button
              type="submit"
              class="govuk-button govuk-button--secondary"
              formaction="/petugas/loket/ganda"
              formtarget="_blank"
              formnovalidate
            >
              {words('likeness.check')}
            </button>
            {props.derived === null ? null : <DerivedButton />}
          </div>
        </form>
        <aside>
          <div data-alike="" aria-live="polite" hidden>
            <h2 class="govuk-heading-s">{words('likeness.title')}</h2>
            <div data-alike-found="" />
          </div>
          <h2 class="govuk-heading-s">{words('counter.today')}</h2>
          {props.today.length === 0 ? (
            <p class="govuk-body tg-empty">{words('counter.today-empty')}</p>
          ) : null}
          <ol class="govuk-list tg-small">
            {props.today.map((row) => (
              <li key={row.ticket}>
                <span class="tg-muted">{row.time}</span>{' '}
                <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${row.ticket}`}>
                  {row.ticket}
                </a>
                <br />
                {row.what} <span class="tg-muted">· {row.status}</span>
              </li>
            ))}
          </ol>
        </aside>
      </div>
    </StaffFrame>
  );
}

const MORE = [
  'channel',
  'sourceNumber',
  'receivedAt',
  'deskAt',
  'receivedBy',
  'lateEntryReason',
  'urgent',
  'protected',
  'safeContact',
];

/** How somebody stands is always chosen; it is typed only where it is not the usual. */
function typedIn(values: CounterProps['values']): CounterProps['values'] {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !(name.startsWith('as') && value === 'self')),
  );
}

/** What most visitors do not need stays folded, unless something was typed there or is wrong there. */
function moreIsOpen({ values, errors }: CounterProps): boolean {
  return MORE.some(
    (name) => errors[name] !== undefined || (values[name] !== undefined && values[name] !== 'loket'),
  );
}
