import { loadavg } from 'node:os';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../src/app/open-system.ts';
import { describeError } from '../src/platform/errors.ts';
import { BENCH_HELP, readPlan } from './bench-plan.ts';
import { openRegister, seededRegister } from './bench-register.ts';
import { type Figure, isHit, most, printValue } from './figure.ts';
import { measureDeadlines } from './measure-deadlines.ts';
import { measureDocuments } from './measure-documents.ts';
import { measureIntake } from './measure-intake.ts';
import { measureLists } from './measure-lists.ts';
import { measureRegistration } from './measure-registration.ts';
import { measureReports, measureSmallReport } from './measure-reports.ts';
import { measureServer } from './measure-server.ts';
import { measureStaff } from './measure-staff.ts';
import { measureVerify } from './measure-verify.ts';
import { measuredCommit, writePerformance } from './write-performance.ts';

// npm run bench: measures what the project promises, in one run, and says of each figure whether it holds.
const plan = readPlan(process.argv.slice(2));
if (plan === null) {
  process.stdout.write(BENCH_HELP);
} else {
  const figures: Figure[] = [];
  const load = loadavg()[0] ?? 0;
  // Before the page is written, which is a change itself.
  const commit = measuredCommit(PROJECT_FOLDER);
  const wanted = (part: string): boolean => plan.only.length === 0 || plan.only.includes(part);
  const into = (part: string) => (figure: Omit<Figure, 'part'>) => {
    const whole = { part, ...figure };
    figures.push(whole);
    if (plan.json) return;
    const hit = isHit(whole);
    const verdict = hit === null ? '' : hit ? '  met' : '  MISSED';
    process.stdout.write(
      `${part}: ${figure.what}: ${printValue(figure.value, figure.unit)}${verdict} (${figure.note})\n`,
    );
  };
  try {
    if (wanted('intake')) await measureIntake(into('Intake'), plan.quick);
    if (wanted('registration')) await measureRegistration(into('Registration'), plan.quick);
    if (wanted('documents')) await measureDocuments(into('Documents'), plan.quick);
    if (wanted('deadlines')) measureDeadlines(into('Deadlines'), plan.quick);
    const [server, anchors] = [wanted('server'), wanted('anchors')];
    if (server || anchors) {
      const reports = { server: server ? into('Server') : null, anchors: anchors ? into('Anchors') : null };
      await measureServer(reports, plan.quick);
    }
    if (wanted('reports')) await measureSmallReport(into('Reports'), plan.quick);
    await measureRegisters();
  } catch (error) {
    process.stderr.write(`${describeError(error)}\n`);
    process.exitCode = 1;
  }
  // What was measured before a part failed stands, too.
  if (plan.write) {
    const words = process.argv.slice(2).filter((word) => word !== '--write');
    const command = ['npm run bench', ...(words.length > 0 ? ['--', ...words] : [])].join(' ');
    const page = join(PROJECT_FOLDER, 'docs', 'performance.md');
    writePerformance(page, figures, { command, commit, load });
  }
  if (plan.json) process.stdout.write(`${JSON.stringify({ figures })}\n`);
  const minutes = Math.round(performance.now() / 60_000);
  const missed = figures.filter((figure) => isHit(figure) === false);
  if (!plan.json) {
    process.stdout.write(
      `\n${figures.length} figures, ${missed.length} targets missed, ${minutes} minutes.\n`,
    );
  }

  async function measureRegisters(): Promise<void> {
    if (plan === null || !['seed', 'lists', 'reports', 'verify', 'staff'].some(wanted)) return;
    const inboxes: { cases: number; median: number }[] = [];
    for (const cases of plan.sizes) {
      const register = await seededRegister(plan.folder, cases, wanted('seed'));
      if (wanted('seed') && register.seeded !== null) {
        const large = cases >= 1_000_000;
        const { seconds, peakMb } = register.seeded;
        const note = 'ten years, about five entries a case, indexes, statistics and anchors included';
        const seeded = into('Synthetic register');
        seeded({
          what: `seed, ${cases} cases`,
          value: seconds,
          unit: 's',
          target: large ? most(300) : null,
          note,
        });
        seeded({
          what: `seed, ${cases} cases: memory`,
          value: peakMb,
          unit: 'MB',
          target: most(400),
          note: 'peak RSS',
        });
      }
      if (wanted('verify')) await measureVerify(register.folder, cases, into('Verify'));
      const opened = await openRegister(register.folder);
      try {
        if (wanted('lists')) {
          const { inbox } = await measureLists(opened, cases, into('Lists'), plan.quick);
          inboxes.push({ cases, median: inbox });
        }
        if (wanted('staff'))
          await measureStaff(opened, register.folder, cases, into('Staff at work'), plan.quick);
        if (wanted('reports')) await measureReports(opened, cases, into('Reports'), plan.quick);
      } finally {
        await opened.system.close();
      }
    }
    const small = inboxes.find(({ cases }) => cases === 10_000);
    const large = inboxes.find(({ cases }) => cases === 1_000_000);
    if (small !== undefined && large !== undefined) {
      into('Lists')({
        ...{
          what: 'inbox at 1,000,000 ÷ at 10,000',
          value: large.median / small.median,
          unit: '',
          target: most(1.5),
        },
        note: `medians ${large.median.toFixed(2)} and ${small.median.toFixed(2)} ms, 1 client`,
      });
    }
  }
}
