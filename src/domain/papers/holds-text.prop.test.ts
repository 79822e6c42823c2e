import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aCaseRecord, aPaperFrame } from '../../../test/a-paper-record.ts';
import { aPaper } from '../../../test/every-paper.ts';
import { buildAnswerLetter } from './build-answer-letter.ts';
import { holdsText } from './holds-text.ts';
import { PAPER_KINDS } from './paper-kind.ts';

const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{5,9}$/);
const text = fc.array(word, { minLength: 7, maxLength: 40 }).map((words) => words.join(' '));
const letter = (body: string) =>
  buildAnswerLetter(aPaperFrame(), aCaseRecord(), { body, enclosed: null, copies: [] });

test('UU 27/2022: whatever six words of a text stand in a letter, however they are set, the letter holds it', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.constantFrom(' ', '\n\n', ', ', ' – '), (written, start, between) => {
      const words = written.split(' ');
      const from = start % (words.length - 5);
      const copied = words
        .slice(from, from + 6)
        .join(between)
        .toUpperCase();
      assert.ok(holdsText(letter(`Menurut catatan kami: ${copied}. Demikian.`), written));
    }),
  );
});

test('a paper holds no text of which nothing stands in it', () => {
  fc.assert(
    fc.property(text, (written) => {
      for (const kind of PAPER_KINDS) assert.ok(!holdsText(aPaper(kind), written), kind);
    }),
    { numRuns: 20 },
  );
});

test('what a paper of the case prints of its matter is found in it, in others it is not', () => {
  const { matter } = aCaseRecord();
  assert.ok(matter !== null);
  assert.ok(holdsText(aPaper('formulir-pengaduan'), matter));
  assert.ok(holdsText(aPaper('tanda-terima'), matter));
  for (const kind of ['permintaan-maaf', 'surat-tugas', 'undangan', 'sk-tim'] as const)
    assert.ok(!holdsText(aPaper(kind), matter), kind);
});

test('a telephone number out of a text is enough, and a short text must stand there whole', () => {
  assert.ok(holdsText(letter('Hubungi 0812 3456 7890.'), 'nomornya 0812-3456-7890'));
  assert.ok(!holdsText(letter('Diterima pada 2026.'), 'tahun 2026 kemarin'));
  assert.ok(holdsText(letter('Rumahnya dekat pasar ikan.'), 'Dekat pasar IKAN!'));
  assert.ok(!holdsText(letter('Rumahnya dekat pasar.'), 'dekat pasar ikan'));
  assert.ok(!holdsText(letter('Isi.'), ' – '));
});
