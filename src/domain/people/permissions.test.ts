import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OPERATIONS } from '../complaint/vocabulary.ts';
import { ADMINISTRATOR_PERMISSIONS, holdsRefusedPair, isPermission, PERMISSIONS } from './permissions.ts';

describe('what a role may do is a closed list', () => {
  it('holds every operation of a case and no permission twice', () => {
    assert.equal(new Set(PERMISSIONS).size, PERMISSIONS.length);
    assert.ok(OPERATIONS.every(isPermission));
    assert.equal(isPermission('case/delete'), false);
  });

  it('refuses administrator with auditor of the log, and no other pair (rule 23)', () => {
    for (const a of PERMISSIONS) {
      for (const b of PERMISSIONS) {
        const administrator = ADMINISTRATOR_PERMISSIONS.some((one) => one === a || one === b);
        assert.equal(holdsRefusedPair([a, b]), administrator && (a === 'log/read' || b === 'log/read'));
      }
    }
  });
});
