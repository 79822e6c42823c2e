import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeFromFiles } from '../../../test/a-counted-report.ts';
import { startingSop } from '../sop/starting-sop.ts';
import { actingRole } from './acting-role.ts';

const office = await officeFromFiles('tabalong');
const everyRole = office.roles.map(({ key }) => key).sort();

test('who holds every role acts as the one whose step it is in the SOP of the channel, else as one who works in it', () => {
  const as = (
    channel: 'loket' | 'instagram' | null,
    operation: 'intake' | 'register' | 'dispose' | 'correct',
  ) =>
    actingRole({
      ...{ held: everyRole, operation, permissions: [operation], office },
      sop: channel === null ? null : startingSop(channel, office),
    });
  assert.equal(as('loket', 'intake'), 'petugas-loket');
  assert.equal(as('loket', 'register'), 'petugas-loket');
  assert.equal(as('loket', 'dispose'), 'koordinator');
  assert.equal(as('instagram', 'intake'), 'front-office');
  assert.equal(as('instagram', 'dispose'), 'koordinator');
  assert.equal(as('loket', 'correct'), 'petugas-loket', 'no step: the first who works in this SOP and may');
  assert.equal(as(null, 'intake'), 'admin-sp4n', 'no case at hand: the first that permits it');
});

test('a role that does not permit the operation is never the acting one, whatever the SOP says', () => {
  const sop = startingSop('loket', office);
  const ask = { operation: 'dispose', permissions: ['dispose'], office, sop } as const;
  assert.equal(actingRole({ ...ask, held: ['petugas-loket', 'penanggung-jawab'] }), 'penanggung-jawab');
  assert.equal(actingRole({ ...ask, held: ['petugas-loket'] }), null);
});
