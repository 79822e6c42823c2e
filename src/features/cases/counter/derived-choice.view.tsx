import { type Option, SelectField } from '../../../platform/views/fields.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import type { DerivedFace } from '../intake/derived.presenter.ts';
import { DerivedLine } from '../intake/derived-line.view.tsx';
import type { CounterField } from './counter-people.view.tsx';

/** An axis that may be set otherwise than the rules say. */
export type DerivedField = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
};

/** What follows from the two choices, and folded away what of it may be changed (rule 22). */
export function DerivedChoice(props: {
  readonly face: DerivedFace;
  readonly fields: readonly DerivedField[];
  readonly field: CounterField;
}) {
  const words = useWords();
  const { face, fields, field } = props;
  const byRule = { value: '', label: words('field.by-rule') };
  return (
    <>
      <DerivedLine face={face} />
      {fields.length === 0 ? null : (
        <details
          class="govuk-details"
          open={fields.some(({ name }) => field(name).value !== undefined || field(name).error !== undefined)}
        >
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{words('form.derived')}</span>
          </summary>
          <div class="govuk-details__text tg-pair">
            {fields.map(({ name, label, options }) => (
              <SelectField key={name} {...field(name)} label={label} options={[byRule, ...options]} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}
