import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { aLetterTemplate, aTamperedTemplate, replaceIn } from '../../../../test/a-letter-template.ts';
import { readZipXml, xmlText } from '../../../../test/read-zip-xml.ts';
import { checkLetterTemplate } from './check-letter-template.ts';
import { fillLetterTemplate } from './fill-letter-template.ts';

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

test('what is no letter at all is refused, and nothing throws', () => {
  const path = zipSync({ '../keluar.xml': strToU8('<a/>'), 'word/document.xml': strToU8('<a/>') });
  for (const bytes of [new Uint8Array(), strToU8('%PDF-1.4'), zipSync({ 'a.txt': strToU8('a') }), path]) {
    assert.equal(checkLetterTemplate(bytes, KNOWN)?.refusal, 'template-unreadable');
  }
  assert.equal(checkLetterTemplate(new Uint8Array(2_000_001), KNOWN)?.refusal, 'template-too-large');
});
