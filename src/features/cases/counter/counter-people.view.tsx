import type { ComponentChildren } from 'preact';
import { REPORTER_ROLES, WORKS_HERE } from '../../../domain/complaint/vocabulary.ts';
import { type Option, SelectField, TextField } from '../../../platform/views/fields.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { MOST_CONCERNS, MOST_REPORTERS, MOST_RESPONDENTS, nth } from '../intake/people-of-form.ts';
import { RELATIONS } from '../store/relation.ts';

/** A field of the counter's form by its name: what was typed, and what is wrong with it. */
export type CounterField = (name: string) => {
  readonly name: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
};

export function ReporterRoleField({ field, n }: { readonly field: CounterField; readonly n: number }) {
  const words = useWords();
  const own = field(nth('as', n));
  const options = REPORTER_ROLES.map((value) => ({ value, label: words(`reporter.${value}`) }));
  return <SelectField {...own} value={own.value ?? 'self'} label={words('counter.as')} options={options} />;
}

/** What a short visit does not need: further complainants, the people it concerns, who is complained of (rule 3). */
export function MorePeople(props: {
  readonly field: CounterField;
  readonly staff: readonly Option[];
  readonly open: boolean;
}) {
  const words = useWords();
  const { field } = props;
  const none = { value: '', label: words('form.not-chosen') };
  const text = (name: string, n: number, label: string) => (
    <TextField {...field(nth(name, n))} label={label} />
  );
  return (
    <details class="govuk-details" open={props.open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{words('counter.more-people')}</span>
      </summary>
      <div class="govuk-details__text">
        {from(2, MOST_REPORTERS).map((n) => (
          <PersonRow key={n} legend={words('counter.reporter-n', { n })}>
            {text('name', n, words('complain.name'))}
            <TextField
              {...field(nth('phone', n))}
              type="tel"
              inputmode="tel"
              label={words('complain.phone')}
            />
            {text('nik', n, words('counter.nik'))}
            {text('address', n, words('complain.address'))}
            <ReporterRoleField field={field} n={n} />
          </PersonRow>
        ))}
        {from(1, MOST_CONCERNS).map((n) => (
          <PersonRow
            key={n}
            legend={words('counter.concern-n', { n })}
            hint={n === 1 ? words('counter.name-above', { field: words('counter.concern') }) : null}
          >
            {n === 1 ? null : text('concernName', n, words('complain.name'))}
            <TextField
              {...field(nth('concernRelation', n))}
              label={words('counter.relation')}
              hint={words('counter.relation-hint', { relations: RELATIONS.slice(0, -1).join(', ') })}
            />
            {text('concernNik', n, words('counter.nik'))}
            <TextField
              {...field(nth('concernPhone', n))}
              type="tel"
              inputmode="tel"
              label={words('complain.phone')}
            />
          </PersonRow>
        ))}
        {from(1, MOST_RESPONDENTS).map((n) => (
          <PersonRow
            key={n}
            legend={words('counter.respondent-n', { n })}
            hint={n === 1 ? words('counter.name-below', { field: words('counter.respondent') }) : null}
          >
            {n === 1 ? null : text('respondent', n, words('complain.name'))}
            {text('respondentPosition', n, words('counter.respondent-position'))}
            <SelectField
              {...field(nth('respondentStaff', n))}
              label={words('counter.respondent-staff')}
              hint={words('counter.respondent-staff-hint')}
              options={[none, ...props.staff]}
            />
            <SelectField
              {...field(nth('worksHere', n))}
              label={words('counter.works-here')}
              hint={words('counter.works-here-hint')}
              options={[none, ...WORKS_HERE.map((value) => ({ value, label: words(`works-here.${value}`) }))]}
            />
          </PersonRow>
        ))}
      </div>
    </details>
  );
}

function PersonRow(props: {
  readonly legend: string;
  /** Where the name of the first is asked, outside this fold. */
  readonly hint?: string | null;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{props.legend}</legend>
      {props.hint == null ? null : <p class="govuk-hint">{props.hint}</p>}
      <div class="tg-pair">{props.children}</div>
    </fieldset>
  );
}

/** from(2, 4) → [2, 3, 4] */
function from(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
