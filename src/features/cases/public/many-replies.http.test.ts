import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { jsonPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });

async function complain() {
  const body = { channel: 'website', text: 'Bantuan belum cair.' };
  const answer = await kit.app.request('/api/v1/offices/tabalong/complaints', jsonPost(body));
  return answer.json();
}

test('one ticket fills neither the store nor the page: after ten messages in a day the next waits', async () => {
  const { ticket, ticketSecret } = await complain();
  const reply = (text: string) =>
    kit.app.request(
      `/api/v1/complaints/${ticket}/reply`,
      jsonPost({ from: 'complainant', text }, { 'x-ticket-secret': ticketSecret }),
    );
  for (let n = 0; n < 10; n += 1) assert.equal((await reply(`Pesan ${n}.`)).status, 200);
  const refused = await reply('Pesan lagi.');
  const problem = await refused.json();
  assert.deepEqual([refused.status, problem.code], [409, 'too-many-own-entries']);
  assert.match(problem.title, /tulis lagi besok/);
  kit.clock.now += 24 * 3_600_000;
  assert.equal((await reply('Pesan esok hari.')).status, 200);
});

test('an address opens a case by its secret often, and not without end', async () => {
  const { ticket, ticketSecret } = await complain();
  const from = { incoming: { socket: { remoteAddress: '203.0.113.77' } } };
  const open = async () =>
    (
      await kit.app.request(
        `/api/v1/complaints/${ticket}`,
        { headers: { 'x-ticket-secret': ticketSecret } },
        from,
      )
    ).status;
  for (let n = 0; n < 240; n += 1) assert.equal(await open(), 200);
  assert.equal(await open(), 429);
  kit.clock.now += 10 * 60_000;
  assert.equal(await open(), 200);
});
