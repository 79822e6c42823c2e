import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFact, aPeriod, officeFromFiles, reportOf } from '../../../test/a-counted-report.ts';
import { mapFigures } from '../../domain/documents/map-figures.ts';
import { checkReport } from '../../domain/reports/check-report.ts';
import { balanceTable } from '../../domain/reports/count-balance.ts';
import { balanceOf } from './balance.read.ts';

const year = aPeriod('2023');
const { tree, counted } = reportOf([aFact()], await officeFromFiles('tabalong'), year);

/** Of ten open cases four were finished, three by the old register, which tells nothing of one; one case was opened again. */
const carried = { opening: 10, finished: 4, old_register: 3, not_recorded: 1, still_open: 3, reopened: 1 };

function agrees(before: typeof carried): boolean {
  const reconciliation = counted.balance?.reconciliation;
  assert.ok(reconciliation);
  const balance = balanceOf(before, { open: 2, finished: 1, oldRegister: 0, notRecorded: 2 }, reconciliation);
  const counts = new Map(balanceTable(balance).rows.map(({ key, count }) => [`balance/${key}/count`, count]));
  const printed = mapFigures(tree, ({ id, value }) => counts.get(id) ?? value);
  return checkReport(printed, counted, year).find(({ id }) => id === 'balance')?.ok === true;
}

test('no line of the balance absorbs a miscount of another (rule 36)', () => {
  assert.ok(agrees(carried));
  const lines = ['opening', 'finished', 'old_register', 'not_recorded', 'still_open', 'reopened'] as const;
  for (const line of lines) assert.ok(!agrees({ ...carried, [line]: carried[line] + 1 }), line);
});
