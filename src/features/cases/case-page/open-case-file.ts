import type { FileStore } from '../../../adapters/storage/file-store.ts';
import { DAY_MS } from '../../../domain/calendar/instant.ts';
import { needsSecondPerson } from '../../../domain/complaint/opening-consent.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { errorCode } from '../../../platform/errors.ts';
import type { Office } from '../../offices/office.read.ts';
import { openFile } from '../attachments/open-file.ts';
import { type CaseFile, readAttachmentRows } from '../attachments/read-attachments.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { CaseRef } from '../store/load-case.read.ts';
import { logAccess, wasLogged } from '../vault/access-log.store.ts';
import { readCase } from './read-case.read.ts';

export type OpenedFile =
  | { readonly ok: true; readonly file: CaseFile; readonly content: AsyncIterable<Buffer> }
  /** Not there, or not for this reader: one answer. */
  | { readonly ok: false; readonly why: 'not-found' | 'erased' | 'changed' | 'gone' };

/**
 * Opens a file of a case for whoever may read the entry that names it. Before its first byte goes out the access log says who
 * opened which, of a guarded case each time, of another once a day (rules 6, 27, 32). `now` in milliseconds.
 */
export async function openCaseFile(
  desk: CaseDesk & { readonly files: FileStore },
  office: Office,
  asked: { readonly ref: CaseRef; readonly fileId: string },
  actor: CaseActor,
  now: number,
): Promise<OpenedFile> {
  const reading = await readCase(desk, office, asked.ref, actor, now);
  const file = reading?.files.get(asked.fileId);
  if (reading === null || file === undefined) return { ok: false, why: 'not-found' };
  if (file.isErased) return { ok: false, why: 'erased' };
  if (!file.opens) return { ok: false, why: 'changed' };
  const { caseId, state } = reading;
  const guarded = needsSecondPerson(state) || state.marks.protected;
  const row = await withOffice(desk.pool, office.officeId, async (tx) => {
    const [found] = await readAttachmentRows(tx, office.officeId, caseId, [asked.fileId]);
    const access = { actor, action: 'file-opened', caseId } as const;
    if (guarded || !(await wasLogged(tx, office.officeId, access, now - DAY_MS))) {
      const accessId = desk.newId();
      await logAccess(tx, office.officeId, { ...access, accessId, at: now, attachmentId: asked.fileId });
    }
    return found;
  });
  try {
    const content = row === undefined ? null : await openFile(desk, row);
    return content === null ? { ok: false, why: 'erased' } : { ok: true, file, content };
  } catch (error) {
    if (errorCode(error) === 'file-missing') return { ok: false, why: 'gone' };
    if (errorCode(error) === 'seal-broken') return { ok: false, why: 'changed' };
    throw error;
  }
}
