import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { isoInstant, readInstant } from './read-instant.ts';

const slowly: (text: string) => unknown = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text');
test('every instant reads as the parser of the driver reads it, whatever its fraction, year and zone', () => {
  const instant = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  const zone = fc.constantFrom('+00', '+07', '+08', '-03:30', '+00:00');
  fc.assert(
    fc.property(instant, fc.constantFrom('', '5', '25', '125', '125456'), zone, (at, fraction, offset) => {
      const whole = at.toISOString().slice(0, 19);
      const text = `${whole.replace('T', ' ')}${fraction === '' ? '' : `.${fraction}`}${offset}`;
      const read = slowly(text);
      assert.deepEqual(readInstant(text), read, text);
      assert.ok(read instanceof Date);
      assert.equal(isoInstant(text), read.toISOString());
    }),
    { numRuns: 2_000 },
  );
});

test('what is no plain instant reads as the driver reads it too', () => {
  for (const text of ['infinity', '-infinity', '10000-01-01 00:00:00+00', '10000-01-01 00:00:00.1+00']) {
    assert.deepEqual(readInstant(text), slowly(text), text);
  }
  const old = '0044-03-15 12:00:00+00 BC';
  assert.deepEqual(readInstant(old), slowly(old));
  assert.deepEqual(readInstant('2026-04-06 01:00:00.123+00'), new Date('2026-04-06T01:00:00.123Z'));
  assert.throws(() => isoInstant('infinity'), RangeError);
  assert.deepEqual(readInstant('2026-04-06 01:00:00+00'), new Date('2026-04-06T01:00:00Z'));
});
