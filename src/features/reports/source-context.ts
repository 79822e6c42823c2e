import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Office } from '../offices/office.read.ts';
import type { ReadingMoment } from './facts-at.ts';

/** The cases behind a figure: a FROM item `f` with case_id and received_on, and the values of its parameters from $1. */
export type FigureSource = { readonly from: string; readonly values: readonly unknown[] };

export type SourceContext = {
  readonly office: Office;
  readonly period: ReportPeriod;
  readonly moment: ReadingMoment;
};
