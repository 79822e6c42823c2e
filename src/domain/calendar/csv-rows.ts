export type CsvRow = {
  /** 1 = the header, as an editor shows it. */
  readonly line: number;
  readonly cells: readonly string[];
};

/**
 * Splits the simple CSV of our reference tables: commas, cells in double quotes with `""` inside, one row a line.
 * Blank lines are left out.
 */
export function csvRows(text: string): readonly CsvRow[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((content, index) => ({ line: index + 1, content }))
    .filter(({ content }) => content.trim() !== '')
    .map(({ line, content }) => ({ line, cells: splitLine(content) }));
}

function splitLine(content: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < content.length; i++) {
    const char = content.charAt(i);
    if (char === '"' && quoted && content.charAt(i + 1) === '"') {
      cell += '"';
      i += 1;
    } else if (char === '"') {
      quoted = !quoted;
    } else if (char === ',' && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else {
      cell += char;
    }
  }
  return [...cells, cell.trim()];
}
