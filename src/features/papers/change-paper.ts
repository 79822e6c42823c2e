import { numberKey, numberRefusal } from '../../domain/papers/paper-number.ts';
import { actorOfHistory, type CaseActor } from '../../domain/people/case-actor.ts';
import { type Tx, withOffice } from '../../platform/database/transaction.ts';
import { uploaderOf } from '../cases/attachments/uploader-of.ts';
import { keepOfficeText } from '../cases/vault/office-text.store.ts';
import type { Paper } from '../cases/vault/paper-row.ts';
import { appendOfficeEvent, lockOfficeChain, type OfficeEvent } from '../offices/append-office-event.ts';
import type { Office } from '../offices/office.read.ts';
import type { PaperActs } from './issue-paper.ts';
import { findPaper, placePaperEntry } from './paper.store.ts';

export type PaperRefusal =
  | 'paper-not-found'
  | 'paper-voided'
  | 'number-required'
  | 'number-unfit'
  | 'number-taken'
  | 'number-known'
  | 'scan-required'
  | 'reason-required';
export type PaperResult = { readonly ok: true } | { readonly ok: false; readonly refusal: PaperRefusal };

type Asked = { readonly office: Office; readonly paperId: string; readonly actor: CaseActor };

/** Types the agenda's number onto a paper (rule 10). Refuses one that a paper of this office bears already. `now` in milliseconds. */
export function numberPaper(
  desk: PaperActs,
  asked: Asked & { readonly number: string },
  now: number,
): Promise<PaperResult> {
  const { officeId } = asked.office;
  const number = asked.number.trim();
  const refusal = numberRefusal(number);
  if (refusal !== null) return Promise.resolve(refuse(refusal));
  return change(desk, asked, now, async (tx, paper) => {
    if (paper.number !== null) return refuse('number-known');
    const key = numberKey(number);
    const { rows } = await tx.query('select from paper where office_id = $1 and number_key = $2', [
      officeId,
      key,
    ]);
    if (rows.length > 0) return refuse('number-taken');
    await tx.query('update paper set number = $3, number_key = $4 where office_id = $1 and paper_id = $2', [
      ...[officeId, paper.paperId, number, key],
    ]);
    return { type: 'paper-numbered', paper: paper.paperId, number };
  });
}

/** Keeps the scan of the signed paper as its issued copy, with its hash (rule 34). `now` in milliseconds. */
export function signPaper(
  desk: PaperActs,
  asked: Asked & { readonly scan: { readonly id: string; readonly sha256: Buffer } | null },
  now: number,
): Promise<PaperResult> {
  const { scan, actor } = asked;
  const { officeId } = asked.office;
  if (scan === null) return Promise.resolve(refuse('scan-required'));
  return change(desk, asked, now, async (tx, paper) => {
    const at = new Date(now);
    await tx.query(
      `insert into paper_attachment (office_id, attachment_id, paper_id, uploader, bound_at) values ($1, $2, $3, $4, $5)`,
      [officeId, scan.id, paper.paperId, uploaderOf(actor), at],
    );
    await tx.query(
      'update paper set signed_attachment = $3, signed_at = $4 where office_id = $1 and paper_id = $2',
      [officeId, paper.paperId, scan.id, at],
    );
    return { type: 'paper-signed', paper: paper.paperId, file: scan.sha256.toString('hex') };
  });
}

/** Declares a paper void, with a reason; its number stays used. `now` in milliseconds. */
export function voidPaper(
  desk: PaperActs,
  asked: Asked & { readonly reason: string },
  now: number,
): Promise<PaperResult> {
  const { officeId } = asked.office;
  const body = asked.reason.trim();
  if (body === '') return Promise.resolve(refuse('reason-required'));
  return change(desk, asked, now, async (tx, paper) => {
    const textId = desk.newId();
    const text = { textId, purpose: 'reason', body, author: asked.actor.account, at: now } as const;
    await keepOfficeText(tx, desk.keyring, officeId, text);
    await tx.query('update paper set voided_at = $3 where office_id = $1 and paper_id = $2', [
      ...[officeId, paper.paperId, new Date(now)],
    ]);
    return { type: 'paper-voided', paper: paper.paperId, reason: textId };
  });
}

type Change = (tx: Tx, paper: Paper) => Promise<OfficeEvent | (PaperResult & { readonly ok: false })>;

/** Numbers are compared and given under the lock of the office's chain: two at once are one after the other. */
function change(
  desk: PaperActs,
  { office, paperId, actor }: Asked,
  now: number,
  work: Change,
): Promise<PaperResult> {
  const { officeId } = office;
  return withOffice(desk.pool, officeId, async (tx): Promise<PaperResult> => {
    await lockOfficeChain(tx, officeId);
    const paper = await findPaper(tx, officeId, paperId, true);
    if (paper === null || paper.erasedAt !== null) return refuse('paper-not-found');
    if (paper.voidedAt !== null) return refuse('paper-voided');
    const event = await work(tx, paper);
    if ('refusal' in event) return event;
    const context = { keyring: desk.keyring, actor: actorOfHistory(actor), now };
    await placePaperEntry(tx, officeId, paperId, await appendOfficeEvent(tx, officeId, event, context));
    return { ok: true };
  });
}

function refuse(refusal: PaperRefusal): PaperResult & { readonly ok: false } {
  return { ok: false, refusal };
}
