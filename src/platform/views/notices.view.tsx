import type { ComponentChildren } from 'preact';
import { useWords } from '../words/words.ts';
import type { FieldErrors } from './fields.view.tsx';

/**
 * The list of what is wrong at the top of a form; each line jumps to its field. A sentence that any field could have
 * begins with the name that `labels` gives the field.
 */
export function ErrorSummary(props: {
  readonly errors: FieldErrors;
  readonly scope?: string;
  readonly labels?: Readonly<Record<string, string>>;
}) {
  const words = useWords();
  const anyFields = [words('form.required'), words('form.choose'), words('form.invalid')];
  const entries = Object.entries(props.errors).map(([name, sentence = '']) => {
    const label = anyFields.includes(sentence) ? props.labels?.[name] : undefined;
    return [name, label === undefined ? sentence : `${label}: ${sentence}`] as const;
  });
  if (entries.length === 0) return null;
  return (
    <div class="govuk-error-summary" role="alert" tabIndex={-1}>
      <h2 class="govuk-error-summary__title">{words('form.error-summary')}</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          {entries.map(([name, sentence]) => (
            <li key={name}>
              {name === '' ? (
                sentence
              ) : (
                <a href={`#f-${props.scope ? `${props.scope}-` : ''}${name}`}>{sentence}</a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

type Tone = 'calm' | 'attention' | 'overdue' | 'done';

export function Card(props: {
  readonly tone?: Tone;
  readonly children: ComponentChildren;
  readonly label?: string;
}) {
  return (
    <section class={`tg-card${props.tone ? ` tg-card--${props.tone}` : ''}`} aria-label={props.label}>
      {props.children}
    </section>
  );
}

/** Said once after something was done, or when it could not be done. */
export function Notice(props: {
  readonly tone: Tone;
  readonly text: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={`tg-card tg-card--${props.tone}`} role={props.tone === 'done' ? 'status' : 'alert'}>
      <p class="govuk-body tg-strong">{props.text}</p>
      {props.children}
    </div>
  );
}

export function Tag(props: { readonly tone?: Tone | 'plain'; readonly children: ComponentChildren }) {
  return <span class={`tg-tag${props.tone ? ` tg-tag--${props.tone}` : ''}`}>{props.children}</span>;
}

export function Button(props: {
  readonly text: string;
  readonly secondary?: boolean;
  readonly name?: string;
  readonly value?: string;
  /** Letter that an island binds to Alt, e.g. "s". */
  readonly shortcut?: string;
}) {
  return (
    <button
      type="submit"
      class={`govuk-button${props.secondary ? ' govuk-button--secondary' : ''}`}
      name={props.name}
      value={props.value}
      data-shortcut={props.shortcut}
    >
      {props.text}
    </button>
  );
}
