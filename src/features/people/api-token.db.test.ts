import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { anAccount } from '../../../test/an-account.ts';
import { actingIn, atTheDoor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { createToken, findTokenHolder } from './api-token.ts';
import type { NewAccount } from './create-account.ts';
import { disableAccount } from './disable-account.ts';
import { grantRole } from './grant-role.ts';
import { listTokens } from './list-tokens.read.ts';
import { revokeTokens } from './revoke-tokens.ts';
import { atWork } from './staff-desk.tsx';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const here = actingIn(desk, MORNING);
const door = atTheDoor(desk);
const { officeId, data } = office;

const create = (own: Partial<NewAccount> = {}) => anAccount({ desk, office }, own);

test('rule 28: a token stands in for the account that made it, and for none when nobody answers for it', async () => {
  const made = await create({ email: 'gita@contoh.id' });
  assert.ok(made.ok);
  for (const madeBy of [made.account, null]) {
    const command = { role: 'petugas-loket', name: 'mesin antrean', madeBy };
    const { id, token } = await withOffice(db.app, officeId, (tx) =>
      createToken(tx, officeId, command, here),
    );
    const holder = await findTokenHolder(db.app, token, MORNING, door);
    assert.deepEqual([holder?.account, holder?.roles[0]?.deputyFor], [id, madeBy]);
  }
});

test('a token has the units of whoever answers for it, and is above them only where he is', async () => {
  const [unit, other] = ['rehabilitasi-sosial', 'pemberdayaan-sosial'];
  const unitsOf = async (madeBy: string | null, ofUnit: string | null = null) => {
    const command = { role: 'staf-bidang', name: 'mesin bidang', madeBy, unit: ofUnit };
    const { token } = await withOffice(db.app, officeId, (tx) => createToken(tx, officeId, command, here));
    const holder = await findTokenHolder(db.app, token, MORNING, door);
    return holder && atWork(holder, office, 'token').actor.units;
  };
  const made = await create({ roles: ['staf-bidang'], unit });
  const above = await create({ roles: ['staf-bidang'] });
  assert.ok(made.ok && above.ok);
  assert.deepEqual(await unitsOf(made.account), [unit]);
  assert.deepEqual(await unitsOf(above.account), []);
  assert.deepEqual([await unitsOf(null), await unitsOf(null, unit)], [[], [unit]], 'nobody answers for it');
  await db.owner.query('update account_role set unit = $2 where account_id = $1', [made.account, other]);
  assert.equal(await unitsOf(made.account), null, 'a role that other hands moved is none');
  await db.owner.query('update account set unit = $2 where account_id = $1', [above.account, other]);
  assert.equal(await unitsOf(above.account), null);
});

test('a token with a role that its maker never had ends with the roles he has, and is never wider by that', async () => {
  const email = 'ratih@contoh.id';
  const made = await create({ email, roles: ['staf-bidang'], unit: 'rehabilitasi-sosial' });
  assert.ok(made.ok);
  const command = { role: 'petugas-loket', name: 'mesin loket', madeBy: made.account };
  const { token } = await withOffice(db.app, officeId, (tx) => createToken(tx, officeId, command, here));
  const units = async () =>
    (await findTokenHolder(db.app, token, MORNING, door))?.roles.map(({ unit }) => unit);
  assert.deepEqual(await units(), ['rehabilitasi-sosial']);
  await db.owner.query(`update account_role set to_on = '2020-01-01' where account_id = $1`, [made.account]);
  assert.equal(await units(), undefined);
  const listed = await withOffice(db.app, officeId, (tx) => listTokens(tx, desk.keyring, officeId, MORNING));
  assert.equal(listed.find(({ account }) => account === email)?.ended, 'role-lost');
});

test('a token has the role only where whoever answers for it has it, not in each of his units', async () => {
  const made = await create({ roles: ['kepala-bidang'], unit: 'rehabilitasi-sosial' });
  assert.ok(made.ok);
  const period = { account: made.account, from: '2026-04-06', to: null, decree: null, today: '2026-04-06' };
  const staffOf = { ...period, role: 'staf-bidang', unit: 'pemberdayaan-sosial' };
  assert.ok(
    (await withOffice(db.app, officeId, (tx) => grantRole(tx, officeId, data.roles, staffOf, here))).ok,
  );
  for (const [role, unit] of [
    ['kepala-bidang', 'rehabilitasi-sosial'],
    ['staf-bidang', 'pemberdayaan-sosial'],
  ] as const) {
    const command = { role, name: 'mesin bidang', madeBy: made.account };
    const { token } = await withOffice(db.app, officeId, (tx) => createToken(tx, officeId, command, here));
    const holder = await findTokenHolder(db.app, token, MORNING, door);
    assert.deepEqual(
      holder?.roles.map((held) => [held.role, held.unit]),
      [[role, unit]],
    );
  }
});

test('a token ends when it is revoked by its name, and when the account that made it is closed', async () => {
  const made = await create({ email: 'hani@contoh.id' });
  const other = await create({ email: 'indra@contoh.id' });
  assert.ok(made.ok && other.ok);
  const issue = async (name: string, madeBy: string | null) =>
    (
      await withOffice(db.app, officeId, (tx) =>
        createToken(tx, officeId, { role: 'petugas-loket', name, madeBy }, here),
      )
    ).token;
  const [revoked, closed, stays] = [
    await issue('bocor', other.account),
    await issue('milik Hani', made.account),
    await issue('milik kantor', null),
  ];
  for (const token of [revoked, closed, stays])
    assert.ok(await findTokenHolder(db.app, token, MORNING, door));
  const ended = await withOffice(db.owner, officeId, (tx) => revokeTokens(tx, officeId, 'bocor', here));
  assert.equal(ended, 1);
  await withOffice(db.app, officeId, (tx) =>
    disableAccount(tx, officeId, data.roles, { account: made.account, today: '2026-04-06' }, here),
  );
  assert.equal(await findTokenHolder(db.app, revoked, MORNING, door), null);
  assert.equal(await findTokenHolder(db.app, closed, MORNING, door), null);
  assert.ok(await findTokenHolder(db.app, stays, MORNING, door));
  const listed = await withOffice(db.owner, officeId, (tx) =>
    listTokens(tx, desk.keyring, officeId, MORNING),
  );
  const told = new Map(listed.map(({ name, works, ended }) => [name, [works, ended]]));
  assert.deepEqual(
    ['bocor', 'milik Hani', 'milik kantor'].map((name) => told.get(name)),
    [
      [false, 'revoked'],
      [false, 'account-closed'],
      [true, null],
    ],
  );
});

test('a token is known by its text only, and holds one role of one office', async () => {
  const made = await withOffice(db.app, officeId, (tx) =>
    createToken(tx, officeId, { role: 'petugas-loket', name: 'mesin antrean' }, here),
  );
  const holder = await findTokenHolder(db.app, made.token, MORNING, door);
  assert.deepEqual([holder?.officeId, holder?.roles.map((role) => role.role)], [officeId, ['petugas-loket']]);
  assert.equal(await findTokenHolder(db.app, `${made.token.slice(0, -1)}_`, MORNING, door), null);
  const { rows } = await db.owner.query<{ kept: string }>(
    `select encode(token_hash, 'escape') kept from api_token`,
  );
  assert.ok(rows.every((row) => !row.kept.includes(made.token)));
});
