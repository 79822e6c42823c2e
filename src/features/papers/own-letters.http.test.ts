import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aLetterTemplate } from '../../../test/a-letter-template.ts';
import { readZipXml, xmlText } from '../../../test/read-zip-xml.ts';
import { formPost, openWebKit } from '../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const admin = await kit.signIn('administrator');
const head = await kit.signIn('penanggung-jawab');

async function bring(kind: string, lines: readonly string[]): Promise<Response> {
  const body = new FormData();
  body.append('jenis', kind);
  body.append('naskah', new Blob([new Uint8Array(await aLetterTemplate(lines))]), 'naskah.docx');
  const headers = { cookie: admin, 'sec-fetch-site': 'same-origin' };
  return kit.app.request('/petugas/surat/naskah', { method: 'POST', body, headers });
}
const FORMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'surat-tugas': {
    people: 'Dewi Contoh; Kepala Bidang',
    from: '2026-04-08',
    to: '2026-04-09',
    purpose: 'Memeriksa data di lapangan.',
    copies: 'Sekretaris Dinas',
  },
  'sk-tim': { year: '2026' },
  undangan: {
    ...{ event: 'Pembinaan Layanan Publik', day: '2026-04-20', place: 'Aula Dinas Sosial' },
    to: 'Kepala Desa Contoh; Pemerintah Desa\nDewi Contoh\nAgus Contoh\nRina Contoh',
  },
  'berita-acara': {
    ...{
      subject: 'Pemusnahan Arsip',
      day: '2026-04-20',
      place: 'Gudang Arsip',
      content: 'Arsip dimusnahkan.',
    },
    parties: 'Dewi Contoh; Arsiparis\nAgus Contoh; Saksi',
  },
};

test('rules 10, 34: every letter of the agenda goes on the paper that the office brought for it, with all that was issued', async () => {
  const lines = ['{hal}', '{tanggal}', '{isi}', '{jabatan} {nama}', '{tembusan}', '{isi_lampiran}'];
  for (const [kind, fields] of Object.entries(FORMS)) {
    assert.equal((await bring(kind, lines)).status, 303, kind);
    const issued = await kit.app.request(
      `/petugas/surat/baru/${kind}`,
      formPost({ ...fields, act: 'issue' }, head),
    );
    const address = issued.headers.get('location') ?? '';
    assert.equal(issued.status, 303, await issued.text());
    const page = await (await kit.app.request(address, { headers: { cookie: head } })).text();
    assert.match(page, /naskah=kantor/);
    const file = await kit.app.request(`${address}/unduh?bentuk=docx&naskah=kantor`, {
      headers: { cookie: head },
    });
    const xml = readZipXml(new Uint8Array(await file.arrayBuffer())).get('word/document.xml') ?? '';
    const text = xmlText(xml.replaceAll(/<[^>]+>/g, ' '));
    assert.match(text, /KOP KANTOR SENDIRI/, kind);
    for (const typed of Object.values(fields).flatMap((value) => value.split(/[;\n]/)))
      if (!/^\d{4}/.test(typed)) assert.ok(text.includes(typed.trim()), `${kind}: ${typed}`);
    assert.doesNotMatch(text, /\{\w+\}/, kind);
  }
  const list = await (await kit.app.request('/petugas/surat/naskah', { headers: { cookie: admin } })).text();
  assert.equal(list.match(/Naskah kantor, sejak/g)?.length, Object.keys(FORMS).length);
  for (const kind of ['Surat pelimpahan', 'Permintaan maaf', 'Telaahan staf'])
    assert.match(list, new RegExp(`${kind}</dt>`));
  assert.doesNotMatch(list, /Tanda terima pengaduan<\/dt>/, 'forms are forms');
});

test('a letter that would lose the annex of a decree or an invitation is refused with the tag that it lacks', async () => {
  for (const kind of ['sk-tim', 'undangan']) {
    const refused = await bring(kind, ['{isi}', '{nama}']);
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /Naskah tidak memuat \{isi_lampiran\}/);
  }
  assert.equal((await bring('tanda-terima', ['{isi}'])).status, 404);
  assert.deepEqual(kit.errors, []);
});
