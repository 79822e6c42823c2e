import type { OfficeData } from '../office/office-data.ts';
import type { CaseState } from './case-state.ts';
import { type Refused, refuse } from './decision.ts';
import { findService } from './office-words.ts';
import type { AnswerWay, Outcome, Severity } from './vocabulary.ts';

/**
 * What the front office may answer at once: kinds, services, classes, outcomes of the office's list (rule 4). A
 * complaint about a person of the office, or in an oversight category, is never among them.
 */
export function notAtDesk(
  state: CaseState,
  severity: Severity | null,
  outcome: Outcome,
  way: AnswerWay,
  office: OfficeData,
): Refused | null {
  const rules = office.atDesk;
  const refused = (what: 'kind' | 'service' | 'severity' | 'outcome' | 'category' | 'respondent' | 'way') =>
    refuse({ refusal: 'not-at-desk', what });
  if (state.people.respondents.length > 0) return refused('respondent');
  if (office.categories.some((one) => one.key === state.category && one.oversight))
    return refused('category');
  if (!rules.kinds.includes(state.kind)) return refused('kind');
  if (rules.services !== 'all' && (state.service === null || !rules.services.includes(state.service))) {
    return refused('service');
  }
  if (rules.severities !== 'all' && severity !== null && !rules.severities.includes(severity)) {
    return refused('severity');
  }
  if (!rules.outcomes.includes(outcome)) return refused('outcome');
  return way === 'undeliverable' || way === 'published' ? refused('way') : null;
}

/** Rule 22: the class is derived and shown: what the clerk chose, else the service's, else the office's lightest. */
export function deskSeverity(
  state: CaseState,
  chosen: Severity | null | undefined,
  office: OfficeData,
): Severity | null {
  const derived = findService(office, state.service)?.severity ?? state.severity.now;
  return chosen ?? derived ?? office.classes[0]?.key ?? null;
}
