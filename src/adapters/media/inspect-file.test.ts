import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8 } from 'fflate';
import { aJpeg, anExif, anMp4, anOfficeFile, anOgg, aPdf, aPng, aWebp } from '../../../test/a-file.ts';
import { FileStop } from './file-refusal.ts';
import { inspectFile } from './inspect-file.ts';

const MOST = 20_000_000;

/** Pieces of every size: a file may come over the line byte by byte. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function inspect(bytes: Buffer, size = 7, most = MOST) {
  try {
    const file = await inspectFile(inPieces(bytes, size), most);
    const pieces: Buffer[] = [];
    for await (const piece of file.content) pieces.push(piece);
    const content = Buffer.concat(pieces);
    return { mediaType: file.mediaType(), content };
  } catch (error) {
    if (error instanceof FileStop) return { refusal: error.refusal };
    throw error;
  }
}

async function kept(bytes: Buffer, size?: number): Promise<Buffer> {
  const { content } = await inspect(bytes, size);
  assert.ok(content !== undefined, 'the file is taken');
  return content;
}

test('what a file is, its own bytes say and not its name', async () => {
  const files = [
    [aJpeg(), 'image/jpeg'],
    [aPng(), 'image/png'],
    [aWebp({ told: 'x' }), 'image/webp'],
    [aPdf(), 'application/pdf'],
    [anMp4('x'), 'video/mp4'],
    [anMp4('x', 'M4A '), 'audio/mp4'],
    [anOgg(), 'audio/ogg'],
    [Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), Buffer.alloc(30)]), 'audio/mpeg'],
    [anOfficeFile('docx'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [anOfficeFile('xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ] as const;
  for (const [bytes, mediaType] of files) assert.equal((await inspect(bytes)).mediaType, mediaType);
});

test('what is none of these is refused, whatever it calls itself', async () => {
  const none = [
    '<html><script>1</script>',
    '<svg xmlns="x"/>',
    'GIF89a....',
    'MZ\x90\0',
    '\xff\xfb\x90\0',
    'teks',
  ];
  for (const text of none) {
    assert.deepEqual(await inspect(Buffer.from(text, 'latin1')), { refusal: 'type-not-taken' }, text);
  }
  assert.deepEqual(await inspect(Buffer.alloc(0)), { refusal: 'empty' });
  assert.deepEqual(await inspect(anMp4('x', 'heic')), { refusal: 'heic' });
});

test('a photo keeps which side is up and loses where it was taken', async () => {
  const content = await kept(aJpeg({ exif: anExif(6), comment: 'kamera milik saya' }));
  const text = content.toString('latin1');
  assert.ok(!text.includes('GPS') && !text.includes('kamera'));
  const orientation = content.indexOf('Exif\0\0');
  assert.ok(orientation > 0);
  assert.equal(content.readUInt16BE(orientation + 6 + 18), 6);
  assert.ok(text.includes('JFIF'));
});

test('a photo that tells nothing comes through byte for byte, in pieces of any size', async () => {
  for (const bytes of [aJpeg(), aPng(), aPdf(), anOfficeFile()]) {
    for (const size of [1, 2, 3, 64, 100_000]) assert.deepEqual(await kept(bytes, size), bytes);
  }
});

test('what hides behind the end of a picture is dropped', async () => {
  const page = '<html><script>alert(1)</script>';
  assert.deepEqual(await kept(aJpeg({ behind: page })), aJpeg());
  assert.deepEqual(await kept(aPng({ behind: page })), aPng());
  assert.deepEqual(await kept(aWebp({ told: 'x', behind: page })), await kept(aWebp({ told: 'x' })));
});

test('PNG, WebP and film lose their words and keep their pictures', async () => {
  const told = 'rumah Bu Contoh';
  assert.deepEqual(await kept(aPng({ told })), aPng());
  const webp = await kept(aWebp({ told }));
  assert.ok(!webp.includes(told) && webp.includes('gambar'));
  assert.equal(webp.length, aWebp({ told }).length);
  const film = await kept(anMp4(told));
  assert.ok(!film.includes(told) && film.includes('gambar bergerak'));
  assert.equal(film.length, anMp4(told).length);
});

test('a file that is cut off is refused as broken', async () => {
  for (const bytes of [aJpeg(), aPng(), aWebp({ told: 'x' }), aPdf(), anMp4('x'), anOfficeFile()]) {
    for (const left of [0.4, 0.8]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * left));
      assert.deepEqual(await inspect(cut), { refusal: 'broken' }, bytes.subarray(0, 8).toString('latin1'));
    }
  }
});

test('a file over the limit is refused while it comes in', async () => {
  assert.deepEqual(await inspect(anOgg(), 7, 20), { refusal: 'too-large' });
  assert.equal((await inspect(anOgg(), 7, anOgg().length)).mediaType, 'audio/ogg');
});

test('an Office document that runs something, floods or is another archive is refused', async () => {
  const macro = anOfficeFile('docx', { 'word/vbaProject.bin': strToU8('x') });
  assert.deepEqual(await inspect(macro), { refusal: 'macros' });
  const bomb = anOfficeFile('docx', { 'word/media/a.bin': new Uint8Array(40_000_000) });
  assert.deepEqual(await inspect(bomb, 100_000), { refusal: 'bomb' });
  const climbing = anOfficeFile('docx', { '../../etc/passwd': strToU8('x') });
  assert.deepEqual(await inspect(climbing), { refusal: 'broken' });
  const behind = Buffer.concat([anOfficeFile(), Buffer.from('<html>')]);
  assert.deepEqual(await inspect(behind), { refusal: 'broken' });
});

test('an archive whose parts share bytes, or that claims more than it holds, is refused', async () => {
  const bytes = anOfficeFile('docx', { 'word/a.xml': strToU8('a'.repeat(50)), 'word/b.xml': strToU8('b') });
  const directory = bytes.readUInt32LE(bytes.length - 6);
  const second = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), directory + 4);
  const shared = Buffer.from(bytes);
  shared.writeUInt32LE(0, second + 42);
  assert.deepEqual(await inspect(shared), { refusal: 'bomb' });
  const claims = Buffer.from(bytes);
  claims.writeUInt32LE(0xffffffff, second + 24);
  assert.deepEqual(await inspect(claims), { refusal: 'bomb' });
});
