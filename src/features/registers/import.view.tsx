import {
  CheckField,
  type FieldErrors,
  type Option,
  SelectField,
  TextField,
} from '../../platform/views/fields.view.tsx';
import { Button, Card, ErrorSummary, Notice } from '../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';
import { IMPORTS } from './imports.view.tsx';

/** Of each list the page shows as many; all of them are in the file to download. */
const MOST_SHOWN = 500;

type Line = { readonly sheet: string; readonly row: number };
export type ImportVerdict = {
  readonly draft: string;
  readonly period: string;
  readonly channel: string;
  readonly rows: number;
  readonly importable: number;
  /** Of these: not yet moved by an earlier import, moved already, and moved without the service that is suggested. */
  readonly fresh: number;
  readonly known: number;
  readonly withoutService: number;
  readonly skipped: number;
  readonly doubts: readonly (Line & {
    readonly field: string;
    readonly written: string;
    readonly taken: string;
    readonly why: string;
  })[];
  readonly suggestions: readonly (Line & {
    readonly value: string;
    readonly confidence: string;
    readonly why: string;
  })[];
  readonly skippedRows: readonly (Line & { readonly text: string; readonly reason: string })[];
  /** Rows outside a table: nothing is dropped silently. */
  readonly ignored: readonly (Line & { readonly text: string; readonly reason: string })[];
};

/** Upload first; then the verdict on every row, and only then the import. */
export function ImportView(props: {
  readonly staff: StaffFace;
  readonly channels: readonly Option[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly verdict: ImportVerdict | null;
  readonly done: { readonly text: string; readonly casesHref: string; readonly reportHref: string } | null;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="import">
      <ErrorSummary errors={props.errors} />
      {props.done === null ? null : (
        <Notice tone="done" text={props.done.text}>
          <p class="govuk-body">
            <a class="govuk-link govuk-link--no-visited-state" href={props.done.casesHref}>
              {words('import.to-cases')}
            </a>{' '}
            ·{' '}
            <a class="govuk-link govuk-link--no-visited-state" href={props.done.reportHref}>
              {words('import.to-report')}
            </a>
          </p>
        </Notice>
      )}
      <h1 class="govuk-heading-l">{words('import.title')}</h1>
      {props.verdict === null ? (
        <UploadForm channels={props.channels} values={props.values} errors={props.errors} />
      ) : (
        <Verdict verdict={props.verdict} />
      )}
    </StaffFrame>
  );
}

function UploadForm(props: {
  readonly channels: readonly Option[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}) {
  const words = useWords();
  const { values, errors } = props;
  return (
    <>
      <p class="govuk-body">
        {words('import.lead')}{' '}
        <a class="govuk-link govuk-link--no-visited-state" href={IMPORTS}>
          {words('imports.to-list')}
        </a>
      </p>
      <form method="post" action="/petugas/impor" enctype="multipart/form-data" novalidate class="tg-measure">
        <div class={`govuk-form-group${errors.file ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label" for="f-file">
            {words('import.file')}
          </label>
          {errors.file === undefined ? null : (
            <p id="f-file-error" class="govuk-error-message">
              {errors.file}
            </p>
          )}
          <input
            class="govuk-file-upload"
            id="f-file"
            name="file"
            type="file"
            accept=".xlsx,.csv"
            aria-describedby={errors.file === undefined ? undefined : 'f-file-error'}
          />
        </div>
        <TextField
          name="period"
          label={words('import.period')}
          hint={words('import.period-hint')}
          value={values.period}
          error={errors.period}
          width={10}
        />
        <SelectField
          name="channel"
          label={words('import.channel')}
          value={values.channel}
          options={[{ value: '', label: words('import.channel-none') }, ...props.channels]}
        />
        <Button text={words('import.check')} />
      </form>
    </>
  );
}

function Verdict({ verdict }: { readonly verdict: ImportVerdict }) {
  const words = useWords();
  return (
    <>
      <h2 class="govuk-heading-m">{words('import.result')}</h2>
      <dl class="tg-figures">
        <Figure label={words('import.rows')} value={verdict.rows} />
        <Figure label={words('import.importable')} value={verdict.importable} />
        {verdict.known === 0 ? null : <Figure label={words('import.known')} value={verdict.known} />}
        <Figure label={words('import.skipped')} value={verdict.skipped} />
        <Figure label={words('import.doubt-count')} value={verdict.doubts.length} />
      </dl>
      <Card tone="calm">
        <form method="post" action="/petugas/impor/simpan">
          <input type="hidden" name="draft" value={verdict.draft} />
          <input type="hidden" name="period" value={verdict.period} />
          <input type="hidden" name="channel" value={verdict.channel} />
          <Consent verdict={verdict} />
          <Button text={words('import.download')} name="unduh" value="csv" secondary />
        </form>
      </Card>
      <Table
        title={words('import.doubts')}
        heads={[
          words('import.sheet'),
          words('import.row'),
          words('import.field'),
          words('import.written'),
          words('import.taken'),
          words('import.why'),
        ]}
        rows={verdict.doubts.map((one) => [
          one.sheet,
          String(one.row),
          one.field,
          one.written,
          one.taken,
          one.why,
        ])}
      />
      <Table
        title={words('import.suggestions')}
        heads={[
          words('import.sheet'),
          words('import.row'),
          words('import.suggestion'),
          words('import.confidence'),
          words('import.why'),
        ]}
        rows={verdict.suggestions.map((one) => [
          one.sheet,
          String(one.row),
          one.value,
          one.confidence,
          one.why,
        ])}
      />
      <Table
        title={words('import.skipped-rows')}
        heads={[words('import.sheet'), words('import.row'), words('import.text'), words('import.why')]}
        rows={verdict.skippedRows.map((one) => [one.sheet, String(one.row), one.text, one.reason])}
      />
      {verdict.ignored.length === 0 ? null : (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {words('import.ignored-rows', { count: verdict.ignored.length })}
            </span>
          </summary>
          <div class="govuk-details__text">
            <Table
              title={words('import.ignored-rows', { count: verdict.ignored.length })}
              heads={[words('import.sheet'), words('import.row'), words('import.text'), words('import.why')]}
              rows={verdict.ignored.map((one) => [one.sheet, String(one.row), one.text, one.reason])}
            />
          </div>
        </details>
      )}
    </>
  );
}

/** What is left to do with the file: rows to move, services to fill in for those moved before, or nothing. */
function Consent({ verdict: { fresh, withoutService } }: { readonly verdict: ImportVerdict }) {
  const words = useWords();
  if (fresh === 0 && withoutService === 0)
    return <p class="govuk-body tg-strong">{words('import.nothing-new')}</p>;
  return (
    <>
      <CheckField name="accept" label={words('import.accept')} hint={words('import.accept-hint')} checked />
      <Button
        text={
          fresh > 0
            ? words('import.do', { count: fresh })
            : words('import.do-services', { count: withoutService })
        }
      />{' '}
    </>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Table(props: {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  const words = useWords();
  const total = props.rows.length;
  if (total === 0) return null;
  const shown = props.rows.slice(0, MOST_SHOWN);
  return (
    <>
      {shown.length === total ? null : (
        <p class="govuk-body">{words('import.first-rows', { shown: shown.length, total })}</p>
      )}
      <ScrollBox label={props.title}>
        <table class="govuk-table tg-small">
          <caption class="govuk-table__caption govuk-table__caption--m">{props.title}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {props.heads.map((head) => (
                <th key={head} scope="col" class="govuk-table__header">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {shown.map((row) => (
              <tr class="govuk-table__row" key={row.join('|')}>
                {row.map((cell, index) => (
                  <td class="govuk-table__cell" key={`${index} ${cell}`}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
