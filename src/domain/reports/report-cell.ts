import { KINDS, type Kind } from '../complaint/vocabulary.ts';
import type { ReportFact } from './report-fact.ts';

/** The axes that tables are made of. */
export type Axis =
  | 'service'
  | 'status'
  | 'outcome'
  | 'month'
  | 'channel'
  | 'severity'
  | 'response'
  | 'promise'
  | 'unit'
  | 'category'
  | 'place'
  | 'recording'
  | 'reaction'
  | 'finish';

/**
 * Axes are counted in a few cuts instead of one cell of all of them, whose number would come near that of the cases.
 * Every cut holds every case exactly once, which the check before issuing compares.
 */
export const CUTS = [
  ['service', 'status', 'outcome'],
  ['month', 'channel', 'recording'],
  ['severity', 'response', 'promise', 'reaction', 'finish'],
  ['unit', 'category', 'place'],
] as const satisfies readonly (readonly Axis[])[];

/** How many cases share these values. Axes outside the cell's cut are absent; null is "not determined". */
export type ReportCell = {
  readonly cut: number;
  readonly kind: Kind;
  /** Rests on the office's old register only (rule 37). */
  readonly imported: boolean;
  readonly keys: readonly (string | null)[];
  readonly count: number;
};

/** Rows of `by-response-time`, in whole working days (rule 36). */
export const RESPONSE_KEYS = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6-10',
  '11-14',
  '15-60',
  '61+',
  'unanswered',
  'not-recorded',
] as const;
export type ResponseKey = (typeof RESPONSE_KEYS)[number];

/** Rows of `on-time` (rule 36): late holds answered late and unanswered past the limit. */
export const PROMISE_KEYS = ['on-time', 'late', 'not-yet-due', 'unlimited', 'not-recorded'] as const;
export type PromiseKey = (typeof PROMISE_KEYS)[number];

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

/** Nobody recorded when it was answered, or when it came but for its month (rule 37). */
export function isUnmeasured(
  fact: Pick<ReportFact, 'status' | 'precision' | 'provenance' | 'answeredAt'>,
): boolean {
  const finished = fact.status === 'closed' || fact.status === 'filed';
  return fact.precision === 'month' || (restsOnOldRegister(fact) && finished);
}

/** Rests on the office's old register only: an imported case until Tanggap has its answer (rule 37). */
export function restsOnOldRegister(fact: Pick<ReportFact, 'provenance' | 'answeredAt'>): boolean {
  return fact.provenance === 'register-lama' && fact.answeredAt === null;
}

/** The row of `on-time` at this instant (ISO, UTC); called by tests only, SQL counts it for the reports. */
export function promiseKey(fact: ReportFact, at: string): PromiseKey {
  if (isUnmeasured(fact)) return 'not-recorded';
  if (fact.dueAt === null) return 'unlimited';
  if (fact.answeredAt !== null) return fact.answeredAt <= fact.dueAt ? 'on-time' : 'late';
  // Withdrawn or archived before its limit: nothing was owed any more.
  if (fact.closedAt !== null && fact.closedAt <= fact.dueAt) return 'unlimited';
  return fact.dueAt <= at ? 'late' : 'not-yet-due';
}

/**
 * The counting rule in memory, called by tests only: what the store's one cell query must give for the same facts.
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
  }
}
