import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeFromFiles } from '../../../test/a-counted-report.ts';
import { needsSecondFactor } from './needs-second-factor.ts';
import { PERMISSIONS } from './permissions.ts';

test('rule 35: a second factor is required of review lane, exports, erasing, the log and administration, each by itself', () => {
  for (const permission of PERMISSIONS) {
    const wanted =
      /^(?:review|investigation)\/|^register\/export|\/administer$|^identity\/erase$|^log\/read$/.test(
        permission,
      );
    assert.equal(needsSecondFactor(new Set([permission])), wanted, permission);
  }
  assert.equal(needsSecondFactor(new Set()), false);
});

test('rule 35: in the offices the head, the coordinator and the administrator need one, and the counter does not', async () => {
  const { roles } = await officeFromFiles('tabalong');
  const needing = (key: string) => needsSecondFactor(new Set(roles.find((role) => role.key === key)?.may));
  for (const key of ['penanggung-jawab', 'koordinator', 'tim-penelaah', 'tim-audit', 'administrator'])
    assert.equal(needing(key), true, key);
  for (const key of ['petugas-loket', 'kepala-bidang', 'staf-bidang']) assert.equal(needing(key), false, key);
});
