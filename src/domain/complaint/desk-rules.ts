import type { OfficeData } from '../office/office-data.ts';
import type { CaseState } from './case-state.ts';
import { CLOSING_OUTCOMES } from './closed-event.ts';
import { type Refused, refuse } from './decision.ts';
import { deriveAxes } from './derive-axes.ts';
import type { Refusal } from './refusal.ts';
import type { AnswerWay, Outcome, Severity } from './vocabulary.ts';

/** How he who stands at the desk is answered; the other two ways are for whom nobody reaches (rule 25). */
export const DESK_WAYS = ['oral', 'letter', 'channel'] as const satisfies readonly AnswerWay[];

type DeskChoice = {
  readonly severity?: Severity | null;
  readonly outcome: Outcome;
  readonly way: AnswerWay;
};

/**
 * What the front office may answer at once: kinds, services, classes, outcomes of the office's list (rule 4). A
 * complaint about a person of the office, or in an oversight category, is never among them. Nor is one that the clerk
 * would class anew: that is said with a reason, by those who may classify.
 */
export function notAtDesk(
  state: CaseState,
  { severity: chosen = null, outcome, way }: DeskChoice,
  office: OfficeData,
): Refused | null {
  const never = neverAtDesk(state, office);
  if (never !== null) return never;
  const severity = deskSeverity(state, chosen, office);
  if (chosen !== null && severity !== chosen) return refused('severity');
  if (severity !== null && !isDeskSeverity(severity, office)) return refused('severity');
  if (!office.atDesk.outcomes.includes(outcome)) return refused('outcome');
  return DESK_WAYS.some((one) => one === way) ? null : refused('way');
}

/** Of that, what the case itself rules out, whatever would be entered: then the desk is not offered to answer it. */
export function neverAtDesk(state: CaseState, office: OfficeData): Refused | null {
  const { kinds, services } = office.atDesk;
  if (state.people.respondents.length > 0) return refused('respondent');
  if (state.oversight || deriveAxes(state, office).oversight.value) return refused('category');
  if (!kinds.includes(state.kind)) return refused('kind');
  if (services !== 'all' && (state.service === null || !services.includes(state.service))) {
    return refused('service');
  }
  const classed = state.severity.now;
  return classed === null || isDeskSeverity(classed, office) ? null : refused('severity');
}

function isDeskSeverity(severity: Severity, { atDesk }: OfficeData): boolean {
  return atDesk.severities === 'all' || atDesk.severities.includes(severity);
}

function refused(what: Extract<Refusal, { readonly refusal: 'not-at-desk' }>['what']): Refused {
  return refuse({ refusal: 'not-at-desk', what });
}

/**
 * Rule 4: it ended with the answer of the desk. Reopened it does so no more, also where it is withdrawn or archived
 * afterwards without another answer.
 */
export function endedAtDesk({ answer, outcome }: Pick<CaseState, 'answer' | 'outcome'>): boolean {
  return answer?.atDesk === true && CLOSING_OUTCOMES.some((one) => one === outcome);
}

/**
 * Rule 22: the class is derived and shown. One that a person has given stands, and no form of the desk takes it back;
 * else it is what the clerk chose, else the one by the office's rules, else the first of the office's list.
 */
export function deskSeverity(
  state: CaseState,
  chosen: Severity | null | undefined,
  office: OfficeData,
): Severity | null {
  const derived = deriveAxes(state, office).severity.value ?? office.classes[0]?.key ?? null;
  return state.severity.now ?? chosen ?? derived;
}
