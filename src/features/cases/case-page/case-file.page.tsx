import type { Context, Handler } from 'hono';
import { readForm } from '../../../platform/http/read-form.ts';
import { type FieldErrors, TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../../platform/views/notices.view.tsx';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type AtWork, staffPage } from '../../people/staff-desk.tsx';
import { StaffFrame } from '../../people/staff-frame.view.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { fileAnswer } from '../doors/file-answer.ts';
import { normalTicket } from '../store/ticket.ts';
import { openCaseFile } from './open-case-file.ts';

/** `/petugas/kasus/{ticket}/berkas/{file}`: a file of a case. What this reader may not see is not found. */
export function caseFilePage(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], (c, work) => answerFile(c, desk, work, null));
}

/** The same file with a reason: it shows who complains (rule 32). */
export function sendOpenCaseFile(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const form = await readForm(c);
    return form === null ? c.notFound() : answerFile(c, desk, work, form.values.reason ?? '');
  });
}

async function answerFile(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  reason: string | null,
): Promise<Response> {
  const ref = { ticket: normalTicket(c.req.param('ticket') ?? '') ?? '' };
  const fileId = (c.req.param('file') ?? '').toLowerCase();
  const filesDesk = { ...desk.cases, files: desk.files };
  const { office, actor } = work;
  const opened = await openCaseFile(filesDesk, office, { ref, fileId }, actor, desk.clock(), reason ?? '');
  if (opened.ok) return fileAnswer({ ...opened.file, name: opened.file.name ?? '', content: opened.content });
  const { why } = opened;
  if (why === 'not-found') return c.notFound();
  const words = wordsFor(c);
  if (why === 'changed' || why === 'gone') {
    desk.log.error('file-not-opened', { why, office: office.slug, attachment: fileId });
  }
  const errors: FieldErrors =
    why === 'reason' && reason !== null ? { reason: words('file.reason-required') } : {};
  const body = (
    <StaffFrame staff={work.face} here="inbox">
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{words('file.title')}</h1>
      <Notice tone="attention" text={words(`file.${why}`)} />
      {why === 'reason' ? (
        <form method="post" action={`/petugas/kasus/${ref.ticket}/berkas/${fileId}`} novalidate>
          <TextField
            name="reason"
            label={words('papers.open-reason')}
            hint={words('file.reason-hint')}
            error={errors.reason}
            maxlength={300}
          />
          <Button text={words('file.open')} />
        </form>
      ) : null}
      <p class="govuk-body">
        <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${ref.ticket}`}>
          {words('file.back')}
        </a>
      </p>
    </StaffFrame>
  );
  const status = STATUS[why];
  const asks = why === 'reason' && reason === null;
  return page(c, desk, { title: words('file.title'), failed: !asks }, body, { status: asks ? 200 : status });
}

const STATUS = {
  ...{ erased: 410, changed: 410, gone: 410 },
  ...{ reason: 422, 'second-person': 403, closed: 403 },
} as const;
