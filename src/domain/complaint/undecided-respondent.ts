import type { CaseActor } from '../people/case-actor.ts';
import { isUndecided, leavesNobody } from '../people/may.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, type Refused, refuse } from './decision.ts';
import type { AccountId, RespondentRef, TextId } from './event.ts';
import { gate } from './gate.ts';
import type { NotNow } from './refusal.ts';
import type { WorksHere } from './vocabulary.ts';

/** Somebody complained of, as he is named when a complaint comes in. */
export type NamedRespondent = Pick<RespondentRef, 'identity' | 'account' | 'unit'> & {
  /** Whether he works at this office, as far as whoever complains knows. */
  readonly worksHere?: WorksHere;
};

const SOMEBODY: RespondentRef = { identity: null, account: null, unit: null, standing: 'undecided' };

/**
 * Whom a complaint names as terlapor (rule 28). Who is named free and works here, as far as is known, may be the clerk who
 * would open the case: undecided until somebody who disposes says who it is. What the public and programs leave out is not
 * known; staff know their colleagues and choose them by account. Who is said to work elsewhere walls nothing: an urgent
 * case must reach those on duty (rules 5, 6). Who asks to go past the front office complains of somebody, also without a
 * name.
 */
export function respondentsNamed(
  named: { readonly respondents?: readonly NamedRespondent[]; readonly pastFrontOffice?: boolean },
  { by }: CaseActor,
): readonly RespondentRef[] {
  const { respondents = [], pastFrontOffice = false } = named;
  const leftOut = by === 'public' || by === 'token' ? 'unknown' : null;
  const refs = respondents.map(({ worksHere, identity, account, unit }): RespondentRef => {
    const ref = { identity, account, unit };
    const works = worksHere ?? leftOut;
    if (account !== null || works === null) return ref;
    return { ...ref, standing: works === 'no' && unit === null ? 'not-staff' : 'undecided' };
  });
  const asksPast = pastFrontOffice && !refs.some(isUndecided);
  return asksPast ? [...refs, SOMEBODY] : refs;
}

export type SettleRespondentCommand = {
  /** Which of those complained of, from 1; left out where nobody has said it of one only. */
  readonly respondent?: number;
  /** Accounts of those whom this name means; empty when nobody of the office is. */
  readonly staff: readonly AccountId[];
  readonly notStaff: boolean;
  readonly reason: TextId | null;
};

/**
 * Says of one terlapor who he is: accounts, which the wall then shuts out, or nobody of this office, which two persons must
 * say, since the first may be he himself (rules 28, 32; decision 0025). Once it is said of all, the case is open to its
 * readers; another than who named an account answers and ends it (`gate.ts`).
 */
export function decideSettleRespondent(
  state: CaseState,
  command: SettleRespondentCommand,
  { actor, now, above = [], isOneHandWith = () => true }: Context,
): Decision {
  const closed = gate(state, 'settle-respondent', actor);
  if (closed !== null) return closed;
  const { staff, notStaff, reason } = command;
  const place = placeOf(state, command.respondent);
  const ref = state.people.respondents[place];
  if (ref === undefined || staff.length > 0 === notStaff) return refuse({ refusal: 'respondent-unsaid' });
  if (reason === null) return refuse({ refusal: 'reason-required' });
  const refused = notStaff ? noPerson(ref, actor, isOneHandWith) : null;
  if (refused !== null) return refused;
  const respondents = state.people.respondents.toSpliced(place, 1, ...settled(ref, staff, actor));
  const after = { ...state, people: { ...state.people, respondents } };
  if (!notStaff && leavesNobody(after, actor, above)) return refuse({ refusal: 'nobody-left' });
  return accept({ type: 'corrected', at: now, changes: { respondents }, reason, due: null });
}

/** Where he stands of whom it is said; -1 where nothing is to be said of him, or of several it is not said of whom. */
function placeOf({ people }: CaseState, respondent: number | undefined): number {
  const open = people.respondents.flatMap((one, place) => (isUndecided(one) ? [place] : []));
  const [only = -1] = open.length === 1 ? open : [];
  if (respondent === undefined) return only;
  return open.includes(respondent - 1) ? respondent - 1 : -1;
}

/** That he works elsewhere takes the wall down: one person alone, and a program, cannot say it. */
function noPerson(
  { notStaffBy }: RespondentRef,
  { by, account }: CaseActor,
  isOneHandWith: (other: AccountId) => boolean,
): Refused | null {
  const operation = 'settle-respondent';
  if (by !== 'staff' || account === null) return refuse({ refusal: 'not-permitted', operation });
  if (notStaffBy === undefined) return null;
  const notNow = (because: NotNow) => refuse({ refusal: 'not-now', operation, because });
  if (notStaffBy === account) return notNow('needs-second-person');
  return isOneHandWith(notStaffBy) ? notNow('one-hand') : null;
}

/** One name may mean several people; that he works elsewhere stands once the second person has said it. */
function settled(
  { identity, unit, notStaffBy }: RespondentRef,
  staff: readonly AccountId[],
  { account: by }: CaseActor,
): readonly RespondentRef[] {
  const [first, ...more] = new Set(staff);
  if (first !== undefined) {
    return [
      { identity, account: first, unit, ...(by === null ? {} : { settledBy: by }) },
      ...more.map((account) => ({ identity: null, account, unit: null })),
    ];
  }
  const ref = { identity, account: null, unit };
  if (notStaffBy !== undefined) return [{ ...ref, standing: 'not-staff' }];
  return [{ ...ref, standing: 'undecided', ...(by === null ? {} : { notStaffBy: by }) }];
}
