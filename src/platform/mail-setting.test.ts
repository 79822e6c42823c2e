import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMailAddress, readMailSetting } from './mail-setting.ts';

function read(env: Record<string, string>) {
  const problems: string[] = [];
  return { setting: readMailSetting(env, problems), problems };
}
const FROM = { TANGGAP_MAIL_FROM: 'Dinas Sosial Contoh <pengaduan@contoh.id>' };

test('the mail server is read from its address, the password with what it escapes', () => {
  assert.deepEqual(read({}).setting, null);
  assert.deepEqual(read({ TANGGAP_SMTP_URL: 'smtp://surat:p%40s@mail.contoh.id', ...FROM }).setting, {
    ...{ host: 'mail.contoh.id', port: 587, secure: false, user: 'surat', password: 'p@s' },
    from: { name: 'Dinas Sosial Contoh', address: 'pengaduan@contoh.id' },
  });
  const plain = read({ TANGGAP_SMTP_URL: 'smtps://[::1]', TANGGAP_MAIL_FROM: 'pengaduan@contoh.id' }).setting;
  assert.deepEqual(plain, {
    ...{ host: '::1', port: 465, secure: true, user: null, password: null },
    from: { name: '', address: 'pengaduan@contoh.id' },
  });
});

test('what is wrong is said by its name, and never a password', () => {
  for (const env of [
    { TANGGAP_SMTP_URL: 'http://mail.contoh.id', ...FROM },
    { TANGGAP_SMTP_URL: 'smtp://surat:rahasia@', ...FROM },
    { TANGGAP_SMTP_URL: 'smtp://surat:rahasia@mail.contoh.id' },
    { TANGGAP_SMTP_URL: 'smtp://mail.contoh.id', TANGGAP_MAIL_FROM: 'a@contoh.id, b@contoh.id' },
    { ...FROM },
  ]) {
    const { setting, problems } = read(env);
    assert.equal(setting, null);
    assert.equal(problems.length, 1, JSON.stringify(env));
    assert.match(problems[0] ?? '', /TANGGAP_(SMTP_URL|MAIL_FROM)/);
    assert.doesNotMatch(problems[0] ?? '', /rahasia/);
  }
});

test('an address is one address', () => {
  assert.equal(isMailAddress('warga.contoh+1@kantor.contoh.id'), true);
  for (const text of [
    'warga',
    'warga@contoh',
    'a b@contoh.id',
    'a@contoh.id,b@contoh.id',
    'a@contoh.id\n',
    '"a"@contoh.id',
  ])
    assert.equal(isMailAddress(text), false, text);
});
