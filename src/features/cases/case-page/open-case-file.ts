import type { FileStore } from '../../../adapters/storage/file-store.ts';
import { DAY_MS } from '../../../domain/calendar/instant.ts';
import {
  attachmentsOfComplainant,
  attachmentsThatName,
} from '../../../domain/complaint/attachments-of-event.ts';
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
import { keepOfficeText } from '../vault/office-text.store.ts';
import { type DoorToComplainant, doorToComplainant } from './door-to-complainant.ts';
import { type CaseReading, readCase } from './read-case.read.ts';

export type OpenedFile =
  | { readonly ok: true; readonly file: CaseFile; readonly content: AsyncIterable<Buffer> }
  /** Not there, or not for this reader: one answer. */
  | { readonly ok: false; readonly why: 'not-found' | 'erased' | 'changed' | 'gone' }
  /** It shows who complains: open with a reason, after a second person agreed, or not for this reader. */
  | { readonly ok: false; readonly why: Exclude<DoorToComplainant, 'open'> };

/**
 * Opens a file of a case for whoever may read the entry that names it. Before its first byte goes out the access log says who
 * opened which, of a guarded case each time, of another once a day (rules 6, 27, 32). What shows who complains opens as he does:
 * of a guarded case all files of his side, of another the form that he signed and the papers that he brought. `now` in milliseconds.
 */
export async function openCaseFile(
  desk: CaseDesk & { readonly files: FileStore },
  office: Office,
  asked: { readonly ref: CaseRef; readonly fileId: string },
  actor: CaseActor,
  now: number,
  reason = '',
): Promise<OpenedFile> {
  const reading = await readCase(desk, office, asked.ref, actor, now);
  const file = reading?.files.get(asked.fileId);
  if (reading === null || file === undefined) return { ok: false, why: 'not-found' };
  if (file.isErased) return { ok: false, why: 'erased' };
  if (!file.opens) return { ok: false, why: 'changed' };
  const { caseId, state } = reading;
  const guarded = needsSecondPerson(state) || state.marks.protected;
  const door = doorTo(reading, asked.fileId, actor, now);
  const why = door === 'reason' ? reason.trim() : '';
  if (door !== 'open' && why === '') return { ok: false, why: door };
  const row = await withOffice(desk.pool, office.officeId, async (tx) => {
    const [found] = await readAttachmentRows(tx, office.officeId, caseId, [asked.fileId]);
    const access = { actor, action: 'file-opened', caseId } as const;
    const textId = why === '' ? null : desk.newId();
    if (textId !== null) {
      const text = { textId, purpose: 'reason', body: why, author: actor.account, at: now } as const;
      await keepOfficeText(tx, desk.keyring, office.officeId, text);
    }
    if (guarded || textId !== null || !(await wasLogged(tx, office.officeId, access, now - DAY_MS))) {
      const accessId = desk.newId();
      const opened = { ...access, accessId, at: now, attachmentId: asked.fileId, reason: textId };
      await logAccess(tx, office.officeId, opened);
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

function doorTo(reading: CaseReading, fileId: string, actor: CaseActor, now: number): DoorToComplainant {
  const { state, timeline } = reading;
  const showing = needsSecondPerson(state)
    ? attachmentsOfComplainant(timeline)
    : attachmentsThatName(timeline);
  return showing.includes(fileId) ? doorToComplainant(reading, actor, now) : 'open';
}
