import { chmodSync, globSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { type EmbeddedServer, joinEmbeddedServer } from '../src/platform/database/embedded-server.ts';
import { findSystemPostgres, type PostgresBinaries } from '../src/platform/database/postgres-binaries.ts';
import { prepareTemplate, testServerSettings } from '../test/test-database.ts';
import { ensureChromium } from './chromium.ts';
import { runFiles } from './run-files.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export interface TestPlan {
  /** 'quick' is everything but test/long. */
  readonly kind: 'quick' | 'long';
  /** Parts of paths; none = all. */
  readonly only: readonly string[];
}

interface Counts {
  readonly title: string;
  readonly files: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

/** Runs the tests of a plan and prints the counts; returns the exit code. */
export async function runTests(plan: TestPlan): Promise<number> {
  const files = findTests(plan);
  if (files.length === 0) {
    console.error(`No test file matches ${plan.only.join(' ') || 'this plan'}.`);
    return 1;
  }
  removeLeftovers();
  if (files.some((file) => file.startsWith('e2e/'))) offerChromium();
  const rounds = [await runRound(plan.kind, files, undefined)];
  const onDatabase = files.filter((file) => file.includes('.db.test.'));
  const system = plan.kind === 'quick' && onDatabase.length > 0 ? findSystemPostgres() : undefined;
  if (system) rounds.push(await runRound(`PostgreSQL ${system.version} of this machine`, onDatabase, system));
  for (const round of rounds) printCounts(round);
  return rounds.some((round) => round.failed > 0 || round.passed === 0) ? 1 : 0;
}

function findTests(plan: TestPlan): string[] {
  const patterns =
    plan.kind === 'long' ? ['test/long/**'] : ['src/**', 'test/**', 'e2e/**', 'scripts/**', 'bench/**'];
  const all = globSync(
    patterns.flatMap((pattern) => [`${pattern}/*.test.ts`, `${pattern}/*.test.tsx`]),
    { cwd: root },
  );
  const only = plan.only.map((part) => relative(root, resolve(root, part)));
  return [...new Set(all)]
    .filter((file) => plan.kind === 'long' || !file.startsWith('test/long/'))
    .filter((file) => only.length === 0 || only.some((part) => file.includes(part)))
    .sort();
}

function offerChromium(): void {
  const chromium = ensureChromium();
  if (chromium) process.env.TANGGAP_CHROMIUM = chromium;
  else console.error('No Chromium could be installed: the browser tests will fail. See npm run doctor.');
}

async function runRound(
  title: string,
  files: string[],
  binaries: PostgresBinaries | undefined,
): Promise<Counts> {
  const started = Date.now();
  const stopServer = await startServer(binaries);
  try {
    const counts = await runFiles(files);
    return { title, ...counts, files: files.length, seconds: Math.round((Date.now() - started) / 100) / 10 };
  } finally {
    await stopServer();
  }
}

/** One server in a temporary folder for all files; its address goes to them by the environment. */
async function startServer(binaries: PostgresBinaries | undefined): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), `tanggap-run-${process.pid}-`));
  // Root's PostgreSQL runs as "nobody", who has to pass.
  chmodSync(folder, 0o711);
  const server: EmbeddedServer = await joinEmbeddedServer(folder, {
    settings: testServerSettings,
    sync: false,
    binaries,
  });
  await prepareTemplate(server);
  process.env.TANGGAP_TEST_SERVER = JSON.stringify({ port: server.port(), password: server.password });
  const stop = async (): Promise<void> => {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await server.leave();
    rmSync(folder, { recursive: true, force: true });
  };
  const interrupt = (): void => {
    stop().finally(() => process.exit(130));
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return stop;
}

/** A runner that was killed leaves its server behind: joining and leaving stops it. Those of other users are theirs. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^tanggap-run-(\d+)-/.exec(name)?.[1]);
    const folder = join(tmpdir(), name);
    if (!pid || isAlive(pid) || statSync(folder).uid !== process.getuid?.()) continue;
    joinEmbeddedServer(folder, { settings: testServerSettings })
      .then((server) => server.leave())
      .catch(() => undefined)
      .finally(() => rmSync(folder, { recursive: true, force: true }));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function printCounts(counts: Counts): void {
  const mark = counts.failed === 0 ? styleText('green', '✔') : styleText('red', '✖');
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(
    `${mark} ${counts.title}: ${counts.passed} passed, ${counts.failed} failed${skipped} in ${counts.files} files, ${counts.seconds} s`,
  );
}
