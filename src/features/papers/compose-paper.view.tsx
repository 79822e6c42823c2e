import type { LetterheadChoice } from '../../domain/papers/paper-frame.ts';
import {
  type FieldErrors,
  type Option,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '../../platform/views/fields.view.tsx';
import { ErrorSummary, Notice } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';
import type { PaperField } from './paper-fields-table.ts';
import type { TypedPaper } from './paper-writing.ts';

export type ComposePaperProps = {
  readonly staff: StaffFace;
  readonly title: string;
  readonly action: string;
  readonly back: { readonly href: string; readonly label: string };
  readonly fields: readonly PaperField[];
  readonly typed: TypedPaper;
  /** A form that is sent twice issues one paper. */
  readonly idempotencyKey: string;
  readonly errors: FieldErrors;
  readonly sizes: readonly string[];
  readonly size: string;
  readonly letterhead: LetterheadChoice;
  readonly signers: readonly Option[];
  readonly services: readonly Option[];
  readonly decrees: readonly Option[];
  /** Escaped HTML of the paper; null while something must be chosen first. */
  readonly paper: string | null;
  readonly mayIssue: boolean;
  /** Somebody must approve it before it is issued (rule 31). */
  readonly awaits: 'papers.apology-awaits' | 'papers.answer-awaits' | null;
  readonly series: 'own' | 'agenda' | 'none';
  /** Its reader does not see who complains: the room stays for the pen (rule 32). */
  readonly withoutPeople: boolean;
};

/** What has to be written at the left, the paper as it will print at the right. */
export function ComposePaperView(props: ComposePaperProps) {
  const words = useWords();
  const { typed, errors } = props;
  return (
    <StaffFrame staff={props.staff} here="papers">
      <ErrorSummary errors={errors} />
      <div class="tg-no-print">
        <p class="govuk-body">
          <a class="govuk-link" href={props.back.href}>
            {props.back.label}
          </a>
        </p>
        <h1 class="govuk-heading-l">{props.title}</h1>
        {props.awaits === null ? null : <Notice tone="attention" text={words(props.awaits)} />}
        {props.withoutPeople ? <Notice tone="attention" text={words('papers.without-people')} /> : null}
      </div>
      <div class="tg-compose">
        <form method="post" action={props.action} novalidate class="tg-no-print">
          <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
          {props.fields.map((field) => (
            <WritingField
              key={field.name}
              field={field}
              typed={typed}
              errors={errors}
              services={props.services}
              decrees={props.decrees}
            />
          ))}
          <details class="govuk-details" open={props.fields.length === 0 || errors.dated !== undefined}>
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{words('papers.sheet')}</span>
            </summary>
            <div class="govuk-details__text">
              <TextField
                name="dated"
                type="date"
                label={words('papers.dated')}
                value={typed.dated}
                error={errors.dated}
                width={10}
              />
              <RadioField
                name="paper"
                label={words('papers.size')}
                value={props.size}
                inline
                options={props.sizes.map((value) => ({ value, label: value }))}
              />
              <RadioField
                name="letterhead"
                label={words('papers.letterhead')}
                value={props.letterhead}
                options={(['kop', 'ruang', 'tanpa'] as const).map((value) => ({
                  value,
                  label: words(`papers.letterhead-${value}`),
                }))}
              />
              <SelectField
                name="signer"
                label={words('papers.signer')}
                value={typed.signer}
                options={[{ value: '', label: words('papers.signer-usual') }, ...props.signers]}
              />
            </div>
          </details>
          <div class="govuk-button-group">
            <button class="govuk-button govuk-button--secondary" type="submit" name="act" value="preview">
              {words('papers.preview')}
            </button>
            {props.paper === null ? null : (
              <>
                <button class="govuk-button govuk-button--secondary" type="submit" name="act" value="pdf">
                  PDF
                </button>
                <button class="govuk-button govuk-button--secondary" type="submit" name="act" value="docx">
                  DOCX
                </button>
              </>
            )}
          </div>
          {props.mayIssue && props.awaits === null ? (
            <>
              <p class="govuk-hint">{words(`papers.issue-${props.series}`)}</p>
              <button class="govuk-button" type="submit" name="act" value="issue">
                {words('papers.issue')}
              </button>
            </>
          ) : null}
        </form>
        {props.paper === null ? (
          <p class="govuk-body tg-empty">{words('papers.choose-first')}</p>
        ) : (
          <div class="tg-compose__paper" dangerouslySetInnerHTML={{ __html: props.paper }} />
        )}
      </div>
    </StaffFrame>
  );
}

function WritingField(props: {
  readonly field: PaperField;
  readonly typed: TypedPaper;
  readonly errors: FieldErrors;
  readonly services: readonly Option[];
  readonly decrees: readonly Option[];
}) {
  const words = useWords();
  const { name, control, label, hint } = props.field;
  const common = {
    ...{ name, label: words(label), value: props.typed[name], error: props.errors[name] },
    hint: hint === undefined ? undefined : words(hint),
  };
  switch (control) {
    case 'area':
      return <TextArea {...common} rows={4} maxlength={20_000} />;
    case 'service':
      return <SelectField {...common} options={[{ value: '', label: '–' }, ...props.services]} />;
    case 'decree':
      return (
        <SelectField
          {...common}
          options={[{ value: '', label: words('papers.decree-none') }, ...props.decrees]}
        />
      );
    case 'date':
      return <TextField {...common} type="date" width={10} />;
    case 'number':
      return <TextField {...common} inputmode="numeric" width={5} />;
    case 'text':
      return <TextField {...common} maxlength={300} />;
  }
}
