import type { ClientBase } from 'pg';
import { localDate } from '../../../domain/calendar/instant.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { type CaseActor, rightsOf } from '../../../domain/people/case-actor.ts';
import { awaitsRespondent, mayRead } from '../../../domain/people/may.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { rolesOfDay } from '../../people/deputies/roles-of-day.read.ts';
import { hasAnotherHand } from '../../people/one-hand.read.ts';
import {
  DISPOSING_READERS,
  VIEWER_PARAMETERS,
  viewerOf,
  viewerParameters,
  visibleTo,
} from './visible-cases.ts';

/** Everybody who stands above the units: holds `dispose` or `case/read-restricted` on the day of `now` (milliseconds). */
export async function readThoseAbove(
  tx: ClientBase,
  keyring: Keyring,
  office: Office,
  now: number,
): Promise<readonly CaseActor[]> {
  const staff = await readStaffOfDay(tx, keyring, office, now);
  return staff.filter(({ may }) => may.has('dispose') || may.has('case/read-restricted'));
}

/** Everybody who works in the office on the day of `now` (milliseconds), each with all his roles. */
export async function readStaffOfDay(
  tx: ClientBase,
  keyring: Keyring,
  office: Office,
  now: number,
): Promise<readonly CaseActor[]> {
  const today = localDate(now, office.zone);
  const roles = await rolesOfDay(tx, keyring, office.officeId, today);
  const held = Map.groupBy(roles, ({ account }) => account);
  return [...held].map(([account, own]): CaseActor => {
    const deputyOf = own.flatMap(({ deputyFor }) => deputyFor ?? []);
    return { by: 'staff', account, ...rightsOf(own, office.data), deputyOf };
  });
}

/**
 * Whether the office has nobody else of those above who disposes, may read the case and is a person of his own (decision
 * 0025): whom its wall shuts out cannot be the second.
 */
export async function isAloneAbove(
  tx: ClientBase,
  keyring: Keyring,
  { officeId }: Office,
  account: string | null,
  { state, above }: { readonly state: CaseState; readonly above: readonly CaseActor[] },
  now: number,
): Promise<boolean> {
  const others = above.flatMap((one) =>
    one.may.has('dispose') && mayRead(one, state) ? (one.account ?? []) : [],
  );
  return account !== null && !(await hasAnotherHand(tx, keyring, officeId, account, others, now));
}

/** Rule 28, the next one up acts: whether the terlapor of this case leave nobody above the units who could open it. */
export async function isLeftAlone(
  tx: Tx,
  keyring: Keyring,
  office: Office,
  state: CaseState,
  now: number,
): Promise<boolean> {
  if (!complainsOfStaff(state)) return false;
  const above = await readThoseAbove(tx, keyring, office, now);
  return !above.some((one) => mayRead(one, state));
}

/**
 * How many open cases are left so: a number for whoever gives roles, who need not see one of them. Counted as lists find
 * their cases, not by the sealed states, of which there may be as many as the public names somebody.
 */
export async function countLeftAlone(tx: Tx, keyring: Keyring, office: Office, now: number): Promise<number> {
  const { officeId, codes } = office;
  const above = (await readThoseAbove(tx, keyring, office, now)).map((one) => viewerOf(one, codes));
  const isOpenToNone = above.map((_, place) => `and not (${visibleTo(2 + place * VIEWER_PARAMETERS)})`);
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from complaint_case c
      where c.office_id = $1 and c.is_open
        and c.case_id in (select t.case_id from case_respondent t where t.office_id = $1
          union all select r.case_id from case_reader r
          where r.office_id = $1 and r.account_id = '${DISPOSING_READERS}')
        ${isOpenToNone.join(' ')}`,
    [officeId, ...above.flatMap(viewerParameters)],
  );
  return rows[0]?.count ?? 0;
}

function complainsOfStaff(state: CaseState): boolean {
  return awaitsRespondent(state) || state.people.respondents.some(({ account }) => account !== null);
}
