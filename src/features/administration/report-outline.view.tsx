import type { ReportKind } from '../../domain/office/office-data.ts';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

/** The chapters of a report's text. */
export function ReportOutlineView(props: {
  readonly staff: StaffFace;
  readonly kind: ReportKind;
  readonly title: string;
  readonly chapters: readonly { readonly name: string; readonly lines: number; readonly href: string }[];
}) {
  const words = useWords();
  const { kind, title } = props;
  const action = `/petugas/kantor/laporan/${kind}`;
  return (
    <StaffFrame staff={props.staff} here="office">
      <a class="govuk-back-link" href="/petugas/kantor">
        {words('admin.title')}
      </a>
      <h1 class="govuk-heading-l">
        {words('admin.s.reports')}: {words(`report.kind.${kind}`)}
      </h1>
      <p class="govuk-body tg-measure">{words('admin.report-lead')}</p>
      <p class="govuk-body tg-measure">
        {title}{' '}
        <a class="govuk-link" href={`/petugas/kantor/judul-laporan/${kind}`}>
          {words('admin.report-title')}
        </a>
      </p>
      <ul class="govuk-list tg-parts">
        {props.chapters.map(({ name, lines, href }) => (
          <li key={href}>
            <a class="govuk-link govuk-link--no-visited-state" href={href}>
              {name}
            </a>
            <span class="tg-under">{words('admin.report-lines', { lines })}</span>
          </li>
        ))}
      </ul>
      <a class="govuk-button govuk-button--secondary" href={`${action}/baru`}>
        {words('admin.chapter-add')}
      </a>
    </StaffFrame>
  );
}
