import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCaseRecord } from '../../../test/a-paper-record.ts';
import { PAPER_KINDS } from '../../domain/papers/paper-kind.ts';
import { PAPER_FIELDS } from './paper-fields-table.ts';
import { usualWriting } from './usual-writing.ts';

const investigation = {
  investigators: ['Dewi Contoh', 'Agus Contoh'],
  from: '2027-04-12',
  to: '2027-04-14',
  finding: null,
};

test('rule 23: the surat tugas knows whom the head named and for which days, and nobody types it again', () => {
  const known = usualWriting('surat-tugas', aCaseRecord({ investigation }));
  assert.deepEqual(
    [known.people, known.from, known.to],
    ['Dewi Contoh\nAgus Contoh', '2027-04-12', '2027-04-14'],
  );
  const review = { reviewers: ['Rina Contoh'], recommendation: null, text: 'Analisis penelaah.' };
  assert.equal(usualWriting('surat-tugas', aCaseRecord({ review })).people, 'Rina Contoh');
  assert.equal(usualWriting('telaahan-staf', aCaseRecord({ review })).analysis, 'Analisis penelaah.');
});

test('what is known stands in fields that the paper has, and names no complainant', () => {
  for (const kind of PAPER_KINDS) {
    const known = usualWriting(kind, aCaseRecord({ investigation }));
    const names = PAPER_FIELDS[kind].map(({ name }) => name);
    assert.ok(
      Object.keys(known).every((name) => names.includes(name)),
      kind,
    );
    assert.doesNotMatch(JSON.stringify(known), /Siti/);
    assert.deepEqual(usualWriting(kind, null), {}, kind);
  }
});
