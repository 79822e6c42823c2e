import { localDay, startOfDay } from '../../../domain/calendar/instant.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { CaseRef } from '../store/load-case.read.ts';
import { findCase } from '../store/load-case.read.ts';
import { logAccess, wasLogged } from '../vault/access-log.store.ts';
import { type OpenedPerson, readPeople } from '../vault/read-people.ts';
import { handlesCase, settlesCase } from './read-case.read.ts';

/**
 * Names and contacts of an open case for those who handle it: without asking, logged once a day (rule 32).
 * Only of the terlapor while it is to be said who he is (rule 28). Null for everybody else, for whom the way is `openPerson`
 * with a reason. `now` in milliseconds.
 */
export function readContacts(
  desk: CaseDesk,
  office: Office,
  ref: CaseRef,
  actor: CaseActor,
  now: number,
): Promise<readonly OpenedPerson[] | null> {
  const { officeId, zone } = office;
  return withOffice(desk.pool, officeId, async (tx) => {
    const found = await findCase(tx, desk.keyring, officeId, ref);
    if (found === null) return null;
    const { state } = found.head;
    const handles = handlesCase(actor, state);
    if (!handles && !settlesCase(actor, state)) return null;
    const access = { actor, action: 'contacts-seen', caseId: found.caseId } as const;
    if (!(await wasLogged(tx, officeId, access, startOfDay(localDay(now, zone), zone)))) {
      await logAccess(tx, officeId, { ...access, accessId: desk.newId(), at: now });
    }
    const people = await readPeople(tx, desk.keyring, officeId, found.caseId);
    return handles ? people : people.filter(({ part }) => part === 'respondent');
  });
}
