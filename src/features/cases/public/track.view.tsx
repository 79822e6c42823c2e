import type { ComponentChildren } from 'preact';
import { type FieldErrors, TextArea, TextField } from '../../../platform/views/fields.view.tsx';
import { Button, Card, ErrorSummary, Notice, Tag } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type OfficeFace, PublicFrame, withOffice } from '../../offices/public-frame.view.tsx';
import { FileField } from '../attachments/file-field.view.tsx';
import type { Upload } from '../attachments/read-uploads.read.ts';
import { Timeline, type TimelineEntry } from '../case-page/timeline.view.tsx';
import type { TimelinePage } from '../case-page/timeline-page.ts';

/** What was sent and could not be done, by field; an accepted one leaves nothing. */
type Typed = Readonly<Record<string, string>>;

/**
 * Number and code; one sentence for every failure, so that nobody learns which numbers exist. What somebody had written
 * to the office stays with them, and stands in its field again once they match.
 */
export function TrackFormView(props: {
  /** Null while it is not known which. */
  readonly office: OfficeFace | null;
  readonly values: Typed;
  readonly error: string | null;
}) {
  const words = useWords();
  const { ticket, secret, message, reason } = props.values;
  return (
    <PublicFrame office={props.office} here="track">
      <ErrorSummary errors={props.error === null ? {} : { ticket: props.error }} />
      <h1 class="govuk-heading-xl">{words('track.title')}</h1>
      <p class="govuk-body-l tg-measure">{words('track.lead')}</p>
      <form method="post" action={withOffice('/lacak', props.office)} novalidate>
        <TextField
          name="ticket"
          label={words('receipt.ticket')}
          hint={words('track.ticket-hint')}
          value={ticket ?? ''}
          width={20}
        />
        <TextField
          name="secret"
          label={words('receipt.secret')}
          hint={words('track.secret-hint')}
          value={secret}
          width={20}
        />
        {message === undefined ? null : (
          <TextArea name="message" label={words('track.reply')} rows={4} value={message} />
        )}
        {reason === undefined ? null : (
          <TextArea name="reason" label={words('track.reopen-reason')} rows={3} value={reason} />
        )}
        <Button text={words('track.submit')} />
      </form>
    </PublicFrame>
  );
}

export type TrackedCase = {
  readonly ticket: string;
  readonly status: string;
  readonly tone: 'calm' | 'attention' | 'done';
  /** What happens now, and what the person can do. */
  readonly meaning: string;
  readonly receivedAt: string;
  readonly registerNo: string | null;
  readonly nextDue: { readonly label: string; readonly when: string } | null;
  /** What the complainant must still bring. */
  readonly missing: readonly string[];
  readonly matter: string | null;
  readonly answer: string | null;
  readonly timeline: TimelinePage<TimelineEntry>;
  readonly mayReply: boolean;
  readonly mayConfirm: boolean;
  readonly mayReopen: boolean;
  readonly mayWithdraw: boolean;
  /** Something of his is missing: his message completes it. */
  readonly completes: boolean;
  /** What happens if he does nothing; null where nothing does. */
  readonly follows: string | null;
};

export function TrackedCaseView(props: {
  readonly office: OfficeFace;
  readonly tracked: TrackedCase;
  readonly secret: string;
  readonly values: Typed;
  /** One for each showing of the page: a button pressed twice acts once. */
  readonly idempotencyKey: string;
  readonly errors: FieldErrors;
  /** Brought already, before something else was wrong. */
  readonly files: readonly Upload[];
  readonly done: string | null;
}) {
  const words = useWords();
  const { tracked, values } = props;
  const keys = (
    <>
      <input type="hidden" name="ticket" value={tracked.ticket} />
      <input type="hidden" name="secret" value={props.secret} />
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
    </>
  );
  return (
    <PublicFrame office={props.office} here="track">
      <ErrorSummary errors={props.errors} />
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <p class="govuk-body tg-muted">{words('track.number', { ticket: tracked.ticket })}</p>
      <h1 class="govuk-heading-xl">{tracked.status}</h1>
      <Card tone={tracked.tone}>
        <p class="govuk-body tg-measure">{tracked.meaning}</p>
        {tracked.missing.length === 0 ? null : (
          <ul class="govuk-list govuk-list--bullet">
            {tracked.missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
        {tracked.nextDue === null ? null : (
          <p class="govuk-body">
            <strong>{tracked.nextDue.label}:</strong> {tracked.nextDue.when}
          </p>
        )}
        {tracked.follows === null ? null : <p class="govuk-body tg-measure">{tracked.follows}</p>}
      </Card>
      {tracked.mayReply ? null : <Unsent text={values.message} />}
      {tracked.mayReopen ? null : <Unsent text={values.reason} />}
      {tracked.answer === null ? null : (
        <section>
          <h2 class="govuk-heading-m">{words('track.answer')}</h2>
          <div class="govuk-inset-text tg-prose">{tracked.answer}</div>
        </section>
      )}
      {tracked.mayConfirm || tracked.mayReopen ? (
        <form method="post" action="/lacak" class="tg-button-row tg-after">
          {keys}
          {tracked.mayConfirm ? <Button name="act" value="confirm" text={words('track.confirm')} /> : null}
        </form>
      ) : null}
      {tracked.mayReopen ? (
        <details
          class="govuk-details"
          open={values.reason !== undefined || props.errors.reason !== undefined}
        >
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{words('track.not-done')}</span>
          </summary>
          <div class="govuk-details__text">
            <form method="post" action="/lacak" novalidate>
              {keys}
              <TextArea
                name="reason"
                label={words('track.reopen-reason')}
                rows={3}
                value={values.reason}
                error={props.errors.reason}
              />
              <Button name="act" value="reopen" text={words('track.reopen')} secondary />
            </form>
          </div>
        </details>
      ) : null}
      {tracked.mayReply ? (
        <section class="tg-measure">
          <h2 class="govuk-heading-m">
            {words(tracked.completes ? 'track.complete-title' : 'track.reply-title')}
          </h2>
          <form method="post" action="/lacak" enctype="multipart/form-data" novalidate>
            {keys}
            <input type="hidden" name="act" value="reply" />
            <TextArea
              name="message"
              label={words(tracked.completes ? 'track.complete' : 'track.reply')}
              rows={4}
              maxlength={10_000}
              value={values.message}
              error={props.errors.message}
            />
            <FileField
              name="attachments"
              label={words('file.label')}
              hint={words('file.hint')}
              error={props.errors.attachments}
              several
              kept={props.files}
            />
            <Button text={words(tracked.completes ? 'track.complete-send' : 'track.reply-send')} />
          </form>
        </section>
      ) : null}
      <h2 class="govuk-heading-m" id="riwayat">
        {words('track.timeline')}
      </h2>
      <Timeline entries={tracked.timeline.shown} />
      <TimelineTurns timeline={tracked.timeline}>{keys}</TimelineTurns>
      {tracked.matter === null ? null : (
        <>
          <h2 class="govuk-heading-m">{words('track.matter')}</h2>
          <p class="govuk-body tg-prose">{tracked.matter}</p>
        </>
      )}
      <p class="govuk-body tg-muted">
        {words('receipt.received', { when: tracked.receivedAt })}{' '}
        {tracked.registerNo === null ? null : (
          <Tag tone="plain">{words('case.register-no', { no: tracked.registerNo })}</Tag>
        )}
      </p>
      {tracked.mayWithdraw ? (
        <details class="govuk-details" open={values.withdrawReason !== undefined}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{words('track.withdraw')}</span>
          </summary>
          <div class="govuk-details__text">
            <p>{words('track.withdraw-lead')}</p>
            <form method="post" action="/lacak">
              {keys}
              <TextArea
                name="withdrawReason"
                label={words('track.withdraw-reason')}
                rows={2}
                maxlength={4_000}
                value={values.withdrawReason}
              />
              <Button name="act" value="withdraw" text={words('track.withdraw-send')} secondary />
            </form>
          </div>
        </details>
      ) : null}
    </PublicFrame>
  );
}

/** Buttons, not links: the secret stands in no address. */
function TimelineTurns(props: {
  readonly timeline: TimelinePage<TimelineEntry>;
  readonly children: ComponentChildren;
}) {
  const words = useWords();
  const { older, hasNewer } = props.timeline;
  if (older === null && !hasNewer) return null;
  return (
    <form method="post" action="/lacak#riwayat" class="tg-button-row tg-after">
      {props.children}
      {older === null ? null : (
        <Button
          name="before"
          value={String(older.before)}
          text={words('timeline.older', { count: older.count })}
          secondary
        />
      )}
      {hasNewer ? <Button text={words('timeline.newest')} secondary /> : null}
    </form>
  );
}

/** Words whose form the case no longer offers: they can still be copied. */
function Unsent({ text }: { readonly text: string | undefined }) {
  const words = useWords();
  if (text === undefined) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{words('track.unsent')}</h2>
      <div class="govuk-inset-text tg-prose">{text}</div>
    </section>
  );
}
