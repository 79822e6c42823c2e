import type { CaseState } from '../src/domain/complaint/case-state.ts';
import type { OfficeData, OfficeRole } from '../src/domain/office/office-data.ts';
import { type CaseActor, rightsOf } from '../src/domain/people/case-actor.ts';
import { aComplaint } from './a-complaint.ts';
import type { Situation } from './permission-rules.ts';

/** Who meets the case, and one who does not. */
const ME = 'pemegang-1';
const ANOTHER = 'orang-lain-1';

/** Somebody who holds this one role in the way that the situation says, and the case that he meets. */
export function meeting(
  office: OfficeData,
  role: OfficeRole,
  situation: Situation,
): { readonly actor: CaseActor; readonly state: CaseState } {
  const [own, other] = office.units.map(({ key }) => key);
  if (own === undefined || other === undefined) throw new Error(`${office.slug} has no two units`);
  const above = !/unit$/.test(situation);
  const actor: CaseActor = {
    ...{ by: 'staff', account: ME },
    ...rightsOf([{ role: role.key, unit: above ? null : own }], office),
    deputyOf: situation === 'deputy-of-terlapor' ? [ANOTHER] : [],
  };
  const unit = situation.endsWith('other-unit') ? other : own;
  return { actor, state: standing(plain(office, unit), situation) };
}

/** With a unit, everything done that comes before it. */
function plain(office: OfficeData, unit: string): CaseState {
  const service = office.services.find((one) => !one.protected)?.key ?? null;
  return aComplaint({ office }).received({ service }).registered().disposed({ unit }).state();
}

/** The case as the situation has it; `me` meets it. */
export function standing(state: CaseState, situation: Situation, me = ME, another = ANOTHER): CaseState {
  switch (situation) {
    case 'protected-own-unit':
    case 'protected-other-unit':
    case 'protected-above-units':
      return { ...state, marks: { ...state.marks, protected: true } };
    case 'restricted-named':
      return closedTo(state, me);
    case 'restricted-not-named':
      return closedTo(state, another);
    case 'terlapor':
      return complaining(state, me);
    case 'terlapor-among-readers':
      return complaining(closedTo(state, me), me);
    case 'deputy-of-terlapor':
      return complaining(closedTo(state, me), another);
    case 'terlapor-undecided': {
      const named = { identity: 'terlapor-1', account: null, unit: null, standing: 'undecided' } as const;
      return { ...state, people: { ...state.people, respondents: [named] } };
    }
    case 'own-unit':
    case 'other-unit':
    case 'above-units':
      return state;
    case 'other-office':
      throw new Error('Another office has no case of this one: only its doors are asked');
  }
}

function complaining(state: CaseState, account: string): CaseState {
  const respondents = [{ identity: null, account, unit: null }];
  return { ...state, people: { ...state.people, respondents } };
}

function closedTo(state: CaseState, reader: string): CaseState {
  return {
    ...state,
    marks: { ...state.marks, restricted: true },
    review: { reviewers: [reader], recommendation: 'audit', decision: 'audit', readers: [reader] },
    investigation: { worthy: null, investigators: [reader], finding: null, sanctioned: null },
  };
}
