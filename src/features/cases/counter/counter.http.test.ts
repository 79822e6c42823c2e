import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const cookie = await kit.signIn('petugas-loket', 'koordinator');
/** Another clerk, who took the letter. */
await kit.signIn('petugas-loket');

const send = async (fields: Readonly<Record<string, string>>) => {
  const answer = await kit.app.request('/petugas/loket', formPost(fields, cookie));
  return { status: answer.status, html: await answer.text() };
};
const ticketIn = (html: string) => /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
const casePage = async (ticket: string) =>
  (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();

/** The 6th of April 2026, 09.00 WITA, is now. */
const EARLIER = { text: 'Kartu tidak dapat dipakai.', channel: 'surat', receivedAt: '2026-04-02T10:30' };

test('rule 1: an earlier receipt without its reason is sent back with the reason’s field marked and all that was typed', async () => {
  const { status, html } = await send({ ...EARLIER, sourceNumber: '45/IV/2026', 'name-2': 'Dewi Contoh' });
  assert.equal(status, 422);
  assert.match(html, /href="#f-lateEntryReason"/);
  assert.match(html, /Waktunya lebih awal daripada pencatatan\. Tulis mengapa baru dicatat sekarang\./);
  for (const typed of ['2026-04-02T10:30', '45/IV/2026', 'Dewi Contoh', 'Kartu tidak dapat dipakai.']) {
    assert.ok(html.includes(typed), typed);
  }
});

test('rule 1: an earlier receipt carries who received it, why it is late and its number in the other book', async () => {
  const form = await (await kit.app.request('/petugas/loket', { headers: { cookie } })).text();
  const choices = /name="receivedBy"[\s\S]*?<\/select>/.exec(form)?.[0] ?? '';
  const colleague = [...choices.matchAll(/value="([0-9a-f-]{36})"/g)].at(-1)?.[1] ?? '';
  const { status, html } = await send({
    ...EARLIER,
    receivedBy: colleague,
    lateEntryReason: 'Surat baru turun dari agenda.',
    sourceNumber: '45/IV/2026',
  });
  assert.equal(status, 200);
  const page = await casePage(ticketIn(html));
  assert.match(page, /45\/IV\/2026/);
  assert.match(page, /Surat baru turun dari agenda\./);
  assert.match(page, /2 April 2026 pukul 10\.30/);
  assert.match(page, /Diterima oleh<\/dt><dd>Pegawai Contoh/);
});

test('rule 1: a receipt in the future, and one received by nobody of this office, are told at their fields', async () => {
  const ahead = await send({ ...EARLIER, receivedAt: '2026-04-07T08:00' });
  assert.equal(ahead.status, 422);
  assert.match(ahead.html, /href="#f-receivedAt"/);
  const stranger = await send({ ...EARLIER, receivedBy: '0198c5c4-0000-7000-8000-000000000001' });
  assert.equal(stranger.status, 422);
  assert.match(stranger.html, /href="#f-receivedBy"/);
});

test('who holds several roles acts as the one whom the SOP of the case’s channel names, at the counter and later', async () => {
  const both = await kit.signIn('front-office', 'petugas-loket');
  const taken = async (channel: string) => {
    const slip = await kit.app.request(
      '/petugas/loket',
      formPost({ text: 'Bantuan berhenti.', channel }, both),
    );
    const ticket = ticketIn(await slip.text());
    const path = `/petugas/kasus/${ticket}/register`;
    const done = await kit.app.request(path, formPost({ expectedVersion: '1' }, both));
    assert.equal(done.status, 303);
    const page = await (
      await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie: both } })
    ).text();
    return /<ol class="[^"]*tg-timeline.*?<\/ol>/s
      .exec(page)?.[0]
      .match(/Petugas Loket|Front Office Online/g);
  };
  assert.deepEqual(await taken('loket'), ['Petugas Loket', 'Petugas Loket']);
  assert.deepEqual(await taken('instagram'), ['Front Office Online', 'Front Office Online']);
});

test('rule 3: two complainants, a child it concerns and an official complained of stand on the case', async () => {
  const { status, html } = await send({
    text: 'Bantuan anak berhenti.',
    channel: 'loket',
    name: 'Sari Contoh',
    as: 'self',
    'name-2': 'Budi Contoh',
    'as-2': 'proxy',
    concernName: 'Putri Contoh',
    concernRelation: 'anak',
    respondent: 'Tono Contoh',
    respondentPosition: 'Petugas loket kecamatan',
  });
  assert.equal(status, 200);
  const page = await casePage(ticketIn(html));
  assert.match(page, /<h1[^>]*>Pengaduan <span class="tg-ticket">[A-Z2-9-]+<\/span><\/h1>/, 'never broken');
  for (const name of ['Sari Contoh', 'Budi Contoh', 'Putri Contoh', 'Tono Contoh']) {
    assert.ok(page.includes(name), name);
  }
});

test('rule 3: a wrong number of the second complainant is told at the second, whose fields stand open', async () => {
  const { status, html } = await send({
    text: 'Satu.',
    channel: 'loket',
    name: 'Sari Contoh',
    'phone-2': 'abc',
  });
  assert.equal(status, 422);
  assert.match(html, /href="#f-phone-2"/);
  assert.match(html, /<details class="govuk-details" open>[\s\S]*?id="f-phone-2"/);
});

test('rule 7: how the form was read back stands in the history', async () => {
  const { html } = await send({ text: 'Satu.', channel: 'telepon', readBack: 'by-phone' });
  assert.match(await casePage(ticketIn(html)), /Formulir dibacakan kembali<\/dt><dd>lewat telepon/);
});

test('what is wrong is told at the top with the name of its field, where the sentence alone would fit any', async () => {
  const desk = await send({ text: 'Bertanya.', channel: 'loket', deskText: 'Sudah dijelaskan.' });
  assert.equal(desk.status, 422);
  assert.match(desk.html, /href="#f-deskOutcome">Hasil: Pilih salah satu\.</);
  const ticket = ticketIn((await send({ text: 'Bertanya.', channel: 'loket' })).html);
  const asked = await kit.app.request(`/petugas/kasus/${ticket}/ask`, formPost({ version: '1' }, cookie));
  assert.match(await asked.text(), /href="#f-ask-text">Pertanyaan: Isi kolom ini\.</);
});

test('rules 1, 4 and 36: who writes down an earlier visit with its answer is asked when it was answered', async () => {
  const late = {
    ...{ ...EARLIER, lateEntryReason: 'Buku loket baru disalin.', service: 'pbi-jk' },
    ...{ deskText: 'Sudah dijelaskan.', deskOutcome: 'explained', deskWay: 'oral' },
  };
  const timeField = (html: string) => /<input[^>]*id="f-deskAt"[^>]*>/.exec(html)?.[0] ?? '';
  const letter = await send(late);
  assert.equal(letter.status, 422);
  assert.match(letter.html, /href="#f-deskAt">[^<]*Tulis kapan dijawab/);
  assert.match(letter.html, /<details class="govuk-details" open>[\s\S]*?id="f-deskAt"/);
  assert.doesNotMatch(timeField(letter.html), /2026-04-02T10:30/);
  const visit = await send({ ...late, channel: 'kunjungan' });
  assert.equal(visit.status, 422);
  assert.match(timeField(visit.html), /2026-04-02T10:30/, 'proposed, not taken');
  const ahead = await send({ ...late, deskAt: '2026-04-06T09:30' });
  assert.match(ahead.html, /href="#f-deskAt"/);
  const before = await send({ ...late, deskAt: '2026-04-02T10:29' });
  assert.match(before.html, /href="#f-deskAt"/);
  const done = await send({ ...late, deskAt: '2026-04-03T08:00' });
  assert.equal(done.status, 200);
  assert.match(await casePage(ticketIn(done.html)), /3 April 2026 pukul 08\.00/);
});
