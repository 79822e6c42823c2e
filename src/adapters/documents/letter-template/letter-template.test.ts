import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { aLetterTemplate, aTamperedTemplate, replaceIn } from '../../../../test/a-letter-template.ts';
import { readZipXml, xmlText } from '../../../../test/read-zip-xml.ts';
import { checkLetterTemplate } from './check-letter-template.ts';
import { fillLetterTemplate } from './fill-letter-template.ts';
import { openLetterTemplate } from './open-letter-template.ts';

const KNOWN = new Set(['nomor', 'tanggal', 'kepada', 'hal', 'isi', 'jabatan', 'nama', 'tembusan']);
const BODY = 'word/document.xml';
const RELS = 'word/_rels/document.xml.rels';
const inBody = (xml: string) => (parts: Record<string, Uint8Array>) =>
  replaceIn(parts, BODY, /<w:body>/, `<w:body>${xml}`);
const related = (relation: string) => (parts: Record<string, Uint8Array>) =>
  replaceIn(parts, RELS, /<\/Relationships>/, `${relation}</Relationships>`);
const adding = (name: string, bytes: Uint8Array) => (parts: Record<string, Uint8Array>) => {
  parts[name] = bytes;
};
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const CHAR = (type: string) => `<w:p><w:r><w:fldChar w:fldCharType="${type}"/></w:r></w:p>`;
const CODE = (said: string) => `<w:p><w:r><w:instrText>${said}</w:instrText></w:r></w:p>`;
const field = (said: string) => `<w:p><w:r><w:instrText>${said}</w:instrText></w:r></w:p>`;

test('a letter from Word is taken, and filled with text alone, however Word cut its tags', async () => {
  const template = await aLetterTemplate();
  assert.equal(checkLetterTemplate(template, KNOWN), null);
  const values = Object.fromEntries([...KNOWN].map((tag) => [tag, `nilai ${tag}`]));
  const filled = await fillLetterTemplate(template, {
    ...values,
    isi: 'Baris satu.\n\n<w:p>bukan markup</w:p> & {nomor} =cmd|\u0007',
  });
  const xml = readZipXml(filled).get(BODY) ?? '';
  const text = [...xml.matchAll(/<w:t[ >].*?<\/w:t>/gs)].map(([part]) => xmlText(part)).join('');
  assert.match(text, /KOP KANTOR SENDIRI/);
  assert.match(text, /Nomor nilai nomor/);
  assert.match(
    text,
    /<w:p>bukan markup<\/w:p> & \{nomor\} =cmd\|/,
    'what a citizen wrote is text, and no tag',
  );
  assert.ok(!xml.includes('\u0007'));
});

const HOSTILE: readonly (readonly [
  what: string,
  refusal: string,
  change: (parts: Record<string, Uint8Array>) => void,
])[] = [
  ['macros', 'template-part', adding('word/vbaProject.bin', strToU8('x'))],
  ['an embedded object', 'template-part', adding('word/embeddings/oleObject1.bin', strToU8('x'))],
  ['an ActiveX control', 'template-part', adding('word/activeX/activeX1.xml', strToU8('<a/>'))],
  ['another archive', 'template-part', adding('word/media/lain.zip', strToU8('x'))],
  ['a scripted picture', 'template-part', adding('word/media/gambar.svg', strToU8('<svg/>'))],
  [
    'a macro-enabled type',
    'template-part',
    (parts) =>
      replaceIn(
        parts,
        '[Content_Types].xml',
        'wordprocessingml.document.main',
        'ms-word.document.macroEnabled.main',
      ),
  ],
  ['included HTML', 'template-part', inBody('<w:altChunk r:id="rId9"/>')],
  ['an object in the text', 'template-part', inBody('<w:p><w:r><w:object/></w:r></w:p>')],
  [
    'an attached template',
    'template-part',
    (parts) =>
      replaceIn(parts, 'word/settings.xml', /<w:settings[^>]*>/, '$&<w:attachedTemplate r:id="rId1"/>'),
  ],
  [
    'a picture from elsewhere',
    'template-external',
    related(
      '<Relationship Id="rX" Type="http://x/image" Target="http://jahat.contoh/a.png" TargetMode="External"/>',
    ),
  ],
  [
    'a link into the machine',
    'template-external',
    related(
      '<Relationship Id="rX" Type="http://x/hyperlink" Target="file:///etc/passwd" TargetMode="External"/>',
    ),
  ],
  ['a field that starts a program', 'template-field', inBody(field('DDEAUTO c:\\\\windows cmd'))],
  ['a field that includes a file', 'template-field', inBody(field(' INCLUDETEXT "http://jahat" '))],
  ['a field cut into two', 'template-field', inBody(`${field('DD')}${field('E cmd')}`)],
  ['a simple field', 'template-field', inBody('<w:p><w:fldSimple w:instr="INCLUDEPICTURE x"/></w:p>')],
  [
    'an entity',
    'template-unreadable',
    (parts) => replaceIn(parts, BODY, /<w:document/, '<!DOCTYPE a [<!ENTITY b "c">]><w:document'),
  ],
  [
    'another encoding',
    'template-unreadable',
    (parts) => replaceIn(parts, BODY, /encoding="UTF-8"/i, 'encoding="UTF-16"'),
  ],
  ['a field behind a comment', 'template-field', inBody(field('<!-- -->DDEAUTO c:\\\\windows cmd.exe'))],
  ['a field in CDATA', 'template-field', inBody(field('<![CDATA[DDEAUTO cmd.exe]]>'))],
  ['a field of references', 'template-field', inBody(field('&#68;DEAUTO cmd.exe'))],
  [
    'a field whose code stands in plain text',
    'template-field',
    inBody(`${CHAR('begin')}<w:p><w:r><w:t>DDE</w:t></w:r></w:p>${CODE('PAGE')}${CHAR('end')}`),
  ],
  [
    'a field whose name is cut into runs',
    'template-field',
    inBody(`${CHAR('begin')}${CODE('INCLUDE')}${CODE('TEXT x')}${CHAR('separate')}${CHAR('end')}`),
  ],
  [
    'a field within a field',
    'template-field',
    inBody(`${CHAR('begin')}${CHAR('begin')}${CODE('QUOTE')}${CHAR('end')}${CHAR('end')}`),
  ],
  [
    'a relation whose mode is written by references',
    'template-external',
    related(
      '<Relationship Id="rX" Type="http://x/image" Target="http://jahat.contoh/a.png" TargetMode="&#69;xternal"/>',
    ),
  ],
  [
    'a relation with a bracket in its address',
    'template-external',
    related(
      '<Relationship Id="rX" Type="http://x/image" Target="http://jahat.contoh/x.png?a>b" TargetMode="External"/>',
    ),
  ],
  [
    'a relation to elsewhere that says it stays inside',
    'template-external',
    related('<Relationship Id="rX" Type="http://x/image" Target="http://jahat.contoh/x.png"/>'),
  ],
  [
    'a relation of another kind',
    'template-part',
    related('<Relationship Id="rX" Type="http://x/aFChunk" Target="media/a.png"/>'),
  ],
  [
    'included HTML under a prefix with a hyphen',
    'template-part',
    inBody(
      `<w-x:altChunk xmlns:w-x="${WORD}" xmlns:r-x="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r-x:id="rId9"/>`,
    ),
  ],
  [
    'a drawing that fetches its picture by itself',
    'template-external',
    inBody(
      '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http&#58;//jahat.contoh/x.png"/></w:pict></w:r></w:p>',
    ),
  ],
  ['a macro at a form field', 'template-part', inBody('<w:p><w:r><w:entryMacro w:val="x"/></w:r></w:p>')],
  [
    'a type of another file',
    'template-part',
    (parts) =>
      replaceIn(
        parts,
        '[Content_Types].xml',
        '</Types>',
        '<Override PartName="/word/a.xml" ContentType="text/html"/></Types>',
      ),
  ],
  ['a prefix that nobody declared', 'template-unreadable', inBody('<q:altChunk/>')],
  ['what is no XML', 'template-unreadable', inBody('<w:p ')],
  [
    'elements in each other without end',
    'template-unreadable',
    inBody('<w:p>'.repeat(80) + '</w:p>'.repeat(80)),
  ],
  ['a bomb', 'template-unreadable', adding('word/media/a.png', new Uint8Array(40_000_000))],
  [
    'too many parts',
    'template-unreadable',
    (parts) => {
      for (let n = 0; n < 200; n++) parts[`customXml/item${n}.xml`] = strToU8('<a/>');
    },
  ],
];

for (const [what, refusal, change] of HOSTILE) {
  test(`a letter with ${what} is refused`, async () => {
    assert.equal(checkLetterTemplate(await aTamperedTemplate(change), KNOWN)?.refusal, refusal);
  });
}

test('a letter with a tag that is not known, or without a place for its text, is refused by that tag', async () => {
  const strange = await aLetterTemplate(['{isi}', '{constructor}']);
  assert.deepEqual(checkLetterTemplate(strange, KNOWN), { refusal: 'template-tag', what: 'constructor' });
  const loop = await aLetterTemplate(['{#isi}', '{isi}', '{/isi}']);
  assert.deepEqual(checkLetterTemplate(loop, KNOWN), { refusal: 'template-tag', what: '#isi' });
  const empty = await aLetterTemplate(['{hal}']);
  assert.equal(checkLetterTemplate(empty, KNOWN)?.refusal, 'template-no-body');
});

test('page numbers and links that somebody clicks are taken, and what people read beside a picture', async () => {
  const fit = await aTamperedTemplate((parts) => {
    inBody(
      `${CHAR('begin')}${CODE(' PAGE  \\* MERGEFORMAT ')}${CHAR('separate')}${CHAR('end')}<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>
       <w:p><w:r><w:drawing><q:docPr xmlns:q="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" descr="https://contoh.go.id/lambang.png"/></w:drawing></w:r></w:p>`,
    )(parts);
    related(
      '<Relationship Id="rX" Type="http://x/hyperlink" Target="https://dinsos.contoh.go.id" TargetMode="External"/>',
    )(parts);
  });
  assert.equal(checkLetterTemplate(fit, KNOWN), null);
});

/** Made to cost a square of its length: each is some hundred kilobytes of XML in a file of a few. */
const SLOW = [
  ['tags that are not closed', 'template-unreadable', '<w:p '.repeat(100_000)],
  ['braces without end', 'template-tag', `<w:p><w:r><w:t>${'{'.repeat(1_500_000)}}</w:t></w:r></w:p>`],
  ['paragraphs in a row', 'template-tag', `${'<w:p><w:r><w:t>{</w:t></w:r></w:p>'.repeat(60_000)}`],
  [
    'a field of many pieces',
    'template-field',
    `${CHAR('begin')}<w:p><w:r><w:instrText>${'<!-- -->x'.repeat(200_000)}</w:instrText></w:r></w:p>`,
  ],
] as const;

for (const [what, refusal, xml] of SLOW) {
  test(`a letter of ${what} is refused in a time that grows with its length only`, async () => {
    const file = await aTamperedTemplate(inBody(xml));
    const began = performance.now();
    assert.equal(checkLetterTemplate(file, KNOWN)?.refusal, refusal);
    // The square took 50 seconds of 80,000 such tags; a loaded machine takes less than three for these.
    assert.ok(performance.now() - began < 10_000);
  });
}

test('a letter is opened in a thread of its own: the one that serves goes on meanwhile', async () => {
  const values = Object.fromEntries([...KNOWN].map((tag) => [tag, `nilai ${tag}`]));
  const opened = await openLetterTemplate(await aLetterTemplate(), values);
  assert.ok(opened.ok && (readZipXml(opened.file).get(BODY) ?? '').includes('nilai hal'));
  const hostile = await aTamperedTemplate(
    inBody(`<w:p><w:r><w:t>${'{'.repeat(1_500_000)}</w:t></w:r></w:p>`),
  );
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 5);
  const refused = await openLetterTemplate(hostile, values);
  clearInterval(timer);
  assert.equal(refused.ok ? null : refused.refusal, 'template-tag');
  assert.ok(ticks > 2, 'the thread that serves had its turns');
  const open = await aLetterTemplate(['{isi}', '{hal']);
  assert.deepEqual(await openLetterTemplate(open, values), {
    ok: false,
    refusal: 'template-tag',
    what: '{hal',
  });
});

test('what is no letter at all is refused, and nothing throws', () => {
  const path = zipSync({ '../keluar.xml': strToU8('<a/>'), 'word/document.xml': strToU8('<a/>') });
  for (const bytes of [new Uint8Array(), strToU8('%PDF-1.4'), zipSync({ 'a.txt': strToU8('a') }), path]) {
    assert.equal(checkLetterTemplate(bytes, KNOWN)?.refusal, 'template-unreadable');
  }
  assert.equal(checkLetterTemplate(new Uint8Array(2_000_001), KNOWN)?.refusal, 'template-too-large');
});
