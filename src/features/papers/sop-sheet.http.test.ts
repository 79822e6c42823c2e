import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readZipXml } from '../../../test/read-zip-xml.ts';
import { openWebKit } from '../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const koordinator = await kit.signIn('koordinator');
const auditor = await kit.signIn('pemeriksa-catatan');
const get = (path: string, cookie: string) => kit.app.request(path, { headers: { cookie } });

test('rule 34: the sheet is a page with its files, for whoever may print SOPs', async () => {
  const page = await get('/petugas/sop/langsung/lembar', koordinator);
  assert.equal(page.status, 200);
  const html = await page.text();
  assert.match(html, /SOP Penanganan Pengaduan Secara Langsung/);
  assert.match(html, /Mutu baku/);
  assert.match(html, /Pelaksana: Sekretaris, kotak proses\. Dari langkah 3/);
  assert.doesNotMatch(html, /belum ditetapkan/i, 'the office has its own');
  assert.match(await (await get('/petugas/sop', koordinator)).text(), /\/petugas\/sop\/langsung\/lembar/);
  assert.equal((await get('/petugas/sop/langsung/lembar', auditor)).status, 403);
  assert.doesNotMatch(await (await get('/petugas/sop', auditor)).text(), /\/lembar/);
  assert.equal((await get('/petugas/sop/tidak-ada/lembar', koordinator)).status, 404);
});

test('the PDF is tagged: each step’s drawing says in words who does it and what follows', async () => {
  const answer = await get('/petugas/sop/online/lembar?bentuk=pdf&kertas=A4', koordinator);
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  const task = getDocument({ data: new Uint8Array(await answer.arrayBuffer()), verbosity: 0 });
  const document = await task.promise;
  const spoken: string[] = [];
  let read = '';
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    collect(await page.getStructTree(), spoken);
    const { items } = await page.getTextContent();
    read += items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      .replace(/\s/g, '');
  }
  await task.destroy();
  assert.equal(spoken.filter((said) => said.startsWith('Pelaksana: ')).length, 9);
  for (const word of ['Dasarhukum', 'Buktielektronikbalasanadmin', '30menit', 'Mengetahui', 'Diperiksaoleh'])
    assert.ok(read.includes(word), word);
});

function collect(node: unknown, spoken: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  if ('alt' in node && typeof node.alt === 'string') spoken.push(node.alt);
  if ('children' in node && Array.isArray(node.children))
    for (const child of node.children) collect(child, spoken);
}

test('the DOCX draws its symbols as vectors and repeats its header rows', async () => {
  const answer = await get('/petugas/sop/langsung/lembar?bentuk=docx', koordinator);
  const texts = readZipXml(new Uint8Array(await answer.arrayBuffer()));
  const targets = texts.get('word/_rels/document.xml.rels') ?? '';
  assert.equal(new Set(targets.match(/media\/[^"]*\.svg/g)).size, 6);
  const document = texts.get('word/document.xml') ?? '';
  assert.match(document, /<w:tblHeader\/>/);
  assert.match(document, /descr="Pelaksana: Masyarakat, kapsul mulai atau selesai\./);
  assert.match(document, /Ketua Tim mendisposisi/);
});
