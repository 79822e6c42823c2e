import { TextField } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

type Figure = { readonly text: string; readonly href: string };
type StepFace = {
  readonly key: string;
  readonly no: string;
  readonly activity: string;
  readonly standard: string;
  /** Empty where nothing was measured. */
  readonly median: string;
  readonly share: string;
  readonly measured: Figure;
  /** Null where the step has no standard. */
  readonly beyond: Figure | null;
  readonly unmeasured: Figure;
  /** How many of these went by themselves, in words. */
  readonly automatic: string;
  readonly notNeeded: Figure;
  readonly stoodIn: number;
};

export type ComplianceProps = {
  readonly staff: StaffFace;
  readonly typed: string;
  readonly error: string | undefined;
  readonly period: string | null;
  readonly sops: readonly {
    readonly key: string;
    readonly title: string;
    readonly replaced: string | null;
    readonly steps: readonly StepFace[];
  }[];
  readonly stoodIn: readonly { readonly ticket: string; readonly what: string }[];
};

/** Standard against actual of every step; each number opens its cases. */
export function ComplianceView(props: ComplianceProps) {
  const words = useWords();
  const errors = props.error === undefined ? {} : { masa: props.error };
  return (
    <StaffFrame staff={props.staff} here="compliance">
      <ErrorSummary errors={errors} />
      <div class="tg-row">
        <h1 class="govuk-heading-l">{words('compliance.title')}</h1>
        <p class="govuk-body tg-muted">{props.period}</p>
      </div>
      <form method="get" action="/petugas/kepatuhan-sop" class="tg-filter tg-no-print" novalidate>
        <TextField
          name="masa"
          label={words('compliance.period')}
          hint={words('report.period-hint')}
          value={props.typed}
          error={props.error}
          width={10}
        />
        <Button text={words('work.show')} secondary />
      </form>
      {props.sops.length === 0 ? null : <p class="govuk-body">{words('compliance.lead')}</p>}
      {props.sops.map((sop) => (
        <section key={sop.key} class="tg-group">
          <h2 class="govuk-heading-m">
            {sop.title}
            {sop.replaced === null ? null : (
              <span class="tg-under">{words('compliance.replaced', { date: sop.replaced })}</span>
            )}
          </h2>
          <ScrollBox label={sop.title}>
            <Steps steps={sop.steps} />
          </ScrollBox>
        </section>
      ))}
      {props.stoodIn.length === 0 ? null : (
        <section class="tg-group">
          <h2 class="govuk-heading-m">{words('compliance.stood-in')}</h2>
          <ul class="govuk-list">
            {props.stoodIn.map(({ ticket, what }) => (
              <li key={`${ticket}-${what}`}>
                <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${ticket}`}>
                  {ticket}
                </a>{' '}
                {what}
              </li>
            ))}
          </ul>
        </section>
      )}
    </StaffFrame>
  );
}

function Steps({ steps }: { readonly steps: readonly StepFace[] }) {
  const words = useWords();
  return (
    <table class="tg-grid tg-numbers">
      <thead>
        <tr>
          <th scope="col">{words('sop.step')}</th>
          <th scope="col">{words('sop.activity')}</th>
          <th scope="col">{words('sop.time')}</th>
          <th scope="col" class="tg-right">
            {words('compliance.median')}
          </th>
          <th scope="col" class="tg-right">
            {words('compliance.within')}
          </th>
          <th scope="col" class="tg-right">
            {words('compliance.measured')}
          </th>
          <th scope="col" class="tg-right">
            {words('compliance.beyond')}
          </th>
          <th scope="col" class="tg-right">
            {words('compliance.unmeasured')}
          </th>
          <th scope="col" class="tg-right">
            {words('compliance.not-needed')}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.key}>
            <td>{step.no}</td>
            <th scope="row">
              {step.activity}
              {step.stoodIn === 0 ? null : (
                <span class="tg-muted"> ({words('compliance.stood-in-count', { n: step.stoodIn })})</span>
              )}
            </th>
            <td>{step.standard}</td>
            <td class="tg-right">{step.median}</td>
            <td class="tg-right">{step.share}</td>
            <td class="tg-right">
              <Linked figure={step.measured} what={words('compliance.measured')} of={step.activity} />
            </td>
            <td class="tg-right">
              {step.beyond === null ? null : (
                <Linked figure={step.beyond} what={words('compliance.beyond')} of={step.activity} />
              )}
            </td>
            <td class="tg-right">
              <Linked figure={step.unmeasured} what={words('compliance.unmeasured')} of={step.activity} />
              {step.automatic === '' ? null : <span class="tg-muted tg-below">{step.automatic}</span>}
            </td>
            <td class="tg-right">
              <Linked figure={step.notNeeded} what={words('compliance.not-needed')} of={step.activity} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Linked(props: { readonly figure: Figure; readonly what: string; readonly of: string }) {
  const { figure, what, of } = props;
  return (
    <a
      class="govuk-link govuk-link--no-visited-state"
      href={figure.href}
      aria-label={`${figure.text}, ${what}, ${of}`}
    >
      {figure.text}
    </a>
  );
}
