import { TextArea } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice, Tag } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type TimeLeft, TimeLeftView } from '../cases/lists/time-left.view.tsx';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

type Draft = {
  readonly ticket: string;
  readonly version: number;
  readonly left: TimeLeft;
  readonly unit: string;
  readonly by: string;
  readonly matter: string | null;
  /** Null when erased. */
  readonly draft: string | null;
  /** Roles whose approval the office asks; null = it asks nobody's. */
  readonly asks: string | null;
  readonly mayApprove: boolean;
};
/** What is to go out to the public, such as an apology: no more of its case than goes out. */
type Text = {
  readonly ticket: string;
  readonly version: number;
  readonly duty: string;
  readonly label: string;
  readonly due: string;
  readonly text: string;
  readonly opens: boolean;
};
export type ApprovalsProps = {
  readonly staff: StaffFace;
  readonly drafts: readonly Draft[];
  /** Null for who does not release to the public, as below. */
  readonly texts: readonly Text[] | null;
  readonly publication: { readonly approved: boolean; readonly decided: string } | null;
  readonly done: string | null;
  /** What was refused, and what was typed with it. */
  readonly failed: {
    readonly ticket: string;
    /** Null = of a draft. */
    readonly duty: string | null;
    readonly sentence: string;
    readonly typed: string;
  } | null;
  readonly idempotencyKey: string;
};

/** One page of everything that waits for the coordinator before it goes out (rule 31). */
export function ApprovalsView(props: ApprovalsProps) {
  const words = useWords();
  const { drafts, texts, publication, failed } = props;
  return (
    <StaffFrame staff={props.staff} here="approvals">
      <ErrorSummary
        errors={
          failed === null
            ? {}
            : { [failed.duty === null ? 'reason' : 'text']: `${failed.ticket}: ${failed.sentence}` }
        }
        scope={failed === null ? '' : scopeOf(failed.ticket, failed.duty)}
      />
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <h1 class="govuk-heading-l">{words('approvals.title')}</h1>
      <p class="govuk-body tg-measure">{words('approvals.lead')}</p>
      <section class="tg-group">
        <h2 class="tg-group__title">
          {words('approvals.drafts')} <span class="tg-muted tg-small">{drafts.length}</span>
        </h2>
        {drafts.length === 0 ? <p class="govuk-body tg-empty">{words('approvals.no-drafts')}</p> : null}
        <ol class="tg-deskday">
          {drafts.map((draft) => (
            <DraftView key={draft.ticket} draft={draft} page={props} />
          ))}
        </ol>
      </section>
      {texts === null ? null : (
        <section class="tg-group">
          <h2 class="tg-group__title">
            {words('approvals.texts')} <span class="tg-muted tg-small">{texts.length}</span>
          </h2>
          {texts.length === 0 ? <p class="govuk-body tg-empty">{words('approvals.no-texts')}</p> : null}
          <ol class="tg-deskday">
            {texts.map((text) => (
              <TextView key={`${text.ticket} ${text.duty}`} text={text} page={props} />
            ))}
          </ol>
        </section>
      )}
      {publication === null ? null : (
        <section class="tg-group">
          <h2 class="tg-group__title">{words('approvals.figures')}</h2>
          <p class="govuk-body">
            <Tag tone={publication.approved ? 'done' : 'attention'}>
              {words(publication.approved ? 'approvals.figures-out' : 'approvals.figures-held')}
            </Tag>{' '}
            {publication.decided}{' '}
            <a class="govuk-link govuk-link--no-visited-state" href="/petugas/pantau">
              {words('approvals.figures-look')}
            </a>
          </p>
        </section>
      )}
    </StaffFrame>
  );
}

function DraftView({ draft, page }: { readonly draft: Draft; readonly page: ApprovalsProps }) {
  const words = useWords();
  const { ticket } = draft;
  const failed = page.failed?.ticket === ticket && page.failed.duty === null ? page.failed : null;
  return (
    <li>
      <div class="tg-draft">
        <TimeLeftView left={draft.left} />
        <div>
          <p class="govuk-body tg-row">
            <a class="govuk-link govuk-link--no-visited-state tg-strong" href={`/petugas/kasus/${ticket}`}>
              {ticket}
            </a>
            <span class="tg-muted">{[draft.unit, draft.by].filter((one) => one !== '').join(' · ')}</span>
          </p>
          <p class="govuk-body tg-prose">{draft.matter ?? words('case.hidden-matter')}</p>
          <div class="govuk-inset-text tg-prose">{draft.draft ?? words('case.hidden-matter')}</div>
          {draft.asks === null ? null : (
            <p class="govuk-body">
              <Tag tone="attention">{words('approvals.asks', { roles: draft.asks })}</Tag>
            </p>
          )}
          <div class="tg-row">
            {draft.mayApprove ? (
              <form method="post" action="/petugas/persetujuan">
                <Hidden of={draft} page={page} act="approve-answer" />
                <Button text={words('op.approve-answer')} />
              </form>
            ) : null}
            <details class="tg-act__more" open={failed !== null}>
              <summary>{words('op.return-answer')}</summary>
              <form method="post" action="/petugas/persetujuan" novalidate>
                <Hidden of={draft} page={page} act="return-answer" />
                <TextArea
                  name="reason"
                  scope={ticket}
                  label={words('field.reason')}
                  rows={3}
                  value={failed?.typed}
                  error={failed?.sentence}
                />
                <Button text={words('op.return-answer')} secondary />
              </form>
            </details>
          </div>
        </div>
      </div>
    </li>
  );
}

/** The text as it will go out; what is changed here is what is approved. */
function TextView({ text, page }: { readonly text: Text; readonly page: ApprovalsProps }) {
  const words = useWords();
  const { ticket, duty } = text;
  const failed = page.failed?.ticket === ticket && page.failed.duty === duty ? page.failed : null;
  return (
    <li>
      <p class="govuk-body tg-row">
        <strong>{text.label}</strong>
        <span>
          {words('duty.due')} {text.due}
        </span>
        {text.opens ? (
          <a class="govuk-link govuk-link--no-visited-state tg-ticket" href={`/petugas/kasus/${ticket}`}>
            {ticket}
          </a>
        ) : (
          <span class="tg-muted">
            <span class="tg-ticket">{ticket}</span> · {words('approvals.text-beside')}
          </span>
        )}
      </p>
      <form method="post" action="/petugas/persetujuan" novalidate>
        <Hidden of={text} page={page} act="approve-duty" />
        <input type="hidden" name="duty" value={duty} />
        <TextArea
          name="text"
          scope={scopeOf(ticket, duty)}
          label={words('field.approve-duty.text')}
          hint={words('lead.approve-duty')}
          rows={9}
          value={failed?.typed ?? text.text}
          error={failed?.sentence}
        />
        <Button text={words('op.approve-duty')} />
      </form>
    </li>
  );
}

function scopeOf(ticket: string, duty: string | null): string {
  return duty === null ? ticket : `${ticket}-${duty}`;
}

function Hidden(props: {
  readonly of: Pick<Draft, 'ticket' | 'version'>;
  readonly page: ApprovalsProps;
  readonly act: 'approve-answer' | 'return-answer' | 'approve-duty';
}) {
  const { of, page, act } = props;
  return (
    <>
      <input type="hidden" name="ticket" value={of.ticket} />
      <input type="hidden" name="version" value={of.version} />
      <input type="hidden" name="idempotencyKey" value={`${page.idempotencyKey}-${of.ticket}-${act}`} />
      <input type="hidden" name="act" value={act} />
    </>
  );
}
