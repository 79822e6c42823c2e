/**
 * A table as CSV for a spreadsheet: UTF-8 with its mark, CRLF, every field quoted where needed. A text that a spreadsheet would
 * take for a formula gets an apostrophe in front (design law 9). The semicolon is what Excel expects under Indonesian settings.
 */
export function writeCsv(rows: readonly (readonly string[])[], separator: ';' | ',' | '\t' = ';'): string {
  const lines = rows.map((row) => row.map((text) => field(text, separator)).join(separator));
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

function field(text: string, separator: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
