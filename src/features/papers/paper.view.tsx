import { type FieldErrors, TextField } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { FileField } from '../cases/attachments/file-field.view.tsx';
import type { DoorToComplainant } from '../cases/case-page/door-to-complainant.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

export type PaperProps = {
  readonly staff: StaffFace;
  readonly title: string;
  readonly id: string;
  readonly ticket: string | null;
  /** The meeting that it is about, or null. */
  readonly meeting: string | null;
  readonly number: string | null;
  /** Bears a number at all. */
  readonly numbered: boolean;
  readonly numberHelp: string;
  readonly dated: string;
  readonly issuedBy: string;
  readonly issuedAt: string;
  readonly hash: string;
  readonly signedAt: string | null;
  readonly voidedAt: string | null;
  readonly erased: boolean;
  /** The reason for which it was just opened (rule 32): each of its files is opened for the same. */
  readonly openedFor: string | null;
  readonly door: DoorToComplainant;
  readonly mayChange: boolean;
  readonly errors: FieldErrors;
  /** The office has its own letter for this kind. */
  readonly ownLetter: boolean;
  readonly paper: string | null;
};

/** An issued paper: what it is, what it still needs, and the paper itself. */
export function PaperView(props: PaperProps) {
  const words = useWords();
  const { errors } = props;
  const address = `/petugas/surat/${props.id}`;
  return (
    <StaffFrame staff={props.staff} here="papers">
      <ErrorSummary errors={errors} />
      <div class="tg-no-print">
        <p class="govuk-body">
          <a class="govuk-link" href="/petugas/surat">
            {words('papers.back-list')}
          </a>
          {props.ticket === null ? null : (
            <>
              {' · '}
              <a class="govuk-link" href={`/petugas/kasus/${props.ticket}`}>
                {words('papers.back-case', { ticket: props.ticket })}
              </a>
            </>
          )}
          {props.meeting === null ? null : (
            <>
              {' · '}
              <a class="govuk-link" href={`/petugas/rapat/${props.meeting}`}>
                {words('papers.back-meeting')}
              </a>
            </>
          )}
        </p>
        <h1 class="govuk-heading-l">{props.title}</h1>
        {props.voidedAt === null ? null : (
          <Notice tone="overdue" text={words('papers.voided', { when: props.voidedAt })} />
        )}
      </div>
      <div class="tg-compose">
        <div class="tg-no-print">
          <dl class="govuk-summary-list tg-small">
            {props.numbered ? (
              <Line label={words('papers.number')} value={props.number ?? words('papers.to-follow')} />
            ) : null}
            <Line label={words('papers.dated')} value={props.dated} />
            <Line label={words('papers.issued')} value={`${props.issuedAt}, ${props.issuedBy}`} />
            <Line label={words('papers.signed')} value={props.signedAt ?? words('papers.not-yet')} />
            <Line label={words('papers.hash')} value={props.hash} />
          </dl>
          {props.paper === null ? null : <Files {...props} address={address} />}
          {props.mayChange ? <Changes {...props} address={address} /> : null}
        </div>
        {props.paper === null || isCopyClosed(props) ? <Closed {...props} address={address} /> : null}
        {props.paper === null ? null : (
          <div class="tg-compose__paper" dangerouslySetInnerHTML={{ __html: props.paper }} />
        )}
      </div>
    </StaffFrame>
  );
}

type FileOfPaper = { readonly form: string; readonly query: string; readonly label: string };

/** A paper may name nobody and be open, while the pen has signed its copy. */
function isCopyClosed({ signedAt, door, openedFor }: PaperProps): boolean {
  return signedAt !== null && door !== 'open' && openedFor === null;
}

/** The paper as files: links for who may open it at any time, for others one reason opens them, logged each time. */
function Files(props: PaperProps & { readonly address: string }) {
  const words = useWords();
  const { address, openedFor } = props;
  const files: readonly FileOfPaper[] = [
    { form: 'pdf', query: 'unduh?bentuk=pdf', label: 'PDF' },
    { form: 'docx', query: 'unduh?bentuk=docx', label: 'DOCX' },
    ...(props.ownLetter
      ? [{ form: 'naskah', query: 'unduh?bentuk=docx&naskah=kantor', label: words('papers.own-docx') }]
      : []),
    ...(props.signedAt === null || isCopyClosed(props)
      ? []
      : [{ form: 'salinan', query: 'salinan', label: words('papers.signed-copy') }]),
  ];
  if (openedFor === null) {
    return (
      <p class="govuk-body">
        {files.map(({ query, label }, at) => (
          <span key={query}>
            {at === 0 ? '' : ' · '}
            <a class="govuk-link" href={`${address}/${query}`}>
              {label}
            </a>
          </span>
        ))}
      </p>
    );
  }
  return (
    <form method="post" action={`${address}/buka`}>
      <input type="hidden" name="reason" value={openedFor} />
      <div class="govuk-button-group">
        {files.map(({ form, label }) => (
          <button
            key={form}
            class="govuk-button govuk-button--secondary"
            type="submit"
            name="bentuk"
            value={form}
          >
            {label}
          </button>
        ))}
      </div>
    </form>
  );
}

function Changes(props: PaperProps & { readonly address: string }) {
  const words = useWords();
  const { errors, address } = props;
  return (
    <>
      {props.numbered && props.number === null ? (
        <form method="post" action={`${address}/nomor`} novalidate>
          <TextField
            name="number"
            label={words('papers.number-type')}
            hint={words('papers.number-hint', { pattern: props.numberHelp })}
            error={errors.number}
            width={20}
            maxlength={60}
          />
          <Button text={words('papers.number-save')} />
        </form>
      ) : null}
      <form method="post" action={`${address}/salinan`} enctype="multipart/form-data" novalidate>
        <FileField
          name="scan"
          label={words('papers.scan')}
          hint={words('papers.scan-hint')}
          error={errors.scan}
          several={false}
          kept={[]}
        />
        <Button text={words('papers.scan-save')} secondary />
      </form>
      <details class="govuk-details" open={errors.voidReason !== undefined}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{words('papers.void')}</span>
        </summary>
        <form method="post" action={`${address}/batal`} class="govuk-details__text" novalidate>
          <TextField
            name="voidReason"
            label={words('papers.void-reason')}
            hint={words('papers.void-hint')}
            error={errors.voidReason}
            maxlength={300}
          />
          <Button text={words('papers.void-save')} secondary />
        </form>
      </details>
    </>
  );
}

function Closed(props: PaperProps & { readonly address: string }) {
  const words = useWords();
  if (props.erased) return <p class="govuk-body tg-empty">{words('papers.erased')}</p>;
  if (props.door === 'second-person') {
    return (
      <p class="govuk-body tg-empty">
        {words('papers.second-person')}{' '}
        {props.ticket === null ? null : (
          <a class="govuk-link" href={`/petugas/kasus/${props.ticket}`}>
            {words('papers.back-case', { ticket: props.ticket })}
          </a>
        )}
      </p>
    );
  }
  if (props.door === 'closed') return <p class="govuk-body tg-empty">{words('papers.closed')}</p>;
  return (
    <form method="post" action={`${props.address}/buka`} novalidate>
      <TextField
        name="reason"
        label={words('papers.open-reason')}
        hint={words('papers.open-hint')}
        error={props.errors.reason}
        maxlength={300}
      />
      <Button text={words('papers.open')} />
    </form>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{label}</dt>
      <dd class="govuk-summary-list__value tg-break">{value}</dd>
    </div>
  );
}
