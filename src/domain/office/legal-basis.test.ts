import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isInForce } from './legal-basis.ts';
import type { LegalBasis } from './office-data.ts';

const basis = (id: string, parts: Partial<LegalBasis> = {}): LegalBasis => ({
  id,
  title: id,
  inForceFrom: null,
  inForceTo: null,
  replacedBy: null,
  note: null,
  ...parts,
});
const second = basis('second', { inForceFrom: '2018-12-01' });
const first = basis('first', { inForceFrom: '2014', replacedBy: 'second' });
const all = [first, second];

describe('whether a legal basis held on a day', () => {
  for (const [date, held] of [
    ['2013-12-31', 'no'],
    ['2014-06-01', 'unknown'],
    ['2015-01-01', 'yes'],
    ['2018-12-02', 'no'],
  ] as const) {
    it(`a basis of 2014 that was replaced on 1 December 2018: ${date} → ${held}`, () => {
      assert.equal(isInForce(first, date, all), held);
    });
  }

  it('a basis without an end holds from its first day on', () => {
    assert.equal(isInForce(second, '2018-11-30', all), 'no');
    assert.equal(isInForce(second, '2018-12-01', all), 'yes');
    assert.equal(isInForce(second, '2030-01-01', all), 'yes');
  });

  it('a basis whose beginning nobody looked up is unknown, never yes', () => {
    assert.equal(isInForce(basis('x'), '2023-01-01', all), 'unknown');
  });

  it('its own end day counts before its successor', () => {
    const ended = basis('x', { inForceFrom: '2023-01-03', inForceTo: '2023-12-31' });
    assert.equal(isInForce(ended, '2023-12-31', all), 'yes');
    assert.equal(isInForce(ended, '2024-01-01', all), 'no');
  });
});
