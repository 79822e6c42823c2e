import { type Deputation, isDeputyCapacity, type RoleInUnit } from '../../../domain/people/deputation.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';
import type { SealedRow } from '../row-seal.ts';

/** A deputation as its row has it. */
export type DeputationRow = {
  readonly id: string;
  readonly account: string;
  readonly deputyFor: string;
  readonly capacity: string;
  readonly roles: string;
  readonly from: string;
  readonly to: string | null;
  readonly decree: string | null;
  readonly recordedAt: Date;
};
export type StoredDeputation = DeputationRow & { readonly mac: Buffer };

/** A `StoredDeputation` of the row `d`. */
export const DEPUTATION_COLUMNS = `d.deputation_id id, d.account_id account, d.deputy_for "deputyFor", d.capacity, d.roles,
  d.from_on::text "from", d.to_on::text "to", d.decree, d.recorded_at "recordedAt", d.mac`;

/** What the seal of that row is over. */
export function sealedDeputation(officeId: number, row: DeputationRow): SealedRow {
  const { id, account, deputyFor, capacity, roles, from, to, decree, recordedAt } = row;
  const own = { id, account, deputyFor, capacity, roles, from, to, decree };
  return { kind: 'deputation', officeId, ...own, recordedAt: recordedAt.getTime() };
}

/** Of a row whose seal holds: what stands in it was written by this program. */
export function deputationOf(row: DeputationRow): Deputation {
  const { capacity, recordedAt: _, ...rest } = row;
  if (!isDeputyCapacity(capacity)) throw new Error(`${capacity} is no capacity of a deputy`);
  return { ...rest, capacity, roles: trustedJson<readonly RoleInUnit[]>(row.roles) };
}
