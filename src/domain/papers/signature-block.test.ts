import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOffice } from '../../../test/an-office.ts';
import { signatureBlock } from './signature-block.ts';

test("the office's own file names who signs; where it names nobody, the paper shows the places to fill", () => {
  const office = anOffice();
  const [first, second] = office.roles.map(({ key }) => key);
  assert.ok(first !== undefined && second !== undefined);
  const official = { role: first, name: 'Pejabat Contoh', rank: 'Pembina', nip: null };
  const named = { ...office, officials: [official] };
  const [signer] = signatureBlock(named, { role: first, dated: '2026-04-06' }).signers;
  assert.deepEqual([signer?.name, signer?.rank, signer?.nip], ['Pejabat Contoh', 'Pembina', null]);
  const [nobody] = signatureBlock(named, { role: second, dated: '2026-04-06' }).signers;
  assert.deepEqual(
    [nobody?.name, nobody?.rank, nobody?.nip],
    ['(nama pejabat)', '(pangkat/golongan)', '(NIP)'],
  );
});

test('rule 33: on the days of a deputation the deputy signs as Plh., Plt. or a.n. by himself', () => {
  const office = anOffice();
  const [head, other] = office.roles.map(({ key }) => key);
  assert.ok(head !== undefined && other !== undefined);
  const official = { role: other, name: 'Wakil Contoh', rank: 'Penata', nip: '(NIP)' };
  const named = { ...office, officials: [official] };
  const deputy = { role: head, name: 'Wakil Contoh', ownRoles: [other] } as const;
  const sign = (capacity: 'plh' | 'plt' | 'an') =>
    signatureBlock(named, { role: head, dated: null, deputies: [{ ...deputy, capacity }] }).signers[0];
  const plh = sign('plh');
  assert.deepEqual(
    [plh?.capacity, plh?.position, plh?.name, plh?.rank],
    ['plh', ['Semua tugas'], 'Wakil Contoh', 'Penata'],
  );
  const an = sign('an');
  assert.deepEqual([an?.capacity, an?.principal, an?.position], ['an', 'Semua tugas', ['Petugas Loket']]);
  assert.equal(signatureBlock(named, { role: other, dated: null }).signers[0]?.capacity, 'self');
});
