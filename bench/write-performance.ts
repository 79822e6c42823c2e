import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { type Figure, isHit, printValue } from './figure.ts';

const BEGIN = '<!-- figures: written by npm run bench -->';
const END = '<!-- end of figures -->';

/** One table a part; the target and whether it was met stand beside each figure. */
function partTable(part: string, figures: readonly Figure[], setting: string): string {
  const rows = figures.map((figure) => {
    const hit = isHit(figure);
    const sign = figure.target?.at === 'most' ? '≤' : '≥';
    const target = figure.target === null ? '' : `${sign} ${printValue(figure.target.value, figure.unit)}`;
    const verdict = hit === null ? '' : hit ? 'met' : '**missed**';
    return `| ${figure.what} | ${printValue(figure.value, figure.unit)} | ${target} | ${verdict} | ${figure.note} |`;
  });
  const head = ['| what | figure | target | | how |', '|---|---|---|---|---|'];
  return [`### ${part}`, '', setting, '', ...head, ...rows].join('\n');
}

/**
 * Puts the tables of the measured parts between the marks of docs/performance.md; other parts and every other line
 * stay. `load` is the machine's load average before the run: above a little, others were at work too.
 */
export function writePerformance(
  file: string,
  figures: readonly Figure[],
  command: string,
  load: number,
): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : `# Performance\n\n${BEGIN}\n${END}\n`;
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${file} has lost the marks between which the figures stand`);
  const parts = new Map<string, string>();
  for (const block of before.slice(from + BEGIN.length, to).split(/^(?=### )/m)) {
    const name = /^### (.+)$/m.exec(block)?.[1];
    if (name !== undefined) parts.set(name, block.trim());
  }
  const setting =
    `\`${command}\`, ${new Date().toISOString().slice(0, 10)}: ${availableParallelism()} cores ` +
    `(${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}; ` +
    `load average before the run ${load.toFixed(1)}.`;
  for (const part of new Set(figures.map((figure) => figure.part))) {
    const own = figures.filter((figure) => figure.part === part);
    parts.set(part, partTable(part, own, setting));
  }
  const made = [BEGIN, '', [...parts.values()].join('\n\n'), '', END].join('\n');
  writeFileSync(file, before.slice(0, from) + made + before.slice(to + END.length));
}
