import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { readCase } from '../case-page/read-case.read.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { listInbox } from '../lists/list-inbox.read.ts';
import { openLines } from './open-lines.read.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const coordinator = aStaffActor();
const terlapor = aStaffActor();

async function take(text: string, about: CaseActor | null = null): Promise<string> {
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor: coordinator,
      command: (keep) => ({
        ...{ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', text) },
        respondents: about === null ? [] : [{ identity: null, account: about.account, unit: null }],
      }),
      idempotency: null,
    },
    MORNING,
  );
  if (!taken.ok) throw new Error(taken.refusal);
  return taken.answer.caseId;
}

/** What only the database's own password does: the trigger lets nobody else change a text. */
async function asDatabase(sql: string, values: readonly unknown[]): Promise<void> {
  const attacker = new pg.Client(db.locateSuperuser());
  await attacker.connect();
  try {
    await attacker.query(`set session_replication_role = 'replica'`);
    await attacker.query(sql, [...values]);
  } finally {
    await attacker.end();
  }
}

async function listed(actor: CaseActor) {
  const { lines } = await listInbox(db.app, office, actor, { filter: {}, cursor: null, limit: 50 });
  return openLines(desk, office, actor, lines);
}

test('rule 28: whoever takes the terlapor out of the table by which lists find shows him nothing by it', async () => {
  const about = await take('Petugas meminta imbalan.', terlapor);
  await db.owner.query('delete from case_respondent where case_id = $1', [about]);
  const found = await listInbox(db.app, office, terlapor, { filter: {}, cursor: null, limit: 50 });
  assert.ok(
    found.lines.some(({ caseId }) => caseId === about),
    'the table alone would show it',
  );
  const { lines, matters } = await listed(terlapor);
  assert.ok(!lines.some(({ caseId }) => caseId === about) && !matters.has(about));
  assert.equal((await listed(coordinator)).matters.get(about), 'Petugas meminta imbalan.');
});

test('a text that was changed in the database is shown nowhere: in its place stands that it was', async () => {
  const changed = await take('Kartu saya diminta petugas.');
  const other = await take('Bantuan belum cair.');
  for (const change of [
    `body = 'Tidak ada keluhan.' where case_id = $1`,
    `body = (select body from case_text where case_id = '${other}') where case_id = $1`,
    `mac = null, body = 'Kartu saya diminta petugas.' where case_id = $1`,
    `author = null where case_id = $1`,
  ]) {
    await asDatabase(`update case_text set ${change}`, [changed]);
    const reading = await readCase(desk, office, { caseId: changed }, coordinator, MORNING);
    const bodies = [...(reading?.texts.values() ?? [])].map(({ body }) => body ?? '');
    assert.equal(bodies.length, 1);
    for (const body of [...bodies, (await listed(coordinator)).matters.get(changed) ?? ''])
      assert.match(body, /diubah di luar Tanggap.*doctor dan verify/, change);
  }
  assert.equal((await listed(coordinator)).matters.get(other), 'Bantuan belum cair.');
});

test('a list shows a case its own text only, and of a row that other hands changed no text at all', async () => {
  const [open, walled] = [await take('Bantuan belum cair.'), await take('Kekerasan pada anak.')];
  // What a list opened before is held for as long as nobody writes the row, by whatever hand.
  assert.equal((await listed(coordinator)).matters.get(open), 'Bantuan belum cair.');
  assert.equal((await listed(coordinator)).matters.get(open), 'Bantuan belum cair.');
  await db.owner.query(
    `update complaint_case c set state = jsonb_set(c.state::jsonb, '{matter}', o.state::jsonb -> 'matter')::json
      from complaint_case o where c.case_id = $1 and o.case_id = $2`,
    [open, walled],
  );
  const { lines, matters } = await listed(coordinator);
  assert.ok(
    lines.some(({ caseId }) => caseId === open),
    'it waits for somebody all the same',
  );
  assert.deepEqual([matters.get(open), matters.get(walled)], [undefined, 'Kekerasan pada anak.']);
});
