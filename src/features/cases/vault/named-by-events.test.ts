import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ComplaintEvent } from '../../../domain/complaint/event.ts';
import { uuidv7 } from '../../../platform/ids.ts';
import { newMasterKeyText, openKeyring } from '../../../platform/keyring.ts';
import { openKeeper } from './keeper.ts';
import { allNamed, placeOfText, unnamedText } from './named-by-events.ts';

const aKeeper = () => openKeeper(openKeyring(newMasterKeyText()), { officeId: 1, caseId: 'kasus-1' }, uuidv7);
const at = '2026-03-02T02:00:00.000Z';
const reopened = (reason: string): ComplaintEvent => ({
  type: 'reopened',
  at,
  reason,
  by: 'office',
  due: [],
});

test('law 1: an act that keeps a text or a person which none of its entries names is not saved', () => {
  const keeper = aKeeper();
  const first = keeper.text('reason', 'Salah alamat.');
  allNamed(keeper, [reopened(first)]);
  keeper.text('answer', 'Sudah dijawab.');
  assert.equal(unnamedText(keeper, [reopened(first)])?.body, 'Sudah dijawab.');
  assert.throws(() => allNamed(keeper, [reopened(first)]), /No entry names the answer/);
  const other = aKeeper();
  const nobody = { phone: null, email: null, address: null, nik: null };
  other.person('reporter', { name: 'Budi Contoh', ...nobody });
  assert.throws(() => allNamed(other, [reopened('alasan-1')]), /No entry names the person/);
});

test('the field of a text is found however deep it stands', () => {
  const sent = { way: 'oral', attempts: [{ on: '2026-03-02', how: 'Surat.' }, { how: 'Didatangi.' }] };
  assert.equal(placeOfText(sent, 'Didatangi.'), 'attempts.1.how');
  assert.equal(placeOfText(sent, 'Lain.'), '');
});
