import type { OfficeData } from '../../domain/office/office-data.ts';
import { CheckField, SelectField, TextArea, TextField } from '../../platform/views/fields.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import type { EditField, EditOption } from './edit-section.ts';
import { dayKey } from './part-difference.ts';
import { type FormValues, STEPS, WEEK_DAYS } from './part-form.ts';

export type PartErrors = Readonly<Record<string, string>>;

/** One field of a part, by its kind; what was typed stays. */
export function PartField(props: {
  readonly field: EditField;
  readonly office: OfficeData;
  readonly form: FormValues;
  readonly errors: PartErrors;
  /** Stands after the hint: what holds where nothing is written. */
  readonly usual?: string | undefined;
}) {
  const words = useWords();
  const { field, form, errors } = props;
  const { name } = field;
  const typed = form[name] ?? [];
  const optional = field.optional ? ` ${words('admin.optional')}` : '';
  const shared = {
    name,
    label: `${words(field.label)}${optional}`,
    hint: field.hint === undefined ? undefined : [words(field.hint), props.usual ?? ''].join(' ').trim(),
    error: errors[name],
    value: typed[0] ?? '',
  };
  switch (field.kind) {
    case 'tick':
      return <CheckField {...shared} checked={typed.length > 0} />;
    case 'choice':
      return <SelectField {...shared} options={field.options?.(props.office, words) ?? []} />;
    case 'choices':
      return (
        <Choices
          name={name}
          legend={shared.label}
          hint={shared.hint}
          error={errors[name]}
          options={field.options?.(props.office, words) ?? []}
          typed={typed}
        />
      );
    case 'steps':
      return (
        <fieldset class="govuk-fieldset" id={`f-${name}`}>
          <legend class="govuk-fieldset__legend">{shared.label}</legend>
          {shared.hint === undefined ? null : <div class="govuk-hint">{shared.hint}</div>}
          {shownSteps(name, form).map((at) => (
            <div class="tg-card" key={at}>
              <TextField
                name={`${name}.${at}.after`}
                label={words('admin.step-after', { n: at + 1 })}
                inputmode="numeric"
                width={5}
                value={form[`${name}.${at}.after`]?.[0] ?? ''}
                error={errors[`${name}.${at}.after`]}
              />
              <Choices
                name={`${name}.${at}.to`}
                legend={words('admin.step-to', { n: at + 1 })}
                error={errors[`${name}.${at}.to`]}
                options={field.options?.(props.office, words) ?? []}
                typed={form[`${name}.${at}.to`] ?? []}
              />
            </div>
          ))}
        </fieldset>
      );
    case 'week':
      return (
        <fieldset class="govuk-fieldset" id={`f-${name}`}>
          <legend class="govuk-fieldset__legend">{shared.label}</legend>
          {shared.hint === undefined ? null : <div class="govuk-hint">{shared.hint}</div>}
          <div class="tg-week__days">
            {WEEK_DAYS.map((day) => (
              <TextField
                key={day}
                name={`${name}.${day}`}
                label={words(dayKey(day))}
                value={form[`${name}.${day}`]?.[0] ?? ''}
                error={errors[`${name}.${day}`]}
                maxlength={100}
              />
            ))}
          </div>
        </fieldset>
      );
    case 'text':
      return <TextArea {...shared} rows={4} maxlength={4000} />;
    case 'lines':
    case 'pairs':
      return (
        <TextArea
          {...shared}
          rows={Math.min(12, Math.max(3, (shared.value.match(/\n/g)?.length ?? 0) + 2))}
        />
      );
    case 'date':
      return <TextField {...shared} type="date" width={20} />;
    case 'number':
      return <TextField {...shared} inputmode="numeric" width={10} />;
    case 'line':
    case 'numbers':
      return <TextField {...shared} maxlength={400} />;
  }
}

/** Steps that say something, and one more where there is room. */
function shownSteps(name: string, form: FormValues): readonly number[] {
  const last = STEPS.findLast((at) =>
    [`${name}.${at}.after`, `${name}.${at}.to`].some((one) => (form[one] ?? []).length > 0),
  );
  return STEPS.slice(0, (last ?? -1) + 2);
}

/** Ticks, under headings where they have some. */
function Choices(props: {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error: string | undefined;
  readonly options: readonly EditOption[];
  readonly typed: readonly string[];
}) {
  const { name, options, typed } = props;
  const groups = [...Map.groupBy(options, ({ group }) => group ?? '')];
  return (
    <fieldset class="govuk-fieldset tg-ticks" id={`f-${name}`}>
      <legend class="govuk-fieldset__legend">{props.legend}</legend>
      {props.hint === undefined ? null : <div class="govuk-hint">{props.hint}</div>}
      {props.error === undefined ? null : <p class="govuk-error-message">{props.error}</p>}
      {groups.map(([group, list]) => {
        const ticks = (
          <div class="tg-choices">
            {list.map(({ value, label }) => (
              <CheckField
                key={value}
                name={name}
                scope={value}
                tick={value}
                label={label}
                checked={typed.includes(value)}
              />
            ))}
          </div>
        );
        return group === '' ? (
          ticks
        ) : (
          <fieldset class="govuk-fieldset" key={group}>
            <legend class="govuk-fieldset__legend tg-ticks__group">{group}</legend>
            {ticks}
          </fieldset>
        );
      })}
    </fieldset>
  );
}

/** What was typed, carried through a page on which nothing is typed. */
export function CarriedInputs({ form }: { readonly form: FormValues }) {
  return (
    <>
      {Object.entries(form).flatMap(([name, typed]) =>
        typed.map((value, at) => <input key={`${name} ${at}`} type="hidden" name={name} value={value} />),
      )}
    </>
  );
}
