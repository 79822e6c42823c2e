import { readOverAllUnits } from '../../features/people/over-all-units.read.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { wordsOf } from '../../platform/words/words.ts';
import type { System } from '../open-system.ts';
import { tell } from './run-in-system.ts';

/** Says which roles of the account now hold over all units, as its page does; gives their titles. */
export async function warnOverAllUnits(
  { database, keyring }: System,
  asked: Parameters<typeof readOverAllUnits>[2],
): Promise<readonly string[]> {
  const titles = await withOffice(database.owner, asked.officeId, (tx) =>
    readOverAllUnits(tx, keyring, asked),
  );
  if (titles.length > 0) tell(wordsOf('id')('account.over-all-units', { roles: titles.join(', ') }));
  return titles;
}
