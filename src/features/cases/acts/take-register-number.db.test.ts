import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { readLastYear, takeRegisterNumber } from './take-register-number.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const byMonth: Office = {
  ...office,
  data: {
    ...office.data,
    numbers: {
      ...office.data.numbers,
      printedBy: 'month',
      registerPattern: '{number}/{month}/{year}',
    },
  },
};

async function given(at: string, as = byMonth): Promise<string> {
  const take = (tx: Parameters<typeof takeRegisterNumber>[0]) => takeRegisterNumber(tx, as, Date.parse(at));
  const { no, printed } = await withOffice(desk.pool, office.officeId, take);
  return `${no}: ${printed}`;
}

test('rule 9: the printed number begins anew each month, the one of the year runs on', async () => {
  assert.equal(await given('2031-01-30T10:00:00+08:00'), '1: 1/01/2031');
  assert.equal(await given('2031-01-31T10:00:00+08:00'), '2: 2/01/2031');
  assert.equal(await given('2031-02-01T00:00:00+08:00'), '3: 1/02/2031');
  assert.equal(
    await given('2031-01-31T23:59:59+08:00'),
    '4: 2/02/2031',
    'served after the turn of the month',
  );
  assert.equal(await given('2031-02-01T10:00:00+08:00'), '5: 3/02/2031');
  assert.equal(
    await given('2031-05-02T10:00:00+08:00'),
    '6: 1/05/2031',
    'months without a number are passed over',
  );
  assert.equal(await given('2032-01-02T10:00:00+08:00'), '1: 1/01/2032');
});

test('rule 9: a number that is refused by its transaction is given again', async () => {
  const before = await given('2033-03-01T10:00:00+08:00');
  await assert.rejects(
    withOffice(desk.pool, office.officeId, async (tx) => {
      await takeRegisterNumber(tx, byMonth, Date.parse('2033-04-01T10:00:00+08:00'));
      throw new Error('not after all');
    }),
  );
  assert.equal(before, '1: 1/03/2033');
  assert.equal(await given('2033-03-31T10:00:00+08:00'), '2: 2/03/2033');
});

test('rule 9: an office that prints by year prints the number of the year', async () => {
  const byYear: Office = {
    ...byMonth,
    data: { ...byMonth.data, numbers: { ...byMonth.data.numbers, printedBy: 'year' } },
  };
  assert.equal(await given('2034-01-02T10:00:00+08:00', byYear), '1: 1/01/2034');
  assert.equal(await given('2034-02-02T10:00:00+08:00', byYear), '2: 2/02/2034');
});

test('rule 9: numbers go on where the paper book stood, and stay there when that is told otherwise later', async () => {
  const startingAt = (next: number): Office => {
    const startAt = [{ year: 2035, next }];
    const numbers = {
      ...office.data.numbers,
      printedBy: 'year',
      registerPattern: '{number}',
      startAt,
    } as const;
    return { ...office, data: { ...office.data, numbers } };
  };
  const at = '2035-03-01T10:00:00+08:00';
  assert.equal(await given(at, startingAt(88)), '88: 88');
  assert.equal(await given(at, startingAt(300)), '89: 89');
});

test('rule 9: the latest number of another year tells of the clock, unless the office says where this year begins', async () => {
  await given('2036-12-30T10:00:00+08:00');
  const last = (at: string, as = byMonth) =>
    withOffice(desk.pool, office.officeId, (tx) => readLastYear(tx, as, Date.parse(at)));
  assert.equal(await last('2036-12-31T10:00:00+08:00'), 2035);
  assert.equal(await last('2037-01-02T10:00:00+08:00'), 2036);
  const startAt = [{ year: 2040, next: 1 }];
  const told = { ...byMonth, data: { ...byMonth.data, numbers: { ...byMonth.data.numbers, startAt } } };
  assert.deepEqual(
    [await last('2040-01-02T10:00:00+08:00'), await last('2040-01-02T10:00:00+08:00', told)],
    [2036, null],
  );
});
