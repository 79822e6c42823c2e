import { NOT_KNOWN_OPEN } from '../complaint/status-sets.ts';
import { ANSWER_WAYS, type Kind } from '../complaint/vocabulary.ts';
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
  | 'finish'
  | 'way'
  | 'change';

/**
 * Axes are counted in a few cuts instead of one cell of all of them, whose number would come near that of the cases.
 * Every cut holds every case exactly once, which the check before issuing compares.
 */
export const CUTS = [
  ['service', 'status', 'outcome'],
  ['month', 'channel', 'recording'],
  ['severity', 'response', 'promise', 'reaction', 'finish'],
  ['unit', 'category', 'place'],
  ['way', 'change'],
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

/** Rows of `by-answer-way` (rule 25): the five ways, then what was not answered, and what the old register leaves open. */
export const WAY_KEYS = [...ANSWER_WAYS, 'unanswered', 'not-recorded'] as const;
export type WayKey = (typeof WAY_KEYS)[number];

/** Rows of `by-class-change` (rule 15): without a class, still of its first one, of another. */
export const CHANGE_KEYS = ['unclassed', 'same', 'changed'] as const;
export type ChangeKey = (typeof CHANGE_KEYS)[number];

/** Nobody recorded whether or when it was answered, or when it came but for its month (rule 37). */
export function isUnmeasured(
  fact: Pick<ReportFact, 'status' | 'precision' | 'provenance' | 'answeredAt' | 'closedAt'>,
): boolean {
  return fact.precision === 'month' || (restsOnOldRegister(fact) && NOT_KNOWN_OPEN.includes(fact.status));
}

/**
 * Rests on the office's old register only: an imported case that Tanggap neither answered nor ended. What it ended, with or
 * without an answer, is its own *Selesai* and has its times (rule 37).
 */
export function restsOnOldRegister(
  fact: Pick<ReportFact, 'provenance' | 'answeredAt' | 'closedAt'>,
): boolean {
  return fact.provenance === 'register-lama' && fact.answeredAt === null && fact.closedAt === null;
}
