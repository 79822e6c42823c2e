import assert from 'node:assert/strict';
import {
  appendFileSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { moveOutbox } from '../store/move-outbox.ts';
import { verifyAnchors } from '../verify/verify-anchors.ts';
import { anchorChains } from './anchor-chains.ts';
import { lastAnchor, readAnchors } from './anchor-file.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const base = mkdtempSync(join(tmpdir(), 'tanggap-anchors-'));
after(() => rmSync(base, { recursive: true }));
const YEARS = 5 * 365 * 86_400_000;
let folder = base;

beforeEach(async () => {
  folder = mkdtempSync(join(base, 'each-'));
  await db.owner.query('truncate anchor, outbox, anchor_pending');
});

async function takeOne(): Promise<void> {
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor: aStaffActor(),
      idempotency: null,
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'loket',
        matter: keep.text('matter', 'Jalan rusak.'),
      }),
    },
    MORNING,
  );
  assert.ok(taken.ok);
}

/** Takes a case in and anchors it; `at` is what the clock says while anchoring. */
async function anchorOne(at: number) {
  await takeOne();
  await moveOutbox(db.owner, {});
  return anchorChains(db.owner, desk.keyring, folder, at);
}

async function findings(): Promise<readonly string[]> {
  const client = await db.owner.connect();
  try {
    // At the morning itself no head is old enough to be missed: these tests look at the files.
    const verdict = await verifyAnchors(client, desk.keyring, folder, MORNING);
    return verdict.findings.map(({ rule }) => rule);
  } finally {
    client.release();
  }
}

async function numbers(): Promise<readonly number[]> {
  const found: number[] = [];
  for await (const anchor of readAnchors(folder)) found.push(anchor.no);
  return found;
}

test('a line that a power cut tore off is told until the next anchor ends it, and spoils none', async () => {
  await anchorOne(MORNING);
  const [file = ''] = readdirSync(folder);
  appendFileSync(join(folder, file), '{"no":2,"at":"2026-04-06T0');
  assert.deepEqual(await findings(), ['anchor-torn']);
  assert.deepEqual(await anchorOne(MORNING), { no: 2, chains: 1 });
  await anchorOne(MORNING);
  assert.deepEqual(await findings(), []);
  assert.deepEqual(await numbers(), [1, 2, 3]);
});

test('a clock that was years ahead or behind once does not confuse the order of the anchors', async () => {
  for (const at of [MORNING, MORNING + YEARS, MORNING, MORNING - YEARS, MORNING + 40 * 86_400_000]) {
    await anchorOne(at);
  }
  assert.deepEqual(await numbers(), [1, 2, 3, 4, 5]);
  assert.equal((await lastAnchor(folder))?.no, 5);
  assert.deepEqual(await findings(), []);
});

test('files whose names are out of order are still read by the numbers within', async () => {
  await anchorOne(MORNING);
  await anchorOne(MORNING + YEARS);
  const [first = '', second = ''] = readdirSync(folder).sort();
  const late = readFileSync(join(folder, second));
  rmSync(join(folder, second));
  writeFileSync(join(folder, '2020-01.jsonl'), late);
  assert.ok(first > '2020-01.jsonl');
  assert.equal((await lastAnchor(folder))?.no, 2);
  await anchorOne(MORNING);
  assert.deepEqual([...(await numbers())].sort(), [1, 2, 3]);
});

test('another anchor under a number that the mirror knows stops the anchoring aloud', async () => {
  await anchorOne(MORNING);
  const [file = ''] = readdirSync(folder);
  const text = readFileSync(join(folder, file), 'utf8');
  writeFileSync(join(folder, file), text.replace(/"mac":"[0-9a-f]{4}/, '"mac":"0000'));
  await assert.rejects(anchorOne(MORNING), { code: 'anchor-differs' });
  assert.deepEqual(await numbers(), [1]);
});

test('a file that lost its last anchors does not make their numbers begin anew', async () => {
  await anchorOne(MORNING);
  const [file = ''] = readdirSync(folder);
  const text = readFileSync(join(folder, file), 'utf8');
  await anchorOne(MORNING);
  writeFileSync(join(folder, file), text);
  assert.deepEqual(await anchorOne(MORNING), { no: 3, chains: 1 });
  assert.ok((await findings()).includes('anchor-missing'));
});

test('who only goes on writes nothing where anchors are missing, and leaves the heads to whoever knows their folder', async () => {
  await anchorOne(MORNING);
  const kept = folder;
  folder = mkdtempSync(join(base, 'elsewhere-'));
  const onward = () => anchorChains(db.owner, desk.keyring, folder, MORNING, { onlyOnward: true });
  await takeOne();
  await moveOutbox(db.owner, {});
  assert.equal(await onward(), null);
  assert.deepEqual(readdirSync(folder), []);
  folder = kept;
  assert.deepEqual(await onward(), { no: 2, chains: 1 });
  assert.deepEqual(await findings(), []);
});

test('very many heads at once become several anchors of a size that can be read one at a time', async () => {
  await db.owner.query(
    `insert into anchor_pending (office_id, case_id, seq, mac)
     select $1, gen_random_uuid(), 1, sha256(n::text::bytea) from generate_series(1, 4500) n`,
    [office.officeId],
  );
  assert.deepEqual(await anchorChains(db.owner, desk.keyring, folder, MORNING), { no: 5, chains: 4500 });
  const sizes: number[] = [];
  for await (const { heads } of readAnchors(folder)) sizes.push(heads.length);
  assert.deepEqual(sizes, [1000, 1000, 1000, 1000, 500]);
});

test('an anchor that root writes belongs to whose folder it lies in, so that the server can go on', {
  skip: process.getuid?.() === 0 ? false : 'only root can',
}, async () => {
  chownSync(folder, 65_534, 65_534);
  await anchorOne(MORNING);
  const [file = ''] = readdirSync(folder);
  const { uid, gid } = statSync(join(folder, file));
  assert.deepEqual([uid, gid], [65_534, 65_534]);
});
