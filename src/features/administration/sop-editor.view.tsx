import { OPERATIONS } from '../../domain/complaint/vocabulary.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { SelectField, TextArea, TextField } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';
import { DifferenceTable } from './part.view.tsx';
import type { PartDifference } from './part-difference.ts';
import { type PartErrors, PartField } from './part-fields.view.tsx';
import { SOP_FIELDS, type TypedActor, type TypedSop, type TypedStep } from './sop-form.ts';

export type SopPreview = {
  readonly differences: readonly PartDifference[];
  readonly warnings: readonly string[];
  /** The sheet as it would print. */
  readonly paper: string;
  /** When it would come into force, in words. */
  readonly when: string;
};

type SopEditorProps = {
  readonly staff: StaffFace;
  readonly office: OfficeData;
  readonly action: string;
  readonly title: string | null;
  /** A new SOP is named for good. */
  readonly id: string | null;
  readonly seen: string;
  readonly typed: TypedSop;
  readonly errors: PartErrors;
  readonly preview: SopPreview | null;
};

/** The head, the actors and the steps of an SOP; below them, once looked at, what changes and the sheet. */
export function SopEditorView(props: SopEditorProps) {
  const words = useWords();
  const { typed, errors, preview } = props;
  return (
    <StaffFrame staff={props.staff} here="office">
      <ErrorSummary errors={errors} />
      <a class="govuk-back-link" href="/petugas/kantor">
        {words('admin.title')}
      </a>
      <h1 class="govuk-heading-l">{props.title ?? words('admin.sop-new')}</h1>
      <p class="govuk-body tg-measure">{words('admin.sop-lead')}</p>
      {preview === null ? null : <Preview preview={preview} />}
      <form method="post" action={props.action} novalidate>
        <input type="hidden" name="dasar" value={props.seen} />
        {/* Enter in a field looks at the change; it never saves or reorders. */}
        <button type="submit" name="tahap" value="periksa" class="govuk-visually-hidden" tabIndex={-1}>
          {words('admin.preview')}
        </button>
        {preview === null ? null : (
          <div class="tg-actions">
            <Button name="tahap" value="simpan" text={words('admin.save')} />
          </div>
        )}
        <div class="tg-measure">
          {props.id === null ? (
            <TextField
              name="id"
              label={words('admin.f.sop-id')}
              hint={words('admin.h.sop-id')}
              value={typed.head.id?.[0] ?? ''}
              error={errors.id}
              maxlength={60}
            />
          ) : null}
          {SOP_FIELDS.map((field) => (
            <PartField
              key={field.name}
              field={field}
              office={props.office}
              form={typed.head}
              errors={errors}
            />
          ))}
        </div>
        <h2 class="govuk-heading-m" id="f-actors">
          {words('admin.actors')}
        </h2>
        {errors.actors === undefined ? null : <p class="govuk-error-message">{errors.actors}</p>}
        {typed.actors.map((actor, at) => (
          <ActorRow key={`${at} ${actor.key}`} actor={actor} at={at} office={props.office} errors={errors} />
        ))}
        <Button name="tahap" value="pelaksana-tambah" text={words('admin.actor-add')} secondary />
        <h2 class="govuk-heading-m" id="f-steps">
          {words('admin.steps')}
        </h2>
        {errors.steps === undefined ? null : <p class="govuk-error-message">{errors.steps}</p>}
        <ol class="tg-steps">
          {typed.steps.map((step, at) => (
            <StepRow
              key={`${at} ${step.activity}`}
              step={step}
              at={at}
              last={typed.steps.length - 1}
              actors={typed.actors}
              errors={errors}
            />
          ))}
        </ol>
        <div class="tg-actions">
          <Button name="tahap" value="periksa" text={words('admin.preview')} />
        </div>
      </form>
    </StaffFrame>
  );
}

function Preview({ preview }: { readonly preview: SopPreview }) {
  const words = useWords();
  return (
    <section class="tg-after">
      <h2 class="govuk-heading-m">{words('admin.preview-title')}</h2>
      {preview.differences.length === 0 ? <p class="govuk-body">{words('admin.nothing-changed')}</p> : null}
      <DifferenceTable differences={preview.differences} />
      <p class="govuk-body tg-measure">{preview.when}</p>
      {preview.warnings.map((line) => (
        <Notice key={line} tone="attention" text={line} />
      ))}
      <details class="tg-fold">
        <summary>{words('admin.sheet')}</summary>
        <div class="tg-report__paper" dangerouslySetInnerHTML={{ __html: preview.paper }} />
      </details>
    </section>
  );
}

function ActorRow(props: {
  readonly actor: TypedActor;
  readonly at: number;
  readonly office: OfficeData;
  readonly errors: PartErrors;
}) {
  const words = useWords();
  const { actor, at, errors } = props;
  const name = `pelaksana.${at}`;
  return (
    <div class="tg-row-of-fields">
      <input type="hidden" name={`${name}.ada`} value="ya" />
      <input type="hidden" name={`${name}.key`} value={actor.key} />
      <TextField
        name={`${name}.label`}
        label={words('admin.f.actor', { n: at + 1 })}
        value={actor.label}
        error={errors[`${name}.label`] ?? errors[`${name}.key`]}
        maxlength={100}
      />
      <SelectField
        name={`${name}.role`}
        label={words('admin.f.actor-role')}
        value={actor.role}
        error={errors[`${name}.role`]}
        options={[
          { value: '', label: words('admin.actor-outside') },
          ...props.office.roles.map((role) => ({ value: role.key, label: role.title })),
        ]}
      />
      <Button
        name="tahap"
        value={`pelaksana-hapus:${at}`}
        text={words('admin.actor-remove', { n: at + 1 })}
        secondary
      />
    </div>
  );
}

function StepRow(props: {
  readonly step: TypedStep;
  readonly at: number;
  readonly last: number;
  readonly actors: readonly TypedActor[];
  readonly errors: PartErrors;
}) {
  const words = useWords();
  const { step, at, errors } = props;
  const name = `langkah.${at}`;
  const n = at + 1;
  return (
    <li class="tg-card">
      <h3 class="govuk-heading-s">{words('admin.step', { n })}</h3>
      <input type="hidden" name={`${name}.ada`} value="ya" />
      <TextArea
        name={`${name}.activity`}
        label={words('admin.f.activity')}
        value={step.activity}
        error={errors[`${name}.activity`]}
        rows={2}
      />
      <div class="tg-row-of-fields">
        <SelectField
          name={`${name}.actor`}
          label={words('admin.f.step-actor')}
          value={step.actor}
          error={errors[`${name}.actor`]}
          options={[
            { value: '', label: words('form.not-chosen') },
            ...props.actors.filter(({ key }) => key !== '').map(({ key, label }) => ({ value: key, label })),
          ]}
        />
        <SelectField
          name={`${name}.operation`}
          label={words('admin.f.operation')}
          value={step.operation}
          error={errors[`${name}.operation`]}
          options={[
            { value: '', label: words('form.not-chosen') },
            ...OPERATIONS.map((operation) => ({ value: operation, label: words(`admin.op.${operation}`) })),
          ]}
        />
      </div>
      <TextArea
        name={`${name}.requires`}
        label={words('admin.f.requires')}
        hint={words('admin.h.lines')}
        value={step.requires}
        error={errors[`${name}.requires`]}
        rows={2}
      />
      <div class="tg-row-of-fields">
        <TextField
          name={`${name}.standard`}
          label={words('admin.f.standard')}
          hint={words('admin.h.standard')}
          value={step.standard}
          error={errors[`${name}.standard`]}
        />
        <TextField
          name={`${name}.standardPrinted`}
          label={words('admin.f.printed')}
          hint={words('admin.h.standard-printed')}
          value={step.standardPrinted}
          error={errors[`${name}.standardPrinted`]}
        />
      </div>
      <div class="tg-row-of-fields">
        <TextField
          name={`${name}.output`}
          label={words('admin.f.output')}
          value={step.output}
          error={errors[`${name}.output`]}
        />
        <TextField
          name={`${name}.otherwise`}
          label={words('admin.f.otherwise')}
          hint={words('admin.h.otherwise')}
          inputmode="numeric"
          width={5}
          value={step.otherwise}
          error={errors[`${name}.otherwise`]}
        />
      </div>
      <div class="tg-actions">
        {at === 0 ? null : (
          <Button name="tahap" value={`langkah-naik:${at}`} text={words('admin.step-up', { n })} secondary />
        )}
        {at === props.last ? null : (
          <Button
            name="tahap"
            value={`langkah-turun:${at}`}
            text={words('admin.step-down', { n })}
            secondary
          />
        )}
        <Button name="tahap" value={`langkah-tambah:${at}`} text={words('admin.step-add', { n })} secondary />
        <Button
          name="tahap"
          value={`langkah-hapus:${at}`}
          text={words('admin.step-remove', { n })}
          secondary
        />
      </div>
    </li>
  );
}
