import { type OfficeData, REPORT_TABLES, type ReportKind } from '../../domain/office/office-data.ts';
import {
  CheckField,
  type Option,
  SelectField,
  TextArea,
  TextField,
} from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';
import { DifferenceTable } from './part.view.tsx';
import type { PartDifference } from './part-difference.ts';
import { CarriedInputs, type PartErrors } from './part-fields.view.tsx';
import type { FormValues } from './part-form.ts';
import { rowWord } from './report-difference.ts';
import { ADDED_ROWS, lineOfRow, type ReportRow, ROW_INPUTS } from './report-form.ts';

export type ChapterPlace = {
  readonly staff: StaffFace;
  readonly office: OfficeData;
  readonly kind: ReportKind;
  /** Its title. */
  readonly report: string;
  /** Where the form is sent. */
  readonly action: string;
  readonly chapters: readonly Option[];
  readonly isNew: boolean;
  readonly figures: readonly string[];
  readonly seen: string;
};

function Heading({ kind, isNew, name }: Pick<ChapterPlace, 'kind' | 'isNew'> & { readonly name: string }) {
  const words = useWords();
  return (
    <>
      <a class="govuk-back-link" href={`/petugas/kantor/laporan/${kind}`}>
        {words('admin.s.reports')}: {words(`report.kind.${kind}`)}
      </a>
      <h1 class="govuk-heading-l">{isNew ? words('admin.chapter-new') : name}</h1>
    </>
  );
}

function nameOf(rows: readonly ReportRow[]): string {
  const { heading, title } = rows[0]?.fields ?? {};
  return heading || title || '';
}

/** The rows of one chapter. */
export function ChapterFormView(
  props: ChapterPlace & {
    readonly rows: readonly ReportRow[];
    /** After which chapter a new one comes. */
    readonly after: number;
    readonly errors: PartErrors;
  },
) {
  const words = useWords();
  const { rows, errors } = props;
  const named = (row: ReportRow, at: number): string =>
    words('admin.row-n', { n: at + 1, what: words(rowWord(row.type)) });
  return (
    <StaffFrame staff={props.staff} here="office">
      <ErrorSummary errors={errors} />
      <Heading kind={props.kind} isNew={props.isNew} name={nameOf(rows)} />
      <p class="govuk-body tg-measure">{words('admin.chapter-lead')}</p>
      <details class="tg-fold">
        <summary>{words('admin.figures')}</summary>
        <p class="govuk-body">{props.figures.map((one) => `{${one}}`).join(' ')}</p>
      </details>
      <form method="post" action={props.action} novalidate>
        <input type="hidden" name="dasar" value={props.seen} />
        {/* Enter in a field looks at the change; it never removes or reorders. */}
        <button type="submit" name="tahap" value="periksa" class="govuk-visually-hidden" tabIndex={-1}>
          {words('admin.preview')}
        </button>
        {props.isNew ? (
          <SelectField
            name="sesudah"
            label={words('admin.chapter-after')}
            value={String(props.after)}
            options={props.chapters}
          />
        ) : null}
        <ol class="tg-steps">
          {rows.map((row, at) => (
            <RowFields key={`${at} ${row.type}`} row={row} at={at} name={named(row, at)} {...props} />
          ))}
        </ol>
        <fieldset class="govuk-fieldset tg-measure">
          <legend class="govuk-fieldset__legend">{words('admin.row-add-legend')}</legend>
          <div class="tg-row-of-fields">
            <SelectField
              name="jenis"
              label={words('admin.row-add-what')}
              options={ADDED_ROWS.map((value) => ({ value, label: words(rowWord(value)) }))}
            />
            <SelectField
              name="baris"
              label={words('admin.row-add-after')}
              value={String(rows.length - 1)}
              options={rows.map((row, at) => ({ value: String(at), label: named(row, at) }))}
            />
          </div>
          <Button name="tahap" value="tambah" text={words('admin.row-add')} secondary />
        </fieldset>
        <div class="tg-actions">
          <Button name="tahap" value="periksa" text={words('admin.preview')} />
          {props.isNew ? null : (
            <Button name="tahap" value="hapus-bab" text={words('admin.chapter-remove')} secondary />
          )}
        </div>
      </form>
    </StaffFrame>
  );
}

type InputName = (typeof ROW_INPUTS)[keyof typeof ROW_INPUTS][number];

function RowFields(props: {
  readonly row: ReportRow;
  readonly at: number;
  readonly name: string;
  readonly office: OfficeData;
  readonly errors: PartErrors;
}) {
  const words = useWords();
  const { row, at, errors } = props;
  const { type, depth, fields } = row;
  const input = (name: InputName | 'when') => ({
    name: `b.${at}.${name}`,
    label: words(`admin.row-f.${name}`),
    value: fields[name] ?? '',
    error: errors[`b.${at}.${name}`],
  });
  const hasCondition = (fields.when ?? '') !== '' || errors[`b.${at}.when`] !== undefined;
  return (
    <li class={`tg-card tg-depth--${Math.min(depth, 4)}`}>
      <h2 class="govuk-heading-s">{props.name}</h2>
      <input type="hidden" name={`b.${at}.t`} value={`${type}:${depth}`} />
      {ROW_INPUTS[type].map((name) => (
        <RowInput key={name} input={name} office={props.office} shared={input(name)} />
      ))}
      <details class="tg-fold" open={hasCondition}>
        <summary>{words('admin.row-when')}</summary>
        <TextArea {...input('when')} hint={words('admin.row-when-hint')} rows={2} />
      </details>
      {at === 0 ? null : (
        <div class="tg-actions">
          <Button name="tahap" value={`naik:${at}`} text={words('admin.row-up', { n: at + 1 })} secondary />
          <Button
            name="tahap"
            value={`hapus:${at}`}
            text={words('admin.row-remove', { n: at + 1 })}
            secondary
          />
        </div>
      )}
    </li>
  );
}

function RowInput(props: {
  readonly input: InputName;
  readonly office: OfficeData;
  readonly shared: {
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly error: string | undefined;
  };
}) {
  const words = useWords();
  const { input, shared, office } = props;
  switch (input) {
    case 'text':
      return (
        <TextArea {...shared} rows={Math.min(12, Math.ceil(shared.value.length / 90) + 1)} maxlength={4000} />
      );
    case 'empty':
      return <TextArea {...shared} hint={words('admin.row-empty-hint')} rows={2} maxlength={4000} />;
    case 'only':
      return <TextArea {...shared} hint={words('admin.row-only-hint')} rows={4} />;
    case 'ordered':
      return <CheckField {...shared} checked={shared.value !== ''} />;
    case 'role':
      return (
        <SelectField
          {...shared}
          options={[
            { value: '', label: words('form.not-chosen') },
            ...office.roles.map(({ key, title }) => ({ value: key, label: title })),
          ]}
        />
      );
    case 'sop':
      return (
        <SelectField
          {...shared}
          options={office.sops.map(({ id, title }) => ({ value: id, label: title }))}
        />
      );
    case 'numbering':
      return (
        <SelectField
          {...shared}
          options={(['roman-chapter', 'decimal', 'none'] as const).map((value) => ({
            value,
            label: words(`admin.numbering.${value}`),
          }))}
        />
      );
    case 'id':
      return (
        <SelectField
          {...shared}
          options={REPORT_TABLES.map((value) => ({ value, label: words(`admin.table.${value}`) }))}
        />
      );
    case 'chart':
      return (
        <SelectField
          {...shared}
          options={(['none', 'bar', 'column', 'line', 'share'] as const).map((value) => ({
            value,
            label: words(`admin.chart.${value}`),
          }))}
        />
      );
    default:
      return <TextField {...shared} maxlength={400} />;
  }
}

/** What a change of a chapter would do, and how its text would read. */
export function ChapterPreviewView(
  props: ChapterPlace & {
    readonly rows: readonly ReportRow[];
    readonly carried: FormValues;
    readonly differences: readonly PartDifference[];
    readonly removing: boolean;
    readonly from: string;
    readonly waits: boolean;
    readonly errors: PartErrors;
  },
) {
  const words = useWords();
  const { differences, removing } = props;
  const isNothing = differences.length === 0 && !removing;
  return (
    <StaffFrame staff={props.staff} here="office">
      <ErrorSummary errors={props.errors} />
      <Heading kind={props.kind} isNew={props.isNew} name={nameOf(props.rows)} />
      <h2 class="govuk-heading-m">{words('admin.preview-title')}</h2>
      {removing ? <p class="govuk-body">{words('admin.chapter-removing')}</p> : null}
      {isNothing ? <p class="govuk-body">{words('admin.nothing-changed')}</p> : null}
      <DifferenceTable differences={differences} />
      {removing || isNothing ? null : <ChapterText rows={props.rows} />}
      <form method="post" action={props.action} novalidate class="tg-measure">
        <input type="hidden" name="dasar" value={props.seen} />
        <CarriedInputs form={props.carried} />
        {isNothing ? null : (
          <TextField
            name="mulai"
            type="date"
            width={20}
            label={words('admin.from')}
            hint={words('admin.from-hint')}
            value={props.from}
            error={props.errors.mulai}
          />
        )}
        <div class="tg-actions">
          {isNothing ? null : (
            <Button
              name="tahap"
              value={removing ? 'simpan-hapus' : 'simpan'}
              text={words(props.waits ? 'admin.propose' : 'admin.save')}
            />
          )}
          <Button name="tahap" value="ubah" text={words('admin.change-again')} secondary />
        </div>
      </form>
    </StaffFrame>
  );
}

/** The chapter as it reads, figures by their names. */
function ChapterText({ rows }: { readonly rows: readonly ReportRow[] }) {
  const words = useWords();
  return (
    <section class="tg-card" aria-label={words('admin.chapter-reads')}>
      <h2 class="govuk-heading-s">{words('admin.chapter-reads')}</h2>
      {rows.map((row, at) => {
        const { heading, text, title } = row.fields;
        const key = `${at} ${row.type}`;
        const line = heading || text || title || lineOfRow(row);
        if (row.type === 'section')
          return (
            <h3 key={key} class="govuk-heading-s">
              {line}
            </h3>
          );
        if (row.type === 'item')
          return (
            <p key={key} class="govuk-body tg-measure">
              – {line}
            </p>
          );
        if (row.type === 'paragraph')
          return (
            <p key={key} class="govuk-body tg-measure">
              {line}
            </p>
          );
        return line === '' && row.type === 'list' ? null : (
          <p key={key} class="govuk-body tg-small">
            [{words(rowWord(row.type))}
            {line === '' ? '' : `: ${line}`}]
          </p>
        );
      })}
    </section>
  );
}
