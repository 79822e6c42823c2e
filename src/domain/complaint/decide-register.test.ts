import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import { decideRegister } from './decide-register.ts';

test('rule 9: a number belongs to the year of the registration day in the zone of the office', () => {
  // 31 December 2025, 23.30 UTC, is 1 January 2026, 07.30 WITA.
  const complaint = aComplaint().at('2025-12-31T10:00').received().at('2026-01-01T07:30');
  const register = (year: number) =>
    complaint.decide((state, context) =>
      decideRegister(state, { year, no: 1, printed: `1/${year}` }, context),
    );
  assert.deepEqual(register(2025), {
    ok: false,
    refusal: 'number-of-another-year',
    year: 2025,
    expected: 2026,
  });
  assert.equal(register(2026).ok, true);
});

test('rule 9: a clock that is years ahead or behind gives no number', () => {
  const register = (lastYear: number | null) =>
    aComplaint()
      .at('2026-03-02T10:00')
      .received()
      .decide((state, context) =>
        decideRegister(state, { year: 2026, no: 1, printed: '1/2026', lastYear }, context),
      );
  assert.deepEqual(
    [null, 2025, 2026].map((year) => register(year).ok),
    [true, true, true],
  );
  for (const last of [2024, 2027])
    assert.deepEqual(register(last), {
      ok: false,
      refusal: 'number-of-another-year',
      year: last,
      expected: 2026,
    });
});

test('rule 9: a case has one number, an imported row none', () => {
  const registered = aComplaint().received().registered();
  const again = registered.decide((state, context) =>
    decideRegister(state, { year: 2026, no: 2, printed: '2/2026' }, context),
  );
  assert.equal(!again.ok && again.refusal, 'already-registered');
  const imported = { ...aComplaint().received().state(), provenance: 'register-lama' as const };
  const refused = decideRegister(imported, { year: 2026, no: 2, printed: '2/2026' }, aComplaint().context());
  assert.deepEqual(refused, { ok: false, refusal: 'imported-row-takes-no-number' });
});

test('rule 6: the counter gives a number to a protected case that it may no longer read', () => {
  const clerk = anActor({ account: 'loket-2', may: new Set(['intake', 'register', 'case/read-open']) });
  const state = aComplaint().received({ service: 'perlindungan-anak' }).by(clerk).registered().state();
  assert.ok(state.register);
});
