import { formatDate } from '../calendar/format-date.ts';
import type { DocumentTree, Table } from '../documents/blocks.ts';
import type { FigureUse } from '../documents/map-figures.ts';
import { sharesOf } from '../documents/percent.ts';
import { findFigureConflicts, readFigures } from '../documents/read-figures.ts';
import { readTables } from '../documents/read-tables.ts';
import { SOP_PARTS, sopPartOf } from './build-sop-table.ts';
import type { TableDetails } from './build-table-block.ts';
import { checkSentences } from './check-sentences.ts';
import { reconciledReceived } from './count-balance.ts';
import { sopStepKey } from './count-sop-steps.ts';
import type { CountedTable } from './count-table.ts';
import { type FigureBook, figureId } from './figure-book.ts';
import { partKey, readReconciliation } from './reconciliation-note.ts';
import type { ReportPeriod } from './report-period.ts';
import { COUNTED_TWICE, type SecondCount } from './second-count.ts';

/** What the check before issuing looks at; closed list, printed in this order. */
export const CHECKS = [
  'totals',
  'row-sums',
  'percentages',
  'text-tables',
  'register',
  'kinds',
  'charts',
  'balance',
  'opening',
  'numbers',
  'dated',
  'sentences',
] as const;
export type CheckId = (typeof CHECKS)[number];

export type CheckResult = {
  readonly id: CheckId;
  readonly ok: boolean;
  /** What was found, in Indonesian, each naming its place; empty when ok. */
  readonly findings: readonly string[];
};

/**
 * What a tree is held against. Tables, book, balance and steps are what it was built from: they show that the building
 * changed and lost nothing. The rest was read apart from them, and tells of a wrong count too: the second count, the
 * register's months, and the numbers given of the balance, which come from the register's own entries.
 */
export type CountedReport = TableDetails & {
  readonly tables: readonly CountedTable[];
  readonly book: FigureBook;
  /** Cases per month that the printed registers hold. */
  readonly registerMonths: ReadonlyMap<string, number>;
  /** Null where the period was counted for figures only; then nothing can be checked. */
  readonly second: SecondCount | null;
};

/**
 * Checks a built tree before it is issued (design "Reports"): every table's total is the second count's, and so are the
 * rows by month, channel and service; rows add up, shares add up to 100, the same fact is the same number wherever it
 * stands, and each is the number that was counted. A tree in which any one figure was changed fails at least one check;
 * a miscount of another table that leaves its sum right is found by none. Throws when the period was counted once only.
 */
export function checkReport(
  tree: DocumentTree,
  counted: CountedReport,
  period: ReportPeriod,
): readonly CheckResult[] {
  const { second } = counted;
  if (second === null) throw new RangeError('A report is checked against a second count, and none was made.');
  const uses = readFigures(tree);
  const expected = expectedFigures(counted, second);
  const tables = [...readTables(tree).values()].filter((table) =>
    counted.tables.some(({ id }) => id === table.id),
  );
  const findings: Readonly<Record<CheckId, readonly string[]>> = {
    totals: tables.flatMap((table) => checkTotal(table, counted, second)),
    'row-sums': tables.flatMap((table) => checkRowSum(table, counted)),
    percentages: tables.flatMap(checkShares),
    'text-tables': findFigureConflicts(uses).map(
      ({ id, uses: places }) =>
        `${id} disebut ${places.map((use) => `${use.value ?? '–'} (${use.where})`).join(' dan ')}`,
    ),
    register: uses.flatMap((use) => checkAgainstRegister(use, expected)),
    kinds: tables.flatMap(checkKinds),
    charts: checkCharts(tree),
    balance: checkBalance(tables),
    opening: checkOpening(tables, second),
    numbers: checkNumbers(tables, uses, expected.get(CANCELLED) ?? 0),
    dated:
      tree.meta.dated >= period.to
        ? []
        : [
            `Laporan bertanggal ${formatDate(tree.meta.dated, 'long')}, sebelum periode laporan berakhir pada ${formatDate(period.to, 'long')}`,
          ],
    sentences: checkSentences(tree, uses),
  };
  return CHECKS.map((id) => ({ id, ok: findings[id].length === 0, findings: findings[id] }));
}

/** Every figure id with the value that was counted; where it was counted twice, with that of the second count. */
function expectedFigures(counted: CountedReport, second: SecondCount): ReadonlyMap<string, number | null> {
  const expected = new Map<string, number | null>();
  for (const [name, value] of counted.book) {
    if (value.kind === 'count') expected.set(figureId(name), value.value);
    if (value.kind === 'percent') expected.set(figureId(name), value.tenths);
  }
  for (const table of counted.tables) {
    expected.set(`${table.id}/percent`, table.denominator === 0 ? null : 1000);
    for (const { kind, count } of table.kinds) expected.set(`${table.id}/kinds/${kind}`, count);
  }
  const { balance, sopSteps } = counted;
  for (const [part, count] of Object.entries(balance?.reconciliation ?? {})) {
    expected.set(`balance/${partKey(part)}`, count);
  }
  for (const step of sopSteps) {
    const id = `sop-steps/${sopStepKey(step)}`;
    for (const part of SOP_PARTS) expected.set(`${id}/${part}`, sopPartOf(step, part));
  }
  for (const [month, count] of counted.registerMonths) expected.set(`register-${month}/count`, count);
  expected.set('register/total', second.total);
  for (const { id, rows } of counted.tables) {
    if (!COUNTED_TWICE.some((one) => one === id)) continue;
    for (const { key } of rows) expected.set(`${id}/${key}/count`, second.rows.get(`${id}/${key}`) ?? 0);
  }
  return expected;
}

function checkAgainstRegister(
  use: FigureUse,
  expected: ReadonlyMap<string, number | null>,
): readonly string[] {
  if (!expected.has(use.id)) return [`${use.id} (${use.where}) tidak dikenal oleh register`];
  const right = expected.get(use.id) ?? null;
  return right === use.value
    ? []
    : [`${use.where} menyebut ${use.value ?? '–'}, menurut register ${right ?? '–'}`];
}

function checkTotal(table: Table, counted: CountedReport, second: SecondCount): readonly string[] {
  const source = counted.tables.find(({ id }) => id === table.id);
  if (source === undefined || !source.ofCases) return [];
  const total = numberIn(table.total?.cells ?? []);
  return total === second.total
    ? []
    : [`Jumlah tabel ${table.id} ${total ?? '–'}, jumlah dalam register ${second.total}`];
}

function checkRowSum(table: Table, counted: CountedReport): readonly string[] {
  if (counted.tables.find(({ id }) => id === table.id)?.ofCases !== true) return [];
  const sum = table.rows.reduce((total, row) => total + (numberIn(row.cells) ?? 0), 0);
  const total = numberIn(table.total?.cells ?? []);
  return sum === total ? [] : [`Baris tabel ${table.id} berjumlah ${sum}, tertulis ${total ?? '–'}`];
}

function checkShares(table: Table): readonly string[] {
  const rows = table.rows.flatMap((row) => {
    const share = row.cells.find((cell) => cell.kind === 'percent');
    return share?.kind === 'percent' && share.tenths !== null
      ? [{ key: row.key, count: numberIn(row.cells) ?? 0, tenths: share.tenths }]
      : [];
  });
  if (rows.length === 0) return [];
  const negative = rows.filter((row) => row.count < 0);
  if (negative.length > 0)
    return negative.map((row) => `Baris ${row.key} pada tabel ${table.id} kurang dari nol: ${row.count}`);
  const right = sharesOf(rows.map((row) => row.count));
  return rows.flatMap((row, index) =>
    row.tenths === right[index]
      ? []
      : [`Persentase ${row.key} pada tabel ${table.id} bukan ${row.tenths / 10}`],
  );
}

/** Rule 2: the kinds that a table says it holds add up to its total. */
function checkKinds(table: Table): readonly string[] {
  const counts = table.notes
    .flat()
    .flatMap((inline) =>
      inline.type === 'figure' && inline.figure.id.startsWith(`${table.id}/kinds/`)
        ? [inline.figure.value ?? 0]
        : [],
    );
  const total = numberIn(table.total?.cells ?? []);
  if (counts.length === 0 || total === null) return [];
  const sum = counts.reduce((all, one) => all + one, 0);
  return sum === total ? [] : [`Jenis pada tabel ${table.id} berjumlah ${sum}, jumlah tabel ${total}`];
}

function checkCharts(tree: DocumentTree): readonly string[] {
  const tables = readTables(tree);
  return chartsOf([...tree.front, ...tree.body]).flatMap(({ id, table }) =>
    tables.has(table) ? [] : [`Diagram ${id} tidak mempunyai tabel ${table}`],
  );
}

function chartsOf(blocks: DocumentTree['body']): readonly { readonly id: string; readonly table: string }[] {
  return blocks.flatMap((block) =>
    block.type === 'chart' ? [block] : block.type === 'section' ? chartsOf(block.blocks) : [],
  );
}

/** Opening + received + open again − finished − by the old register finished or of no status = closing (design "Reports"). */
function checkBalance(tables: readonly Table[]): readonly string[] {
  const table = tables.find(({ id }) => id === 'balance');
  if (table === undefined) return [];
  const value = (key: string): number => lineOf(table, key);
  const gone = value('finished') + value('old-register') + value('not-recorded');
  const closing = value('opening') + value('received') + value('reopened') - gone;
  return closing === value('closing')
    ? []
    : [`Sisa akhir tertulis ${value('closing')}, terhitung ${closing}`];
}

/** What is left over from before is what the period before closed with by its own flow (rule 36). */
function checkOpening(tables: readonly Table[], { formerClosing }: SecondCount): readonly string[] {
  const table = tables.find(({ id }) => id === 'balance');
  if (table === undefined) return [];
  const opening = lineOf(table, 'opening');
  return opening === formerClosing
    ? []
    : [
        `Sisa dari periode sebelumnya tertulis ${opening}, periode itu berakhir dengan ${formerClosing ?? '–'}`,
      ];
}

const CANCELLED = 'register/cancelled';

/**
 * Rule 11: the numbers given, less what is in no count or came in another period, are the cases received; and as many as
 * the text calls cancelled are taken off, also where it has no reason to say so (`counted`).
 */
function checkNumbers(
  tables: readonly Table[],
  uses: readonly FigureUse[],
  counted: number,
): readonly string[] {
  const table = tables.find(({ id }) => id === 'balance');
  const given = table === undefined ? null : readReconciliation(uses);
  if (table === undefined || given === null) return [];
  const [received, reconciled] = [lineOf(table, 'received'), reconciledReceived(given)];
  const said = [counted, ...uses.filter(({ id }) => id === CANCELLED).map(({ value }) => value ?? 0)];
  return [
    ...(received === reconciled
      ? []
      : [`Diterima tertulis ${received}, menurut nomor yang diberikan ${reconciled}`]),
    ...said
      .filter((one) => one !== given.cancelled)
      .map((one) => `Batal tertulis ${one}, menurut pencocokan nomor ${given.cancelled}`),
  ];
}

function lineOf(table: Table, key: string): number {
  return numberIn(table.rows.find((row) => row.key === key)?.cells ?? []) ?? 0;
}

function numberIn(cells: Table['rows'][number]['cells']): number | null {
  const cell = cells.find((one) => one.kind === 'number');
  return cell?.kind === 'number' ? cell.value : null;
}
