import { PAPER_KINDS, type PaperKind } from '../../domain/papers/paper-kind.ts';
import { SelectField, TextField } from '../../platform/views/fields.view.tsx';
import { Button, Tag } from '../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

export type PaperLine = {
  readonly href: string;
  readonly title: string;
  readonly number: string;
  /** Its number is to follow (rule 10). */
  readonly waits: boolean;
  readonly dated: string;
  readonly ticket: string | null;
  readonly state: 'issued' | 'signed' | 'voided';
};

/** Issued papers of the office with their filter, and what can be made without a case. */
export function PapersView(props: {
  readonly staff: StaffFace;
  readonly lines: readonly PaperLine[];
  /** Lines of cases that are not for this reader (rule 28). */
  readonly withheld: number;
  readonly filter: { readonly kind: string; readonly state: string; readonly number: string };
  readonly page: number;
  readonly more: boolean;
  readonly newKinds: readonly PaperKind[];
  readonly mayTemplate: boolean;
}) {
  const words = useWords();
  const { filter } = props;
  const address = (page: number) =>
    `/petugas/surat?${new URLSearchParams({ jenis: filter.kind, keadaan: filter.state, nomor: filter.number, hal: String(page) })}`;
  return (
    <StaffFrame staff={props.staff} here="papers">
      <h1 class="govuk-heading-l">{words('papers.page')}</h1>
      <p class="govuk-body tg-measure">{words('papers.lead')}</p>
      <NewPapers kinds={props.newKinds} />
      {props.mayTemplate ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/petugas/surat/naskah">
            {words('papers.templates')}
          </a>
        </p>
      ) : null}
      <form method="get" action="/petugas/surat" class="tg-filter" novalidate>
        <SelectField
          name="jenis"
          label={words('papers.filter-kind')}
          value={filter.kind}
          options={[
            { value: '', label: words('papers.all-kinds') },
            ...PAPER_KINDS.map((value) => ({ value, label: words(`papers.kind.${value}`) })),
          ]}
        />
        <SelectField
          name="keadaan"
          label={words('papers.filter-state')}
          value={filter.state}
          options={[
            { value: '', label: words('papers.all-states') },
            ...(['unnumbered', 'unsigned', 'to-sign', 'voided'] as const).map((value) => ({
              value,
              label: words(`papers.state-${value}`),
            })),
          ]}
        />
        <TextField name="nomor" label={words('papers.filter-number')} value={filter.number} width={10} />
        <Button text={words('papers.filter')} secondary />
      </form>
      <PaperTable lines={props.lines} withCase />
      {props.withheld === 0 ? null : (
        <p class="govuk-body tg-small">{words('papers.withheld', { n: props.withheld })}</p>
      )}
      <p class="govuk-body">
        {props.page > 1 ? (
          <a class="govuk-link" href={address(props.page - 1)}>
            {words('papers.newer')}
          </a>
        ) : null}{' '}
        {props.more ? (
          <a class="govuk-link" href={address(props.page + 1)}>
            {words('papers.older')}
          </a>
        ) : null}
      </p>
    </StaffFrame>
  );
}

function NewPapers({ kinds }: { readonly kinds: readonly PaperKind[] }) {
  const words = useWords();
  if (kinds.length === 0) return null;
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{words('papers.new')}</span>
      </summary>
      <ul class="govuk-list govuk-details__text">
        {kinds.map((kind) => (
          <li key={kind}>
            <a class="govuk-link" href={`/petugas/surat/baru/${kind}`}>
              {words(`papers.kind.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Papers one a row; a number that is to follow stands out by word and colour. */
export function PaperTable({
  lines,
  withCase = false,
}: {
  readonly lines: readonly PaperLine[];
  readonly withCase?: boolean;
}) {
  const words = useWords();
  if (lines.length === 0) return <p class="govuk-body tg-empty">{words('papers.none')}</p>;
  return (
    <ScrollBox label={words('papers.page')}>
      <table class="govuk-table tg-small">
        <thead class="govuk-table__head">
          <tr>
            <th class="govuk-table__header">{words('papers.paper')}</th>
            <th class="govuk-table__header">{words('papers.number')}</th>
            <th class="govuk-table__header">{words('papers.dated')}</th>
            {withCase ? <th class="govuk-table__header">{words('papers.case')}</th> : null}
            <th class="govuk-table__header">{words('papers.filter-state')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.href} class="govuk-table__row">
              <td class="govuk-table__cell">
                <a class="govuk-link govuk-link--no-visited-state" href={line.href}>
                  {line.title}
                </a>
              </td>
              <td class="govuk-table__cell">
                {line.waits ? <Tag tone="attention">{line.number}</Tag> : line.number}
              </td>
              <td class="govuk-table__cell">{line.dated}</td>
              {withCase ? (
                <td class="govuk-table__cell">
                  {line.ticket === null ? (
                    '–'
                  ) : (
                    <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${line.ticket}`}>
                      {line.ticket}
                    </a>
                  )}
                </td>
              ) : null}
              <td class="govuk-table__cell">{words(`papers.is-${line.state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
