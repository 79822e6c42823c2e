import { NOT_KNOWN_OPEN } from '../src/domain/complaint/status-sets.ts';
import { KINDS } from '../src/domain/complaint/vocabulary.ts';
import {
  type Axis,
  CUTS,
  isUnmeasured,
  type PromiseKey,
  RESPONSE_KEYS,
  type ReportCell,
  type ResponseKey,
  restsOnOldRegister,
} from '../src/domain/reports/report-cell.ts';
import type { ReportFact } from '../src/domain/reports/report-fact.ts';

/**
 * The counting rule in memory: what the store's one cell query must give for the same facts.
 * `at` is the instant of reading (the period's end, or now if that is earlier).
 */
export function cellsOf(facts: readonly ReportFact[], at: string): readonly ReportCell[] {
  const cells = new Map<string, ReportCell>();
  for (const fact of facts) {
    if (!fact.counted) continue;
    for (const [cut, axes] of CUTS.entries()) {
      const keys = axes.map((axis) => axisKey(fact, axis, at));
      const imported = restsOnOldRegister(fact);
      const name = JSON.stringify([cut, KINDS.indexOf(fact.kind), imported, keys]);
      const known = cells.get(name);
      cells.set(name, { cut, kind: fact.kind, imported, keys, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...cells.values()];
}

function axisKey(fact: ReportFact, axis: Axis, at: string): string | null {
  switch (axis) {
    case 'service':
      return fact.service;
    case 'status':
      return fact.status;
    case 'outcome':
      return fact.outcome;
    case 'month':
      return fact.receivedOn.slice(0, 7);
    case 'channel':
      return fact.channel;
    case 'severity':
      return fact.severity;
    case 'response':
      return responseKey(fact);
    case 'promise':
      return promiseKey(fact, at);
    case 'unit':
      return fact.unit;
    case 'category':
      return fact.category;
    case 'place':
      // Rule 6: a protected case is a number without its village.
      return fact.protected ? null : fact.place;
    case 'recording':
      return fact.recordingTime;
    case 'reaction':
      return fact.reactionTime;
    case 'finish':
      return fact.finishTime;
    case 'way':
      if (fact.answerWay !== null) return fact.answerWay;
      return restsOnOldRegister(fact) && NOT_KNOWN_OPEN.includes(fact.status) ? 'not-recorded' : 'unanswered';
    case 'change':
      if (fact.severity === null) return 'unclassed';
      return fact.severity === fact.severityFirst ? 'same' : 'changed';
  }
}

/**
 * The row of `by-response-time` that a case stands in. A case that the old register calls finished has no recorded
 * answering time (rule 37); neither has one whose receipt is known by month only, or whose calendar year is not loaded.
 */
function responseKey(fact: ReportFact): ResponseKey {
  if (isUnmeasured(fact)) return 'not-recorded';
  if (fact.answeredAt === null) return 'unanswered';
  const days = fact.answerWorkingDays;
  if (days === null) return 'not-recorded';
  if (days <= 5) return RESPONSE_KEYS[days] ?? '0';
  if (days <= 10) return '6-10';
  if (days <= 14) return '11-14';
  return days <= 60 ? '15-60' : '61+';
}

/** The row of `on-time` at this instant (ISO, UTC); the reports' is counted in SQL. */
export function promiseKey(fact: ReportFact, at: string): PromiseKey {
  if (isUnmeasured(fact)) return 'not-recorded';
  if (fact.dueAt === null) return 'unlimited';
  if (fact.answeredAt !== null) return fact.answeredAt <= fact.dueAt ? 'on-time' : 'late';
  // Withdrawn or archived before its limit: nothing was owed any more.
  if (fact.closedAt !== null && fact.closedAt <= fact.dueAt) return 'unlimited';
  return fact.dueAt <= at ? 'late' : 'not-yet-due';
}
