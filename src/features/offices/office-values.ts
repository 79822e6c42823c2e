import { formatLimit } from '../../domain/calendar/format-limit.ts';
import type {
  DayIntervals,
  HoursPair,
  OfficeData,
  OfficeLimit,
  ReportItem,
  ReportNode,
  Sop,
  WeekHours,
  When,
} from '../../domain/office/office-data.ts';

/**
 * An office in the words of its files, all of them in one: hours as "07.30-16.00", limits as "3 hari kerja". A part stands
 * where it stands in `OfficeData`, so that what is found wrong with either is found at one place.
 */
export type OfficeValues = {
  readonly classes: readonly unknown[];
  readonly singleLimit: unknown;
  readonly kinds: readonly unknown[];
  readonly categories: readonly unknown[];
  readonly services: readonly unknown[];
  readonly legalBases: readonly unknown[];
  readonly sops: readonly unknown[];
  readonly reports: readonly unknown[];
  readonly [own: string]: unknown;
};

export function officeValues(office: OfficeData): OfficeValues {
  const { classes, singleLimit, kinds, categories, services, legalBases, sops, reports, ...own } = office;
  return {
    ...own,
    letterhead: {
      lines: own.letterhead.lines,
      address: own.letterhead.address,
      emblem: own.letterhead.emblemSvg === undefined ? null : own.letterhead.emblem,
    },
    hours: {
      ...own.hours,
      normal: pairWords(own.hours.normal),
      ramadanPattern: own.hours.ramadanPattern && pairWords(own.hours.ramadanPattern),
      ramadan: own.hours.ramadan.map((period) => ({
        ...period,
        hours: period.hours && pairWords(period.hours),
      })),
      places: own.hours.places.map((place) => ({ ...place, hours: place.hours && pairWords(place.hours) })),
    },
    duties: own.duties.map((duty) => ({ ...duty, within: duty.within && formatLimit(duty.within) })),
    clocks: { ...own.clocks, confirmationWindow: formatLimit(own.clocks.confirmationWindow) },
    classes: classes.map((one) => ({ ...one, limit: formatLimit(one.limit) })),
    singleLimit: limitWords(singleLimit),
    kinds: kinds.map((kind) => ({ ...kind, limit: limitWords(kind.limit) })),
    categories,
    services,
    legalBases,
    sops: sops.map(sopWords),
    reports: reports.map((report) => ({ ...report, body: report.body.map(nodeWords) })),
  };
}

function sopWords(sop: Sop): unknown {
  return {
    ...sop,
    steps: sop.steps.map((step) => ({ ...step, standard: step.standard && formatLimit(step.standard) })),
  };
}

function nodeWords(node: ReportNode): unknown {
  const when = whenWords(node.when);
  if (node.type === 'section') return { ...node, when, body: node.body.map(nodeWords) };
  if (node.type === 'list') return { ...node, when, items: node.items.map(itemWords) };
  return { ...node, when };
}

function itemWords(item: ReportItem): unknown {
  return item.when.length === 0 ? item.text : { text: item.text, when: whenWords(item.when) };
}

function whenWords(when: When): readonly string[] {
  return when.map(({ figure, is, value }) => `${figure} ${is} ${value}`);
}

function limitWords(limit: OfficeLimit | null): unknown {
  return limit && { ...limit, limit: formatLimit(limit.limit) };
}

function pairWords(pair: HoursPair): unknown {
  return { service: weekWords(pair.service), work: weekWords(pair.work) };
}

function weekWords(week: WeekHours): unknown {
  const words = (intervals: DayIntervals) =>
    intervals.map(([open, close]) => `${clock(open)}-${clock(close)}`);
  return Object.fromEntries(Object.entries(week).map(([day, intervals]) => [day, words(intervals)]));
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`;
}
