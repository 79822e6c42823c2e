import type { Limit } from '../calendar/limit.ts';
import type { OfficeData, OfficeLimit } from '../office/office-data.ts';
import type { CaseState } from './case-state.ts';
import type { Instant } from './event.ts';
import { ANSWERED_OR_FINISHED } from './status-sets.ts';
import type { Channel, Clock, Kind } from './vocabulary.ts';

/** A limit that runs, before it is counted: from when, how long, on which basis. */
export type RunningLimit = {
  readonly clock: Clock;
  readonly from: Instant;
  readonly limit: Limit;
  readonly basis: string;
};

/** What of a case the limits depend on. */
export type LimitFacts = Pick<
  CaseState,
  | 'status'
  | 'kind'
  | 'channel'
  | 'receivedAt'
  | 'precision'
  | 'ownReceipt'
  | 'absorbedReceipts'
  | 'severity'
  | 'verification'
  | 'decidedAt'
  | 'answeredAt'
  | 'reopenedAt'
  | 'judged'
  | 'ppidExtendedAt'
  | 'pauses'
>;

type Statute = { readonly limit: Limit; readonly basis: string };
const days = (count: number): Limit => ({ count, unit: 'calendar-day' });
const workingDays = (count: number): Limit => ({ count, unit: 'working-day' });

const STATUTE_RESPONSE: Statute = { limit: days(14), basis: 'UU 25/2009 Pasal 44 ayat (1)' };
const STATUTE_COMPLETION: Statute = { limit: days(30), basis: 'UU 25/2009 Pasal 44 ayat (2)' };
export const STATUTE_DECISION: Statute = { limit: days(60), basis: 'UU 25/2009 Pasal 50 ayat (1)' };
const STATUTE_NOTICE: Statute = { limit: days(14), basis: 'UU 25/2009 Pasal 50 ayat (2)' };
/** 10 working days; 7 more by a written notice of extension. */
export const PPID_ANSWER: Statute = { limit: workingDays(10), basis: 'UU 14/2008 Pasal 22 ayat (7)' };
const PPID_EXTENSION: Statute = { limit: workingDays(7), basis: 'UU 14/2008 Pasal 22 ayat (8)' };
export const PPID_EXTENDED = workingDays(PPID_ANSWER.limit.count + PPID_EXTENSION.limit.count);
/** Cause of the `deadline-moved` entry by which the extension is written down. */
export const PPID_EXTENSION_CAUSE = 'ppid-extension';
/** Practice of SP4N, counted from the forwarding to this office; it binds nobody by law (domain 1.3). */
export const SP4N_FOLLOW_UP: Statute = { limit: workingDays(5), basis: 'Praktik pengelolaan SP4N' };

/** Only these may wait for somebody's reply; no clock of law or promise does (design, rule 14). */
export const PAUSABLE_CLOCKS: ReadonlySet<Clock> = new Set(['sp4n']);

/**
 * Rule 13: late is what passes law, class or the office's single limit. SP4N practice and the complainant's own 30 days
 * are not.
 */
export const BINDING_CLOCKS: ReadonlySet<Clock> = new Set([
  'statute-response',
  'statute-decision',
  'statute-notice',
  'ppid',
  'office',
]);

/** The clocks that a case of this kind and channel carries through its life (rule 14). */
function clocksFor(kind: Kind, channel: Channel, office: OfficeData): readonly Clock[] {
  const clocks: Clock[] = [];
  if (kind === 'pengaduan') {
    clocks.push('statute-response', 'statute-completion', 'statute-decision', 'statute-notice');
  }
  if (kind === 'permintaan-informasi' && channel === 'ppid') clocks.push('ppid');
  if (channel === 'sp4n-lapor' || office.clocks.sp4n === 'all') clocks.push('sp4n');
  if (officeLimits(kind, office).length > 0) clocks.push('office');
  return clocks;
}

/** The limits that run on a case now (`open`), or all that have ever begun to run (`all`, for corrections). */
export function limitsOf(
  of: LimitFacts,
  office: OfficeData,
  which: 'open' | 'all' = 'open',
): readonly RunningLimit[] {
  const receivedAt = promiseFrom(of);
  if (receivedAt === null) return [];
  const facts = { ...of, receivedAt };
  const open = which === 'open';
  if (open && ANSWERED_OR_FINISHED.includes(facts.status)) return [];
  if (facts.reopenedAt !== null && facts.judged) {
    return officeClock(facts, office, facts.reopenedAt);
  }
  return [
    ...statuteClocks(facts, open),
    ...clocksFor(facts.kind, facts.channel, office).flatMap((clock): readonly RunningLimit[] => {
      if (clock === 'ppid') {
        const limit = facts.ppidExtendedAt === null ? PPID_ANSWER.limit : PPID_EXTENDED;
        return [{ clock, from: facts.receivedAt, limit, basis: PPID_ANSWER.basis }];
      }
      if (clock === 'sp4n') return [{ clock, from: facts.receivedAt, ...SP4N_FOLLOW_UP }];
      return [];
    }),
    ...officeClock(facts, office, facts.receivedAt),
  ];
}

/**
 * The receipt from which a promise runs. One that is known by its month only starts no clock (rule 37): null; of a case
 * that absorbed one it is the earliest that is known better.
 */
export function promiseFrom(
  of: Pick<LimitFacts, 'receivedAt' | 'precision' | 'ownReceipt' | 'absorbedReceipts'>,
): Instant | null {
  const { receivedAt, precision, ownReceipt, absorbedReceipts } = of;
  if (precision !== 'month') return receivedAt;
  const known = [ownReceipt, ...absorbedReceipts].filter(({ precision }) => precision !== 'month');
  return known.map(({ at }) => at).toSorted()[0] ?? null;
}

function statuteClocks(facts: LimitFacts, open: boolean): readonly RunningLimit[] {
  if (facts.kind !== 'pengaduan') return [];
  const { completeness, noticeProvenAt, completeAt } = facts.verification;
  const limits: RunningLimit[] = [];
  if (!open || completeness === null) {
    limits.push({ clock: 'statute-response', from: facts.receivedAt, ...STATUTE_RESPONSE });
  }
  if (completeness === 'incomplete' && noticeProvenAt !== null) {
    limits.push({ clock: 'statute-completion', from: noticeProvenAt, ...STATUTE_COMPLETION });
  }
  if (completeAt !== null && !(open && facts.decidedAt !== null)) {
    limits.push({ clock: 'statute-decision', from: completeAt, ...STATUTE_DECISION });
  }
  if (facts.decidedAt !== null && facts.answeredAt !== facts.decidedAt) {
    limits.push({ clock: 'statute-notice', from: facts.decidedAt, ...STATUTE_NOTICE });
  }
  return limits;
}

/**
 * The office's clock starts at receipt even when the class comes later; the first class judges, a later one stands
 * beside it (rule 15). Several limits come out only while nothing is classified: the longest of them is meant.
 */
function officeClock(facts: LimitFacts, office: OfficeData, from: Instant): readonly RunningLimit[] {
  const { first, now } = facts.severity;
  const named = [first, now === first ? null : now].flatMap((severity) => {
    const found = office.classes.find((one) => one.key === severity);
    return found === undefined ? [] : [found];
  });
  const kindLimit = office.kinds.find((one) => one.key === facts.kind)?.limit ?? null;
  const limits = kindLimit === null && named.length > 0 ? named : officeLimits(facts.kind, office);
  return limits.map(({ limit, basis }) => ({ clock: 'office' as const, from, limit, basis }));
}

/** The kind's own limit, else the single one, else for pengaduan and whistleblowing the classes; empty = tanpa batas. */
export function officeLimits(kind: Kind, office: OfficeData): readonly OfficeLimit[] {
  const own = office.kinds.find((one) => one.key === kind)?.limit ?? null;
  if (own !== null) return [own];
  if (office.singleLimit !== null) return [office.singleLimit];
  return kind === 'pengaduan' || kind === 'whistleblowing' ? office.classes : [];
}
