import type { TeamMember } from '../../domain/papers/build-team-decree.ts';
import { PAPER_RULES, type PaperKind } from '../../domain/papers/paper-kind.ts';
import type { SigningDeputy } from '../../domain/papers/signature-block.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { Option } from '../../platform/views/fields.view.tsx';
import { type CaseReading, readCase } from '../cases/case-page/read-case.read.ts';
import { readContacts } from '../cases/case-page/read-contacts.ts';
import type { OpenedPerson } from '../cases/vault/read-people.ts';
import type { Office } from '../offices/office.read.ts';
import {
  type Decree,
  type DecreeMember,
  listDecrees,
  readDecreeMembers,
} from '../people/deputies/decree-members.read.ts';
import { type RoleOfDay, rolesOfDay } from '../people/deputies/roles-of-day.read.ts';
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
  /** Decrees that were written down, for the decree of the team; none for other papers. */
  readonly decrees: readonly Decree[];
  /** The one of them that is printed. */
  readonly decree: Decree | null;
};

type Asked = {
  readonly kind: PaperKind;
  readonly ticket: string | null;
  /** Null: the day of the decree, else today. */
  readonly day: string | null;
  readonly today: string;
  /** Number of a decree that was written down. */
  readonly decree: string | null;
};

/**
 * Reads what a paper needs on its day; null where the case is missing or not for this reader (rule 28). One that names people
 * opens the contacts of a case that this reader handles. `now` in milliseconds.
 */
export async function readSources(
  desk: PaperDesk,
  { office, actor }: AtWork,
  asked: Asked,
  now: number,
): Promise<(PaperSources & { readonly day: string }) | null> {
  const { officeId } = office;
  const ref = asked.ticket === null ? null : { ticket: asked.ticket };
  const reading = ref === null ? null : await readCase(desk.cases, office, ref, actor, now);
  if (ref !== null && reading === null) return null;
  const opens = ref !== null && reading?.handlesIt === true && PAPER_RULES[asked.kind].namesPeople;
  const contacts = opens ? await readContacts(desk.cases, office, ref, actor, now) : null;
  const colleagues = await listColleagues(desk.pool, office);
  return withOffice(desk.pool, officeId, async (tx) => {
    const { keyring } = desk;
    const decrees = asked.kind === 'sk-tim' ? await listDecrees(tx, keyring, officeId) : [];
    const decree = decrees.find(({ number }) => number === asked.decree) ?? null;
    const day = asked.day ?? decree?.on ?? asked.today;
    const deputies = await readSigningDeputies(tx, keyring, officeId, day);
    const members =
      decree === null
        ? membersOf(await rolesOfDay(tx, keyring, officeId, day), colleagues)
        : namedBy(await readDecreeMembers(tx, keyring, officeId, decree.number), office);
    return { reading, contacts, colleagues, deputies, members, decrees, decree, day };
  });
}

/** Who holds roles of his own on the day. */
function membersOf(held: readonly RoleOfDay[], colleagues: readonly Option[]): readonly TeamMember[] {
  const byAccount = Map.groupBy(
    held.filter(({ capacity }) => capacity === null),
    ({ account }) => account,
  );
  return colleagues.flatMap(({ value, label }) => {
    const roles = byAccount.get(value)?.map(({ role }) => role) ?? [];
    return roles.length === 0 ? [] : [{ name: label, roles, post: null }];
  });
}

/** Whom a decree names, with what he holds by it. */
function namedBy(members: readonly DecreeMember[], { named }: Office): readonly TeamMember[] {
  return [...Map.groupBy(members, ({ account }) => account).values()].map((terms) => ({
    ...{ name: terms[0]?.name ?? '', post: null, roles: [...new Set(terms.map(({ role }) => role))] },
    terms: terms.map(({ role, unit, from, to }) => ({
      ...{ role, from, to },
      unit: named.units.find(({ key }) => key === unit)?.label ?? unit,
    })),
  }));
}
