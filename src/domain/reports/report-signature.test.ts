import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOffice } from '../../../test/an-office.ts';
import { buildSignature } from './report-signature.ts';

test("the office's own file names who signs; where it names nobody, the paper shows the places to fill", () => {
  const office = anOffice();
  const [first, second] = office.roles.map(({ key }) => key);
  assert.ok(first !== undefined && second !== undefined);
  const official = { role: first, name: 'Pejabat Contoh', rank: 'Pembina', nip: null };
  const named = { ...office, officials: [official] };
  const [signer] = buildSignature(named, first, '2026-04-06').signers;
  assert.deepEqual([signer?.name, signer?.rank, signer?.nip], ['Pejabat Contoh', 'Pembina', null]);
  const [nobody] = buildSignature(named, second, '2026-04-06').signers;
  assert.deepEqual(
    [nobody?.name, nobody?.rank, nobody?.nip],
    ['(nama pejabat)', '(pangkat/golongan)', '(NIP)'],
  );
});
