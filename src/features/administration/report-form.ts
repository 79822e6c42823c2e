import { isRecord, type PartValue } from '../offices/office-edit.ts';

/** What each kind of row of a report's text asks for, beside its conditions. */
export const ROW_INPUTS = {
  cover: ['title', 'subtitle'],
  contents: ['heading'],
  registers: ['heading'],
  signature: ['role'],
  section: ['heading', 'numbering'],
  paragraph: ['text'],
  list: ['ordered', 'empty'],
  item: ['text'],
  'legal-bases': ['only'],
  channels: [],
  roles: [],
  classes: [],
  services: [],
  'sop-steps': ['sop'],
  table: ['title', 'id', 'key', 'chart'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type RowType = keyof typeof ROW_INPUTS;

/** A line of a report's text: a node of its tree, or an item of a list, so many levels below its chapter. */
export type ReportRow = {
  readonly type: RowType;
  readonly depth: number;
  readonly fields: Readonly<Record<string, string>>;
};

/** What may be put after a row. */
export const ADDED_ROWS = [
  'paragraph',
  'item',
  'list',
  'section',
  'table',
  'legal-bases',
  'signature',
] as const;

export function isRowType(word: string): word is RowType {
  return Object.hasOwn(ROW_INPUTS, word);
}

/** The rows of a node in the words of the files, itself first. */
export function rowsOfNode(node: unknown, depth = 0): readonly ReportRow[] {
  if (!isRecord(node)) return [];
  const type = String(node.type ?? '');
  if (!isRowType(type)) return [];
  const { with: words } = node;
  const source = isRecord(words) ? { ...node, ...words } : node;
  const fields = { ...fieldsOf(type, source), when: textOf(node.when) };
  const row: ReportRow = { type, depth, fields };
  if (type === 'section') return [row, ...listOf(node.body).flatMap((one) => rowsOfNode(one, depth + 1))];
  if (type !== 'list') return [row];
  return [
    row,
    ...listOf(node.items).map((item): ReportRow => {
      const one = isRecord(item) ? item : { text: item };
      return { type: 'item', depth: depth + 1, fields: { text: textOf(one.text), when: textOf(one.when) } };
    }),
  ];
}

function fieldsOf(type: RowType, source: PartValue): Readonly<Record<string, string>> {
  return Object.fromEntries(ROW_INPUTS[type].map((name) => [name, textOf(source[name])]));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('\n');
  if (value === true) return 'ya';
  return value === null || value === undefined || value === false ? '' : String(value);
}

/** The nodes that rows make, in the words of the files; nothing is judged here. A row belongs to the last one above it that
 * holds others and stands less deep. */
export function nodesOfRows(rows: readonly ReportRow[]): readonly PartValue[] {
  const nodes: PartValue[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at];
    if (row === undefined) break;
    const end = endOf(rows, at);
    nodes.push(nodeOf(row, rows.slice(at + 1, end)));
    at = end;
  }
  return nodes;
}

/** The place after a row and all that belongs to it. */
export function endOf(rows: readonly ReportRow[], at: number): number {
  const depth = rows[at]?.depth ?? 0;
  const next = rows.findIndex((one, index) => index > at && one.depth <= depth);
  return next === -1 ? rows.length : next;
}

function nodeOf({ type, fields }: ReportRow, inner: readonly ReportRow[]): PartValue {
  const said = (name: string): string | undefined => fields[name] || undefined;
  const when = linesOf(fields.when);
  switch (type) {
    case 'cover':
      return { type, with: { title: said('title'), subtitle: said('subtitle') }, when };
    case 'contents':
    case 'registers':
      return { type, with: { heading: said('heading') }, when };
    case 'signature':
      return { type, with: { role: said('role') }, when };
    case 'section':
      return {
        ...{ type, heading: said('heading'), numbering: said('numbering') },
        ...{ body: nodesOfRows(inner), when },
      };
    case 'paragraph':
      return { type, text: said('text'), when };
    case 'item':
      return { text: said('text'), when };
    case 'list':
      return {
        ...{ type, ordered: said('ordered') !== undefined, empty: said('empty') ?? null, when },
        items: inner.map((one) => {
          const item = nodeOf({ ...one, type: 'item' }, []);
          return Array.isArray(item.when) && item.when.length === 0 ? item.text : item;
        }),
      };
    case 'legal-bases':
      return { type, only: said('only') === undefined ? null : linesOf(fields.only), when };
    case 'sop-steps':
      return { type, sop: said('sop'), when };
    case 'table':
      return { type, id: said('id'), title: said('title'), key: said('key'), chart: said('chart'), when };
    default:
      return { type, when };
  }
}

function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').flatMap((line) => line.trim() || []);
}

/** A form has at most five hundred fields; no chapter of an office comes near. */
export const MOST_ROWS = 120;

/** What was typed, read from the inputs of the form: each row says its kind and its depth. */
export function readRows(all: (name: string) => readonly string[]): readonly ReportRow[] {
  return Array.from({ length: MOST_ROWS }, (_, at) => at).flatMap((at): readonly ReportRow[] => {
    const [type = '', depth = ''] = (all(`b.${at}.t`)[0] ?? '').split(':');
    if (!isRowType(type)) return [];
    const names = [...ROW_INPUTS[type], 'when'];
    const fields = Object.fromEntries(names.map((name) => [name, all(`b.${at}.${name}`)[0] ?? '']));
    return [{ type, depth: Number(depth) || 0, fields }];
  });
}

/** A row more or less, as a button of the form asks: `hapus:3`, `naik:3`, or `tambah` with its kind and place. Null for another word. */
export function reshapeRows(
  rows: readonly ReportRow[],
  asked: string,
  adding: { readonly type: string; readonly after: number },
): readonly ReportRow[] | null {
  const [what = '', row = ''] = asked.split(':');
  const at = Number(row);
  switch (what) {
    case 'hapus':
      // The chapter itself stays.
      return at > 0 ? [...rows.slice(0, at), ...rows.slice(endOf(rows, at))] : rows;
    case 'naik':
      return raise(rows, at);
    case 'tambah':
      return add(rows, adding);
    default:
      return null;
  }
}

/** Before its neighbour of the same depth, with all that belongs to either. */
function raise(rows: readonly ReportRow[], at: number): readonly ReportRow[] {
  const depth = rows[at]?.depth ?? 0;
  const before = rows.slice(0, at).findLastIndex((one) => one.depth <= depth);
  if (before <= 0 || rows[before]?.depth !== depth) return rows;
  const end = endOf(rows, at);
  return [...rows.slice(0, before), ...rows.slice(at, end), ...rows.slice(before, at), ...rows.slice(end)];
}

function add(
  rows: readonly ReportRow[],
  { type, after }: { readonly type: string; readonly after: number },
): readonly ReportRow[] {
  const above = rows[after];
  if (!isRowType(type) || above === undefined || rows.length >= MOST_ROWS) return rows;
  const isInside = above.type === 'section' || (above.type === 'list' && type === 'item');
  // After an item comes an item, or what follows its list.
  const depth = above.type === 'item' && type !== 'item' ? above.depth - 1 : above.depth + (isInside ? 1 : 0);
  const place = isInside ? after + 1 : placeAfter(rows, after, depth);
  const fields = Object.fromEntries(
    [...ROW_INPUTS[type], 'when'].map((name) => [name, DEFAULTS[name] ?? '']),
  );
  const added: readonly ReportRow[] = [{ type, depth, fields }];
  const items: readonly ReportRow[] =
    type === 'list' ? [{ type: 'item', depth: depth + 1, fields: { text: '', when: '' } }] : [];
  return [...rows.slice(0, place), ...added, ...items, ...rows.slice(place)];
}

function placeAfter(rows: readonly ReportRow[], after: number, depth: number): number {
  const next = rows.findIndex((one, index) => index > after && one.depth <= depth);
  return next === -1 ? rows.length : next;
}

const DEFAULTS: Readonly<Record<string, string>> = { numbering: 'decimal', chart: 'none' };

/** A row as one line of words, for what changed and for the outline. */
export function lineOfRow({ type, fields }: ReportRow): string {
  const words = [...ROW_INPUTS[type]]
    .map((name) => fields[name] ?? '')
    .filter((one) => one !== '' && one !== 'ya');
  const when =
    fields.when === '' || fields.when === undefined ? '' : ` [${fields.when.replaceAll('\n', ', ')}]`;
  return `${words.join(' · ')}${when}`;
}
