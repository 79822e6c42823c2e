import type { CaseActor } from '../people/case-actor.ts';
import { hasSettled, isUndecided, leavesNobody } from '../people/may.ts';
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
 * Says of one terlapor who he is: accounts, which the wall then shuts out, or nobody of this office (rule 28). One person
 * names accounts that are in use for somebody whom only words named; two say whatever takes a wall down, since the first
 * may be he himself: that he works elsewhere, accounts that are closed, and all that is said anew of whom it was settled
 * before (rule 32; decision 0025). Once it is said of all, the case is open to its readers; another than who settled it by
 * himself answers and ends it (`gate.ts`). Where the office has no second person one suffices, and the entry says so.
 */
export function decideSettleRespondent(
  state: CaseState,
  command: SettleRespondentCommand,
  context: Context,
): Decision {
  const { actor, now, above = [] } = context;
  const closed = gate(state, 'settle-respondent', actor);
  if (closed !== null) return closed;
  const { notStaff, reason } = command;
  const staff = [...new Set(command.staff)];
  const place = placeOf(state, command.respondent);
  const ref = state.people.respondents[place];
  if (ref === undefined || staff.length > 0 === notStaff) return refuse({ refusal: 'respondent-unsaid' });
  if (reason === null) return refuse({ refusal: 'reason-required' });
  const voice = voiceOf(state, ref, staff, context);
  if (typeof voice === 'object') return voice;
  const respondents = state.people.respondents.toSpliced(place, 1, ...settled(ref, staff, actor, voice));
  const after = { ...state, people: { ...state.people, respondents } };
  const staying = voice === 'alone' ? null : actor;
  if (voice !== 'first' && !notStaff && leavesNobody(after, staying, above)) {
    return refuse({ refusal: 'nobody-left' });
  }
  return accept({ type: 'corrected', at: now, changes: { respondents }, reason, due: null });
}

/** Where he stands of whom it is said; left out, it is whom alone nobody has settled. -1 where there is no such. */
function placeOf({ people }: CaseState, respondent: number | undefined): number {
  if (respondent !== undefined) return respondent - 1;
  const open = people.respondents.flatMap((one, place) => (isUndecided(one) ? [place] : []));
  const [only = -1] = open.length === 1 ? open : [];
  return only;
}

/** Whether this settles it, and as whose word: of one person, of the first or the second of two, or of the only one. */
type Voice = 'one' | 'first' | 'second' | 'alone';

function voiceOf(
  state: CaseState,
  ref: RespondentRef,
  staff: readonly AccountId[],
  { actor, isOneHandWith = () => true, isAlone = false, isClosed = () => true }: Context,
): Voice | Refused {
  const { account } = actor;
  const operation = 'settle-respondent';
  if (account === null) return refuse({ refusal: 'not-permitted', operation });
  if (isAlone && !hasSettled(actor, state)) return 'alone';
  if (isUndecided(ref) && staff.length > 0 && !staff.some(isClosed)) return 'one';
  const { said } = ref;
  // Who says another thing is the first to say it.
  const agrees = said?.staff.length === staff.length && staff.every((one) => said.staff.includes(one));
  if (said === undefined || !agrees) return 'first';
  const notNow = (because: NotNow) => refuse({ refusal: 'not-now', operation, because });
  if (said.by === account) return notNow('needs-second-person');
  return isOneHandWith(said.by) ? notNow('one-hand') : 'second';
}

/** One name may mean several people. */
function settled(
  ref: RespondentRef,
  staff: readonly AccountId[],
  { account: by }: CaseActor,
  voice: Voice,
): readonly RespondentRef[] {
  if (voice === 'first') return [by === null ? ref : { ...ref, said: { by, staff } }];
  const { identity, unit } = ref;
  const how = {
    ...(voice === 'second' || by === null ? {} : { settledBy: by }),
    ...(voice === 'alone' ? { alone: true as const } : {}),
  };
  const [first, ...more] = staff;
  if (first === undefined) return [{ identity, account: null, unit, standing: 'not-staff', ...how }];
  return [
    { identity, account: first, unit, ...how },
    ...more.map((account) => ({ identity: null, account, unit: null })),
  ];
}
