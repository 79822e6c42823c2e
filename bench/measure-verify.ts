import { most, type Report } from './figure.ts';
import { runCommand } from './run-command.ts';

/** The whole check of a store by its command, in a process of its own. */
export async function measureVerify(folder: string, cases: number, report: Report): Promise<void> {
  const { out, seconds, peakMb } = await runCommand(['verify', '--json'], { TANGGAP_DATA: folder });
  const verdict: { ok: boolean; entries: number; anchors: number } = JSON.parse(out);
  if (!verdict.ok) throw new Error(`verify found something: ${out.slice(0, 2000)}`);
  const large = cases >= 1_000_000;
  const note = `${verdict.entries} entries, ${verdict.anchors} anchors, the command from start to end`;
  report({
    what: `verify, ${cases} cases`,
    value: seconds,
    unit: 's',
    target: large ? most(40) : null,
    note,
  });
  report({
    what: `verify, ${cases} cases: memory`,
    value: peakMb,
    unit: 'MB',
    target: most(350),
    note: 'peak RSS',
  });
}
