import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { aPaper } from '../../../test/every-paper.ts';
import { readPdf, squeezed } from '../../../test/read-pdf.ts';
import { heard, readTaggedPdf } from '../../../test/read-tagged-pdf.ts';
import { readZipXml, xmlText } from '../../../test/read-zip-xml.ts';
import { textsOfPaper } from '../../../test/texts-of-paper.ts';
import { toldText } from '../../../test/told-text.ts';
import { resolveTree } from '../../domain/documents/resolve-tree.ts';
import { PAPER_KINDS } from '../../domain/papers/paper-kind.ts';
import { loadOffice } from '../offices/load-office.ts';
import { drawPaperFile } from './draw-paper.ts';

for (const kind of PAPER_KINDS) {
  test(`rule 34: ${kind} read back from its PDF on A4 and F4, and from DOCX and web page, is the record`, async () => {
    const tree = aPaper(kind);
    const texts = textsOfPaper(resolveTree(tree)).map(squeezed);
    assert.ok(texts.length > 5, 'nothing to look for');
    const drawn = await drawPaperFile(tree, 'pdf');
    const { pages, sizes } = await readPdf(drawn);
    holdsAll(squeezed(pages.join('')), texts, `${kind} PDF`);
    assert.deepEqual(sizes[0], [210, 297]);
    const tagged = await readTaggedPdf(drawn);
    assert.equal(heard(tagged.text), heard(toldText(resolveTree(tree))), `${kind}, read aloud`);
    assert.deepEqual([tagged.archival, tagged.isTagged, tagged.language], ['2A', true, 'id']);
    const onF4 = aPaper(kind, { frame: { paper: 'F4', letterhead: 'tanpa' } });
    const f4 = await readPdf(await drawPaperFile(onF4, 'pdf'));
    assert.deepEqual(f4.sizes[0], [215, 330]);
    const plain = squeezed(f4.pages.join(''));
    holdsAll(plain, texts, `${kind} F4`);
    assert.ok(!plain.includes('PEMERINTAHKABUPATENCONTOH'), 'no letterhead was wanted');
    const xml = readZipXml(await drawPaperFile(tree, 'docx')).get('word/document.xml') ?? '';
    const written = [...xml.matchAll(/<w:t[ >].*?<\/w:t>/gs)].map(([part]) => xmlText(part)).join('');
    holdsAll(squeezed(written), texts, `${kind} DOCX`);
    const html = Buffer.from(await drawPaperFile(tree, 'html')).toString();
    assert.doesNotMatch(html, /<script|javascript:| style=/);
    const shown = squeezed(xmlText(html.replace(/<br>/g, ' ').replace(/<(?!\/?html)[^>]*>/g, '')));
    holdsAll(
      shown.toUpperCase(),
      texts.map((text) => text.toUpperCase()),
      `${kind} web page`,
    );
  });
}

test('rule 34: who signs a decree never stands alone on a page: its last dictum is with him', async () => {
  const { office } = await loadOffice(
    fileURLToPath(new URL('../../../offices/kalimantan-barat', import.meta.url)),
  );
  assert.ok(office !== null);
  for (const paper of ['A4', 'F4'] as const) {
    const tree = aPaper('sk-tim', { frame: { paper, letterhead: 'tanpa' }, office });
    const { pages } = await readPdf(await drawPaperFile(tree, 'pdf'));
    const signed = pages.map(squeezed).find((page) => page.includes('DitetapkandiPontianak')) ?? '';
    assert.match(signed, /KELIMA/, paper);
  }
});

function holdsAll(where: string, texts: readonly string[], name: string): void {
  for (const text of texts) assert.ok(where.includes(text), `${name} lacks "${text}"`);
}
