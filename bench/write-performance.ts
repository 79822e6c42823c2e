import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { type Figure, isHit, printValue } from './figure.ts';

const BEGIN = '<!-- figures: written by npm run bench -->';
const END = '<!-- end of figures -->';
const HEAD = ['| what | figure | target | | how |', '|---|---|---|---|---|'];

/** What one run measured of a part, as it stands on the page. */
type RunTable = { readonly setting: string; readonly rows: readonly string[] };
type Parts = ReadonlyMap<string, readonly RunTable[]>;

/**
 * Puts the measured figures between the marks of docs/performance.md, one table a part and run, under the line that
 * says how that run was made. A figure takes the place of the one of the same name; figures that this run did not
 * measure stay with their own run's line, and so does every other line of the page. `run` says what was run, of which
 * commit, and the machine's load average before it: above a little, others were at work too.
 */
export function writePerformance(
  file: string,
  figures: readonly Figure[],
  run: { readonly command: string; readonly commit: string; readonly load: number },
): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : `# Performance\n\n${BEGIN}\n${END}\n`;
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${file} has lost the marks between which the figures stand`);
  const setting =
    `\`${run.command}\`, ${new Date().toISOString().slice(0, 10)}, ${run.commit}: ${availableParallelism()} cores ` +
    `(${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}; ` +
    `load average before the run ${run.load.toFixed(1)}.`;
  const parts = mergeFigures(readParts(before.slice(from + BEGIN.length, to)), figures, setting);
  const printed = [...parts].map(([part, tables]) => printPart(part, tables));
  const made = [BEGIN, '', printed.join('\n\n'), '', END].join('\n');
  writeFileSync(file, before.slice(0, from) + made + before.slice(to + END.length));
}

/** The commit that is measured, in short: "commit 1a2b3c4", "… with changes" where files differ from it. */
export function measuredCommit(folder: string): string {
  const git = (...words: readonly string[]): string =>
    execFileSync('git', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no').trim() !== '';
    return `commit ${git('rev-parse', '--short', 'HEAD').trim()}${changed ? ' with changes' : ''}`;
  } catch {
    // Unpacked from an archive, there is none to name.
    return 'no commit known';
  }
}

function readParts(page: string): Parts {
  const parts = new Map<string, readonly RunTable[]>();
  for (const block of page.split(/^(?=### )/m)) {
    const [heading = '', ...lines] = block.split('\n');
    if (!heading.startsWith('### ')) continue;
    const tables: { setting: string; rows: string[] }[] = [];
    for (const line of lines) {
      if (line.startsWith('| ')) {
        if (!HEAD.includes(line)) tables.at(-1)?.rows.push(line);
      } else if (line.trim() !== '' && !HEAD.includes(line)) tables.push({ setting: line, rows: [] });
    }
    parts.set(heading.slice('### '.length), tables);
  }
  return parts;
}

/** A name stands once on the page: measured again, also under another part, its former figure goes. */
function mergeFigures(parts: Parts, figures: readonly Figure[], setting: string): Parts {
  const measured = new Set(figures.map((figure) => figure.what));
  const merged = new Map<string, readonly RunTable[]>();
  for (const [part, tables] of parts) {
    const kept = tables.map((table) => ({
      ...table,
      rows: table.rows.filter((row) => !measured.has(nameOf(row))),
    }));
    merged.set(part, kept);
  }
  for (const [part, own] of Map.groupBy(figures, (figure) => figure.part)) {
    merged.set(part, [{ setting, rows: own.map(printRow) }, ...(merged.get(part) ?? [])]);
  }
  const full = [...merged].map(
    ([part, tables]) => [part, tables.filter(({ rows }) => rows.length > 0)] as const,
  );
  return new Map(full.filter(([, tables]) => tables.length > 0));
}

function nameOf(row: string): string {
  return row.slice('| '.length).split(' | ')[0] ?? '';
}

/** The target and whether it was met stand beside each figure. */
function printRow(figure: Figure): string {
  const hit = isHit(figure);
  const sign = figure.target?.at === 'most' ? '≤' : '≥';
  const target = figure.target === null ? '' : `${sign} ${printValue(figure.target.value, figure.unit)}`;
  const verdict = hit === null ? '' : hit ? 'met' : '**missed**';
  return `| ${figure.what} | ${printValue(figure.value, figure.unit)} | ${target} | ${verdict} | ${figure.note} |`;
}

function printPart(part: string, tables: readonly RunTable[]): string {
  const printed = tables.map(({ setting, rows }) => [setting, '', ...HEAD, ...rows].join('\n'));
  return [`### ${part}`, ...printed].join('\n\n');
}
