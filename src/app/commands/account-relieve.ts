import { parseTypedDay } from '../../domain/calendar/parse-typed-day.ts';
import { endDeputation } from '../../features/people/deputies/end-deputation.ts';
import { listDeputations } from '../../features/people/deputies/list-deputations.read.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { refuseAct } from './refuse-act.ts';
import { requireAccount } from './require-account.ts';
import { atTheConsole, print, runInSystem, wrongUse } from './run-in-system.ts';

/** The deputation that runs, or else the next. */
export async function accountRelieve(given: Given): Promise<number> {
  const to = given.maybe('to');
  if (to !== null && parseTypedDay(to) === null)
    return wrongUse(given, `"${to}" bukan tanggal; tulis seperti 2026-05-01.`);
  return runInSystem(async (system, now) => {
    const { office, account, email, today } = await requireAccount(given, system, now);
    const { officeId } = office;
    const result = await withOffice(system.database.owner, officeId, async (tx) => {
      const [next] = await listDeputations(tx, system.keyring, officeId, today, account);
      if (next === undefined) return { ok: false, refusal: 'deputy-unknown' } as const;
      return endDeputation(tx, officeId, { id: next.id, to, today }, atTheConsole(system, now));
    });
    if (!result.ok) return refuseAct(given, result.refusal);
    if (given.json) printJson({ ok: true, account, email, to });
    else print(`Penggantian oleh ${email} ${to === null ? 'sudah berakhir' : `berakhir setelah ${to}`}.`);
    return exitCode.done;
  });
}
