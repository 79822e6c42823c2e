import type { OfficeData } from '../../domain/office/office-data.ts';
import { TextField } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';
import type { EditField, EditSection } from './edit-section.ts';
import type { PartDifference } from './part-difference.ts';
import { CarriedInputs, type PartErrors, PartField } from './part-fields.view.tsx';
import type { FormValues } from './part-form.ts';

export type PartPlace = {
  readonly staff: StaffFace;
  readonly section: EditSection;
  readonly office: OfficeData;
  /** Where the form is sent. */
  readonly action: string;
  /** What the item is called; null for a new one and for a record. */
  readonly item: string | null;
  readonly isNew: boolean;
  /** Digest of the part as it stood when the form was opened. */
  readonly seen: string;
};

function Heading({ section, item, isNew }: Pick<PartPlace, 'section' | 'item' | 'isNew'>) {
  const words = useWords();
  const isRecord = section.ids === null;
  return (
    <>
      <a class="govuk-back-link" href={isRecord ? '/petugas/kantor' : `/petugas/kantor/${section.key}`}>
        {isRecord ? words('admin.title') : words(section.title)}
      </a>
      <h1 class="govuk-heading-l">
        {words(section.title)}
        {item === null ? '' : `: ${item}`}
        {isNew && !isRecord ? `: ${words('admin.new')}` : ''}
      </h1>
    </>
  );
}

/** The form about one part. */
export function PartFormView(
  props: PartPlace & {
    readonly fields: readonly EditField[];
    readonly form: FormValues;
    readonly errors: PartErrors;
    readonly done: string | null;
    readonly usual: Readonly<Record<string, string>>;
  },
) {
  const words = useWords();
  const { section } = props;
  return (
    <StaffFrame staff={props.staff} here="office">
      <ErrorSummary errors={props.errors} />
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <Heading section={section} item={props.item} isNew={props.isNew} />
      <p class="govuk-body tg-measure">{words(section.lead)}</p>
      {section.isApproved ? <p class="govuk-body tg-measure">{words('admin.approved-first')}</p> : null}
      <form method="post" action={props.action} novalidate class="tg-measure">
        <input type="hidden" name="dasar" value={props.seen} />
        {props.fields.map((field) => (
          <PartField
            key={field.name}
            field={field}
            office={props.office}
            form={props.form}
            errors={props.errors}
            usual={props.usual[field.name]}
          />
        ))}
        <div class="tg-actions">
          <Button name="tahap" value="periksa" text={words('admin.preview')} />
          {section.mayRemove && !props.isNew ? (
            <Button name="tahap" value="hapus" text={words('admin.remove')} secondary />
          ) : null}
        </div>
      </form>
    </StaffFrame>
  );
}

/** What a change would do, before it is done. */
export function PartPreviewView(
  props: PartPlace & {
    readonly form: FormValues;
    readonly removing: boolean;
    readonly differences: readonly PartDifference[];
    readonly warnings: readonly string[];
    /** What follows from it: open deadlines that move, cases that bear a key that goes. */
    readonly follows: readonly string[];
    readonly from: string;
    readonly errors: PartErrors;
    readonly waits: boolean;
  },
) {
  const words = useWords();
  const { differences } = props;
  const isNothing = differences.length === 0 && !props.removing;
  return (
    <StaffFrame staff={props.staff} here="office">
      <ErrorSummary errors={props.errors} />
      <Heading section={props.section} item={props.item} isNew={props.isNew} />
      <h2 class="govuk-heading-m">{words('admin.preview-title')}</h2>
      {props.removing ? <p class="govuk-body">{words('admin.removing')}</p> : null}
      {isNothing ? <p class="govuk-body">{words('admin.nothing-changed')}</p> : null}
      <DifferenceTable differences={differences} />
      {[...props.follows, ...props.warnings].map((line) => (
        <Notice key={line} tone="attention" text={line} />
      ))}
      <form method="post" action={props.action} novalidate class="tg-measure">
        <input type="hidden" name="dasar" value={props.seen} />
        <CarriedInputs form={props.form} />
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
              value={props.removing ? 'simpan-hapus' : 'simpan'}
              text={words(props.waits ? 'admin.propose' : 'admin.save')}
            />
          )}
          <Button name="tahap" value="ubah" text={words('admin.change-again')} secondary />
        </div>
      </form>
    </StaffFrame>
  );
}

/** What stands otherwise, line by line. */
export function DifferenceTable({ differences }: { readonly differences: readonly PartDifference[] }) {
  const words = useWords();
  if (differences.length === 0) return null;
  return (
    <ScrollBox label={words('admin.preview-title')}>
      <table class="govuk-table">
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {(['admin.what', 'admin.before', 'admin.after'] as const).map((key) => (
              <th key={key} scope="col" class="govuk-table__header">
                {words(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {differences.map(({ label, before, after }) => (
            <tr key={label} class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {label}
              </th>
              <td class="govuk-table__cell tg-lines">{before === '' ? words('admin.empty') : before}</td>
              <td class="govuk-table__cell tg-lines">{after === '' ? words('admin.empty') : after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
