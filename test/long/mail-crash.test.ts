import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT_FOLDER } from '../../src/app/open-system.ts';
import { intakeComplaint } from '../../src/features/cases/intake/intake-complaint.ts';
import { newMasterKeyText, openKeyring } from '../../src/platform/keyring.ts';
import { aMailServer } from '../a-mail-server.ts';
import { aStaffActor, openOfficeDesk } from '../office-desk.ts';
import { openTestDatabase } from '../test-database.ts';

// The worker is killed (-9) at random moments while it sends: a real mail server counts what it takes. Nobody gets a mail
// twice, and what was not sent for certain is there to be seen.
const ROUNDS = Number(process.env.TANGGAP_MAIL_ROUNDS ?? 12);
const MAILS = ROUNDS * 8;

const db = await openTestDatabase({ after });
const key = newMasterKeyText();
const { desk, office } = await openOfficeDesk(db, 'tabalong', Date.now(), openKeyring(key));
const server = await aMailServer({ after }, { thinks: 40 });
const folder = mkdtempSync(join(tmpdir(), 'tanggap-mail-'));
chmodSync(folder, 0o711);
let child: ChildProcess | null = null;
after(async () => {
  if (child !== null) await kill(child);
  rmSync(folder, { recursive: true, force: true });
});

function startWorker(): Promise<ChildProcess> {
  const words = [
    '--import',
    join(PROJECT_FOLDER, 'scripts', 'run-tsx.mjs'),
    join(PROJECT_FOLDER, 'src', 'app', 'main-worker.ts'),
  ];
  const started = spawn(process.execPath, words, {
    cwd: PROJECT_FOLDER,
    env: {
      ...process.env,
      TANGGAP_DATA: folder,
      TANGGAP_KEY: key,
      DATABASE_URL: db.appUrl,
      DATABASE_OWNER_URL: db.ownerUrl,
      TANGGAP_SMTP_URL: `smtp://127.0.0.1:${server.setting.port}`,
      TANGGAP_MAIL_FROM: 'Dinas Sosial Contoh <pengaduan@contoh.id>',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let seen = '';
    started.stderr?.on('data', (chunk) => {
      seen += String(chunk);
      if (seen.includes('worker-ready')) resolve(started);
    });
    started.once('close', () => reject(new Error(`The worker did not start: ${seen.slice(-2000)}`)));
  });
}

async function kill(one: ChildProcess): Promise<void> {
  if (one.exitCode !== null || one.signalCode !== null) return;
  const closed = new Promise((resolve) => one.once('close', resolve));
  one.kill('SIGKILL');
  await closed;
}

async function count(states: string): Promise<number> {
  const { rows } = await db.owner.query<{ n: number }>(
    `select count(*)::int n from mail where state in (${states})`,
  );
  return rows[0]?.n ?? -1;
}

/** What the queue does by itself four hours after a worker died. */
const releaseJobs = () =>
  db.owner.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = now() where locked_by is not null`,
  );

test(`${ROUNDS} rounds of kill -9 of the worker send no mail twice, and every one is sent or said to be unsure`, async () => {
  for (let number = 0; number < MAILS; number += 1) {
    const taken = await intakeComplaint(
      desk,
      {
        ...{ office, actor: aStaffActor(), idempotency: null },
        command: (keep) => ({
          ...{ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', `Catatan uji ${number}.`) },
          reporters: [
            {
              identity: keep.person('reporter', {
                ...{ name: 'Warga Contoh', phone: null, address: null, nik: null },
                email: `warga-${number}@contoh.id`,
              }),
              as: 'self',
            },
          ],
        }),
      },
      Date.now(),
    );
    assert.ok(taken.ok);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    child = await startWorker();
    // Half of them while the server holds a text that it has not answered for yet.
    const before = server.taken.length;
    const until = Date.now() + 4_000;
    const some = before + 1 + Math.floor(Math.random() * 12);
    while (server.taken.length < some && Date.now() < until) await sleep(5);
    await sleep(Math.random() * 60);
    await kill(child);
    await releaseJobs();
  }
  assert.ok((await count(`'sending', 'unsure'`)) > 0, 'no kill fell into a sending: nothing was tried');
  // Long after: nobody waits for a claim of the dead any more.
  await db.owner.query(`update mail set claimed_at = claimed_at - interval '1 hour' where state = 'sending'`);
  child = await startWorker();
  const until = Date.now() + 120_000;
  while ((await count(`'sent', 'unsure'`)) < MAILS && Date.now() < until) {
    await releaseJobs();
    await sleep(500);
  }
  await kill(child);
  const { rows } = await db.owner.query<{ id: string; state: string }>(
    'select mail_id as id, state from mail',
  );
  assert.equal(rows.length, MAILS, 'one mail a complainant, however often the queue told of it');
  const times = new Map<string, number>();
  for (const { id } of server.taken) times.set(id, (times.get(id) ?? 0) + 1);
  for (const { id, state } of rows) {
    assert.ok(state === 'sent' || state === 'unsure', state);
    const taken = times.get(id) ?? 0;
    if (state === 'sent') assert.equal(taken, 1, 'sent is taken once');
    else assert.ok(taken <= 1, 'unsure is taken once at most');
  }
  const addresses = server.taken.map(({ to }) => to.join());
  assert.equal(new Set(addresses).size, addresses.length, 'nobody got two');
});
