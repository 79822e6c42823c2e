import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOffice } from '../../../test/an-office.ts';
import type { SeverityClass } from '../office/office-data.ts';
import { limitUnitOf } from './limit-unit-of.ts';

const pengaduan = { kind: 'pengaduan', severity: null } as const;

test('statutes count in calendar days, PPID and SP4N in working days', () => {
  assert.equal(limitUnitOf('statute-response', pengaduan, anOffice()), 'calendar-day');
  assert.equal(limitUnitOf('statute-decision', pengaduan, anOffice()), 'calendar-day');
  assert.equal(
    limitUnitOf('ppid', { ...pengaduan, kind: 'permintaan-informasi' }, anOffice()),
    'working-day',
  );
  assert.equal(limitUnitOf('sp4n', pengaduan, anOffice()), 'working-day');
});

test('rule 16: the clock of the office counts as the class of the case, before it as the longest', () => {
  const [light] = anOffice().classes;
  if (light === undefined) throw new Error('The office has classes');
  const quick: SeverityClass = { ...light, key: 'light', limit: { count: 3, unit: 'service-hour' } };
  const slow: SeverityClass = { ...light, key: 'moderate', limit: { count: 7, unit: 'working-day' } };
  const office = anOffice({ classes: [quick, slow] });
  assert.equal(limitUnitOf('office', { ...pengaduan, severity: 'light' }, office), 'service-hour');
  assert.equal(limitUnitOf('office', { ...pengaduan, severity: 'moderate' }, office), 'working-day');
  assert.equal(limitUnitOf('office', pengaduan, office), 'working-day');
});
