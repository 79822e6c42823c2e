import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anOffice } from '../../../test/an-office.ts';
import { countTable } from './count-table.ts';
import { figureBook, type RegisterTotals } from './figure-book.ts';
import { isNumberFigure, reportFigureNames } from './report-figures.ts';
import { parsePeriod } from './report-period.ts';
import { AXIS_TABLES, tableShape } from './table-shapes.ts';

const NOTHING: RegisterTotals = {
  total: 0,
  imported: 0,
  own: 0,
  cancelled: 0,
  merged: 0,
  complainants: 0,
  anonymous: 0,
  protected: 0,
  urgent: 0,
  'at-desk': 0,
  doubts: 0,
};

describe('a figure that a report text may name', () => {
  for (const text of ['2023', '2023-S1', '2023-Q2', '2023-01', '2022-11..2024-02']) {
    it(`exists when the report of ${text} is built, even with no case in it`, () => {
      const office = anOffice();
      const period = parsePeriod(text);
      assert.ok(period);
      const tables = AXIS_TABLES.map((id) => countTable([], tableShape(id, office, period)));
      const book = figureBook(office, period, NOTHING, tables, period.to);
      const missing = [...reportFigureNames(office)].filter(
        (name) => !book.has(name) && !/^(?:balance|sanctions|sop-steps|satisfaction)\./.test(name),
      );
      assert.deepEqual(missing, []);
    });

    it(`is a number by its name where the report of ${text} counts it, else words or a day`, () => {
      const office = anOffice();
      const period = parsePeriod(text);
      assert.ok(period);
      const tables = AXIS_TABLES.map((id) => countTable([], tableShape(id, office, period)));
      for (const [name, { kind }] of figureBook(office, period, NOTHING, tables, period.to)) {
        assert.equal(isNumberFigure(name), kind === 'count' || kind === 'percent', name);
      }
    });
  }
});
