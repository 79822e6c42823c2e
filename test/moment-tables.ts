import { localDate } from '../src/domain/calendar/instant.ts';
import type { CaseState } from '../src/domain/complaint/case-state.ts';
import type { RecordedEvent } from '../src/domain/complaint/event.ts';
import { foldCase } from '../src/domain/complaint/fold-case.ts';
import { instantMs, instantOf } from '../src/domain/complaint/instant-ms.ts';
import type { Balance } from '../src/domain/reports/count-balance.ts';
import type { SanctionCount } from '../src/domain/reports/count-sanctions.ts';
import { factTimeline } from '../src/domain/reports/fact-timeline.ts';
import { restsOnOldRegister } from '../src/domain/reports/report-cell.ts';
import type { FactSegment, ReportFact } from '../src/domain/reports/report-fact.ts';
import { periodInstants, type ReportPeriod } from '../src/domain/reports/report-period.ts';
import { sopComparison } from '../src/domain/sop/sop-comparison.ts';
import type { Office } from '../src/features/offices/office.read.ts';

/** What a step of the SOP table must say, as far as it is counted: `<sop> <no>` and its numbers. */
export type StepNumbers = Readonly<Record<string, readonly (number | null)[]>>;
export type MomentTables = {
  readonly balance: Balance;
  readonly steps: StepNumbers;
  readonly sanctions: SanctionCount;
};

/** For tests: the cases of a register from what was recorded up to `known` (ISO). */
export function casesKnownAt(
  histories: readonly (readonly RecordedEvent[])[],
  office: Office,
  known: string,
): KnownCases {
  return histories
    .map((events) => events.filter(({ recordedAt }) => recordedAt <= known))
    .filter((events) => events.length > 0)
    .map((events) => ({ events, state: foldCase(events), timeline: factTimeline(events, office.calendar) }));
}

/**
 * For tests: balance, SOP steps and sanctions of a period worked out from the histories alone, one case after the
 * other, as things stood at `at` (ISO).
 */
export function momentTables(
  seen: KnownCases,
  office: Office,
  period: ReportPeriod,
  at: string,
): MomentTables {
  return {
    balance: balanceOf(seen, office, period, at),
    steps: stepsOf(seen, office, period, at),
    sanctions: sanctionsOf(seen, office, period),
  };
}

export type KnownCases = readonly {
  readonly events: readonly RecordedEvent[];
  readonly state: CaseState;
  readonly timeline: readonly FactSegment[];
}[];

function standing(timeline: readonly FactSegment[], at: string): ReportFact | null {
  return timeline.findLast((one) => one.effectiveFrom <= at)?.fact ?? null;
}

function balanceOf(seen: KnownCases, office: Office, period: ReportPeriod, at: string): Balance {
  const formerEnd = instantOf(periodInstants(period, office.zone).start - 1);
  const isOpen = (fact: ReportFact | null): boolean =>
    fact?.counted === true && !['closed', 'filed', 'not-recorded'].includes(fact.status);
  const inPeriod = (day: string | null): boolean => day !== null && day >= period.from && day <= period.to;
  const sum = {
    opening: 0,
    received: 0,
    reopened: 0,
    finished: 0,
    oldRegister: 0,
    notRecorded: 0,
    closing: 0,
  };
  const parts = { numbersGiven: 0, cancelled: 0, merged: 0, receivedElsewhere: 0, numberedElsewhere: 0 };
  const without = { imported: 0, notYetRegistered: 0 };
  for (const { state: whole, timeline } of seen) {
    const end = standing(timeline, at);
    const latest = timeline.at(-1)?.fact;
    if (latest !== undefined && inPeriod(latest.registeredOn)) {
      parts.numbersGiven += 1;
      if (!inPeriod(latest.receivedOn)) parts.receivedElsewhere += 1;
      else if (!whole.cancelled && whole.mergedInto !== null) parts.merged += 1;
    }
    const number = latest?.registeredOn ?? null;
    if (latest !== undefined && whole.cancelled && number !== null && inPeriod(latest.receivedOn)) {
      parts.cancelled += 1;
      if (!inPeriod(number)) parts.numberedElsewhere += 1;
    }
    if (end === null || !end.counted || end.receivedOn > period.to) continue;
    const received = inPeriod(end.receivedOn);
    const openThen = !received && isOpen(standing(timeline, formerEnd < at ? formerEnd : at));
    if (received && end.registeredOn === null) {
      without[end.provenance === 'register-lama' ? 'imported' : 'notYetRegistered'] += 1;
    } else if (received && !inPeriod(end.registeredOn)) parts.numberedElsewhere += 1;
    if (openThen) sum.opening += 1;
    if (received) sum.received += 1;
    if (isOpen(end)) sum.closing += 1;
    if (isOpen(end) && !received && !openThen) sum.reopened += 1;
    if (isOpen(end) || !(received || openThen)) continue;
    if (end.status === 'not-recorded') sum.notRecorded += 1;
    else sum[restsOnOldRegister(end) ? 'oldRegister' : 'finished'] += 1;
  }
  return { ...sum, reconciliation: { ...parts, ...without } };
}

function stepsOf(seen: KnownCases, office: Office, period: ReportPeriod, at: string): StepNumbers {
  const took = new Map<string, number[]>();
  const marks = new Map<string, number>();
  const add = (key: string): void => void marks.set(key, (marks.get(key) ?? 0) + 1);
  for (const { events, state, timeline } of seen) {
    const fact = standing(timeline, at);
    if (fact === null || !fact.counted || fact.receivedOn < period.from || fact.receivedOn > period.to)
      continue;
    const sop = office.data.sops.find(({ id }) => id === state.sop.sop);
    if (sop === undefined) continue;
    const atDesk = events.find(({ event }) => event.type === 'answered' && event.atDesk)?.event.at ?? null;
    for (const row of sopComparison(state.sop, sop, office.calendar)) {
      const over = row.mark === 'not-needed' ? atDesk : row.finishedAt;
      if (over === null || over > at) continue;
      const key = `${sop.id} ${row.no ?? 0}`;
      if (row.mark !== null) add(`${key} ${row.mark}`);
      else if (row.startedAt !== null && over < row.startedAt) add(`${key} unmeasured`);
      else if (row.actual === null) add(`${key} unmeasured`);
      else {
        took.set(key, [...(took.get(key) ?? []), row.actual.count]);
        if (row.beyondStandard === true) add(`${key} beyond`);
      }
    }
  }
  const lines = office.data.sops.flatMap((sop) =>
    [0, ...sop.steps.map(({ no }) => no)].map((no) => {
      const key = `${sop.id} ${no}`;
      const times = [...(took.get(key) ?? [])].sort((a, b) => a - b);
      const total = times.reduce((all, one) => all + one, 0);
      const of = (mark: string): number => marks.get(`${key} ${mark}`) ?? 0;
      const middle = times[Math.ceil(times.length / 2) - 1] ?? null;
      const mean = times.length === 0 ? null : Math.round((total * 10) / times.length);
      return [
        key,
        [times.length, middle, mean, of('beyond'), of('not-needed'), of('automatic'), of('unmeasured')],
      ] as const;
    }),
  );
  return Object.fromEntries(lines);
}

function sanctionsOf(seen: KnownCases, office: Office, { from, to }: ReportPeriod): SanctionCount {
  const dayOf = (instant: string): string => localDate(instantMs(instant), office.zone);
  const sum = { decided: 0, none: 0, pending: 0 };
  for (const { events, state, timeline } of seen) {
    const fact = timeline.at(-1)?.fact;
    if (state.cancelled || state.mergedInto !== null || (fact?.receivedOn ?? '9') > to) continue;
    const found = events.find(({ event }) => event.type === 'investigation-found')?.event;
    if (found?.type !== 'investigation-found' || found.finding === 'not-proven') continue;
    const recorded = events.find(({ event }) => event.type === 'sanction-recorded')?.event;
    const sanction = recorded?.type === 'sanction-recorded' ? recorded.sanction : null;
    const on = recorded === undefined ? null : (sanction?.on ?? dayOf(recorded.at));
    if (on !== null && on >= from && on <= to) sum[sanction === null ? 'none' : 'decided'] += 1;
    if (dayOf(found.at) <= to && (on === null || on > to)) sum.pending += 1;
  }
  return sum;
}

/** The numbers of a counted report, in the form above. */
export function stepNumbers(
  steps: readonly {
    readonly sop: string;
    readonly no: number | null;
    readonly measured: number;
    readonly median: number | null;
    readonly meanTenths: number | null;
    readonly beyond: number | null;
    readonly notNeeded: number;
    readonly automatic: number;
    readonly unmeasured: number;
  }[],
): StepNumbers {
  return Object.fromEntries(
    steps.map((step) => [
      `${step.sop} ${step.no ?? 0}`,
      [
        ...[step.measured, step.median, step.meanTenths, step.beyond ?? 0],
        ...[step.notNeeded, step.automatic, step.unmeasured],
      ],
    ]),
  );
}
