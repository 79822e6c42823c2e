import type { CaseDesk } from '../src/features/cases/doors/case-desk.ts';
import type { Office } from '../src/features/offices/office.read.ts';
import { createAccount, type NewAccount } from '../src/features/people/create-account.ts';
import { withOffice } from '../src/platform/database/transaction.ts';
import { uuidv7 } from '../src/platform/ids.ts';
import { actingIn, MORNING } from './office-desk.ts';

type At = { readonly desk: CaseDesk; readonly office: Office };

/** An account of this office with some values of one's own, made through the door for accounts; or the refusal. */
export function anAccount({ desk, office }: At, own: Partial<NewAccount> = {}) {
  const { officeId, data } = office;
  const command = {
    name: 'Rina Contoh',
    email: `${uuidv7()}@contoh.id`,
    password: 'kuda hijau laut',
    roles: ['koordinator'],
    unit: null,
    fromOn: '2026-01-01',
    ...own,
  };
  return withOffice(desk.pool, officeId, (tx) =>
    createAccount(tx, officeId, data.roles, command, actingIn(desk, MORNING)),
  );
}
