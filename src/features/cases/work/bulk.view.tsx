import { type FieldErrors, SelectField, TextArea, TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import type { ActionField } from '../case-page/act.view.tsx';
import { type InboxRow, InboxRowView } from '../lists/inbox-row.view.tsx';
import type { BulkAct } from './act-on-many.ts';

export type BulkProps = {
  readonly staff: StaffFace;
  readonly act: BulkAct;
  /** What is still to be done, each with why it was refused. */
  readonly rows: readonly { readonly row: InboxRow; readonly refused: string | null }[];
  readonly fields: readonly ActionField[];
  /** Tickets that were just done. */
  readonly done: readonly string[];
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
};

export function BulkView(props: BulkProps) {
  const words = useWords();
  const { act, rows, done } = props;
  const refused = rows.filter((one) => one.refused !== null).length;
  const labels = Object.fromEntries(props.fields.map(({ name, label }) => [name, label]));
  return (
    <StaffFrame staff={props.staff} here="inbox">
      <ErrorSummary errors={props.errors} labels={labels} />
      {done.length === 0 ? null : (
        <Notice
          tone="done"
          text={words(`work.bulk-${act}-done`, { n: done.length, all: done.length + rows.length })}
        />
      )}
      {refused === 0 ? null : <Notice tone="attention" text={words('work.bulk-refused', { n: refused })} />}
      <a class="govuk-back-link" href="/petugas">
        {words('case.back')}
      </a>
      <h1 class="govuk-heading-l">{words(`work.bulk-${act}`)}</h1>
      {done.length === 0 ? null : (
        <ul class="govuk-list tg-numbers">
          {done.map((ticket) => (
            <li key={ticket}>
              <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${ticket}`}>
                {ticket}
              </a>
            </li>
          ))}
        </ul>
      )}
      {rows.length === 0 ? (
        done.length > 0 ? null : (
          <p class="govuk-body tg-empty">{words('work.bulk-none')}</p>
        )
      ) : (
        <form method="post" action="/petugas/sekaligus" novalidate>
          <input type="hidden" name="tindakan" value={act} />
          <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
          <ol class="tg-cases">
            {rows.map(({ row, refused: why }) => (
              <BulkRow key={row.ticket} row={row} why={why} />
            ))}
          </ol>
          <p class="govuk-body tg-before">{words('work.bulk-each', { n: rows.length })}</p>
          {props.fields.map((field) => (
            <Field key={field.name} field={field} form={props} />
          ))}
          <Button text={words(`work.bulk-${act}-send`, { n: rows.length })} />
        </form>
      )}
    </StaffFrame>
  );
}

function BulkRow({ row, why }: { readonly row: InboxRow; readonly why: string | null }) {
  const words = useWords();
  return (
    <>
      {why === null ? null : (
        <li class="tg-refused">
          <strong>{words('work.not-done', { ticket: row.ticket })}</strong> {why}
        </li>
      )}
      <InboxRowView row={row} />
      <li hidden>
        <input type="hidden" name="kasus" value={row.pick} />
      </li>
    </>
  );
}

function Field({ field, form }: { readonly field: ActionField; readonly form: BulkProps }) {
  const { name, control, label, hint, options = [] } = field;
  const common = { name, label, hint, value: form.values[name], error: form.errors[name] };
  switch (control) {
    case 'area':
    case 'lines':
      return <TextArea {...common} rows={3} />;
    case 'select':
      return <SelectField {...common} options={options} />;
    default:
      return <TextField {...common} />;
  }
}
