import { addDays, isOver } from '../../../domain/people/role-period.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import {
  appendOfficeEvent,
  lockOfficeChain,
  type OfficeActContext,
} from '../../offices/append-office-event.ts';
import { isRowWhole, sealRow } from '../row-seal.ts';
import { DEPUTATION_COLUMNS, type StoredDeputation, sealedDeputation } from './deputation-row.ts';

export type EndDeputationResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: 'deputy-unknown' | 'role-dates' };

/**
 * Ends a deputation after the day `to`, or at once without one: whoever came back early, or was appointed. A row that other
 * hands wrote is no deputation.
 */
export async function endDeputation(
  tx: Tx,
  officeId: number,
  command: { readonly id: string; readonly to: string | null; readonly today: string },
  context: OfficeActContext,
): Promise<EndDeputationResult> {
  const { id, today } = command;
  await lockOfficeChain(tx, officeId);
  const { rows } = await tx.query<StoredDeputation>(
    `select ${DEPUTATION_COLUMNS} from deputation d where office_id = $1 and deputation_id = $2`,
    [officeId, id],
  );
  const [row] = rows;
  if (row === undefined || !isRowWhole(context.keyring, sealedDeputation(officeId, row), row.mac))
    return { ok: false, refusal: 'deputy-unknown' };
  if (isOver(row, today) || isOver(row, row.from)) return { ok: false, refusal: 'deputy-unknown' };
  const last = command.to;
  if (last !== null && (last < today || last < row.from || isOver(row, last)))
    return { ok: false, refusal: 'role-dates' };
  const to = last ?? addDays(today, -1);
  const mac = sealRow(context.keyring, sealedDeputation(officeId, { ...row, to }));
  await tx.query('update deputation set to_on = $3, mac = $4 where office_id = $1 and deputation_id = $2', [
    ...[officeId, id, to, mac],
  ]);
  await appendOfficeEvent(tx, officeId, { type: 'deputy-ended', deputation: id, to }, context);
  return { ok: true };
}
