import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCaseRecord, aPaperFrame } from '../../../test/a-paper-record.ts';
import { buildAnswerLetter } from './build-answer-letter.ts';
import { signersOfPaper } from './signers-of-paper.ts';

const LETTER = { body: 'Kartu sudah aktif.', enclosed: null, copies: [] };

test('rule 33: who signs is told with the post, of a deputy as Plh. or a.n., and without a name that nobody gave', () => {
  const frame = aPaperFrame();
  const [plain = ''] = signersOfPaper(buildAnswerLetter(frame, aCaseRecord(), LETTER));
  assert.ok(plain.length > 0);
  assert.doesNotMatch(plain, /\(/);
  const [role] = frame.office.roles;
  assert.ok(role !== undefined);
  const post = role.heldBy[0] ?? role.title;
  for (const [capacity, told] of [
    ['plh', `Plh. ${post}, Dewi Contoh`],
    ['an', `a.n. ${post}, `],
  ] as const) {
    const deputies = [{ role: role.key, capacity, name: 'Dewi Contoh', ownRoles: [] }];
    const letter = buildAnswerLetter({ ...frame, signer: role.key, deputies }, aCaseRecord(), LETTER);
    assert.ok(signersOfPaper(letter)[0]?.startsWith(told), signersOfPaper(letter)[0]);
    assert.ok(signersOfPaper(letter)[0]?.endsWith('Dewi Contoh'));
  }
});
