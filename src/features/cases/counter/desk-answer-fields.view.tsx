import { DESK_WAYS } from '../../../domain/complaint/desk-rules.ts';
import {
  Fieldset,
  type Option,
  SelectField,
  TextArea,
  TextField,
} from '../../../platform/views/fields.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import type { CounterField } from './counter-people.view.tsx';

/** *Dijawab di tempat* (rule 4): the answer with its way and outcome; who is awaited stays folded (rule 26). */
export function DeskAnswerFields(props: {
  readonly field: CounterField;
  readonly outcomes: readonly Option[];
  readonly channels: readonly Option[];
  readonly bodies: readonly Option[];
}) {
  const words = useWords();
  const { field, outcomes } = props;
  const none = { value: '', label: words('form.not-chosen') };
  const awaited = ['deskBody', 'deskReference', 'deskLookAgainOn'].map(field);
  return (
    <div class="tg-desk">
      <Fieldset legend={words('counter.desk')}>
        <p class="govuk-body">{words('counter.desk-lead')}</p>
        <TextArea {...field('deskText')} label={words('counter.desk-text')} rows={4} />
        <div class="tg-pair">
          <SelectField
            {...field('deskOutcome')}
            label={words('counter.desk-outcome')}
            options={[none, ...outcomes]}
          />
          <SelectField
            {...field('deskWay')}
            value={field('deskWay').value ?? 'oral'}
            label={words('counter.desk-way')}
            hint={words('counter.desk-way-hint')}
            options={DESK_WAYS.map((value) => ({ value, label: words(`way.${value}`) }))}
          />
          <SelectField
            {...field('deskChannel')}
            label={words('counter.desk-channel')}
            options={[{ value: '', label: words('counter.desk-same-channel') }, ...props.channels]}
          />
        </div>
        {outcomes.some(({ value }) => value === 'pending-elsewhere' || value === 'out-of-authority') ? (
          <details class="govuk-details" open={awaited.some(({ value, error }) => value ?? error)}>
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{words('form.elsewhere')}</span>
            </summary>
            <div class="govuk-details__text tg-pair">
              <SelectField
                {...field('deskBody')}
                label={words('field.answer-at-desk.body')}
                options={[none, ...props.bodies]}
              />
              <TextField {...field('deskReference')} label={words('field.reference')} />
              <TextField {...field('deskLookAgainOn')} type="date" label={words('field.lookAgainOn')} />
            </div>
          </details>
        ) : null}
      </Fieldset>
    </div>
  );
}
