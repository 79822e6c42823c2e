import type { ComponentChildren } from 'preact';

/** Errors by field name; the sentence says what is wrong and how to mend it. */
export type FieldErrors = Readonly<Record<string, string>>;

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  /** Makes ids unique when the same field stands in several forms of a page. */
  readonly scope?: string;
};
type InputProps = FieldProps & {
  readonly type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'date'
    | 'datetime-local'
    | 'password'
    | 'search'
    | 'number'
    | 'month';
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'tel' | 'email';
  readonly width?: 5 | 10 | 20;
  readonly maxlength?: number;
  readonly spellcheck?: boolean;
  /** The page is there to be typed into, from this field on. */
  readonly first?: boolean;
};

export function TextField(props: InputProps) {
  const id = fieldId(props);
  const width = props.width === undefined ? '' : ` govuk-input--width-${props.width}`;
  // Kept apart from the markup: the types of <input> want one branch for each kind of input.
  const attributes: Readonly<Record<string, string | number | boolean | undefined>> = {
    class: `govuk-input${width}${props.error ? ' govuk-input--error' : ''}`,
    id,
    name: props.name,
    type: props.type ?? 'text',
    value: props.value,
    autocomplete: props.autocomplete ?? 'off',
    inputmode: props.inputmode,
    maxlength: props.maxlength,
    spellcheck: props.spellcheck ?? false,
    autofocus: props.first ?? false,
    'aria-describedby': describedBy(id, props),
  };
  return (
    <Group error={props.error}>
      <Label id={id} text={props.label} />
      <Notes id={id} hint={props.hint} error={props.error} />
      <input {...attributes} />
    </Group>
  );
}

export function TextArea(props: FieldProps & { readonly rows?: number; readonly maxlength?: number }) {
  const id = fieldId(props);
  return (
    <Group error={props.error}>
      <Label id={id} text={props.label} />
      <Notes id={id} hint={props.hint} error={props.error} />
      <textarea
        class={`govuk-textarea${props.error ? ' govuk-textarea--error' : ''}`}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        maxLength={props.maxlength}
        aria-describedby={describedBy(id, props)}
      >
        {props.value ?? ''}
      </textarea>
    </Group>
  );
}

export type Option = { readonly value: string; readonly label: string; readonly hint?: string | undefined };

export function SelectField(props: FieldProps & { readonly options: readonly Option[] }) {
  const id = fieldId(props);
  return (
    <Group error={props.error}>
      <Label id={id} text={props.label} />
      <Notes id={id} hint={props.hint} error={props.error} />
      <select
        class={`govuk-select${props.error ? ' govuk-select--error' : ''}`}
        id={id}
        name={props.name}
        aria-describedby={describedBy(id, props)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === (props.value ?? '')}>
            {option.label}
          </option>
        ))}
      </select>
    </Group>
  );
}

export function RadioField(
  props: FieldProps & { readonly options: readonly Option[]; readonly inline?: boolean },
) {
  const id = fieldId(props);
  return (
    <Group error={props.error}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(id, props)}>
        <legend class="govuk-fieldset__legend">{props.label}</legend>
        <Notes id={id} hint={props.hint} error={props.error} />
        <div class={`govuk-radios govuk-radios--small${props.inline ? ' govuk-radios--inline' : ''}`}>
          {props.options.map((option, index) => (
            <div class="govuk-radios__item" key={option.value}>
              <input
                class="govuk-radios__input"
                id={index === 0 ? id : `${id}-${index}`}
                name={props.name}
                type="radio"
                value={option.value}
                checked={option.value === props.value}
              />
              <label class="govuk-label govuk-radios__label" for={index === 0 ? id : `${id}-${index}`}>
                {option.label}
              </label>
              {option.hint === undefined ? null : (
                <div class="govuk-hint govuk-radios__hint">{option.hint}</div>
              )}
            </div>
          ))}
        </div>
      </fieldset>
    </Group>
  );
}

export function CheckField(props: FieldProps & { readonly checked?: boolean; readonly tick?: string }) {
  const id = fieldId(props);
  return (
    <Group error={props.error}>
      {props.error ? <Notes id={id} hint={undefined} error={props.error} /> : null}
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={id}
            name={props.name}
            type="checkbox"
            value={props.tick ?? 'ya'}
            checked={props.checked ?? false}
            aria-describedby={describedBy(id, props)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={id}>
            {props.label}
          </label>
          {props.hint === undefined ? null : (
            <div id={`${id}-hint`} class="govuk-hint govuk-checkboxes__hint">
              {props.hint}
            </div>
          )}
        </div>
      </div>
    </Group>
  );
}

export function Fieldset(props: { readonly legend: string; readonly children: ComponentChildren }) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        <h2 class="govuk-fieldset__heading">{props.legend}</h2>
      </legend>
      {props.children}
    </fieldset>
  );
}

export function Group(props: { readonly error: string | undefined; readonly children: ComponentChildren }) {
  return (
    <div class={`govuk-form-group${props.error ? ' govuk-form-group--error' : ''}`}>{props.children}</div>
  );
}

export function Label({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <label class="govuk-label" for={id}>
      {text}
    </label>
  );
}

export function Notes(props: {
  readonly id: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}) {
  return (
    <>
      {props.hint === undefined ? null : (
        <div id={`${props.id}-hint`} class="govuk-hint">
          {props.hint}
        </div>
      )}
      {props.error === undefined ? null : (
        <p id={`${props.id}-error`} class="govuk-error-message">
          {props.error}
        </p>
      )}
    </>
  );
}

/** The id that the error summary jumps to: the name itself unless several forms share it. */
export function fieldId(props: { readonly name: string; readonly scope?: string }): string {
  return props.scope === undefined ? `f-${props.name}` : `f-${props.scope}-${props.name}`;
}

export function describedBy(id: string, props: Pick<FieldProps, 'hint' | 'error'>): string | undefined {
  const ids = [props.hint === undefined ? '' : `${id}-hint`, props.error === undefined ? '' : `${id}-error`];
  return ids.filter((one) => one !== '').join(' ') || undefined;
}
