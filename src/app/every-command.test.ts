import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { provincialCsv } from '../../test/fixtures/registers/provincial-recap.ts';
import { readConfig } from '../platform/config.ts';
import { COMMANDS } from './command-list.ts';
import { openSystem } from './open-system.ts';
import { verifyStore } from './verify-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'tanggap-semua-perintah-'));
chmodSync(folder, 0o711);
const env = {
  ...process.env,
  TANGGAP_DATA: join(folder, 'data'),
  TANGGAP_FROM: folder,
  TANGGAP_PASSWORD: 'kuda hijau laut',
};
// Held open, so that each command joins the running database instead of starting one.
const system = await openSystem(Date.now(), readConfig(env));
after(async () => {
  await system.close();
  rmSync(folder, { recursive: true, force: true });
});
const script = fileURLToPath(new URL('../../scripts/tanggap.mjs', import.meta.url));
const tanggap = (...words: readonly string[]) =>
  spawnSync(process.execPath, [script, ...words], { env, encoding: 'utf8' });

type Call = {
  /** What stands behind the words of the command. */
  readonly with?: readonly string[];
  readonly exit?: number;
  /** What the JSON document must say. */
  readonly tells: (told: Told) => void;
};

type Of = Readonly<Record<string, unknown>>;

/** What the calls below look at in the documents of all commands; one of another shape fails its assertion. */
type Told = Readonly<
  Record<
    'ok' | 'applied' | 'outcome' | 'role' | 'name' | 'revoked' | 'complaints' | 'new' | 'skipped',
    unknown
  > &
    Record<'bytes' | 'files' | 'total' | 'loaded' | 'undetermined', unknown> &
    Record<'token' | 'password' | 'due' | 'file', string> &
    Record<'cancelled' | 'left' | 'withheld' | 'unit' | 'overAllUnits', unknown> &
    Record<'findings' | 'offices' | 'roles', readonly Of[]>
> & {
  readonly notYet: readonly string[];
  readonly imports: readonly { readonly import: string; readonly rows: number; readonly standing: number }[];
  readonly tokens: readonly { readonly name: string; readonly ended: string | null }[];
  readonly error: { readonly code: string; readonly remedy: string };
};

const office = ['--office', 'tabalong'];
const budi = 'budi@contoh.invalid';
const staff = [...office, '--name', 'Tini Contoh', '--role', 'staf-bidang', '--email'];
let imported = '';
const rina = [...office, '--email', 'rina@contoh.invalid'];
const names = (rows: Told['tokens']) => rows.map(({ name, ended }) => [name, ended]);

/** In the order in which they are run, one after the other, in one installation. */
const CALLS: Readonly<Record<string, readonly Call[]>> = {
  migrate: [{ tells: (told) => assert.deepEqual(told.applied, []) }],
  doctor: [
    {
      tells: (told) => assert.ok(told.findings.some((one) => one.id === 'schema' && one.state === 'ok')),
    },
  ],
  'office check': [{ with: ['tabalong'], tells: (told) => assert.equal(told.ok, true) }],
  'office apply': [{ with: ['tabalong'], tells: (told) => assert.equal(told.outcome, 'created') }],
  'office list': [
    { tells: (told) => assert.ok(told.offices.some((one) => one.slug === 'tabalong' && one.applied)) },
  ],
  'office roles': [
    {
      with: office,
      tells: (told) => {
        assert.ok(told.roles.some((one) => one.role === 'koordinator'));
        assert.ok(told.notYet.includes('token/administer'));
        assert.ok(!told.notYet.includes('identity/open'));
      },
    },
  ],
  'office export': [
    {
      with: ['tabalong', '--out', 'keluar'],
      tells: () => assert.ok(existsSync(join(folder, 'keluar', 'office.yaml'))),
    },
  ],
  'account create': [
    {
      with: [...rina, '--name', 'Rina Contoh', '--role', 'administrator'],
      tells: (told) => assert.deepEqual(told.roles, ['administrator']),
    },
    {
      with: [...rina, '--name', 'Rina Lain', '--role', 'koordinator'],
      exit: 1,
      tells: ({ error }) =>
        assert.deepEqual(error, fails('email-taken', 'Surel ini tidak dapat dipakai. Isi alamat lain.')),
    },
    {
      with: [...office, '--email', budi, '--name', 'Budi Contoh', '--role', 'koordinator'],
      tells: (told) => assert.deepEqual(told.roles, ['koordinator']),
    },
    {
      with: [...staff, 'tini@contoh.invalid', '--unit', 'rehabilitasi-sosial'],
      tells: ({ unit, overAllUnits }) => assert.deepEqual([unit, overAllUnits], ['rehabilitasi-sosial', []]),
    },
    {
      with: [...staff, 'tono@contoh.invalid'],
      tells: ({ unit, overAllUnits }) => assert.deepEqual([unit, overAllUnits], [null, ['Staf Bidang']]),
    },
    {
      with: [...staff, 'tuti@contoh.invalid', '--unit', 'laut'],
      exit: 1,
      tells: ({ error }) => assert.equal(error.code, 'unit-unknown'),
    },
  ],
  'account grant': [
    { with: [...rina, '--role', 'koordinator'], tells: (told) => assert.equal(told.role, 'koordinator') },
    {
      with: [...rina, '--role', 'raja'],
      exit: 1,
      tells: ({ error }) => assert.match(error.remedy, /office roles/),
    },
  ],
  'token create': [
    {
      with: [...office, '--role', 'koordinator', '--name', 'papan', '--account', 'rina@contoh.invalid'],
      tells: (told) => assert.match(told.token, /^tgp_/),
    },
    {
      with: [...office, '--role', 'staf-bidang', '--name', 'bidang', '--unit', 'rehabilitasi-sosial'],
      tells: (told) => assert.match(told.token, /^tgp_/),
    },
    {
      with: [...office, '--role', 'staf-bidang', '--name', 'bidang', '--unit', 'bulan'],
      exit: 1,
      tells: ({ error }) => assert.equal(error.code, 'unit-unknown'),
    },
    {
      with: [...office, '--role', 'koordinator', '--name', 'lama'],
      tells: (told) => assert.equal(told.name, 'lama'),
    },
  ],
  'account deputise': [
    {
      with: [
        ...office,
        '--email',
        'tono@contoh.invalid',
        '--for',
        'rina@contoh.invalid',
        '--to',
        '2099-12-31',
      ],
      tells: (told) => assert.equal(told.ok, true),
    },
    {
      with: [
        ...office,
        '--email',
        'tono@contoh.invalid',
        '--for',
        'rina@contoh.invalid',
        '--to',
        '2099-12-31',
      ],
      exit: 1,
      tells: ({ error }) => assert.equal(error.code, 'deputy-taken'),
    },
  ],
  'account relieve': [
    {
      with: [...office, '--email', 'tono@contoh.invalid'],
      tells: (told) => assert.equal(told.ok, true),
    },
    {
      with: [...office, '--email', 'tono@contoh.invalid'],
      exit: 1,
      tells: ({ error }) => assert.equal(error.code, 'deputy-unknown'),
    },
  ],
  'account end': [
    { with: [...rina, '--role', 'koordinator'], tells: (told) => assert.equal(told.ok, true) },
    {
      with: [...rina, '--role', 'administrator'],
      exit: 1,
      tells: ({ error }) => assert.equal(error.code, 'last-administrator'),
    },
  ],
  'account reset': [
    { with: rina, tells: (told) => assert.ok(told.password.length >= 8) },
    {
      with: [...rina, '--second-factor'],
      exit: 1,
      tells: ({ error }) => assert.equal(error.code, 'no-second-factor'),
    },
  ],
  'token revoke': [
    { with: [...office, '--name', 'lama'], tells: (told) => assert.equal(told.revoked, 1) },
    {
      with: [...office, '--name', 'lama'],
      exit: 1,
      tells: ({ error }) => assert.match(error.remedy, /token list/),
    },
  ],
  'token list': [
    {
      with: office,
      tells: ({ tokens }) =>
        assert.deepEqual(names(tokens), [
          ['lama', 'revoked'],
          ['bidang', null],
          ['papan', 'role-lost'],
        ]),
    },
  ],
  'deadline explain': [
    {
      with: [...office, '--from', '2026-03-02T09:00', '--limit', '3 hari kerja'],
      tells: (told) => assert.match(told.due, /^2026-03-05T/),
    },
  ],
  seed: [
    {
      with: [...office, '--complaints', '40', '--years', '1'],
      tells: (told) => assert.equal(told.complaints, 40),
    },
  ],
  'register import': [
    {
      with: ['lama.csv', ...office, '--period', '2022'],
      tells: (told) => assert.deepEqual([told.new, told.skipped], [6, 0]),
    },
  ],
  'register imports': [
    {
      with: office,
      tells: ({ imports: [one] }) => {
        assert.deepEqual([one?.rows, one?.standing], [6, 6]);
        imported = one?.import ?? '';
      },
    },
  ],
  'register undo': [
    {
      with: ['lain', ...office, '--account', budi],
      exit: 1,
      tells: ({ error }) => assert.equal(error.code, 'import-unknown'),
    },
    {
      get with() {
        return [imported, ...office, '--account', 'rina@contoh.invalid'];
      },
      exit: 1,
      tells: ({ error }) => assert.equal(error.code, 'account-not-permitted'),
    },
    {
      get with() {
        return [imported, ...office, '--account', budi, '--dry-run'];
      },
      tells: ({ cancelled, left }) => assert.deepEqual([cancelled, left], [6, 0]),
    },
    {
      get with() {
        return [imported, ...office, '--account', budi];
      },
      tells: ({ cancelled, left, withheld }) => assert.deepEqual([cancelled, left, withheld], [6, [], 0]),
    },
  ],
  'register export': [
    {
      with: [...office, '--period', '2026', '--format', 'pdf', '--paper', 'A4', '--out', 'buku.pdf'],
      tells: ({ files, bytes }) =>
        assert.deepEqual([files, readFileSync(join(folder, 'buku.pdf')).byteLength], [['buku.pdf'], bytes]),
    },
  ],
  'report build': [
    {
      with: [...office, '--kind', 'tahunan', '--period', '2022', '--format', 'json', '--out', 'laporan.json'],
      tells: (told) =>
        assert.equal(
          JSON.parse(readFileSync(join(folder, 'laporan.json'), 'utf8')).register.total,
          told.total,
        ),
    },
  ],
  'sop print': [
    {
      with: [...office, '--sop', 'langsung', '--format', 'pdf', '--paper', 'A4', '--out', 'sop.pdf'],
      tells: (told) => {
        assert.equal(told.undetermined, false);
        assert.match(readFileSync(join(folder, 'sop.pdf'), 'latin1'), /^%PDF-1\.7/);
      },
    },
    {
      with: [...office, '--sop', 'tidak-ada', '--format', 'pdf', '--out', 'sop.pdf'],
      exit: 1,
      tells: ({ error }) => assert.equal(error.code, 'sop-unknown'),
    },
  ],
  'demo load': [
    { exit: 1, tells: ({ error }) => assert.equal(error.code, 'office-in-use') },
    { with: ['--force'], tells: (told) => assert.equal(told.loaded, true) },
  ],
  verify: [{ tells: (told) => assert.deepEqual(told.findings, []) }],
};

function fails(code: string, message: string) {
  return { code, message, remedy: null };
}

test('every command of the list is run here', () => {
  assert.deepEqual(Object.keys(CALLS).toSorted(), COMMANDS.map(({ words }) => words).toSorted());
});

const contract = readFileSync(new URL('../../docs/contract.md', import.meta.url), 'utf8');

/** The outermost names of the JSON that the contract promises of a command. */
function promisedBy(command: string): readonly string[] {
  const shape =
    new RegExp(`\`${command}(?: --json)?\`(?::|[^\n{]*\\|)\\s*\`(\\{[^\`]*\\})\``).exec(contract)?.[1] ?? '';
  let depth = 0;
  return [...shape.matchAll(/[{[]|[}\]]|"(\w+)"/g)].flatMap(([sign, name]) => {
    if (name === undefined) depth += '{['.includes(sign) ? 1 : -1;
    return name !== undefined && depth === 1 ? [name] : [];
  });
}

writeFileSync(join(folder, 'lama.csv'), provincialCsv(';'));
for (const [command, calls] of Object.entries(CALLS)) {
  test(`typed as a reader types it, and told as the contract promises: ${command}`, () => {
    const promised = promisedBy(command);
    assert.ok(promised.length > 0, 'the contract tells its shape');
    for (const call of calls) {
      const { stdout, stderr, status } = tanggap(...command.split(' '), ...(call.with ?? []), '--json');
      const told: Told = JSON.parse(stdout);
      // What this machine lacks is no fault of the command that tells of it.
      assert.equal(status, call.exit ?? (command === 'doctor' && !told.ok ? 1 : 0), stderr + stdout);
      call.tells(told);
      const names = 'error' in told && told.ok === false ? ['ok', 'error'] : promised;
      assert.deepEqual(
        names.filter((name) => !(name in told)),
        [],
      );
    }
  });
}

test('what commands wrote is anchored without a server: nothing waits, and verify finds nothing however late it comes', async () => {
  const { owner, locateOwner } = system.database;
  const { rows } = await owner.query(
    'select (select count(*)::int from outbox) as outbox, (select count(*)::int from anchor_pending) as pending',
  );
  assert.deepEqual(rows, [{ outbox: 0, pending: 0 }]);
  const later = Date.now() + 3_600_000;
  const verdict = await verifyStore(locateOwner, system.keyring, system.config.anchorFolder, later);
  assert.deepEqual(verdict.findings, []);
  const { findings }: Told = JSON.parse(tanggap('doctor', '--json').stdout);
  assert.equal(findings.find((one) => one.id === 'worker')?.state, 'ok');
});

const REPORT = ['report', 'build', ...office, '--kind', 'monev', '--format', 'json', '--out', 'x.json'];
const EXPLAIN = ['deadline', 'explain', ...office, '--limit', '3 hari kerja'];
const TYPED_YEARS: readonly (readonly string[])[] = [
  ...['1000', '0001', '0500-01', '2100'].map((year) => [...REPORT, '--period', year]),
  [...REPORT, '--period', '2022', '--as-of', '0000-01-01'],
  ['register', 'import', 'lama.csv', ...office, '--period', '0000'],
  ['register', 'export', ...office, '--period', '0000-01..0009-12', '--format', 'csv', '--out', 'x.csv'],
  [...EXPLAIN, '--from', '0000-01-01T09:00'],
  [...EXPLAIN, '--from', '9999-12-31T23:59'],
  [...EXPLAIN, '--from', '2026-03-02T09:00', '--as-of', '0000-01-01'],
  ['account', 'grant', ...rina, '--role', 'koordinator', '--from', '9999-12-31', '--to', '9999-12-31'],
  ['account', 'end', ...rina, '--role', 'koordinator', '--to', '0000-01-01'],
  ['seed', ...office, '--complaints', '1', '--years', '1', '--until', '0001-01-01'],
  ['seed', ...office, '--complaints', '1', '--years', '9999'],
];

test('a year that nobody means is wrong use of every command that takes one, told in a sentence without a stack', () => {
  for (const words of TYPED_YEARS) {
    const { stderr, status } = tanggap(...words);
    assert.equal(status, 2, `${words.join(' ')}\n${stderr}`);
    assert.doesNotMatch(stderr, /Error|\n\s+at /, words.join(' '));
  }
});

test('the list of tokens tells people in the time of the office when one was made and what ended it', () => {
  const { stdout } = tanggap('token', 'list', ...office);
  assert.doesNotMatch(stdout, /tgp_/);
  assert.match(stdout, /^lama · koordinator · tanpa akun · dibuat .+ WITA · dicabut .+ WITA$/m);
  assert.match(stdout, /^papan · .+ · tidak berlaku: akunnya tidak memegang peran itu lagi$/m);
});
