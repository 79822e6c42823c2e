import { type FieldErrors, TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type HeldFace = {
  readonly key: string;
  readonly title: string;
  readonly as: string;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly facts: readonly string[];
  readonly texts: readonly { readonly what: string; readonly text: string }[];
  readonly opened: readonly string[];
};

/** The form, and below it the copy as it is printed and given to the person himself. */
export function SubjectCopyView(props: {
  readonly staff: StaffFace;
  readonly office: string;
  readonly made: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** Null before anything was looked for. */
  readonly held: readonly HeldFace[] | null;
}) {
  const words = useWords();
  const { values, errors, held } = props;
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <StaffFrame staff={props.staff} here="people">
      <ErrorSummary errors={errors} />
      <a class="govuk-back-link tg-no-print" href="/petugas/cari-orang">
        {words('find.title')}
      </a>
      <h1 class="govuk-heading-l tg-no-print">{words('copy.title')}</h1>
      <p class="govuk-body tg-measure tg-no-print">{words('copy.lead')}</p>
      <form method="post" action="/petugas/salinan-data" novalidate class="tg-measure tg-after tg-no-print">
        <TextField {...field('key')} label={words('copy.key')} hint={words('copy.key-hint')} />
        <TextField {...field('name')} label={words('copy.name')} hint={words('copy.name-hint')} />
        <TextField {...field('reason')} label={words('find.reason')} hint={words('copy.reason-hint')} />
        <div class="tg-button-row">
          <Button text={words('copy.send')} />
          <Button text={words('copy.json')} name="format" value="json" secondary />
        </div>
      </form>
      {held === null ? null : (
        <section>
          <div class="tg-print-only tg-letterhead">{props.office}</div>
          <h2 class="govuk-heading-m">{words('copy.held')}</h2>
          <p class="govuk-body tg-measure">{words('copy.basis', { when: props.made })}</p>
          {held.length === 0 ? <p class="govuk-body tg-empty">{words('copy.nothing')}</p> : null}
          {held.map((one) => (
            <section key={one.key} class="tg-group">
              <h3 class="govuk-heading-s">
                {one.title} <span class="tg-muted">{one.as}</span>
              </h3>
              {one.facts.length === 0 ? null : <p class="govuk-body">{one.facts.join(' · ')}</p>}
              <dl class="tg-pairs">
                {one.fields.map(({ label, value }) => (
                  <div key={label}>
                    <dt class="tg-muted">{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
              {one.texts.map(({ what, text }) => (
                <div key={what}>
                  <p class="govuk-body tg-muted">{what}</p>
                  <div class="govuk-inset-text tg-prose">{text}</div>
                </div>
              ))}
              {one.opened.length === 0 ? null : (
                <>
                  <p class="govuk-body tg-muted">{words('copy.opened')}</p>
                  <ul class="govuk-list govuk-list--bullet">
                    {one.opened.map((line, index) => (
                      <li key={`${index} ${line}`}>{line}</li>
                    ))}
                  </ul>
                </>
              )}
            </section>
          ))}
        </section>
      )}
    </StaffFrame>
  );
}
