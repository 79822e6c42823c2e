import type { Block, LaneColumn, LaneRow } from '../documents/blocks.ts';
import type { Sop, SopStep } from '../office/office-data.ts';
import { linesIn } from './sop-sheet-lines.ts';
import { drawStrip, leastStripHeight, type SopSymbol, type Strip } from './sop-sheet-strip.ts';

/** Millimetres between the margins of the lying sheet, and what must stay free on its last page. */
export type FlowRoom = {
  readonly width: number;
  readonly height: number;
  /** Of the first page: what stands above the table. */
  readonly title: number;
  /** Of the last page: who takes note. */
  readonly closing: number;
};

/** The steps as swim lanes, a table a page, tied together by off-page connectors. */
export function flowTables(sop: Sop, room: FlowRoom): readonly Block[] {
  const widths = widthsOf(sop, room.width);
  const pages = pagesOf(sop, widths, room);
  return pages.flatMap((page, at): readonly Block[] => [
    ...(at === 0 ? [] : [{ type: 'page-break' } as const]),
    {
      type: 'lane-table',
      id: at === 0 ? 'alur' : `alur-${at + 1}`,
      title: `Alur ${sop.title}${pages.length === 1 ? '' : `, halaman ${at + 1} dari ${pages.length}`}`,
      before: [
        { label: 'No.', width: widths.no, group: null },
        { label: 'Kegiatan', width: widths.activity, group: null },
      ],
      lanes: {
        heading: 'Pelaksana',
        labels: sop.actors.map(({ label }) => label),
        width: widths.lane,
      },
      after: [
        column('Kelengkapan', widths.requires),
        column('Waktu', widths.time),
        column('Output', widths.output),
        { label: 'Keterangan', width: widths.note, group: null },
      ],
      rows: page.map((step, place) =>
        rowOf(sop, step, widths, { page, first: place === 0, last: place === page.length - 1, at }),
      ),
    },
  ]);
}

function column(label: string, width: number): LaneColumn {
  return { label, width, group: 'Mutu baku' };
}

type Widths = Readonly<Record<'no' | 'activity' | 'lane' | 'requires' | 'time' | 'output' | 'note', number>>;

function widthsOf({ actors }: Sop, width: number): Widths {
  const lane = Math.min(24, Math.max(13, Math.floor((width * 0.42) / actors.length)));
  const rest = width - 8 - lane * actors.length;
  const part = (share: number): number => Math.floor(rest * share * 10) / 10;
  return {
    no: 8,
    lane,
    activity: part(0.3),
    requires: part(0.23),
    time: part(0.13),
    output: part(0.2),
    note: part(0.139),
  };
}

/** Of the texts in the table, in points; a line of it and the edges of a cell in millimetres. */
const SIZE = 8.5;
const LINE = 3.75;
const EDGES = 3.6;
const HEAD = 16;

function textHeight(sop: Sop, step: SopStep, widths: Widths): number {
  const lines = [
    linesIn(step.activity, widths.activity - EDGES, SIZE),
    linesIn(requiresOf(step), widths.requires - EDGES, SIZE),
    linesIn(timeOf(step), widths.time - EDGES, SIZE),
    linesIn(step.output ?? '', widths.output - EDGES, SIZE),
    linesIn(noteOf(sop, step), widths.note - EDGES, SIZE),
  ];
  return Math.max(...lines) * LINE + EDGES;
}

/** Steps in pages, as full as they may be; the last keeps room for what closes the sheet, and two steps before it. */
function pagesOf(sop: Sop, widths: Widths, room: FlowRoom): readonly (readonly SopStep[])[] {
  const pages: SopStep[][] = [[]];
  let used = 0;
  const heightOf = (step: SopStep, first: boolean, last: boolean): number =>
    Math.max(
      textHeight(sop, step, widths),
      leastStripHeight({
        symbol: symbolOf(sop, step),
        from: first && step.no > 1 ? { letter: 'A' } : null,
        to: last && step.no < sop.steps.length ? { letter: 'A' } : 'below',
      }),
    );
  const capacity = (page: number): number => room.height - HEAD - (page === 0 ? room.title : 0);
  for (const step of sop.steps) {
    const page = pages.at(-1) ?? [];
    const first = page.length === 0;
    const fits = first || used + heightOf(step, false, true) <= capacity(pages.length - 1);
    if (fits) {
      page.push(step);
      used += heightOf(step, first, false);
    } else {
      pages.push([step]);
      used = heightOf(step, true, false);
    }
  }
  const last = pages.at(-1) ?? [];
  if (used + room.closing <= capacity(pages.length - 1) || last.length < 3) return pages;
  return [...pages.slice(0, -1), last.slice(0, -2), last.slice(-2)];
}

type Place = {
  readonly page: readonly SopStep[];
  readonly first: boolean;
  readonly last: boolean;
  /** Which page of the table. */
  readonly at: number;
};

function rowOf(sop: Sop, step: SopStep, widths: Widths, place: Place): LaneRow {
  const strip = stripOf(sop, step, widths, place);
  const height = Math.max(textHeight(sop, step, widths), leastStripHeight(strip));
  return {
    key: `langkah-${step.no}`,
    height,
    before: [String(step.no), step.activity],
    drawing: { svg: drawStrip({ ...strip, height }), alternative: alternativeOf(sop, step, strip) },
    after: [requiresOf(step), timeOf(step), step.output ?? '', noteOf(sop, step)],
  };
}

function stripOf(sop: Sop, step: SopStep, widths: Widths, place: Place): Strip {
  const before = sop.steps[step.no - 2];
  const isLast = step.no === sop.steps.length;
  const ofPage = (no: number): boolean => place.page.some((one) => one.no === no);
  /** Decisions of this page whose *Tidak* runs up to a step of it. */
  const ways = place.page.filter(({ otherwise }) => otherwise != null && ofPage(otherwise));
  return {
    lanes: sop.actors.length,
    laneWidth: widths.lane,
    height: 0,
    symbol: symbolOf(sop, step),
    lane: laneOf(sop, step),
    from:
      before === undefined
        ? null
        : place.first
          ? { letter: letterOf(place.at - 1) }
          : { lane: laneOf(sop, before) },
    to: isLast ? null : place.last ? { letter: letterOf(place.at) } : 'below',
    otherwise: step.otherwise == null ? null : ofPage(step.otherwise) ? 'up' : { step: step.otherwise },
    passing: ways
      .filter((one) => (one.otherwise ?? 0) < step.no && step.no < one.no)
      .map((one) => laneOf(sop, one)),
    returning: ways.filter((one) => one.otherwise === step.no).map((one) => laneOf(sop, one)),
  };
}

/** A for the turn from the first page to the second, B for the next. */
function letterOf(turn: number): string {
  return String.fromCharCode(65 + (turn % 26));
}

function laneOf({ actors }: Sop, { actor }: SopStep): number {
  return Math.max(
    0,
    actors.findIndex(({ key }) => key === actor),
  );
}

/**
 * The first and the last step are capsules; what is decided is a diamond: where the office says what follows a *Tidak*,
 * and where the operation itself decides.
 */
export function symbolOf(sop: Pick<Sop, 'steps'>, step: SopStep): SopSymbol {
  if (step.otherwise != null) return 'decision';
  if (step.no === 1 || step.no === sop.steps.length) return 'terminator';
  return DECIDES.has(step.operation) ? 'decision' : 'process';
}

const DECIDES: ReadonlySet<SopStep['operation']> = new Set<SopStep['operation']>([
  'verify',
  'review/decide',
  'investigation/assess',
]);

function requiresOf({ requires }: SopStep): string {
  return requires.join('; ');
}

function timeOf({ standardPrinted }: SopStep): string {
  return standardPrinted ?? 'tanpa waktu baku';
}

function noteOf({ steps }: Sop, { otherwise }: SopStep): string {
  return otherwise == null || steps[otherwise - 1] === undefined
    ? ''
    : `Bila tidak: kembali ke langkah ${otherwise}`;
}

const NAMES: Readonly<Record<SopSymbol, string>> = {
  terminator: 'kapsul mulai atau selesai',
  process: 'kotak proses',
  decision: 'belah ketupat keputusan',
};

/** What the drawing of a row shows, for whoever does not see it. */
function alternativeOf(sop: Sop, step: SopStep, strip: Strip): string {
  const labelOf = (one: SopStep): string => sop.actors[laneOf(sop, one)]?.label ?? one.actor;
  const before = sop.steps[step.no - 2];
  const next = sop.steps[step.no];
  const elsewhere = (way: Strip['from'] | Strip['to'], where: string): string =>
    way !== null && typeof way === 'object' && 'letter' in way ? ` di halaman ${where} (${way.letter})` : '';
  return [
    `Pelaksana: ${labelOf(step)}, ${NAMES[strip.symbol]}.`,
    before === undefined
      ? 'Awal alur.'
      : `Dari langkah ${before.no}, ${labelOf(before)}${elsewhere(strip.from, 'sebelumnya')}.`,
    next === undefined
      ? 'Akhir alur.'
      : `Lanjut ke langkah ${next.no}, ${labelOf(next)}${elsewhere(strip.to, 'berikutnya')}.`,
    ...(step.otherwise == null ? [] : [`Bila tidak: kembali ke langkah ${step.otherwise}.`]),
  ].join(' ');
}
