import type { ChildProcess } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atTheConsole } from '../src/app/commands/run-in-system.ts';
import { openSystem, PROJECT_FOLDER, type System } from '../src/app/open-system.ts';
import { applyOffice } from '../src/features/offices/apply-office.ts';
import { loadOffice } from '../src/features/offices/load-office.ts';
import { createToken } from '../src/features/people/api-token.ts';
import { readConfig } from '../src/platform/config.ts';
import { withOffice } from '../src/platform/database/transaction.ts';
import { uuidv7 } from '../src/platform/ids.ts';
import { BENCH_OFFICE } from './bench-register.ts';
import { least, most, type Report } from './figure.ts';
import { type Post, type Posted, postFor } from './http-clients.ts';
import { startProgram, stopProgram } from './run-command.ts';
import { median, quantile } from './statistics.ts';

const CLIENTS = 8;
const MATTER = 'Bantuan sembako bulan ini belum masuk, saldo kartu masih nol. Mohon diperiksa datanya.';

/** Intake by HTTP with eight clients, beside its rivals, in turns over the same database server. */
export async function measureIntake(report: Report, quick: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-intake-'));
  const env = { TANGGAP_DATA: folder, PORT: '0', HOST: '127.0.0.1' };
  const system = await openSystem(Date.now(), readConfig({ TANGGAP_DATA: folder }));
  const children: ChildProcess[] = [];
  try {
    const token = await prepareOffice(system);
    const start = async (file: string, words: readonly string[]): Promise<number> => {
      const child = startProgram(file, words, env);
      children.push(child);
      return portOf(child);
    };
    const web = await start('src/app/main-web.ts', []);
    const rivals = {
      tanggap: complaintPost(web, `/api/v1/offices/${BENCH_OFFICE}/complaints`, token),
      bare: complaintPost(await start('bench/rival-server.ts', ['bare']), '/complaints', token),
      byHand: complaintPost(await start('bench/rival-server.ts', ['hand-made']), '/complaints', token),
    };
    const seconds = quick ? 3 : 8;
    const rounds = quick ? 2 : 4;
    for (const post of Object.values(rivals)) await postFor(post, CLIENTS, quick ? 2 : 5);
    const taken: Record<keyof typeof rivals, Posted[]> = { tanggap: [], bare: [], byHand: [] };
    const pgbench: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      taken.bare.push(await postFor(rivals.bare, CLIENTS, seconds));
      taken.tanggap.push(await postFor(rivals.tanggap, CLIENTS, seconds));
      taken.byHand.push(await postFor(rivals.byHand, CLIENTS, seconds));
      const tps = runPgbench(system, folder, seconds);
      if (tps !== null) pgbench.push(tps);
    }
    const rate = (name: keyof typeof rivals): number => median(taken[name].map((one) => one.perSecond));
    const ratio = (name: 'bare' | 'byHand'): number =>
      median(taken.tanggap.map((one, round) => one.perSecond / (taken[name][round]?.perSecond ?? 1)));
    const times = taken.tanggap.flatMap((one) => one.times);
    const note = `median of ${rounds} rounds of ${seconds} s, ${CLIENTS} clients`;
    const figure = (what: string, value: number, unit: string): void =>
      report({ what, value, unit, target: null, note });
    figure('intake by HTTP, everything in one commit', rate('tanggap'), 'a second');
    report({
      what: 'intake by HTTP: p99',
      value: quantile(times, 0.99),
      unit: 'ms',
      target: most(15),
      note: `p50 ${median(times).toFixed(2)} ms`,
    });
    figure('bare Hono and one INSERT', rate('bare'), 'a second');
    figure('the same rows by hand-made named statements', rate('byHand'), 'a second');
    report({
      what: 'intake ÷ bare Hono and one INSERT',
      value: ratio('bare'),
      unit: '',
      target: least(0.35),
      note,
    });
    report({ what: 'intake ÷ hand-made statements', value: ratio('byHand'), unit: '', target: null, note });
    if (pgbench.length > 0) {
      figure('pgbench, the one INSERT prepared', median(pgbench), 'a second');
      report({
        what: 'intake ÷ pgbench',
        value: rate('tanggap') / median(pgbench),
        unit: '',
        target: null,
        note,
      });
    }
  } finally {
    await Promise.all(children.map(stopProgram));
    await system.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Loads the office of the bench and makes a token that may take complaints in; gives it. */
export async function prepareOffice(system: System): Promise<string> {
  const { database } = system;
  const now = Date.now();
  const { office } = await loadOffice(join(PROJECT_FOLDER, 'offices', BENCH_OFFICE));
  if (office === null) throw new Error('The office of the bench does not load');
  const { officeId } = await applyOffice(database.owner, office, atTheConsole(system, now));
  const { token } = await withOffice(database.owner, officeId, (tx) =>
    createToken(tx, officeId, { role: 'front-office', name: 'bench' }, atTheConsole(system, now)),
  );
  return token;
}

/** A complaint such as the counter sends, each under a key of its own. */
export function complaintPost(port: number, path: string, token: string): Post {
  return {
    ...{ port, path },
    headers: () => ({ authorization: `Bearer ${token}`, 'idempotency-key': uuidv7() }),
    body: (run) =>
      JSON.stringify({
        ...{ channel: 'whatsapp', kind: 'pengaduan', text: `${MATTER} (${run})`, service: 'bpnt' },
        reporters: [{ name: 'Warga Contoh', phone: '0812-0000-0011', as: 'self' }],
      }),
  };
}

/** The port that a program prints, in its address or as JSON. */
export function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let seen = '';
    const look = (chunk: unknown): void => {
      seen += String(chunk);
      const port = /"port":(\d+)|https?:\/\/[^\s:]+:(\d+)/.exec(seen);
      if (port !== null) resolve(Number(port[1] ?? port[2]));
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', (chunk) => (seen += String(chunk)));
    child.once('close', () => reject(new Error(`A server ended before it was ready: ${seen.slice(-2000)}`)));
  });
}

/** Transactions a second of the one INSERT by PostgreSQL's own client; null where the machine has none. */
function runPgbench({ database }: System, folder: string, seconds: number): number | null {
  const { host, port, user, password, database: name } = database.locateApp();
  const script = join(folder, 'insert.sql');
  writeFileSync(
    script,
    `insert into bench_bare (id, body, at) values (gen_random_uuid(), '${MATTER}', now());\n`,
  );
  const words = [
    '-n',
    '-f',
    script,
    '-c',
    String(CLIENTS),
    '-j',
    '2',
    '-M',
    'prepared',
    '-T',
    String(seconds),
  ];
  const ran = spawnSync(
    'pgbench',
    [...words, '-h', host ?? '', '-p', String(port), '-U', user ?? '', name ?? ''],
    {
      env: { ...process.env, PGPASSWORD: typeof password === 'string' ? password : '' },
      encoding: 'utf8',
    },
  );
  const tps = /tps = ([\d.]+)/.exec(ran.stdout ?? '');
  return tps === null ? null : Number(tps[1]);
}
