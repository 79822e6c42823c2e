import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FOLD } from '../domain/complaint/fold-case.ts';
import { readConfig } from '../platform/config.ts';
import { readInstallation, writeInstallation } from '../platform/database/installation.ts';
import { openSystem } from './open-system.ts';

const folder = mkdtempSync(join(tmpdir(), 'tanggap-perintah-'));
chmodSync(folder, 0o711);
after(() => rmSync(folder, { recursive: true, force: true }));
const env = { ...process.env, TANGGAP_DATA: join(folder, 'data'), TANGGAP_FROM: folder };
const script = fileURLToPath(new URL('../../scripts/tanggap.mjs', import.meta.url));
const tanggap = (...words: readonly string[]) =>
  spawnSync(process.execPath, [script, ...words], { env, encoding: 'utf8' });
const exportTo = (out: string, ...words: readonly string[]) =>
  tanggap(
    'register',
    'export',
    '--office',
    'tabalong',
    '--period',
    '2026',
    '--format',
    'csv',
    '--out',
    out,
    ...words,
  );

test('a command that fails under --json says so as one JSON document and ends with 1', () => {
  const { stdout, stderr, status } = tanggap('office', 'check', 'tidak-ada', '--json');
  const { ok, error, ...rest } = JSON.parse(stdout);
  assert.deepEqual([status, ok, error.code, rest], [1, false, 'folder-missing', {}]);
  assert.deepEqual(Object.keys(error), ['code', 'message', 'remedy']);
  assert.match(stderr, /tidak ada/);
});

const UNMASK = ['register', 'export', '--office', 'tabalong', '--period', '2026', '--format', 'csv'].concat(
  ...['--out', 'arsip.csv', '--unmask', '--reason'],
);

test('a reason too short to say anything is refused with how long and of what kind it must be', () => {
  const { stderr, status } = tanggap(...UNMASK, 'Arsip.');
  assert.equal(status, 2);
  assert.match(stderr, /untuk apa dan bagi siapa, sedikitnya 10 huruf, mis\. --reason "/);
});

test('wrong use ends with 2 and a command that is not built yet with 1, both as one JSON document where asked', () => {
  for (const [words, status, code] of [
    [['register', 'imprt'], 2, 'wrong-use'],
    [['register', 'export', '--ofice', 'x'], 2, 'wrong-use'],
    [['register', 'import', 'x.csv', '--office', 'tabalong', '--period', 'kapan'], 2, 'wrong-use'],
    [[...UNMASK, 'Arsip.'], 2, 'wrong-use'],
    [['backup', 'x.tar'], 1, 'not-built-yet'],
  ] as const) {
    const plain = tanggap(...words);
    assert.deepEqual([plain.status, plain.stdout], [status, ''], words.join(' '));
    const json = tanggap(...words, '--json');
    const { error } = JSON.parse(json.stdout);
    assert.deepEqual([json.status, error.code], [status, code]);
    assert.deepEqual(Object.keys(error), ['code', 'message', 'remedy']);
  }
});

test('a result that cannot be written ends with 1 and a sentence that names the place', () => {
  mkdirSync(join(folder, 'sebuah-folder'));
  for (const [out, sentence] of [
    ['tidak/ada.csv', /folder .*tidak tidak ada\./],
    ['sebuah-folder', /yang disebut adalah folder/],
  ] as const) {
    const { stderr, status } = exportTo(out);
    assert.equal(status, 1, stderr);
    assert.match(stderr, sentence);
  }
});

test('what --out - asks for goes to standard output, of what is one file and no document of its own beside it', () => {
  const { stdout, status } = exportTo('-');
  assert.equal(status, 0);
  assert.match(stdout, /^\uFEFFNo;Hari/);
  assert.equal(exportTo('-', '--json').status, 2);
  assert.equal(tanggap('office', 'export', 'tabalong', '--out', '-').status, 2);
  assert.ok(!existsSync(join(folder, '-')));
});

test('a register with names can be read by its owner only', () => {
  const path = join(folder, 'register.csv');
  writeFileSync(path, '', { mode: 0o644 });
  const { stderr, status } = exportTo('register.csv', '--unmask', '--reason', 'Diminta pimpinan.');
  assert.equal(status, 0, stderr);
  assert.equal(statSync(path).mode & 0o777, 0o600);
});

test('an export with names bears the account that --account names in the access log, for ever', async () => {
  const created = spawnSync(
    process.execPath,
    [
      ...[script, 'account', 'create', '--office', 'tabalong', '--name', 'Wahidah Andai', '--json'],
      ...['--email', 'wahidah@contoh.invalid', '--role', 'koordinator'],
    ],
    { env: { ...env, TANGGAP_PASSWORD: 'kuda hijau laut' }, encoding: 'utf8' },
  );
  assert.equal(created.status, 0, created.stderr);
  const { account } = JSON.parse(created.stdout);
  const words = ['--unmask', '--reason', 'Penjilidan tahunan.', '--account', 'WAHIDAH@contoh.invalid'];
  const { stderr, status } = exportTo('jilid.csv', ...words);
  assert.equal(status, 0, stderr);
  const system = await openSystem(Date.now(), readConfig(env));
  try {
    const { rows } = await system.database.owner.query(
      `select account_id from access_log where action = 'export-unmasked' order by at desc limit 1`,
    );
    assert.deepEqual(rows, [{ account_id: account }]);
  } finally {
    await system.close();
  }
});

test('a start behind another fold folds the cases anew, one that only looks leaves them', async () => {
  const started = async (asItStands: boolean) => {
    const system = await openSystem(Date.now(), readConfig(env), { asItStands });
    const { owner } = system.database;
    const before = await readInstallation(owner, 'folded-as');
    await writeInstallation(owner, 'folded-as', { fold: 0 }, Date.now());
    await system.close();
    return before;
  };
  await started(false);
  assert.deepEqual(await started(true), { fold: 0 });
  assert.deepEqual(await started(false), { fold: FOLD });
  assert.deepEqual(await started(false), { fold: FOLD });
});

test('importing a file without a table ends with 1 and says why', () => {
  writeFileSync(join(folder, 'bukan-register.csv'), 'halo,dunia\nsatu,dua\n');
  const words = ['register', 'import', 'bukan-register.csv', '--office', 'tabalong', '--period', '2023'];
  const plain = tanggap(...words);
  assert.equal(plain.status, 1);
  assert.match(plain.stderr, /Tidak ada tabel register yang dapat dibaca/);
  const json = tanggap(...words, '--json');
  assert.deepEqual([json.status, JSON.parse(json.stdout).error.code], [1, 'no-table']);
  const missing = JSON.parse(
    tanggap('register', 'import', 'tidak-ada.csv', ...words.slice(3), '--json').stdout,
  );
  assert.deepEqual([missing.ok, Object.keys(missing.error)], [false, ['code', 'message', 'remedy']]);
  writeFileSync(join(folder, 'bukan-register.csv'), 'No,Tanggal,Nama,Keperluan\n');
  const bare = tanggap(...words, '--json');
  assert.deepEqual([bare.status, JSON.parse(bare.stdout).error.code], [1, 'no-rows']);
});

test('names are opened under the account that is said, or not at all where its role does not hold that', () => {
  const { stdout, status } = exportTo(
    'atas-nama.csv',
    '--unmask',
    '--reason',
    'Diminta pimpinan.',
    '--account',
    'tidak-ada@contoh.id',
    '--json',
  );
  assert.deepEqual([status, JSON.parse(stdout).error.code], [1, 'account-not-permitted']);
});
