import {
  type FieldErrors,
  type Option,
  SelectField,
  TextField,
} from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type ShownLine = {
  readonly key: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  /** The ticket, and as what the person stands in it; never a name. */
  readonly about: string;
  readonly why: string;
};

/** The access log as its auditor reads it. */
export function AccessLogView(props: {
  readonly staff: StaffFace;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly people: readonly Option[];
  readonly actions: readonly Option[];
  readonly lines: readonly ShownLine[];
  readonly next: string | null;
  readonly file: string;
  readonly withheld: number;
}) {
  const words = useWords();
  const { values, errors } = props;
  const any = { value: '', label: words('log.any') };
  return (
    <StaffFrame staff={props.staff} here="log">
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{words('log.title')}</h1>
      <p class="govuk-body tg-measure">{words('log.lead')}</p>
      <form method="get" action="/petugas/catatan" class="tg-filter">
        <SelectField
          name="petugas"
          label={words('log.who')}
          value={values.petugas}
          options={[any, ...props.people]}
        />
        <SelectField
          name="tindakan"
          label={words('log.what')}
          value={values.tindakan}
          options={[any, ...props.actions]}
        />
        <TextField
          name="kasus"
          label={words('log.ticket')}
          value={values.kasus}
          error={errors.kasus}
          width={20}
        />
        <TextField
          name="dari"
          type="date"
          label={words('log.from')}
          value={values.dari}
          error={errors.dari}
          width={20}
        />
        <TextField
          name="sampai"
          type="date"
          label={words('log.until')}
          value={values.sampai}
          error={errors.sampai}
          width={20}
        />
        <Button text={words('log.show')} />
      </form>
      {props.withheld === 0 ? null : (
        <Notice tone="attention" text={words('log.withheld', { n: props.withheld })} />
      )}
      {props.lines.length === 0 ? (
        <p class="govuk-body">{words('log.empty')}</p>
      ) : (
        <>
          <LogTable lines={props.lines} />
          <p class="govuk-body">
            {props.next === null ? null : (
              <a class="govuk-link" href={props.next}>
                {words('log.older')}
              </a>
            )}
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={props.file}>
              {words('log.file')}
            </a>
          </p>
        </>
      )}
    </StaffFrame>
  );
}

function LogTable({ lines }: { readonly lines: readonly ShownLine[] }) {
  const words = useWords();
  const heads = ['log.when', 'log.who', 'log.what', 'log.about', 'log.why'] as const;
  return (
    <ScrollBox label={words('log.title')}>
      <table class="govuk-table">
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {heads.map((key) => (
              <th key={key} scope="col" class="govuk-table__header">
                {words(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {lines.map(({ key, when, who, what, about, why }) => (
            <tr class="govuk-table__row" key={key}>
              <td class="govuk-table__cell">{when}</td>
              <td class="govuk-table__cell">{who}</td>
              <td class="govuk-table__cell">{what}</td>
              <td class="govuk-table__cell">{about}</td>
              <td class="govuk-table__cell">{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
