import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { type Figure, isHit, printValue } from './figure.ts';

const BEGIN = '<!-- figures: written by npm run bench -->';
const END = '<!-- end of figures -->';

/** The figures as tables, one a part; the target and whether it was met stand beside each. */
export function figureTables(figures: readonly Figure[]): string {
  const parts = [...new Set(figures.map(({ part }) => part))];
  return parts
    .map((part) => {
      const rows = figures
        .filter((figure) => figure.part === part)
        .map((figure) => {
          const hit = isHit(figure);
          const sign = figure.target?.at === 'most' ? '≤' : '≥';
          const target =
            figure.target === null ? '' : `${sign} ${printValue(figure.target.value, figure.unit)}`;
          const verdict = hit === null ? '' : hit ? 'met' : '**missed**';
          return `| ${figure.what} | ${printValue(figure.value, figure.unit)} | ${target} | ${verdict} | ${figure.note} |`;
        });
      return [`### ${part}`, '', '| what | figure | target | | how |', '|---|---|---|---|---|', ...rows].join(
        '\n',
      );
    })
    .join('\n\n');
}

/** Puts the tables between their marks in docs/performance.md and leaves every other line as it is. */
export function writePerformance(
  file: string,
  figures: readonly Figure[],
  command: string,
  seconds: number,
): void {
  const made = [
    BEGIN,
    '',
    `Made by \`${command}\` on ${new Date().toISOString().slice(0, 10)} in ${Math.round(seconds / 60)} minutes: ` +
      `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ` +
      `${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, the embedded PostgreSQL with fsync on.`,
    '',
    figureTables(figures),
    '',
    END,
  ].join('\n');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : `# Performance\n\n${BEGIN}\n${END}\n`;
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${file} has lost the marks between which the figures stand`);
  writeFileSync(file, before.slice(0, from) + made + before.slice(to + END.length));
}
