import { localDate } from '../../domain/calendar/instant.ts';
import { type CaseActor, rightsOf } from '../../domain/people/case-actor.ts';
import type { OfficeActContext } from '../../features/offices/append-office-event.ts';
import type { Office } from '../../features/offices/office.read.ts';
import { createAccount } from '../../features/people/create-account.ts';
import { oneTimePassword } from '../../features/people/password.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { NewId } from '../../platform/ids.ts';

/** An account of the example, with the password that is shown this once. */
export type DemoAccount = {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** Of these roles, as the office calls them. */
  readonly titles: readonly string[];
  readonly password: string;
};

const PARTS = {
  counter: { name: 'Rahmah Contoh', roles: ['petugas-loket'], unit: null },
  online: { name: 'Yusran Rekaan', roles: ['front-office'], unit: null },
  coordinator: { name: 'Mariani Misal', roles: ['koordinator'], unit: null },
  head: { name: 'Burhan Umpama', roles: ['penanggung-jawab'], unit: null },
  protection: { name: 'Fitriah Andai', roles: ['kepala-bidang'], unit: 'perlindungan-jaminan-sosial' },
  rehabilitation: { name: 'Sahrani Karangan', roles: ['kepala-bidang'], unit: 'rehabilitasi-sosial' },
  empowerment: { name: 'Supiani Ibarat', roles: ['kepala-bidang'], unit: 'pemberdayaan-sosial' },
  staff: { name: 'Hamidah Khayal', roles: ['staf-bidang'], unit: 'perlindungan-jaminan-sosial' },
  reviewer: { name: 'Misran Contoh', roles: ['tim-penelaah'], unit: null },
  auditor: { name: 'Laila Rekaan', roles: ['tim-audit'], unit: null },
  administrator: { name: 'Zainal Misal', roles: ['administrator'], unit: null },
  inspector: { name: 'Wahidah Andai', roles: ['pemeriksa-catatan'], unit: null },
} as const;

export type DemoPart = keyof typeof PARTS;
export type DemoCast = Readonly<Record<DemoPart, CaseActor>>;

/** One account for each role of the office and for each division; made within the transaction of the caller. */
export async function castDemo(
  tx: Tx,
  office: Office,
  context: OfficeActContext & { readonly newId: NewId },
): Promise<{ readonly cast: DemoCast; readonly accounts: readonly DemoAccount[] }> {
  const accounts: DemoAccount[] = [];
  const appoint = async (part: DemoPart): Promise<CaseActor> => {
    const { name, roles, unit } = PARTS[part];
    const email = `${roles[0]}${unit === null ? '' : `-${unit.split('-')[0]}`}@contoh.invalid`;
    const password = oneTimePassword();
    const command = {
      name,
      email,
      password,
      roles,
      unit,
      fromOn: localDate(context.now, office.zone),
    };
    const made = await createAccount(tx, office.officeId, office.data.roles, command, context);
    if (!made.ok) throw new Error(`The example's account ${email} was refused: ${made.refusal}`);
    const titles = roles.map((key) => office.data.roles.find((role) => role.key === key)?.title ?? key);
    accounts.push({ name, email, roles, titles, password });
    return {
      ...{ by: 'staff', account: made.account, deputyOf: [] },
      ...rightsOf(
        roles.map((role) => ({ role, unit })),
        office.data,
      ),
    };
  };
  const cast = {
    counter: await appoint('counter'),
    online: await appoint('online'),
    coordinator: await appoint('coordinator'),
    head: await appoint('head'),
    protection: await appoint('protection'),
    rehabilitation: await appoint('rehabilitation'),
    empowerment: await appoint('empowerment'),
    staff: await appoint('staff'),
    reviewer: await appoint('reviewer'),
    auditor: await appoint('auditor'),
    administrator: await appoint('administrator'),
    inspector: await appoint('inspector'),
  };
  return { cast, accounts };
}
