import type { ClientBase } from 'pg';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { insertRegisterEntry, saveFacts } from '../acts/save-act.store.ts';
import { type NewCaseParts, newCase } from './new-case.ts';
import { insertNewCase } from './save-new-case.store.ts';

/**
 * Writes a case with the history it begins with, in the caller's transaction: for imported rows and examples, whose
 * events are already decided. False when its idempotency key is taken (`kept`); then nothing was written.
 */
export async function recordNewCase(
  tx: ClientBase,
  keyring: Keyring,
  office: Office,
  parts: NewCaseParts,
): Promise<CaseState | false> {
  const { record, head, pastFacts } = newCase(keyring, office, parts);
  if (!(await insertNewCase(tx, record))) return false;
  const place = [record.officeId, record.caseId];
  const { register } = head.state;
  await Promise.all([
    ...(register === null ? [] : [insertRegisterEntry(tx, place, register, record.recordedAt)]),
    ...saveFacts(tx, place, { current: null, added: pastFacts, ended: [] }, null),
  ]);
  return head.state;
}
