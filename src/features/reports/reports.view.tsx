import { type FieldErrors, type Option, SelectField, TextField } from '../../platform/views/fields.view.tsx';
import { Icon } from '../../platform/views/icon.view.tsx';
import { Button, ErrorSummary } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

export type ShownReport = {
  /** The paper as the web interpreter drew it: escaped HTML without scripts or styles. */
  readonly paper: string;
  readonly outline: readonly { readonly title: string; readonly anchor: string }[];
  readonly checks: readonly {
    readonly id: string;
    readonly label: string;
    readonly ok: boolean;
    readonly findings: readonly string[];
  }[];
  readonly downloads: readonly { readonly label: string; readonly href: string }[];
  /** What the PDF cannot print, as a sentence; null nearly always. */
  readonly replaced: string | null;
};

export function ReportsView(props: {
  readonly staff: StaffFace;
  readonly kinds: readonly Option[];
  readonly kind: string;
  readonly period: string;
  readonly errors: FieldErrors;
  readonly report: ShownReport | null;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="reports">
      <ErrorSummary errors={props.errors} />
      <div class="tg-no-print">
        <h1 class="govuk-heading-l">{words('report.title')}</h1>
        {props.report === null ? <p class="govuk-body">{words('report.lead')}</p> : null}
        <form
          method="get"
          action="/petugas/laporan"
          class={props.report === null ? undefined : 'tg-filter'}
          novalidate
        >
          <SelectField name="jenis" label={words('report.kind')} value={props.kind} options={props.kinds} />
          <TextField
            name="masa"
            label={words('report.period')}
            hint={props.report === null ? words('report.period-hint') : undefined}
            value={props.period}
            error={props.errors.masa}
            width={10}
          />
          <Button text={words('report.show')} secondary={props.report !== null} />
        </form>
      </div>
      {props.report === null ? null : <Report report={props.report} />}
    </StaffFrame>
  );
}

function Report({ report }: { readonly report: ShownReport }) {
  const words = useWords();
  return (
    <div class="tg-report">
      <nav class="tg-report__outline tg-no-print" aria-label={words('report.outline')}>
        <h2 class="govuk-heading-s">{words('report.outline')}</h2>
        <ul class="govuk-list tg-small">
          {report.outline.map((entry) => (
            <li key={entry.anchor}>
              <a class="govuk-link govuk-link--no-visited-state" href={`#${entry.anchor}`}>
                {entry.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="tg-report__paper" dangerouslySetInnerHTML={{ __html: report.paper }} />
      <aside class="tg-report__side tg-no-print">
        <h2 class="govuk-heading-s">{words('report.download')}</h2>
        <ul class="govuk-list">
          {report.downloads.map((one) => (
            <li key={one.label}>
              <Icon name="download" />{' '}
              <a class="govuk-link govuk-link--no-visited-state" href={one.href}>
                {one.label}
              </a>
            </li>
          ))}
        </ul>
        {report.replaced === null ? null : <p class="govuk-body tg-small">{report.replaced}</p>}
        <h2 class="govuk-heading-s">{words('report.checks')}</h2>
        <ul class="tg-checks">
          {report.checks.map((check) => (
            <li key={check.id} class={check.ok ? 'tg-ok' : 'tg-bad'}>
              <Icon name={check.ok ? 'circle-check' : 'triangle-alert'} />
              {check.label}: {words(check.ok ? 'report.check-ok' : 'report.check-bad')}
              {check.findings.map((finding) => (
                <div key={finding}>{finding}</div>
              ))}
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}
