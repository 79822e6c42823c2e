import type { CaseActor } from '../../domain/people/case-actor.ts';
import { acceptSuggestion } from '../../domain/registers/accept-suggestion.ts';
import { suggestedService } from '../../domain/registers/imported-case.ts';
import type { ImportedRow } from '../../domain/registers/register-row.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { appendToCase } from '../cases/acts/append-to-case.ts';
import { type CaseDesk, contextOf } from '../cases/doors/case-desk.ts';
import { lockCase } from '../cases/store/load-case.read.ts';
import { openKeeper } from '../cases/vault/keeper.ts';
import type { Office } from '../offices/office.read.ts';

/** A row that an earlier import wrote, with the case it became. */
export type KnownRow = { readonly row: ImportedRow; readonly caseId: string };

/** Known rows whose case has no service yet and for which there is a suggestion. */
export async function findWithoutService(
  tx: Tx,
  { officeId }: Office,
  known: readonly KnownRow[],
): Promise<readonly (KnownRow & { readonly service: string })[]> {
  const { rows } = await tx.query<{ case_id: string }>(
    `select case_id from complaint_case
      where office_id = $1 and case_id = any($2) and service is null and counted`,
    [officeId, known.map(({ caseId }) => caseId)],
  );
  const without = new Set(rows.map(({ case_id }) => case_id));
  return known.flatMap((one) => {
    const service = suggestedService(one.row);
    return service === null || !without.has(one.caseId) ? [] : [{ ...one, service }];
  });
}

/** Writes the accepted services as corrections, in the caller's transaction; gives how many. `now` in milliseconds. */
export async function acceptSuggestions(
  tx: Tx,
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  rows: readonly (KnownRow & { readonly service: string })[],
  now: number,
): Promise<number> {
  let accepted = 0;
  for (const { caseId, service } of rows) {
    const loaded = await lockCase(tx, desk.keyring, office.officeId, { caseId });
    if (loaded === null) continue;
    const keeper = openKeeper(desk.keyring, { officeId: office.officeId, caseId }, desk.newId);
    const reason = keeper.text('reason', 'Saran layanan diterima pada impor ulang.');
    const context = contextOf(office, actor, Math.max(now, Date.parse(loaded.changedAt)));
    const decided = acceptSuggestion(loaded.head.state, service, reason, context);
    if (!decided.ok) continue;
    const act = { events: decided.events, actor, recordedAt: context.now, keeper };
    await appendToCase(tx, desk.keyring, office, loaded, act);
    accepted += 1;
  }
  return accepted;
}
