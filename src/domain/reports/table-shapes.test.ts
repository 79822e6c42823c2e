import assert from 'node:assert/strict';
import { test } from 'node:test';
import indonesian from '../../../locales/id.json' with { type: 'json' };
import { aPeriod } from '../../../test/a-counted-report.ts';
import { anOffice } from '../../../test/an-office.ts';
import { OUTCOMES, STATUSES } from '../complaint/vocabulary.ts';
import { tableShape } from './table-shapes.ts';

const labelsOf = (table: 'by-status' | 'by-outcome') =>
  tableShape(table, anOffice(), aPeriod('2023')).rows.map(({ label }) => label);

test('papers call every status and outcome as the pages do', () => {
  assert.deepEqual(
    labelsOf('by-status'),
    STATUSES.map((status) => indonesian[`status.${status}`]),
  );
  assert.deepEqual(
    labelsOf('by-outcome'),
    OUTCOMES.map((outcome) => indonesian[`outcome.${outcome}`]),
  );
});

test('a status does not say more than it holds: what was checked may still be incomplete or of another authority', () => {
  assert.equal(indonesian['status.verified'], 'Sudah diperiksa');
});
