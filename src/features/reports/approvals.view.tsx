import { TextArea } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice, Tag } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type TimeLeft, TimeLeftView } from '../cases/lists/time-left.view.tsx';
import { type WaitFace, WaitView } from '../cases/work/waits.view.tsx';
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
};
export type ApprovalsProps = {
  readonly staff: StaffFace;
  readonly drafts: readonly Draft[];
  /** Duties of the office that are told to the public, such as an apology; null = none may be seen. */
  readonly duties: WaitFace | null;
  readonly publication: { readonly approved: boolean; readonly decided: string };
  readonly done: string | null;
  /** What was refused, and what was typed with it. */
  readonly failed: { readonly ticket: string; readonly sentence: string; readonly reason: string } | null;
  readonly idempotencyKey: string;
};

/** One page of everything that waits for the coordinator before it goes out (rule 31). */
export function ApprovalsView(props: ApprovalsProps) {
  const words = useWords();
  const { drafts, duties, publication, failed } = props;
  return (
    <StaffFrame staff={props.staff} here="approvals">
      <ErrorSummary
        errors={failed === null ? {} : { reason: `${failed.ticket}: ${failed.sentence}` }}
        scope={failed?.ticket ?? ''}
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
      {duties === null || duties.rows.length === 0 ? null : <WaitView wait={duties} />}
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
    </StaffFrame>
  );
}

function DraftView({ draft, page }: { readonly draft: Draft; readonly page: ApprovalsProps }) {
  const words = useWords();
  const { ticket } = draft;
  const failed = page.failed?.ticket === ticket ? page.failed : null;
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
          <div class="tg-row">
            <form method="post" action="/petugas/persetujuan">
              <Hidden draft={draft} page={page} act="approve" />
              <Button text={words('op.approve-answer')} />
            </form>
            <details class="tg-act__more" open={failed !== null}>
              <summary>{words('op.return-answer')}</summary>
              <form method="post" action="/petugas/persetujuan" novalidate>
                <Hidden draft={draft} page={page} act="return" />
                <TextArea
                  name="reason"
                  scope={ticket}
                  label={words('field.reason')}
                  rows={3}
                  value={failed?.reason}
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

function Hidden(props: {
  readonly draft: Draft;
  readonly page: ApprovalsProps;
  readonly act: 'approve' | 'return';
}) {
  const { draft, page, act } = props;
  return (
    <>
      <input type="hidden" name="ticket" value={draft.ticket} />
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="idempotencyKey" value={`${page.idempotencyKey}-${draft.ticket}-${act}`} />
      <input type="hidden" name="act" value={act} />
    </>
  );
}
