import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { atTheConsole } from '../../src/app/commands/run-in-system.ts';
import { OFFICES_FOLDER, openSystem, PROJECT_FOLDER } from '../../src/app/open-system.ts';
import { verifyStore } from '../../src/app/verify-store.ts';
import { applyOffice } from '../../src/features/offices/apply-office.ts';
import { loadOffice } from '../../src/features/offices/load-office.ts';
import { createToken } from '../../src/features/people/api-token.ts';
import { readConfig } from '../../src/platform/config.ts';
import { withOffice } from '../../src/platform/database/transaction.ts';
import { uuidv7 } from '../../src/platform/ids.ts';

// Server and database are killed at random moments while complaints come in (design law 1): whatever was acknowledged
// is there once, what was asked again under its key is there once, chains are whole and no register number is missing.
const ROUNDS = Number(process.env.TANGGAP_CRASH_ROUNDS ?? 50);
const CLIENTS = 6;

const folder = mkdtempSync(join(tmpdir(), 'tanggap-crash-'));
// Root's PostgreSQL runs as "nobody", who has to pass.
chmodSync(folder, 0o711);
const env = { TANGGAP_DATA: folder, PORT: '0', HOST: '127.0.0.1' };
const config = readConfig(env);
let web: Web | null = null;
after(async () => {
  if (web !== null) await stop(web.child);
  rmSync(folder, { recursive: true, force: true });
});

type Web = { readonly child: ChildProcess; readonly port: number };
type Sent = { readonly key: string; readonly body: string; ticket: string | null };

async function prepare(): Promise<string> {
  const now = Date.now();
  const system = await openSystem(now, config);
  try {
    const { office } = await loadOffice(join(OFFICES_FOLDER, 'tabalong'));
    assert.ok(office);
    const { officeId } = await applyOffice(system.database.owner, office, atTheConsole(system, now));
    const made = await withOffice(system.database.owner, officeId, (tx) =>
      createToken(tx, officeId, { role: 'petugas-loket', name: 'crash' }, atTheConsole(system, now)),
    );
    return made.token;
  } finally {
    await system.close();
  }
}

/** As `npm start` does it; resolves when the doors are open. */
function start(): Promise<Web> {
  const words = [
    '--import',
    join(PROJECT_FOLDER, 'scripts', 'run-tsx.mjs'),
    join(PROJECT_FOLDER, 'src', 'app', 'main-web.ts'),
  ];
  const child = spawn(process.execPath, words, {
    cwd: PROJECT_FOLDER,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let seen = '';
    const look = (chunk: unknown): void => {
      seen += String(chunk);
      const port = /https?:\/\/[^\s:]+:(\d+)/.exec(seen);
      if (port !== null) resolve({ child, port: Number(port[1]) });
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', (chunk) => {
      seen += String(chunk);
    });
    child.once('close', () => reject(new Error(`The server did not start: ${seen.slice(-3000)}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await closed;
}

async function send(port: number, token: string, one: Sent): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/offices/tabalong/complaints`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': one.key,
    },
    body: one.body,
    signal: AbortSignal.timeout(10_000),
  });
  const text = await answer.text();
  if (answer.status >= 500) return;
  assert.equal(answer.status, 201, text);
  const given: { ticket: string } = JSON.parse(text);
  if (one.ticket !== null) assert.equal(given.ticket, one.ticket, 'a repeat gets the same ticket');
  one.ticket = given.ticket;
}

function aComplaint(number: number): Sent {
  const text = `Bantuan belum masuk, catatan uji nomor ${number}.`;
  const plain = {
    channel: 'loket',
    kind: 'pengaduan',
    text,
    reporters: [{ name: 'Warga Contoh', as: 'self' }],
  };
  // Half of them take a register number in the same act.
  const atDesk = { answeredAtDesk: { text: 'Sudah dijelaskan.', way: 'oral', outcome: 'explained' } };
  return {
    key: uuidv7(),
    body: JSON.stringify(number % 2 === 0 ? { ...plain, ...atDesk } : plain),
    ticket: null,
  };
}

function databasePid(): number {
  return Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

test(`${ROUNDS} rounds of kill -9 of server and database lose nothing that was acknowledged`, async () => {
  const token = await prepare();
  const sent: Sent[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    web = await start();
    const { port, child } = web;
    let over = false;
    const client = async (): Promise<void> => {
      while (!over) {
        const one = aComplaint(sent.length);
        sent.push(one);
        // A connection that broke off says nothing about what was written.
        await send(port, token, one).catch((error: unknown) => {
          if (error instanceof assert.AssertionError) throw error;
        });
      }
    };
    const clients = Promise.all(Array.from({ length: CLIENTS }, client));
    await sleep(150 + Math.random() * 1_200);
    const victim = round % 3;
    if (victim !== 0) process.kill(databasePid(), 'SIGKILL');
    if (victim === 2) await sleep(Math.random() * 30);
    // The server alone, the database alone (the server then brings another up), or both.
    if (victim !== 1) child.kill('SIGKILL');
    else await sleep(400);
    over = true;
    await clients;
    if (victim === 1) await stop(child);
    else if (child.exitCode === null && child.signalCode === null) {
      await new Promise((resolve) => child.once('close', resolve));
    }
  }
  web = await start();
  const unknown = sent.filter((one) => one.ticket === null);
  const acknowledged = sent.length - unknown.length;
  assert.ok(acknowledged > ROUNDS, `only ${acknowledged} of ${sent.length} were acknowledged`);
  // Whoever got no answer asks again under the same key; some who got one do too.
  for (const one of [...unknown, ...sent.slice(-200)]) await send(web.port, token, one);
  await stop(web.child);
  web = null;

  const system = await openSystem(Date.now(), config);
  try {
    const { rows } = await system.database.owner.query<{ ticket: string; body: string }>(
      `select c.ticket, t.body from complaint_case c
         join case_text t on t.office_id = c.office_id and t.case_id = c.case_id and t.purpose = 'matter'`,
    );
    const byText = new Map<string, string[]>();
    for (const { ticket, body } of rows) byText.set(body, [...(byText.get(body) ?? []), ticket]);
    for (const one of sent) {
      const { text }: { text: string } = JSON.parse(one.body);
      assert.deepEqual(byText.get(text), [one.ticket], text);
    }
    assert.equal(rows.length, sent.length);
    const anchors = config.anchorFolder;
    // What the killed servers left was anchored by the last one at the latest when it stopped. Nothing is young here.
    const later = Date.now() + 300_000;
    const verdict = await verifyStore(system.database.locateOwner, system.keyring, anchors, later);
    assert.deepEqual(verdict.findings, []);
    assert.equal(verdict.cases, sent.length);
  } finally {
    await system.close();
  }
});
