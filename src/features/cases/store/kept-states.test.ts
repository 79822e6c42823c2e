import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '../../../platform/crypto.ts';
import { type Keyring, newMasterKeyText, openKeyring } from '../../../platform/keyring.ts';
import { keptState, openAndKeep, type WrittenRow } from './kept-states.ts';
import { rowSeal, type SealedCaseRow } from './open-state.ts';

const former = newMasterKeyText();
const keyring = openKeyring(former);

function aRow(n: number, under: Keyring = keyring): SealedCaseRow & WrittenRow {
  const state = `{"version":${n}}`;
  const row = {
    ...{ case_id: `case-${n}`, ctid: `(${n},1)`, xmin: '700', line: `1|case-${n}`, state },
    ...{ head_mac: Buffer.alloc(32, n), row_key_id: under.current.id, row_mac: Buffer.alloc(0) },
  };
  return { ...row, row_mac: rowSeal(under.current, { ...row, state_hash: sha256(state) }) };
}

test('a state that was opened is had again from the same writing of its row, and from no other', () => {
  const row = aRow(1);
  assert.equal(keptState(keyring, row), null);
  const state = openAndKeep(keyring, row);
  assert.ok(state !== null);
  assert.equal(keptState(keyring, { ...row }), state);
  for (const other of [
    { ctid: '(1,2)' },
    { xmin: '701' },
    { case_id: 'case-2' },
    { row_mac: Buffer.alloc(32) },
  ]) {
    assert.equal(keptState(keyring, { ...row, ...other }), null, JSON.stringify(other));
  }
});

test('what its seal did not hold is not kept, nor believed behind a new master key', () => {
  const row = aRow(3);
  assert.equal(openAndKeep(keyring, { ...row, state: '{"version":4}' }), null);
  assert.equal(keptState(keyring, row), null);
  openAndKeep(keyring, row);
  assert.equal(keptState(openKeyring(`${newMasterKeyText()},${former}`), row), null);
});

test('no more than a thousand states are kept: the one least lately asked for goes', () => {
  const ring = openKeyring(newMasterKeyText());
  const rows = Array.from({ length: 1_001 }, (_, n) => aRow(n, ring));
  const [first, second] = rows;
  assert.ok(first !== undefined && second !== undefined);
  for (const row of rows.slice(0, 1_000)) openAndKeep(ring, row);
  assert.notEqual(keptState(ring, first), null);
  for (const row of rows.slice(1_000)) openAndKeep(ring, row);
  assert.notEqual(keptState(ring, first), null);
  assert.equal(keptState(ring, second), null);
  assert.equal(rows.filter((row) => keptState(ring, row) !== null).length, 1_000);
});
