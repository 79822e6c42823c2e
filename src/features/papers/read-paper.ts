import type { ClientBase } from 'pg';
import type { DocumentTree } from '../../domain/documents/blocks.ts';
import { PAPER_RULES } from '../../domain/papers/paper-kind.ts';
import { may } from '../../domain/people/may.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { type DoorToComplainant, doorToComplainant } from '../cases/case-page/door-to-complainant.ts';
import { type CaseReading, readCase } from '../cases/case-page/read-case.read.ts';
import { readContacts } from '../cases/case-page/read-contacts.ts';
import { logAccess } from '../cases/vault/access-log.store.ts';
import { keepOfficeText } from '../cases/vault/office-text.store.ts';
import type { Paper } from '../cases/vault/paper-row.ts';
import { openPaper } from '../cases/vault/paper-seal.ts';
import type { AtWork } from '../people/staff-desk.tsx';
import { isOfClosedLane } from './of-closed-lane.ts';
import { findPaper } from './paper.store.ts';
import type { PaperDesk } from './paper-desk.ts';

export type PaperReading = {
  readonly paper: Paper;
  readonly reading: CaseReading | null;
  /** Null where it was erased, or names people whom this reader does not see without a reason (rule 32). */
  readonly tree: DocumentTree | null;
  readonly needsReason: boolean;
  /** What opens it for this reader, and the scan of its signed copy. */
  readonly door: DoorToComplainant;
  /** May number, sign and void it. */
  readonly mayChange: boolean;
};

/**
 * An issued paper for this reader, or null: missing, or of a case that is not for him (rules 6, 27, 28). A paper that names
 * people opens for who handles the case, logged as contacts are; for others with a reason, which is kept and logged; of a guarded
 * case for who has opened its people, to which a second person agrees. One that was issued without people is open. `now` in
 * milliseconds.
 */
export async function readPaper(
  desk: PaperDesk,
  work: AtWork,
  paperId: string,
  now: number,
  reason: string | null = null,
): Promise<PaperReading | null> {
  const { office, actor } = work;
  const { officeId } = office;
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(paperId)) return null;
  const paper = await withOffice(desk.pool, officeId, (tx) => findPaper(tx, officeId, paperId), {
    readOnly: true,
  });
  if (paper === null) return null;
  const { caseId, kind } = paper;
  const rule = PAPER_RULES[kind];
  const reading = caseId === null ? null : await readCase(desk.cases, office, { caseId }, actor, now);
  if (caseId !== null && reading === null) return null;
  if (reading !== null && isOfClosedLane(reading, paper.issuedAt)) return null;
  const issues = rule.issuedBy.some((one) => may(actor, one, reading?.state));
  if (reading === null && !issues) return null;
  const names = rule.namesPeople && reading !== null;
  const door = names ? doorToComplainant(reading, actor, now) : 'open';
  const opens = !names || (await opensPeople(reading));
  const whole = paper.content === null ? null : openPaper(desk.keyring, paper, paper.content, paper.number);
  const tree = opens || whole?.meta.withoutPeople === true ? whole : null;
  return { paper, reading, tree, needsReason: !opens, door, mayChange: issues };

  async function opensPeople({ handlesIt, caseId: ofCase }: CaseReading): Promise<boolean> {
    if (handlesIt) {
      await readContacts(desk.cases, office, { caseId: ofCase }, actor, now);
      return true;
    }
    if (door === 'open') {
      await withOffice(desk.pool, officeId, (tx) => logOpened(tx, ofCase, null));
      return true;
    }
    if (door !== 'reason' || reason === null || reason.trim() === '') return false;
    await withOffice(desk.pool, officeId, async (tx) => {
      const textId = desk.cases.newId();
      const text = {
        textId,
        purpose: 'reason',
        body: reason.trim(),
        author: actor.account,
        at: now,
      } as const;
      await keepOfficeText(tx, desk.keyring, officeId, text);
      await logOpened(tx, ofCase, textId);
    });
    return true;
  }

  function logOpened(tx: ClientBase, ofCase: string, why: string | null): Promise<void> {
    const accessId = desk.cases.newId();
    const access = { accessId, at: now, actor, action: 'paper-opened', caseId: ofCase, reason: why } as const;
    return logAccess(tx, officeId, access);
  }
}
