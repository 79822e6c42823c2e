import type { CaseActor } from '../people/case-actor.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { AccountId, RespondentRef, TextId } from './event.ts';
import { gate } from './gate.ts';

const SOMEBODY: RespondentRef = { identity: null, account: null, unit: null, standing: 'undecided' };

/**
 * Whom a complaint names as terlapor (rule 28). What the public or a program writes free may be anybody of the office, the
 * clerk who would open it among them: undecided until somebody above the units says who it is. Staff have said it by writing
 * it. Who asks to go past the front office complains of somebody, also without a name.
 */
export function respondentsNamed(
  named: { readonly respondents?: readonly RespondentRef[]; readonly pastFrontOffice?: boolean },
  { by }: CaseActor,
): readonly RespondentRef[] {
  const { respondents = [], pastFrontOffice = false } = named;
  const decided = by !== 'public' && by !== 'token';
  const refs = respondents.map(
    (one): RespondentRef => (decided || one.account !== null ? one : { ...one, standing: 'undecided' }),
  );
  const asksPast = pastFrontOffice && !refs.some(({ standing }) => standing === 'undecided');
  return asksPast ? [...refs, SOMEBODY] : refs;
}

export type SettleRespondentCommand = {
  /** Accounts of those complained of; empty when nobody of the office is. */
  readonly staff: readonly AccountId[];
  readonly notStaff: boolean;
  readonly reason: TextId | null;
};

/**
 * Says who the terlapor is whom the public named: accounts, which the wall then shuts out, or nobody of this office; the
 * case is open to its readers afterwards (rule 28).
 */
export function decideSettleRespondent(
  state: CaseState,
  { staff, notStaff, reason }: SettleRespondentCommand,
  { actor, now }: Context,
): Decision {
  const closed = gate(state, 'settle-respondent', actor);
  if (closed !== null) return closed;
  if (staff.length > 0 === notStaff) return refuse({ refusal: 'respondent-unsaid' });
  if (reason === null) return refuse({ refusal: 'reason-required' });
  const respondents = settled(state.people.respondents, [...new Set(staff)]);
  return accept({ type: 'corrected', at: now, changes: { respondents }, reason, due: null });
}

/** One name and one account are one person; which of several names is whose nobody was asked. */
function settled(
  respondents: readonly RespondentRef[],
  staff: readonly AccountId[],
): readonly RespondentRef[] {
  const undecided = respondents.filter(({ standing }) => standing === 'undecided');
  const [account = null] = staff;
  const isOne = undecided.length === 1 && staff.length === 1;
  const told = respondents.flatMap((one): readonly RespondentRef[] => {
    const { standing, identity, unit } = one;
    if (standing !== 'undecided') return [one];
    if (account === null) return [{ ...one, standing: 'not-staff' }];
    if (isOne) return [{ identity, account, unit }];
    return identity === null && unit === null ? [] : [{ identity, account: null, unit }];
  });
  const more = isOne ? [] : staff.map((one): RespondentRef => ({ identity: null, account: one, unit: null }));
  return [...told, ...more];
}
