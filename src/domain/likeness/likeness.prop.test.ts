import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOnePerson, type LikenessFace, likenessOf, SHARED_TRAITS, type SharedTrait } from './likeness.ts';

const MATTERS = [
  'Bantuan PKH belum cair sejak Januari padahal sudah terdaftar di desa',
  'Kartu PBI-JK tidak aktif ketika berobat di puskesmas',
  'Petugas pendamping meminta uang untuk pencairan bantuan',
  'Rumah warga rusak karena angin dan belum ada bantuan',
];
const face: fc.Arbitrary<LikenessFace> = fc.record({
  text: fc.oneof(fc.constantFrom(...MATTERS), fc.lorem({ maxCount: 12 })),
  kind: fc.constantFrom('pengaduan' as const, 'aspirasi' as const),
  place: fc.constantFrom('utara', 'selatan', null),
  service: fc.constantFrom('pkh', 'pbi-jk', null),
  receivedAt: fc.integer({ min: 0, max: 200 }).map((day) => Date.UTC(2026, 0, 1) + day * 86_400_000),
});
const shared = fc
  .uniqueArray(fc.constantFrom(...SHARED_TRAITS))
  .map((traits) => new Set<SharedTrait>(traits));

test('which of two complaints is held against the other does not matter', () => {
  fc.assert(
    fc.property(face, face, shared, (one, other, traits) => {
      assert.deepEqual(likenessOf(one, other, traits), likenessOf(other, one, traits));
    }),
  );
});

test('rule 3: the same telephone number, village, service or day alone never suggests anything', () => {
  const pairs = MATTERS.flatMap((one) =>
    MATTERS.filter((other) => other !== one).map((other) => [one, other] as const),
  );
  fc.assert(
    fc.property(fc.constantFrom(...pairs), face, fc.boolean(), ([text, other], like, phoned) => {
      const traits = new Set<SharedTrait>(phoned ? ['phone'] : []);
      assert.equal(likenessOf({ ...like, text }, { ...like, text: other }, traits), null);
    }),
  );
});

test('rule 3: a telephone number or a village makes nothing of what is not suggested without it', () => {
  fc.assert(
    fc.property(face, face, (one, other) => {
      const without = likenessOf(one, { ...other, place: null }, new Set());
      const phoned = likenessOf(one, { ...other, place: null }, new Set<SharedTrait>(['phone']));
      assert.equal(phoned === null, without === null);
    }),
  );
});

test('whatever is suggested has a reason, and one that is no telephone, village, service or day', () => {
  const weak = new Set(['same-phone', 'same-place', 'same-service', 'close-in-time']);
  fc.assert(
    fc.property(face, face, shared, (one, other, traits) => {
      const found = likenessOf(one, other, traits);
      assert.ok(found === null || found.reasons.some((reason) => !weak.has(reason)));
    }),
  );
});

test('the same text is always suggested, of one person as a duplicate', () => {
  fc.assert(
    fc.property(face, face, shared, (one, other, traits) => {
      const found = likenessOf(one, { ...other, text: one.text }, traits);
      assert.equal(found?.as, 'duplicate');
      assert.ok(found?.reasons.includes('same-words'));
    }),
  );
});

test('one person is known by a NIK, an e-mail, or a name with its number: by a number alone never', () => {
  fc.assert(
    fc.property(shared, (traits) => {
      const expected =
        traits.has('nik') || traits.has('email') || (traits.has('phone') && traits.has('name'));
      assert.equal(isOnePerson(traits), expected);
    }),
  );
});
