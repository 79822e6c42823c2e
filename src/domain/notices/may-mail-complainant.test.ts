import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint } from '../../../test/a-complaint.ts';
import { mayMailComplainant } from './may-mail-complainant.ts';

const ADDRESS = 'warga@contoh.id';
const open = aComplaint().received();

test('rule 6: nothing of a protected case is mailed before a safe way names this very address', () => {
  const state = aComplaint().received({ protected: true, safeContact: 'cara-1' }).state();
  const may = (safeWay: string | null) => mayMailComplainant(state, 'acknowledged', ADDRESS, safeWay);
  assert.equal(may(null), false);
  assert.equal(may('Telepon 0812-0000-0011 antara pukul 9 dan 11'), false);
  assert.equal(may('jangan ke suami-warga@contoh.id'), false, 'another address that ends like it');
  assert.equal(may('Surel ke Warga@contoh.id, jangan telepon'), true);
});

test('what stands no longer is not told: a question answered, an answer withdrawn, a case cancelled', () => {
  const may = (
    state: Parameters<typeof mayMailComplainant>[0],
    mail: Parameters<typeof mayMailComplainant>[1],
  ) => mayMailComplainant(state, mail, ADDRESS, null);
  const disposed = open.registered().verified().classified().disposed();
  assert.equal(may(open.state(), 'asked'), false);
  assert.equal(may({ ...disposed.state(), awaitingReplyFrom: ['complainant'] }, 'asked'), true);
  assert.equal(may(disposed.state(), 'answered'), false);
  const answered = disposed.answered();
  assert.equal(may(answered.state(), 'answered'), true);
  const closed = answered.closed();
  assert.equal(may(closed.state(), 'answered'), false);
  assert.equal(may(closed.state(), 'closed'), true);
  assert.equal(may(closed.reopened().state(), 'closed'), false);
  assert.equal(may({ ...open.state(), cancelled: true }, 'acknowledged'), false);
  assert.equal(may({ ...open.state(), provenance: 'register-lama' }, 'acknowledged'), false, 'rule 37');
});
