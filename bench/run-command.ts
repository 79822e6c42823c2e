import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../src/app/open-system.ts';

const LOADER = join(PROJECT_FOLDER, 'scripts', 'run-tsx.mjs');
/** A bench that is profiled profiles what it starts, too. */
const PROFILE = process.execArgv.filter((word) => word.startsWith('--cpu-prof'));

export type Finished = { readonly out: string; readonly seconds: number; readonly peakMb: number };

/** Starts one of the program's own files as a process of its own. */
export function startProgram(
  file: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn(process.execPath, [...PROFILE, '--import', LOADER, join(PROJECT_FOLDER, file), ...words], {
    cwd: PROJECT_FOLDER,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command of Tanggap to its end and watches its memory (the process itself, not the database server). */
export async function runCommand(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Finished> {
  const started = performance.now();
  const child = startProgram('src/app/cli.ts', words, env);
  let [out, errors, peakKb] = ['', '', 0];
  child.stdout?.on('data', (chunk) => (out += chunk));
  child.stderr?.on('data', (chunk) => (errors += chunk));
  const watch = setInterval(() => {
    peakKb = Math.max(peakKb, statusKb(child.pid, 'VmHWM'));
  }, 200);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${errors}${out.slice(0, 2000)}`);
  return { out, seconds: (performance.now() - started) / 1000, peakMb: peakKb / 1024 };
}

/** A line of /proc/<pid>/status in kB; 0 where there is none (the process has ended, or this is no Linux). */
export function statusKb(pid: number | undefined, name: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Ends a process that was started here and waits for it. */
export async function stopProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await closed;
}
