import {
  type DeputationRefusal,
  type DeputyCapacity,
  deputationRefusal,
  rolesToHandOver,
} from '../../../domain/people/deputation.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { NewId } from '../../../platform/ids.ts';
import {
  appendOfficeEvent,
  lockOfficeChain,
  type OfficeActContext,
} from '../../offices/append-office-event.ts';
import type { RoleBook } from '../create-account.ts';
import { listRoles } from '../list-roles.read.ts';
import { sealRow } from '../row-seal.ts';
import { sealedDeputation } from './deputation-row.ts';
import { lastRolesOf } from './last-roles.read.ts';
import { listDeputations } from './list-deputations.read.ts';

export type DeputiseCommand = {
  readonly account: string;
  readonly deputyFor: string;
  readonly capacity: DeputyCapacity;
  /** First and last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string | null;
  /** Number of the decree. */
  readonly decree: string | null;
  readonly today: string;
};

export type DeputiseResult =
  | { readonly ok: true; readonly id: string; readonly roles: readonly string[] }
  | { readonly ok: false; readonly refusal: DeputationRefusal | 'account-unknown' };

/**
 * Somebody stands in for another on these days with the roles that the other holds on the first of them, and the office's
 * chain says so (rule 33). An empty post (*Plt.*) is held with the last roles of whoever left it, also of a closed account.
 * Refuses what `deputationRefusal` refuses.
 */
export async function deputise(
  tx: Tx,
  officeId: number,
  book: RoleBook,
  command: DeputiseCommand,
  context: OfficeActContext & { readonly newId: NewId },
): Promise<DeputiseResult> {
  const { today, ...wanted } = command;
  const { keyring } = context;
  await lockOfficeChain(tx, officeId);
  const { rows } = await tx.query<{ id: string; open: boolean }>(
    'select account_id id, disabled_at is null open from account where office_id = $1 and account_id = any ($2::uuid[])',
    [officeId, [command.account, command.deputyFor]],
  );
  const known = (id: string, gone: boolean) => rows.some((one) => one.id === id && (gone || one.open));
  if (!known(command.account, false) || !known(command.deputyFor, command.capacity === 'plt'))
    return { ok: false, refusal: 'account-unknown' };
  const own = await listRoles(tx, keyring, officeId, today);
  const held = rolesToHandOver(own, command.deputyFor, command.from);
  const roles =
    held.length > 0 || command.capacity !== 'plt'
      ? held
      : await lastRolesOf(tx, keyring, officeId, command.deputyFor, command.from);
  const refusal = deputationRefusal({
    wanted: { ...wanted, roles },
    by: context.actor.account,
    today,
    own,
    standing: await listDeputations(tx, keyring, officeId, today),
    mayAs: (role) => book.find(({ key }) => key === role)?.may ?? [],
  });
  if (refusal !== null) return { ok: false, refusal };
  const id = context.newId();
  const row = { ...wanted, id, roles: JSON.stringify(roles), recordedAt: new Date(context.now) };
  await tx.query(
    `insert into deputation
       (office_id, deputation_id, account_id, deputy_for, capacity, roles, from_on, to_on, decree, recorded_at, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[officeId, id, row.account, row.deputyFor, row.capacity, row.roles, row.from, row.to, row.decree],
      ...[row.recordedAt, sealRow(keyring, sealedDeputation(officeId, row))],
    ],
  );
  const { account, deputyFor, capacity, from, to } = wanted;
  const told = { deputation: id, account, deputyFor, capacity, roles, from, to };
  await appendOfficeEvent(tx, officeId, { type: 'deputy-appointed', ...told }, context);
  return { ok: true, id, roles: roles.map(({ role }) => role) };
}
