import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { localDate } from '../../domain/calendar/instant.ts';
import { createAccount } from '../../features/people/create-account.ts';
import { hasAccounts } from '../../features/people/list-accounts.read.ts';
import { officeWords } from '../../features/people/office-words.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode, Fault } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { refuseAct, refuseUnit } from './refuse-act.ts';
import { atTheConsole, print, requireOffice, runInSystem } from './run-in-system.ts';
import { warnOverAllUnits } from './warn-over-all-units.ts';

export async function accountCreate(given: Given): Promise<number> {
  const known = process.env.TANGGAP_PASSWORD;
  const password = known ?? (await askPassword());
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const { officeId, data } = office;
    const [unit, today] = [given.maybe('unit'), localDate(now, office.zone)];
    if (unit !== null && data.units.every(({ key }) => key !== unit)) return refuseUnit(given, unit);
    const command = {
      name: given.text('name'),
      email: given.text('email'),
      password,
      roles: given.all('role'),
      unit,
      fromOn: today,
      known: officeWords(data),
      // Typed here for a colleague, he chooses his own; a program that makes accounts goes on with what it was given.
      oneTime: known === undefined && (await hasAccounts(system.database.owner)),
    };
    const result = await withOffice(system.database.owner, officeId, (tx) =>
      createAccount(tx, officeId, data.roles, command, atTheConsole(system, now)),
    );
    if (!result.ok) return refuseAct(given, result.refusal);
    const { account } = result;
    const overAllUnits = await warnOverAllUnits(system, { officeId, data, account, today });
    const { email, roles } = command;
    if (given.json) printJson({ ok: true, account, email, roles, unit, overAllUnits });
    else print(`Akun ${email} dibuat untuk ${data.shortName}.`);
    return exitCode.done;
  });
}

/** Asked without showing it; without a terminal the variable is the only way. */
async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new Fault('password-missing', 'Kata sandi belum diberikan.', {
      remedy: 'Isi variabel TANGGAP_PASSWORD.',
    });
  }
  process.stderr.write('Kata sandi: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}
