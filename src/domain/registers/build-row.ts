import { columnLetters } from './column-letters.ts';
import { decideReceipt, type ReceiptDecision } from './decide-receipt.ts';
import type { Doubt, RegisterField } from './doubt-rules.ts';
import { mayStandOutside } from './outside-line.ts';
import type { ImportedRow, RegisterRow, SkippedRow } from './register-row.ts';
import { type RowCells, rowCells, type SayDoubt } from './row-cells.ts';
import { type RowSetting, readContent } from './row-content.ts';
import { rowFingerprint, rowLikeness } from './row-fingerprint.ts';
import type { TableRow } from './split-table.ts';
import { textOfRow } from './text-of-row.ts';

export type BuiltRow = { readonly row: RegisterRow; readonly formulasWithoutValue: readonly string[] };

/** Gives one row of a table its verdict, exactly as the old book says it (rule 37). */
export function buildRow(table: TableRow, setting: RowSetting): BuiltRow {
  const said: Doubt[] = [];
  const say: SayDoubt = (field, rule, written, taken, why, candidates = []) => {
    said.push({ sheet: setting.sheet, row: table.row.row, field, written, rule, candidates, taken, why });
  };
  const { row, formulasWithoutValue } = judgeRow(table, setting, say);
  // By field, so that the order of the columns makes no difference.
  const doubts = said.toSorted((a, b) => FIELD_ORDER.indexOf(a.field) - FIELD_ORDER.indexOf(b.field));
  return { row: { ...row, doubts }, formulasWithoutValue };
}

type JudgedRow = Omit<BuiltRow, 'row'> & {
  readonly row: Omit<ImportedRow, 'doubts'> | Omit<SkippedRow, 'doubts'>;
};

const FIELD_ORDER: readonly RegisterField[] = [
  'row',
  'number',
  'date',
  'received-time',
  'name',
  'nik',
  'phone',
  'email',
  'address',
  'matter',
  'status',
  'narrative',
  'severity',
  'category',
  'service',
  'channel',
  'kind',
  'unit',
  'other',
  'sheet',
];

function judgeRow(table: TableRow, setting: RowSetting, say: SayDoubt): JudgedRow {
  const cells = rowCells(table, setting.columns, say);
  const formulasWithoutValue = cells.formulasWithoutValue.map(
    (cell) => `${setting.sheet}!${columnLetters(cell.column)}${table.row.row}`,
  );
  sayShape(table, say);
  const head = {
    sheet: setting.sheet,
    row: table.row.row,
    joined: table.joined.map((each) => each.row),
    sourceNumber: cells.text('number').replace(/^(\d+)[.)]?(?:\.0)?$/, '$1') || null,
  };
  const skip = (reason: string): JudgedRow => ({
    row: { ...head, verdict: 'skipped', reason, text: textOfRow(table.row) },
    formulasWithoutValue,
  });
  if (!cells.hasContent) return skip('Baris tanpa isi selain nomor dan tanggalnya.');
  const { receipt, says, doubts } = readReceipt(cells, setting, say);
  if (receipt === null)
    return skip(
      `${doubts.map(({ why }) => why).join(' ')} Betulkan tanggalnya, atau tambahkan bulan pada judul atau nama lembar.`,
    );
  const content = readContent(cells, head.row, sealedBy(table, setting), say);
  const { office } = setting.context;
  const fingerprint = rowFingerprint(office, { receipt, says, written: content.dateWritten }, cells.written);
  const likeness = rowLikeness(office, { receipt, says }, content);
  return {
    row: { ...head, verdict: 'imported', reason: null, receipt, ...content, fingerprint, likeness },
    formulasWithoutValue,
  };
}

/** A row below a line that seals is as one of a sheet that does. */
function sealedBy({ sealed }: TableRow, setting: RowSetting): RowSetting {
  if (sealed === undefined) return setting;
  const { secrecy } = setting;
  const anonymous = secrecy.anonymous || sealed.anonymous;
  return { ...setting, secrecy: { ...secrecy, anonymous, secret: secrecy.secret || sealed.secret } };
}

function sayShape(table: TableRow, say: SayDoubt): void {
  if (table.joined.length > 0) {
    const rows = table.joined.map((each) => each.row).join(', ');
    const unlike = table.joined.filter((each) => mayStandOutside(textOfRow(each))).map((each) => each.row);
    const check =
      unlike.length === 0
        ? ''
        : ` Baris ${unlike.join(', ')} mungkin judul, jumlah, atau tanda tangan: bandingkan dengan buku.`;
    say(
      'row',
      'row-joined',
      rows,
      String(table.row.row),
      `Baris ${rows} adalah sambungan baris ini yang terpotong pergantian halaman; isinya disatukan.${check}`,
    );
  }
  if (table.row.hidden)
    say(
      'row',
      'hidden-row',
      String(table.row.row),
      String(table.row.row),
      'Baris ini disembunyikan di Excel; tetap dibaca.',
    );
}

function readReceipt(cells: RowCells, setting: RowSetting, say: SayDoubt): ReceiptDecision {
  const cell = cells.cell('date');
  const text = [cells.text('weekday'), cells.text('date')].filter((each) => each !== '').join(' ');
  const decision = decideReceipt({ text, date: cell?.date }, setting.period, setting.context);
  for (const doubt of decision.doubts)
    say('date', doubt.rule, text, doubt.taken, doubt.why, doubt.candidates);
  return decision;
}
