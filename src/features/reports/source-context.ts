import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Office } from '../offices/office.read.ts';
import { ON_OLD_REGISTER } from './cells.read.ts';
import type { ReadingMoment } from './facts-at.ts';

/** What is read of every case behind a figure. */
export const FIGURE_COLUMNS = `case_id, received_on, kind, (${ON_OLD_REGISTER}) as imported`;

/** The cases behind a figure: a FROM item `f` with `FIGURE_COLUMNS`, and the values of its parameters from $1. */
export type FigureSource = { readonly from: string; readonly values: readonly unknown[] };

export type SourceContext = {
  readonly office: Office;
  readonly period: ReportPeriod;
  readonly moment: ReadingMoment;
};
