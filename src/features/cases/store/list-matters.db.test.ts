import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { listMatters } from './list-matters.read.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);

async function take(text: string): Promise<string> {
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor: aStaffActor(),
      command: (keep) => ({ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', text) }),
      idempotency: null,
    },
    MORNING,
  );
  if (!taken.ok) throw new Error(taken.refusal);
  return taken.answer.caseId;
}

test('a list shows a case its own text only, whatever id its state names', async () => {
  const [open, walled] = [await take('Bantuan belum cair.'), await take('Kekerasan pada anak.')];
  const matters = await listMatters(db.app, office.officeId, [open, walled]);
  assert.deepEqual([...matters.values()].sort(), ['Bantuan belum cair.', 'Kekerasan pada anak.']);
  const { rowCount } = await db.owner.query(
    `update complaint_case c set state = jsonb_set(c.state::jsonb, '{matter}', o.state::jsonb -> 'matter')::json
      from complaint_case o where c.case_id = $1 and o.case_id = $2`,
    [open, walled],
  );
  assert.equal(rowCount, 1);
  assert.equal((await listMatters(db.app, office.officeId, [open])).size, 0);
});
