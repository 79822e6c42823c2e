/**
 * A table as CSV for a spreadsheet: UTF-8 with its mark, CRLF, every field quoted where needed. What a spreadsheet would take
 * for a formula gets an apostrophe in front (design law 9), also where a program that separates by something else would begin
 * a cell. The semicolon is what Excel expects under Indonesian settings.
 */
export function writeCsv(rows: readonly (readonly string[])[], separator: ';' | ',' | '\t' = ';'): string {
  const lines = rows.map((row) => row.map(field).join(separator));
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

function field(text: string): string {
  const safe = /^-?\d+([.,]\d+)?$/.test(text) ? text : text.replaceAll(CELL_BEGINS, withoutFormula);
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** All that may stand between cells, and the sign behind it, if there is one: never looked at twice, however long it is. */
const CELL_BEGINS = /(^|[\r\n,;\t])([\s",;]*)([=+\-@＝＋－＠]?)/g;

function withoutFormula(whole: string, edge: string, gap: string, sign: string): string {
  return sign === '' ? whole : `${edge}${gap}'${sign}`;
}
