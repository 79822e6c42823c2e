import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atTheConsole } from '../src/app/commands/run-in-system.ts';
import { OFFICES_FOLDER, openSystem, type System } from '../src/app/open-system.ts';
import { readWaiting } from '../src/app/read-waiting.ts';
import { PUBLIC_ACTOR } from '../src/domain/people/case-actor.ts';
import { intakeComplaint } from '../src/features/cases/intake/intake-complaint.ts';
import { applyOffice } from '../src/features/offices/apply-office.ts';
import { loadOffice } from '../src/features/offices/load-office.ts';
import { readConfig } from '../src/platform/config.ts';
import { uuidv7 } from '../src/platform/ids.ts';
import { BENCH_OFFICE } from './bench-register.ts';
import { most, type Report } from './figure.ts';
import { postFor } from './http-clients.ts';
import { complaintPost, portOf, prepareOffice } from './measure-intake.ts';
import { startProgram, statusKb, stopProgram } from './run-command.ts';
import { median } from './statistics.ts';

/** Where each part of this measurement is told; null = it is not measured. */
export type ServerReports = { readonly server: Report | null; readonly anchors: Report | null };

const LOAD_CLIENTS = 8;

/** Start and idle memory of a server beside its database; the lag of the anchors while it runs. */
export async function measureServer({ server, anchors }: ServerReports, quick: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-server-'));
  const system = await openSystem(Date.now(), readConfig({ TANGGAP_DATA: folder }));
  try {
    const { office } = await loadOffice(join(OFFICES_FOLDER, BENCH_OFFICE));
    if (office !== null) await applyOffice(system.database.owner, office, atTheConsole(system, Date.now()));
    const env = { TANGGAP_DATA: folder, PORT: '0', HOST: '127.0.0.1' };
    const starts: number[] = [];
    const memories: number[] = [];
    const rounds = server === null ? 1 : quick ? 2 : 5;
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now();
      const child = startProgram('src/app/main-web.ts', [], env);
      try {
        const port = await portOf(child);
        while (!(await isReady(port))) await sleep(5);
        starts.push((performance.now() - started) / 1000);
        await fetch(`http://127.0.0.1:${port}/`);
        await sleep(quick ? 2_000 : 5_000);
        memories.push(statusKb(child.pid, 'VmRSS') / 1024);
        // The last round alone has work: what it leaves to the worker would keep the others from being idle.
        if (anchors !== null && round === rounds - 1) {
          await measureAnchors(system, anchors);
          await measureLoadedAnchors(system, port, anchors, quick);
        }
      } finally {
        await stopProgram(child);
      }
    }
    if (server === null) return;
    // The first start also builds the styles.
    const warm = starts.slice(1);
    const note = `median of ${warm.length}; the first one, which builds the styles, ${starts[0]?.toFixed(2)} s`;
    server({
      what: 'database ready to 200 on /readyz',
      value: median(warm),
      unit: 's',
      target: most(1.5),
      note,
    });
    server({
      ...{ what: 'server without PostgreSQL, idle', value: median(memories), unit: 'MB', target: most(150) },
      note: `RSS of the process, median of ${memories.length}`,
    });
  } finally {
    await system.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200;
  } catch {
    return false;
  }
}

/** From the commit of a complaint to the anchor that holds it, on the disk and in its mirror. */
async function measureAnchors(system: System, report: Report): Promise<void> {
  const office = await system.offices.bySlug(BENCH_OFFICE, Date.now());
  if (office === undefined) throw new Error('The office of the bench is not loaded');
  const desk = { pool: system.database.app, keyring: system.keyring, newId: uuidv7 };
  const before = await anchored(system);
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: PUBLIC_ACTOR, idempotency: null },
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'website',
        matter: keep.text('matter', 'Bantuan belum masuk.'),
      }),
    },
    Date.now(),
  );
  if (!taken.ok) throw new Error(JSON.stringify(taken));
  const started = performance.now();
  while ((await anchored(system)) === before) {
    if (performance.now() - started > 120_000) throw new Error('No anchor within two minutes');
    await sleep(50);
  }
  const value = (performance.now() - started) / 1000;
  report({
    what: 'anchors behind',
    value,
    unit: 's',
    target: most(60),
    note: 'one complaint, otherwise idle',
  });
}

/**
 * While complaints come in as fast as the server takes them, for longer than one turn of the anchors: how long the
 * oldest entry has waited to be moved and the oldest moved one for its anchor, both together.
 */
async function measureLoadedAnchors(
  system: System,
  port: number,
  report: Report,
  quick: boolean,
): Promise<void> {
  const token = await prepareOffice(system);
  const post = complaintPost(port, `/api/v1/offices/${BENCH_OFFICE}/complaints`, token);
  const load = { over: false };
  const posting = postFor(post, LOAD_CLIENTS, quick ? 12 : 45).finally(() => {
    load.over = true;
  });
  let value = 0;
  while (!load.over) {
    const { outbox, anchors } = await readWaiting(system.database.owner);
    value = Math.max(value, outbox + anchors);
    await sleep(200);
  }
  const { perSecond } = await posting;
  const note = `longest wait at ${Math.round(perSecond)} complaints a second, ${LOAD_CLIENTS} clients`;
  report({ what: 'anchors behind under intake load', value, unit: 's', target: most(60), note });
}

async function anchored({ database }: System): Promise<number> {
  const { rows } = await database.owner.query<{ chains: number }>(
    'select coalesce(sum(chains), 0)::int as chains from anchor',
  );
  return rows[0]?.chains ?? 0;
}
