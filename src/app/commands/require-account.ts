import { localDate } from '../../domain/calendar/instant.ts';
import type { Office } from '../../features/offices/office.read.ts';
import { findAccount } from '../../features/people/list-accounts.read.ts';
import { Fault } from '../../platform/errors.ts';
import { wordsOf } from '../../platform/words/words.ts';
import type { Given } from '../command-line.ts';
import type { System } from '../open-system.ts';
import { requireOffice } from './run-in-system.ts';

/** The office and the open account that a command names by `--office` and `--email`, with the office's day. */
export async function requireAccount(
  given: Given,
  system: System,
  now: number,
): Promise<{
  readonly office: Office;
  readonly account: string;
  readonly email: string;
  readonly today: string;
}> {
  const office = await requireOffice(system, given.text('office'), now);
  const email = given.text('email');
  const account = await findAccount(system.database.owner, office.officeId, email);
  if (account === null) throw new Fault('account-unknown', wordsOf('id')('account.account-unknown'));
  return { office, account, email, today: localDate(now, office.zone) };
}
