import type { PaperKind } from '../../domain/papers/paper-kind.ts';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';
import { type PaperLine, PaperTable } from './papers.view.tsx';

/** Papers of a case: what it calls for now, what was issued, what else can be made. */
export function CasePapersView(props: {
  readonly staff: StaffFace;
  readonly ticket: string;
  readonly issued: readonly PaperLine[];
  readonly now: readonly PaperKind[];
  readonly others: readonly PaperKind[];
  /** Key of its service, for the sheet that a visitor takes along (rule 8). */
  readonly service: string | null;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="papers">
      <p class="govuk-body">
        <a class="govuk-link" href={`/petugas/kasus/${props.ticket}`}>
          {words('papers.back-case', { ticket: props.ticket })}
        </a>
      </p>
      <h1 class="govuk-heading-l">{words('papers.of-case', { ticket: props.ticket })}</h1>
      {props.now.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{words('papers.now')}</h2>
          <Kinds ticket={props.ticket} kinds={props.now} />
        </>
      )}
      <h2 class="govuk-heading-m">{words('papers.issued-list')}</h2>
      <PaperTable lines={props.issued} />
      <h2 class="govuk-heading-m">{words('papers.others')}</h2>
      <Kinds ticket={props.ticket} kinds={props.others} />
      <ul class="govuk-list">
        <li>
          <a
            class="govuk-link govuk-link--no-visited-state"
            href={`/petugas/kasus/${props.ticket}/tanda-terima`}
          >
            {words('papers.slip')}
          </a>
        </li>
        {props.service === null ? null : (
          <li>
            <a
              class="govuk-link govuk-link--no-visited-state"
              href={`/petugas/surat/baru/lembar-layanan?layanan=${encodeURIComponent(props.service)}`}
            >
              {words('papers.service-sheet')}
            </a>
          </li>
        )}
      </ul>
    </StaffFrame>
  );
}

function Kinds({ ticket, kinds }: { readonly ticket: string; readonly kinds: readonly PaperKind[] }) {
  const words = useWords();
  return (
    <ul class="govuk-list">
      {kinds.map((kind) => (
        <li key={kind}>
          <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${ticket}/surat/${kind}`}>
            {words(`papers.kind.${kind}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
