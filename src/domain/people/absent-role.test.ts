import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeFromFiles } from '../../../test/a-counted-report.ts';
import { startingSop } from '../sop/starting-sop.ts';
import { absentRole } from './absent-role.ts';

const office = await officeFromFiles('tabalong');
const sop = startingSop('loket', office) ?? undefined;

test('rule 23: whoever may do a step that the SOP gives to another role does it for its absent holder', () => {
  assert.equal(absentRole(sop, 'dispose', ['penanggung-jawab']), 'koordinator');
  assert.equal(absentRole(sop, 'register', ['front-office']), 'petugas-loket');
});

test('rule 23: nobody stands in where the step is his own, or where the SOP names none', () => {
  assert.equal(absentRole(sop, 'dispose', ['koordinator', 'petugas-loket']), null);
  assert.equal(absentRole(sop, 'cancel', ['koordinator']), null);
  assert.equal(absentRole(undefined, 'dispose', ['penanggung-jawab']), null);
});
