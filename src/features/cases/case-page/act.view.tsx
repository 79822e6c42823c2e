import { Fragment } from 'preact';
import {
  CheckField,
  type FieldErrors,
  type Option,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '../../../platform/views/fields.view.tsx';
import { Button } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import type { FieldControl } from '../acts/form-field.ts';
import { FileField } from '../attachments/file-field.view.tsx';
import type { Upload } from '../attachments/read-uploads.read.ts';
import type { DerivedFace } from '../intake/derived.presenter.ts';
import { DerivedButton, DerivedLine } from '../intake/derived-line.view.tsx';
import type { ActionGroup } from './action-groups.ts';

/** One field of an operation's form. */
export type ActionField = {
  readonly name: string;
  readonly control: FieldControl;
  readonly label: string;
  readonly hint?: string;
  readonly options?: readonly Option[];
  readonly value?: string;
  /** Files: more than one. */
  readonly several?: boolean;
  /** Folded away under these words until it is needed. */
  readonly under?: string;
  /** Asked only once the operation has been refused for it. */
  readonly whenRefused?: true;
};
/** A button that this person may press now, with what it asks for. */
export type ActionForm = {
  readonly operation: string;
  readonly title: string;
  readonly lead: string;
  readonly submit: string;
  readonly fields: readonly ActionField[];
  readonly primary: boolean;
  /** What it serves. */
  readonly group: ActionGroup;
  /** What follows from service and matter, in a form that asks for a class (rule 22). */
  readonly derived?: DerivedFace | null;
};

/** What was typed into a form that was refused. */
export type Failed = {
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string>>;
  /** Every value of a field, where several boxes share a name. */
  readonly all?: (name: string) => readonly string[];
  /** What was brought already. */
  readonly files?: (name: string) => readonly Upload[];
};

type ActProps = {
  readonly action: ActionForm;
  readonly ticket: string;
  readonly version: number;
  readonly idempotencyKey: string;
  readonly failed: Failed | null;
  readonly open: boolean;
};

/** One operation with its form, folded until it is needed. */
export function Act({ action, ticket, version, idempotencyKey, failed, open }: ActProps) {
  const shown = action.fields.filter((field) => !field.whenRefused || isTold(field, failed));
  const kept = (field: ActionField) => (
    <ActionControl key={field.name} field={field} scope={scopeOf(action.operation)} failed={failed} />
  );
  const save = <Button text={action.submit} secondary={!action.primary} />;
  const asksTwoChoices = action.derived != null && shown.some(({ name }) => name === 'service');
  return (
    <details class="tg-act" open={open}>
      <summary>{action.title}</summary>
      <form
        method="post"
        action={`/petugas/kasus/${ticket}/${action.operation}`}
        enctype={shown.some(({ control }) => control === 'file') ? 'multipart/form-data' : undefined}
        novalidate
        class="tg-act__body"
      >
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        {action.lead === '' ? null : <p class="govuk-body">{action.lead}</p>}
        {runsOf(shown).map(({ under, fields }) => {
          if (under === undefined) return fields.map(kept);
          const isClass = fields.some(({ name }) => name === 'severity' || name === 'oversight');
          return (
            <Fragment key={under}>
              {isClass && action.derived ? <DerivedLine face={action.derived} /> : null}
              <details class="tg-act__more" open={fields.some((field) => isTold(field, failed))}>
                <summary>{under}</summary>
                {fields.map(kept)}
              </details>
            </Fragment>
          );
        })}
        {asksTwoChoices ? (
          <div class="tg-button-row">
            {save}
            <DerivedButton />
          </div>
        ) : (
          save
        )}
      </form>
    </details>
  );
}

/** Ids of a form's fields begin with this. */
export function scopeOf(operation: string): string {
  return operation.replaceAll('/', '-');
}

/** Filled otherwise than it began, or refused. */
function isTold({ name, value }: ActionField, failed: Failed | null): boolean {
  if (failed === null) return false;
  const typed = failed.values[name];
  const brought = failed.files?.(name) ?? [];
  return failed.errors[name] !== undefined || (typed !== undefined && typed !== value) || brought.length > 0;
}

type Run = { readonly under: string | undefined; readonly fields: readonly ActionField[] };

/** Neighbours that are folded away under the same words. */
function runsOf(fields: readonly ActionField[]): readonly Run[] {
  const runs: { under: string | undefined; fields: ActionField[] }[] = [];
  for (const field of fields) {
    const last = runs.at(-1);
    if (last !== undefined && last.under === field.under) last.fields.push(field);
    else runs.push({ under: field.under, fields: [field] });
  }
  return runs;
}

function ActionControl({
  field,
  scope,
  failed,
}: {
  readonly field: ActionField;
  readonly scope: string;
  readonly failed: Failed | null;
}) {
  const words = useWords();
  const { name, label, hint, options = [] } = field;
  const common = {
    name,
    label,
    hint,
    scope,
    value: failed?.values[name] ?? field.value,
    error: failed?.errors[name],
  };
  switch (field.control) {
    case 'area':
      return <TextArea {...common} rows={4} />;
    case 'lines':
      return <TextArea {...common} rows={3} />;
    case 'select':
      return <SelectField {...common} options={options} />;
    case 'radio':
    case 'yes-no':
      return <RadioField {...common} options={options} />;
    case 'check':
      return <CheckField {...common} checked={common.value !== undefined} />;
    case 'many':
      return <Boxes {...common} options={options} ticked={failed?.all?.(name) ?? []} />;
    case 'number':
      return <TextField {...common} inputmode="numeric" width={5} />;
    case 'date':
    case 'datetime-local':
      return <TextField {...common} type={field.control} width={20} />;
    case 'text':
      return <TextField {...common} />;
    case 'file':
      return (
        <FileField
          {...common}
          hint={hint ?? words('file.hint')}
          several={field.several ?? false}
          kept={failed?.files?.(name) ?? []}
        />
      );
  }
}

/** Boxes that share a name; the first has the id that the error summary jumps to. */
function Boxes(props: {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly scope: string;
  readonly options: readonly Option[];
  readonly ticked: readonly string[];
}) {
  const { name, label, scope, error, hint, options, ticked } = props;
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend">{label}</legend>
      {hint === undefined ? null : <div class="govuk-hint">{hint}</div>}
      <div class="tg-choices tg-after">
        {options.map((option, index) => (
          <CheckField
            key={option.value}
            name={name}
            scope={index === 0 ? scope : `${scope}-${option.value}`}
            tick={option.value}
            checked={ticked.includes(option.value)}
            label={option.label}
            error={index === 0 ? error : undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}
