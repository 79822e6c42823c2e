import type { ClientBase } from 'pg';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { rightsOf } from '../../domain/people/case-actor.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { listRoles } from './list-roles.read.ts';

type Asked = {
  readonly officeId: number;
  readonly data: OfficeData;
  readonly account: string;
  readonly today: string;
};

/**
 * Titles of the roles of this account, held today or later, that do the work of a unit and were given for none: they hold
 * over all units, which is seldom meant. By what the office lets a role do: it drafts an answer for others to decide on, and
 * neither disposes nor verifies. None where its holder disposes, nor in an office without units.
 */
export async function readOverAllUnits(
  tx: ClientBase,
  keyring: Keyring,
  { officeId, data, account, today }: Asked,
): Promise<readonly string[]> {
  const roles = await listRoles(tx, keyring, officeId, today, account);
  const { may, held } = rightsOf(roles, data);
  if (data.units.length === 0 || may.has('dispose')) return [];
  const over = held.filter(
    (one) => one.units.length === 0 && one.may.has('submit-answer') && !one.may.has('verify'),
  );
  return data.roles.filter(({ key }) => over.some(({ role }) => role === key)).map(({ title }) => title);
}
