/** What a step is drawn as: capsule of beginning and end, box of an act, diamond of a decision (PermenPANRB 35/2012). */
export type SopSymbol = 'terminator' | 'process' | 'decision';

/** One row of the lanes. Millimetres; lanes are counted from 0. */
export type Strip = {
  readonly lanes: number;
  readonly laneWidth: number;
  readonly height: number;
  readonly symbol: SopSymbol;
  readonly lane: number;
  /** Where the line comes from: a lane of the row above, an off-page connector, or nowhere. */
  readonly from: { readonly lane: number } | { readonly letter: string } | null;
  /** Where it goes on: into the row below, to the next page, or nowhere. */
  readonly to: 'below' | { readonly letter: string } | null;
  /** *Tidak* of a decision: up the gutter of its lane to a row of this page, or to a step of another page. */
  readonly otherwise: 'up' | { readonly step: number } | null;
  /** Gutters of lanes through which the *Tidak* of a row below runs up. */
  readonly passing: readonly number[];
  /** Lanes from whose gutters a *Tidak* of a row below comes in here. */
  readonly returning: readonly number[];
};

const SYMBOL = { terminator: 8, process: 8, decision: 11 } as const;
const ABOVE = 6;
const BELOW = 3.5;
/** Room that an off-page connector takes at the edge of a page. */
const CONNECTOR = 7.5;
const INK = '#14212b';

/** What a row must be high for its symbol, its lines and the connectors at the edges of a page. */
export function leastStripHeight(strip: Pick<Strip, 'symbol' | 'from' | 'to'>): number {
  return above(strip) + SYMBOL[strip.symbol] + below(strip);
}

/** A row of the lanes as SVG of its own: lines and shapes, and of texts only *Ya*, *Tidak*, letters and numbers of ours. */
export function drawStrip(strip: Strip): string {
  const { lanes, laneWidth, height, lane } = strip;
  const width = lanes * laneWidth;
  const high = SYMBOL[strip.symbol];
  const half = Math.min(laneWidth * 0.5 - 3.6, 9);
  const x = middle(strip, lane);
  const y = above(strip) + (height - above(strip) - below(strip)) / 2;
  const [top, foot] = [y - high / 2, y + high / 2];
  const parts = [
    ...Array.from({ length: lanes - 1 }, (_, at) =>
      line([
        [(at + 1) * laneWidth, 0],
        [(at + 1) * laneWidth, height],
      ]),
    ),
    ...strip.passing.map((from) =>
      line([
        [gutter(strip, from), 0],
        [gutter(strip, from), height],
      ]),
    ),
    ...comingIn(strip, x, top),
    ...goingOn(strip, x, foot),
    ...otherwise(strip, { x: x + half, y }),
    ...strip.returning.flatMap((from) => {
      const at = gutter(strip, from);
      const side = at > x ? x + half : x - half;
      return [
        line([
          [at, height],
          [at, y],
          [side, y],
        ]),
        arrow(side, y, at > x ? 'left' : 'right'),
      ];
    }),
    shape(strip.symbol, { x, y, half, high }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}mm" height="${n(height)}mm" fill="none" stroke="${INK}" stroke-width="0.35">${parts.join('')}</svg>`;
}

function above({ from }: Pick<Strip, 'from'>): number {
  return from !== null && 'letter' in from ? CONNECTOR + 4 : ABOVE;
}

function below({ to }: Pick<Strip, 'to'>): number {
  return to !== null && to !== 'below' ? CONNECTOR + 3.5 : BELOW;
}

function middle({ laneWidth }: Strip, lane: number): number {
  return (lane + 0.5) * laneWidth;
}

/** Where *Tidak* runs up: at the right of its lane, beside every symbol. */
function gutter({ laneWidth }: Strip, lane: number): number {
  return (lane + 1) * laneWidth - 1.6;
}

function comingIn(strip: Strip, x: number, top: number): readonly string[] {
  const { from } = strip;
  if (from === null) return [];
  if ('letter' in from) {
    return [
      connector(x, 1, from.letter),
      line([
        [x, CONNECTOR + 0.5],
        [x, top],
      ]),
      arrow(x, top, 'down'),
    ];
  }
  const before = middle(strip, from.lane);
  const points: readonly Point[] =
    before === x
      ? [
          [x, 0],
          [x, top],
        ]
      : [
          [before, 0],
          [before, 2.2],
          [x, 2.2],
          [x, top],
        ];
  return [line(points), arrow(x, top, 'down')];
}

function goingOn(strip: Strip, x: number, foot: number): readonly string[] {
  const { to, height } = strip;
  if (to === null) return [];
  const yes = strip.otherwise === null ? [] : [words('Ya', x + 1, foot + 2.6, 'start')];
  if (to === 'below')
    return [
      ...yes,
      line([
        [x, foot],
        [x, height],
      ]),
    ];
  const at = height - CONNECTOR;
  return [
    ...yes,
    line([
      [x, foot],
      [x, at],
    ]),
    arrow(x, at, 'down'),
    connector(x, at, to.letter),
  ];
}

function otherwise(strip: Strip, side: { readonly x: number; readonly y: number }): readonly string[] {
  const way = strip.otherwise;
  if (way === null) return [];
  const at = gutter(strip, strip.lane);
  const said = words('Tidak', at - 0.8, side.y - 2.4, 'end');
  if (way === 'up')
    return [
      line([
        [side.x, side.y],
        [at, side.y],
        [at, 0],
      ]),
      said,
    ];
  return [
    line([
      [side.x, side.y],
      [at, side.y],
      [at, 6],
    ]),
    arrow(at, 5.6, 'up'),
    said,
    words(String(way.step), at, 4.6, 'middle'),
  ];
}

function shape(
  symbol: SopSymbol,
  {
    x,
    y,
    half,
    high,
  }: { readonly x: number; readonly y: number; readonly half: number; readonly high: number },
): string {
  if (symbol === 'decision') {
    const tip = high / 2;
    return `<path d="M${n(x)} ${n(y - tip)}L${n(x + half)} ${n(y)}L${n(x)} ${n(y + tip)}L${n(x - half)} ${n(y)}Z" fill="#ffffff"/>`;
  }
  const round = symbol === 'terminator' ? high / 2 : 0;
  return `<rect x="${n(x - half)}" y="${n(y - high / 2)}" width="${n(half * 2)}" height="${n(high)}" rx="${n(round)}" fill="#ffffff"/>`;
}

/** A pentagon that points down, with the letter that stands in its twin on the other page. */
function connector(x: number, top: number, letter: string): string {
  const points = [
    [-3, 0],
    [3, 0],
    [3, 3.8],
    [0, 6.3],
    [-3, 3.8],
  ]
    .map(([dx = 0, dy = 0]) => `${n(x + dx)},${n(top + dy)}`)
    .join(' ');
  return `<polygon points="${points}" fill="#ffffff"/>${words(letter, x, top + 3.9, 'middle')}`;
}

type Point = readonly [number, number];

function line(points: readonly Point[]): string {
  return `<polyline points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}"/>`;
}

const HEADS = {
  down: [
    [-1, -1.9],
    [1, -1.9],
  ],
  up: [
    [-1, 1.9],
    [1, 1.9],
  ],
  left: [
    [1.9, -1],
    [1.9, 1],
  ],
  right: [
    [-1.9, -1],
    [-1.9, 1],
  ],
} as const;

/** The head of an arrow whose tip is here. */
function arrow(x: number, y: number, to: keyof typeof HEADS): string {
  const points = [[0, 0], ...HEADS[to]].map(([dx = 0, dy = 0]) => `${n(x + dx)},${n(y + dy)}`).join(' ');
  return `<polygon points="${points}" fill="${INK}" stroke="none"/>`;
}

function words(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${n(x)}" y="${n(y)}" font-family="Arimo, Arial, sans-serif" font-size="2.6" text-anchor="${anchor}" fill="${INK}" stroke="none">${text}</text>`;
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
