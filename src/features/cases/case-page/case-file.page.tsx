import type { Handler } from 'hono';
import { Notice } from '../../../platform/views/notices.view.tsx';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import { StaffFrame } from '../../people/staff-frame.view.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { fileAnswer } from '../doors/file-answer.ts';
import { normalTicket } from '../store/ticket.ts';
import { openCaseFile } from './open-case-file.ts';

/** `/petugas/kasus/{ticket}/berkas/{file}`: a file of a case. What this reader may not see is not found. */
export function caseFilePage(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const ref = { ticket: normalTicket(c.req.param('ticket') ?? '') ?? '' };
    const fileId = (c.req.param('file') ?? '').toLowerCase();
    const filesDesk = { ...desk.cases, files: desk.files };
    const opened = await openCaseFile(filesDesk, work.office, { ref, fileId }, work.actor, desk.clock());
    if (opened.ok)
      return fileAnswer({ ...opened.file, name: opened.file.name ?? '', content: opened.content });
    if (opened.why === 'not-found') return c.notFound();
    const words = wordsFor(c);
    const text = words(`file.${opened.why}`);
    if (opened.why !== 'erased') {
      desk.log.error('file-not-opened', { why: opened.why, office: work.office.slug, attachment: fileId });
    }
    const body = (
      <StaffFrame staff={work.face} here="inbox">
        <h1 class="govuk-heading-l">{words('file.title')}</h1>
        <Notice tone="attention" text={text} />
        <p class="govuk-body">
          <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${ref.ticket}`}>
            {words('file.back')}
          </a>
        </p>
      </StaffFrame>
    );
    return page(c, desk, { title: words('file.title'), failed: true }, body, { status: 410 });
  });
}
