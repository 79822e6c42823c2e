import type { TeamMember } from '../../domain/papers/build-team-decree.ts';
import type { SigningDeputy } from '../../domain/papers/signature-block.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { Option } from '../../platform/views/fields.view.tsx';
import { type CaseReading, readCase } from '../cases/case-page/read-case.read.ts';
import { readContacts } from '../cases/case-page/read-contacts.ts';
import type { OpenedPerson } from '../cases/vault/read-people.ts';
import { rolesOfDay } from '../people/deputies/roles-of-day.read.ts';
import { readSigningDeputies } from '../people/deputies/signing-deputies.read.ts';
import { listColleagues } from '../people/list-colleagues.read.ts';
import type { AtWork } from '../people/staff-desk.tsx';
import type { PaperDesk } from './paper-desk.ts';

/** What a paper is made from besides what somebody writes. */
export type PaperSources = {
  /** Null for a paper of the office. */
  readonly reading: CaseReading | null;
  /** Opened for who handles the case, which is logged (rule 32); null for others. */
  readonly contacts: readonly OpenedPerson[] | null;
  readonly colleagues: readonly Option[];
  readonly deputies: readonly SigningDeputy[];
  readonly members: readonly TeamMember[];
};

/**
 * Reads what a paper needs on `day`; null where the case is missing or not for this reader (rule 28). `namesPeople` opens the
 * contacts of a case that this reader handles. `now` in milliseconds.
 */
export async function readSources(
  desk: PaperDesk,
  { office, actor }: AtWork,
  asked: { readonly ticket: string | null; readonly day: string; readonly namesPeople: boolean },
  now: number,
): Promise<PaperSources | null> {
  const { officeId } = office;
  const ref = asked.ticket === null ? null : { ticket: asked.ticket };
  const reading = ref === null ? null : await readCase(desk.cases, office, ref, actor, now);
  if (ref !== null && reading === null) return null;
  const opens = ref !== null && reading?.handlesIt === true && asked.namesPeople;
  const contacts = opens ? await readContacts(desk.cases, office, ref, actor, now) : null;
  const colleagues = await listColleagues(desk.pool, office);
  const { deputies, held } = await withOffice(desk.pool, officeId, async (tx) => ({
    deputies: await readSigningDeputies(tx, desk.keyring, officeId, asked.day),
    held: await rolesOfDay(tx, desk.keyring, officeId, asked.day),
  }));
  const byAccount = Map.groupBy(
    held.filter(({ capacity }) => capacity === null),
    ({ account }) => account,
  );
  const members = colleagues.flatMap(({ value, label }) => {
    const roles = byAccount.get(value)?.map(({ role }) => role) ?? [];
    return roles.length === 0 ? [] : [{ name: label, roles, post: null }];
  });
  return { reading, contacts, colleagues, deputies, members };
}
