import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openTestDatabase } from '../../../test/test-database.ts';
import { uuidv7 } from '../../platform/ids.ts';
import { type Attempt, forgiveSignInAttempt, signInKeys, takeSignInAttempt } from './sign-in-limit.ts';

const db = await openTestDatabase({ after });
const pepper = Buffer.alloc(32, 9);
const START = Date.parse('2026-04-06T01:00:00.000Z');
const MINUTE = 60_000;

/** Somebody at a door: strangers guess, the holder knows. */
type Try = {
  readonly from: string;
  readonly own: string | null;
  readonly right: boolean;
  readonly after: number;
};

const stranger = fc.record({
  from: fc.constantFrom('203.0.113.7', '203.0.113.8', '198.51.100.9', '2001:db8:1:2::3', '2001:db8:1:3::4'),
  own: fc.constant(null),
  right: fc.constant(false),
  after: fc.integer({ min: 0, max: 2 * MINUTE }),
});
/** He mistypes now and then, never six times on end. */
const holder = fc.record({
  from: fc.constantFrom('203.0.113.7', '192.0.2.44'),
  own: fc.constant('device'),
  right: fc.boolean(),
  after: fc.integer({ min: 0, max: 2 * MINUTE }),
});

test('however strangers guess at a password or a code, from his own network too, the holder is let in at a browser that knows him', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Attempt['what']>('password', 'code'),
      fc.array(fc.oneof({ arbitrary: stranger, weight: 6 }, { arbitrary: holder, weight: 1 }), {
        minLength: 20,
        maxLength: 60,
      }),
      async (what, tries) => {
        const [account, email] = [uuidv7(), `${uuidv7()}@contoh.id`];
        const attempt: Attempt = what === 'code' ? { what, account } : { what };
        const come = async ({ from, own, right }: Try, now: number) => {
          const device = own === null ? null : `${own}\0${account}`;
          const keys = await signInKeys(db.app, pepper, email, from, device, attempt);
          const { minutes } = await takeSignInAttempt(db.app, keys, now);
          if (minutes === null && right) await forgiveSignInAttempt(db.app, keys, now);
          return minutes;
        };
        let now = START;
        let mistyped = 0;
        for (const one of tries) {
          now += one.after;
          if (one.own !== null && !one.right && mistyped >= 4) continue;
          const minutes = await come(one, now);
          if (one.own === null) continue;
          assert.equal(minutes, null, 'the holder waits for nobody');
          mistyped = one.right ? 0 : mistyped + 1;
        }
        assert.equal(
          await come({ from: '203.0.113.7', own: 'device', right: true, after: 0 }, now + 1),
          null,
        );
      },
    ),
    { numRuns: 25 },
  );
});

test('strangers who know the password try no more than thirty codes of an account in a quarter of an hour, from however many networks', async () => {
  const [account, email] = [uuidv7(), 'rudi@contoh.id'];
  const guess = async (network: number, own: string | null = null) => {
    const address = `198.51.${100 + Math.floor(network / 200)}.${network % 200}`;
    const keys = await signInKeys(db.app, pepper, email, address, own, { what: 'code', account });
    return (await takeSignInAttempt(db.app, keys, START)).minutes;
  };
  const judged: (number | null)[] = [];
  for (let network = 1; network <= 40; network += 1) judged.push(await guess(network));
  assert.equal(judged.filter((minutes) => minutes === null).length, 30);
  assert.deepEqual(new Set(judged.slice(30)), new Set([15]));
  assert.equal(await guess(1, 'device'), null, 'and its holder goes on');
  const password = await signInKeys(db.app, pepper, email, '198.51.100.1', null);
  assert.equal((await takeSignInAttempt(db.app, password, START)).minutes, null, 'a count of its own');
});

test('codes and passwords are counted apart: who mistypes one is not short of the other', async () => {
  const [account, email] = [uuidv7(), 'wati@contoh.id'];
  const keysOf = (attempt: Attempt) => signInKeys(db.app, pepper, email, '203.0.113.99', null, attempt);
  const [code, password] = [await keysOf({ what: 'code', account }), await keysOf({ what: 'password' })];
  for (let round = 0; round < 6; round += 1) await takeSignInAttempt(db.app, code, START);
  assert.equal((await takeSignInAttempt(db.app, code, START)).minutes, 15);
  assert.equal((await takeSignInAttempt(db.app, password, START)).minutes, null);
});
