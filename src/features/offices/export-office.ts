import { stringify } from 'yaml';
import { emblemFile } from '../../adapters/documents/emblem/read-emblem.ts';
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
import { loadOfficeFolder } from './load-office.ts';
import type { OfficeFile, OfficePicture } from './read-office-folder.ts';

const DEFAULT_SOURCE = `# Asal isi

Berkas-berkas ini diekspor dari aplikasi dan menggambarkan kantor sebagaimana tersimpan saat itu.
`;

/**
 * The office as texts of its folder; loading them with its emblem (`exportEmblem`) gives the same office again.
 * `source` is the text of SOURCE.md.
 */
export function exportOffice(office: OfficeData, source: string = DEFAULT_SOURCE): readonly OfficeFile[] {
  // A database keeps no order of keys; loading gives them the order of the schemas, in which people read them.
  const files = officeFiles(office, source);
  const emblem = exportEmblem(office);
  const pictures = emblem === null ? [] : [emblem];
  const read = loadOfficeFolder({ name: office.slug, files, pictures, findings: [] });
  return read.office === null ? files : officeFiles(read.office, source);
}

/** The emblem's own file; null where the office has none. */
export function exportEmblem({ letterhead }: OfficeData): OfficePicture | null {
  const { emblem, emblemSvg } = letterhead;
  return emblem === null || emblemSvg === undefined ? null : { path: emblem, bytes: emblemFile(emblemSvg) };
}

function officeFiles(office: OfficeData, source: string): readonly OfficeFile[] {
  const { classes, singleLimit, kinds, categories, services, legalBases, sops, reports, ...own } = office;
  return [
    yamlFile('office.yaml', {
      ...own,
      letterhead: {
        lines: own.letterhead.lines,
        address: own.letterhead.address,
        emblem: exportEmblem(office)?.path ?? null,
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
    }),
    yamlFile('classes.yaml', {
      classes: classes.map((one) => ({ ...one, limit: formatLimit(one.limit) })),
      singleLimit: limitWords(singleLimit),
      kinds: kinds.map((kind) => ({ ...kind, limit: limitWords(kind.limit) })),
      categories,
    }),
    yamlFile('services.yaml', { services }),
    yamlFile('legal-bases.yaml', { legalBases }),
    ...sops.map((sop) => yamlFile(`sop/${sop.id}.yaml`, sopWords(sop))),
    ...reports.map((report) =>
      yamlFile(`reports/${report.kind}.yaml`, { ...report, body: report.body.map(nodeWords) }),
    ),
    { path: 'SOURCE.md', text: source },
  ];
}

function yamlFile(path: string, value: unknown): OfficeFile {
  return { path, text: stringify(withoutDefaults(value), { lineWidth: 110, aliasDuplicateObjects: false }) };
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

/** Keys whose `false` the schema supplies; other booleans are always written. */
const FALSE_BY_DEFAULT = new Set(['oversight', 'protected', 'ordered']);
/** Lists that a file must name even when they are empty. */
const ALWAYS_WRITTEN = new Set(['legalBases']);

/** Leaves out what loading supplies by itself, so that an exported file reads like one written by hand. */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, one]) =>
      !(
        one === null ||
        (Array.isArray(one) && one.length === 0 && !ALWAYS_WRITTEN.has(key)) ||
        (one === false && FALSE_BY_DEFAULT.has(key))
      ),
  );
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutDefaults(one)]));
}
