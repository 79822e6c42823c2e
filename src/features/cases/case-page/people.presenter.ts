import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { HOUR_MS } from '../../../domain/calendar/instant.ts';
import { identitiesOfCase } from '../../../domain/complaint/identities-of-case.ts';
import { instantOf } from '../../../domain/complaint/instant-ms.ts';
import {
  CONSENT_HOURS,
  type OpeningRequest,
  openRequests,
} from '../../../domain/complaint/opening-consent.ts';
import type { Option } from '../../../platform/views/fields.view.tsx';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import type { StaffFace } from '../../people/staff-frame.view.tsx';
import type { Person } from '../vault/person.ts';
import type { OpenedPerson } from '../vault/read-people.ts';
import type { PersonFace } from './person.view.tsx';
import type { CaseReading, MaskedPerson } from './read-case.read.ts';

export type PeopleSetting = {
  readonly reading: CaseReading;
  readonly office: Office;
  readonly words: Words;
  readonly now: number;
  readonly staff: StaffFace;
  /** Who reads. */
  readonly account: string;
  /** Whom he stands in for. */
  readonly deputyOf: readonly string[];
  readonly colleagues: readonly Option[];
  /** Opened for who handles the case (rule 32), else null. */
  readonly contacts: readonly OpenedPerson[] | null;
  /** Opened just now, with a reason. */
  readonly opened: OpenedPerson | null;
};
type Setting = PeopleSetting & { readonly mayCorrect: boolean };

/** Everybody of the case; whoever stands there no more, since his data were corrected, comes last (rule 11). */
export function peopleFaces(setting: Setting): readonly PersonFace[] {
  const { reading, now } = setting;
  const standing = identitiesOfCase(reading.state);
  const requests = openRequests(reading.timeline, instantOf(now));
  const current = reading.people.filter((one) => standing.has(one.identityId));
  const former = reading.people.filter((one) => !standing.has(one.identityId));
  return [
    ...current.map((one) => face(one, true, requests, setting)),
    ...former.map((one) => face(one, false, requests, setting)),
  ];
}

function face(
  { identityId, part, masked }: MaskedPerson,
  standing: boolean,
  requests: readonly OpeningRequest[],
  setting: Setting,
): PersonFace {
  const { opened, contacts, words, staff, reading } = setting;
  const open =
    opened?.identityId === identityId ? opened : contacts?.find((one) => one.identityId === identityId);
  const person = open?.person ?? null;
  const role = words(`person.${part}`);
  const own = requests.filter((one) => one.identity === identityId);
  return {
    identity: identityId,
    part,
    role: standing ? role : words('person.former', { role }),
    hint: masked === null ? words('person.erased') : (masked.name ?? ''),
    shown: person === null ? null : linesOf(person, words),
    mend:
      person === null || !standing || !setting.mayCorrect ? null : mendValues(person, identityId, reading),
    mayOpen: masked !== null && staff.may.has('identity/open'),
    waits: waitingWords(own, setting),
    agreed: own.some((one) => one.asker === setting.account && one.agreedAt !== null),
    asked: askedOfThisReader(own, setting),
  };
}

function waitingWords(
  requests: readonly OpeningRequest[],
  { account, office, words, reading }: Setting,
): string | null {
  const mine = requests.find((one) => one.asker === account);
  if (mine === undefined) return null;
  if (mine.agreedAt === null) return words('identity.waits');
  const until = Date.parse(mine.agreedAt) + CONSENT_HOURS * HOUR_MS;
  return words('identity.agreed', {
    until: formatInstant(until, office.zone, words.language),
    reason: reading.texts.get(mine.reason)?.body ?? '',
  });
}

function askedOfThisReader(
  requests: readonly OpeningRequest[],
  { account, staff, colleagues, reading }: Setting,
): PersonFace['asked'] {
  if (!staff.may.has('identity/approve')) return [];
  return requests
    .filter((one) => one.asker !== account && one.agreedAt === null)
    .map(({ asker, reason }) => ({
      asker,
      name: colleagues.find((one) => one.value === asker)?.label ?? '',
      reason,
      why: reading.texts.get(reason)?.body ?? '',
    }));
}

function linesOf(person: Person, words: Words): NonNullable<PersonFace['shown']> {
  const lines: readonly (readonly [label: string, value: string | null | undefined])[] = [
    ['', person.name],
    [words('complain.phone'), person.phone],
    [words('complain.email'), person.email],
    [words('complain.address'), person.address],
    [words('counter.nik'), person.nik],
    [words('counter.respondent-position'), person.position],
    [words('counter.relation'), person.relation],
    [words('text.remarks'), person.written],
  ];
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** What stands in the form first: everything that is known, since a correction replaces the whole person. */
function mendValues(
  person: Person,
  identityId: string,
  { state }: Setting['reading'],
): Readonly<Record<string, string>> {
  const { reporters, concerns, respondents } = state.people;
  const as = reporters.find((one) => one.identity === identityId)?.as;
  const relation = person.relation ?? concerns.find((one) => one.identity === identityId)?.relation;
  const staffId = respondents.find((one) => one.identity === identityId)?.account;
  const known = { ...person, as, relation, staffId };
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  );
}
