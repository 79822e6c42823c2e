import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });

test('rule 32: whoever may not search across cases finds a number only as it was printed, and that stands in the access log', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const sent = { text: 'Kartu hilang.', channel: 'loket' };
  const slip = await (await kit.app.request('/petugas/loket', formPost(sent, clerk))).text();
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(slip)?.[0] ?? '';
  await kit.app.request(`/petugas/kasus/${ticket}/register`, formPost({}, clerk));
  const { rows } = await kit.desk.owner.query<{ id: string; printed: string }>(
    'select case_id id, printed from register_entry join complaint_case using (office_id, case_id) where ticket = $1',
    [ticket],
  );
  const { id = '', printed = '' } = rows[0] ?? {};
  assert.match(printed, /^\d+\/IV\/2026$/);
  const [no = ''] = printed.split('/');
  const finds = async (q: string, cookie: string): Promise<boolean> => {
    const page = await kit.app.request(`/petugas?q=${encodeURIComponent(q)}`, { headers: { cookie } });
    return page.status === 200 && (await page.text()).includes(ticket);
  };
  const logged = async () =>
    (await kit.desk.owner.query(`select from access_log where action = 'case-found' and case_id = $1`, [id]))
      .rowCount;
  const coordinator = await kit.signIn('koordinator');
  for (const q of [no, `${no}/2026`, printed]) assert.ok(await finds(q, coordinator), q);
  for (const q of [no, `${no}/2026`, `${no}/V/2026`]) assert.ok(!(await finds(q, clerk)), q);
  assert.equal(await logged(), 0);
  assert.ok(await finds(printed.toLowerCase(), clerk));
  assert.equal(await logged(), 1);
  assert.ok(await finds(ticket, clerk));
  assert.equal(await logged(), 2);
});
