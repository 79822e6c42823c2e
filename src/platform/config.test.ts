import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readConfig } from './config.ts';
import { Fault } from './errors.ts';
import { newMasterKeyText } from './keyring.ts';

test('without any setting Tanggap listens on this machine only, with its own database in ./data', () => {
  assert.deepEqual(readConfig({}, '/srv/tanggap'), {
    port: 3000,
    host: '127.0.0.1',
    dataFolder: '/srv/tanggap/data',
    anchorFolder: '/srv/tanggap/data/anchors',
    database: { kind: 'embedded' },
    tls: { kind: 'off' },
    masterKey: undefined,
    trustedProxies: [],
    mail: null,
    publicUrl: null,
    secondFactor: 'required',
    signOn: null,
  });
});

test('anchors may stand on another disk, else they go with the data', () => {
  const folders = (env: Record<string, string>) => readConfig(env, '/srv').anchorFolder;
  assert.equal(folders({ TANGGAP_ANCHORS: '/mnt/arsip/jangkar', TANGGAP_DATA: '/a' }), '/mnt/arsip/jangkar');
  assert.equal(folders({ TANGGAP_ANCHORS: 'jangkar' }), '/srv/jangkar');
  assert.equal(folders({ TANGGAP_DATA: '/a', TANGGAP_ANCHORS: '' }), '/a/anchors');
});

test('an empty variable counts as absent', () => {
  assert.deepEqual(readConfig({ PORT: '', TANGGAP_KEY: '', DATABASE_URL: '' }, '/a'), readConfig({}, '/a'));
});

test('one database address serves both roles, two are kept apart', () => {
  const app = 'postgres://app:x@db/tanggap';
  const owner = 'postgresql://owner:x@db/tanggap';
  assert.deepEqual(readConfig({ DATABASE_URL: app }, '/a').database, {
    kind: 'server',
    appUrl: app,
    ownerUrl: app,
  });
  assert.deepEqual(readConfig({ DATABASE_URL: app, DATABASE_OWNER_URL: owner }, '/a').database, {
    kind: 'server',
    appUrl: app,
    ownerUrl: owner,
  });
});

const wrong = [
  ['PORT', 'tiga ribu'],
  ['PORT', '70000'],
  ['PORT', '3000 '],
  ['HOST', 'dua kata'],
  ['DATABASE_URL', 'mysql://a@b/c'],
  ['DATABASE_URL', 'postgres://server-tanpa-basisdata'],
  ['DATABASE_OWNER_URL', 'postgres://owner@db/tanggap'],
  ['TANGGAP_TLS', 'ya'],
  ['TANGGAP_KEY', 'rahasia-pendek'],
  ['TANGGAP_TRUST_PROXY', '10.0.0.5, proksi'],
  ['TANGGAP_TRUST_PROXY', '0.0.0.0/0'],
  ['TANGGAP_URL', 'lapor.contoh.go.id'],
  ['TANGGAP_URL', 'https://contoh.go.id/lapor?x=1'],
] as const;

for (const [name, value] of wrong) {
  test(`${name}=${value} is refused by its name`, () => {
    assert.throws(
      () => readConfig({ [name]: value }, '/a'),
      (error) => error instanceof Fault && error.code === 'config-invalid' && error.message.includes(name),
    );
  });
}

test('every wrong variable is named at once, and no secret is repeated', () => {
  const env = { PORT: 'x', TANGGAP_KEY: 'bocor123', DATABASE_URL: 'postgres:sandi456' };
  assert.throws(
    () => readConfig(env, '/a'),
    (error) =>
      error instanceof Fault &&
      ['PORT', 'TANGGAP_KEY', 'DATABASE_URL'].every((name) => error.message.includes(name)) &&
      !/bocor123|sandi456/.test(error.message),
  );
});

test('TANGGAP_TLS takes a folder with cert.pem and key.pem; TANGGAP_KEY one key or several', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-config-'));
  writeFileSync(join(folder, 'cert.pem'), '');
  writeFileSync(join(folder, 'key.pem'), '');
  const masterKey = `${newMasterKeyText()},${newMasterKeyText()}`;
  const config = readConfig({ TANGGAP_TLS: folder, TANGGAP_KEY: masterKey }, '/a');
  rmSync(folder, { recursive: true });
  assert.deepEqual(config.tls, {
    kind: 'files',
    certificateFile: join(folder, 'cert.pem'),
    keyFile: join(folder, 'key.pem'),
  });
  assert.equal(config.masterKey, masterKey);
});

test('TANGGAP_TRUST_PROXY takes several addresses and networks', () => {
  const config = readConfig({ TANGGAP_TRUST_PROXY: '10.0.0.5, 192.168.7.0/24 fd00::/8' }, '/a');
  assert.deepEqual(config.trustedProxies, ['10.0.0.5', '192.168.7.0/24', 'fd00::/8']);
});

test('single sign-on takes an issuer by https, or on this machine, with its client; a secret may lie in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-oidc-'));
  writeFileSync(join(folder, 'rahasia'), 'isi rahasia\n');
  const [issuer, id] = ['https://sso.contoh.go.id', 'tanggap'];
  const setting = (env: Record<string, string>) =>
    readConfig({ TANGGAP_OIDC_ISSUER: issuer, TANGGAP_OIDC_CLIENT_ID: id, ...env }, folder).signOn;
  assert.deepEqual(setting({}), { issuer, clientId: id, clientSecret: null, secondFactors: [] });
  assert.equal(setting({ TANGGAP_OIDC_CLIENT_SECRET: 'a' })?.clientSecret, 'a');
  assert.equal(setting({ TANGGAP_OIDC_CLIENT_SECRET_FILE: 'rahasia' })?.clientSecret, 'isi rahasia');
  assert.deepEqual(setting({ TANGGAP_OIDC_SECOND_FACTOR: 'mfa, otp' })?.secondFactors, ['mfa', 'otp']);
  assert.equal(setting({ TANGGAP_OIDC_ISSUER: 'http://127.0.0.1:9000' })?.issuer, 'http://127.0.0.1:9000');
  for (const wrong of [
    { TANGGAP_OIDC_ISSUER: 'http://sso.contoh.go.id' },
    { TANGGAP_OIDC_ISSUER: 'sso.contoh.go.id' },
    { TANGGAP_OIDC_ISSUER: 'https://sso.contoh.go.id?x=1' },
    { TANGGAP_OIDC_CLIENT_ID: '' },
    { TANGGAP_OIDC_ISSUER: '' },
    { TANGGAP_OIDC_CLIENT_SECRET_FILE: 'tidak-ada' },
  ])
    assert.throws(() => setting(wrong), Fault, JSON.stringify(wrong));
  rmSync(folder, { recursive: true });
});

test('a second factor is required unless an installation for practice says otherwise', () => {
  const setting = (text: string) => readConfig({ TANGGAP_SECOND_FACTOR: text }, '/a').secondFactor;
  assert.equal(setting(''), 'required');
  assert.equal(setting('required'), 'required');
  assert.equal(setting('offered'), 'offered');
  assert.throws(() => setting('off'), /TANGGAP_SECOND_FACTOR/);
});
