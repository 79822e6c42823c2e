import type {
  ResolvedBlock,
  ResolvedDocument,
  ResolvedTable,
  Run,
} from '../../../domain/documents/resolved-document.ts';
import { bodyCell, columnWidth, tableSheet } from './table-sheet.ts';
import { type Sheet, type SheetCell, sheetName, writeWorkbook } from './write-workbook.ts';

/**
 * A document as XLSX: what it is about, every table on its own sheet with typed cells and totals that count, the
 * figures of the text, and the register rows of all appendices together on one sheet.
 */
export async function drawXlsx(document: ResolvedDocument): Promise<Uint8Array> {
  const { meta } = document;
  const tables = [...document.front, ...document.body].filter((block) => block.type === 'table');
  const belongsTo = [meta.office.name, meta.period].join(' · ');
  const sheets = tables.map((table) => tableSheet(table.number ?? table.title, table, belongsTo));
  const named = withUniqueNames([
    aboutSheet(document, sheets),
    ...sheets,
    ...figuresSheet(document),
    ...registerSheets(document),
  ]);
  return writeWorkbook({
    title: meta.title,
    creator: meta.office.name,
    madeAt: new Date(meta.madeAt),
    sheets: named,
  });
}

function aboutSheet(document: ResolvedDocument, sheets: readonly Sheet[]): Sheet {
  const { meta, words } = document;
  const line = (label: string, value: string): readonly SheetCell[] => [
    { value: label, look: 'plain' },
    { value, look: 'plain' },
  ];
  return {
    name: words.aboutSheet,
    widths: [22, 90],
    rows: [
      [{ value: meta.title, look: 'title' }],
      line(words.about.office, meta.office.name),
      line(words.about.period, meta.period),
      line(words.about.dated, meta.datedPrinted),
      line(words.about.edition, meta.edition),
      ...(meta.figuresHash === null ? [] : [line(words.figuresHash, meta.figuresHash)]),
      [],
      [
        { value: words.about.sheet, look: 'header' },
        { value: words.about.table, look: 'header' },
      ],
      ...sheets.map((sheet): readonly SheetCell[] => [
        { value: sheet.name, look: 'text' },
        { value: sheet.rows[0]?.[0]?.value ?? '', look: 'text' },
      ]),
    ],
    frozenRows: 0,
    filter: null,
    lying: false,
  };
}

/** Figures that stand in sentences, so that a reader of the sheets lacks none. */
function figuresSheet({ front, body, words }: ResolvedDocument): readonly Sheet[] {
  const figures = new Map<string, string>();
  // The first time in digits; the words in brackets after them are no second figure.
  for (const run of [...front, ...body].flatMap(runsOf))
    if (run.figure !== null && !figures.has(run.figure.id)) figures.set(run.figure.id, run.text);
  if (figures.size === 0) return [];
  const header: readonly SheetCell[] = [
    { value: words.about.figure, look: 'header' },
    { value: words.about.value, look: 'header' },
  ];
  const rows = [...figures].map(([id, text]): readonly SheetCell[] => [
    { value: id, look: 'text' },
    { value: text, look: 'text' },
  ]);
  return [
    {
      name: words.about.figure,
      widths: [36, 60],
      rows: [header, ...rows],
      frozenRows: 1,
      filter: { fromRow: 0, toRow: rows.length },
      lying: false,
    },
  ];
}

function runsOf(block: ResolvedBlock): readonly Run[] {
  switch (block.type) {
    case 'paragraph':
    case 'note':
      return block.runs;
    case 'list':
      return block.items.flat();
    case 'fields':
      return block.items.flatMap((item) => item.runs);
    default:
      return [];
  }
}

/** Appendices whose tables have the same columns become one long sheet that can be filtered. */
function registerSheets(document: ResolvedDocument): readonly Sheet[] {
  const tables = document.appendices.flatMap((appendix) =>
    appendix.blocks.flatMap((block) =>
      block.type === 'table' ? [{ table: block, appendix: appendix.number }] : [],
    ),
  );
  const groups = Map.groupBy(tables, ({ table }) => table.columns.map((column) => column.key).join('\n'));
  return [...groups.values()].flatMap((group) => registerSheet(group, document));
}

function registerSheet(
  group: readonly { readonly table: ResolvedTable; readonly appendix: string }[],
  { words }: ResolvedDocument,
): readonly Sheet[] {
  const columns = group[0]?.table.columns;
  if (columns === undefined) return [];
  const rows = group.flatMap(({ table, appendix }) =>
    table.rows.map((row): readonly SheetCell[] => [
      { value: appendix, look: 'text' },
      ...row.cells.map(bodyCell),
    ]),
  );
  const tables = group.map(({ table }) => table);
  const labels = [words.appendix, ...columns.map((column) => column.label)];
  return [
    {
      name: words.rowsSheet,
      widths: [13, ...columns.map((column, index) => columnWidth(column, tables, index))],
      rows: [labels.map((value): SheetCell => ({ value, look: 'header' })), ...rows],
      frozenRows: 1,
      filter: { fromRow: 0, toRow: rows.length },
      lying: true,
    },
  ];
}

/** Excel refuses two sheets of one name, and does not tell capitals apart. */
function withUniqueNames(sheets: readonly Sheet[]): readonly Sheet[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    let name = sheetName(sheet.name);
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = sheetName(`${sheet.name.slice(0, 26)} (${n})`);
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}
