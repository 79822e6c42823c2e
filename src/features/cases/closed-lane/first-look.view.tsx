import { type FieldErrors, RadioField, TextArea } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export const RECOMMENDATIONS = ['unit', 'audit', 'stop'] as const;

/** The complaint as it was told, and the three things that a first telaah says of it (rule 27). */
export function FirstLookView(props: {
  readonly staff: StaffFace;
  readonly ticket: string;
  readonly version: number;
  readonly idempotencyKey: string;
  readonly matter: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Somebody has given his telaah already. */
  readonly isOver: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}) {
  const words = useWords();
  const { values, errors, ticket } = props;
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <StaffFrame staff={props.staff} here="review">
      <ErrorSummary errors={errors} />
      <a class="govuk-back-link" href="/petugas/telaah">
        {words('lane.title')}
      </a>
      <h1 class="govuk-heading-l">{words('lane.look-title', { ticket })}</h1>
      <p class="govuk-body tg-prose tg-measure">{props.matter ?? words('case.hidden-matter')}</p>
      <dl class="tg-pairs">
        {props.facts.map(({ label, value }) => (
          <div key={label}>
            <dt class="tg-muted">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="govuk-body">
        <a class="govuk-link" href={`/petugas/kasus/${ticket}`}>
          {words('lane.whole-case')}
        </a>
      </p>
      {props.isOver ? (
        <Notice tone="attention" text={words('lane.look-over')} />
      ) : (
        <form method="post" action={`/petugas/telaah/${ticket}`} novalidate class="tg-measure">
          <input type="hidden" name="version" value={props.version} />
          <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
          <TextArea
            {...field('content')}
            label={words('lane.content')}
            hint={words('lane.content-hint')}
            rows={4}
            maxlength={8_000}
          />
          <TextArea
            {...field('evidence')}
            label={words('lane.evidence')}
            hint={words('lane.evidence-hint')}
            rows={3}
            maxlength={8_000}
          />
          <RadioField
            {...field('recommendation')}
            label={words('lane.recommendation')}
            options={RECOMMENDATIONS.map((one) => ({
              value: one,
              label: words(`field.recommend.${one}`),
              hint: words(`lane.recommend-hint.${one}`),
            }))}
          />
          <TextArea
            {...field('considerations')}
            label={words('lane.considerations')}
            hint={words('lane.considerations-hint')}
            rows={3}
            maxlength={8_000}
          />
          <Button text={words('lane.send')} />
        </form>
      )}
    </StaffFrame>
  );
}
