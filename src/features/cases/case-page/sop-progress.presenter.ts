import { formatLimit, sayLimit } from '../../../domain/calendar/format-limit.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { instantOf } from '../../../domain/complaint/instant-ms.ts';
import { isCounted } from '../../../domain/complaint/is-counted.ts';
import { OPERATION_TABLE } from '../../../domain/complaint/operation-table.ts';
import { type SopRow, sopComparison } from '../../../domain/sop/sop-comparison.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { sopOf } from '../../offices/sop-of-version.ts';
import { isOpen } from '../store/case-row.ts';

/** One step of the SOP in this case: what the sheet asks and what it took. */
export type SopStepFace = {
  readonly key: string;
  readonly no: string;
  readonly activity: string;
  readonly standard: string;
  /** Empty where nothing was measured. */
  readonly actual: string;
  readonly remark: string;
  readonly beyond: boolean;
};

/**
 * Standard against actual for every step (rules 4, 13, 17), as the SOP stood when the case began; a step that is
 * running is measured up to `now` (milliseconds), one that the case has left behind is not. Empty for a row of an old
 * register, which went through no SOP.
 */
export function sopProgress(
  state: CaseState,
  office: Office,
  now: number,
  words: Words,
): readonly SopStepFace[] {
  const sop = sopOf(office, state.sop);
  if (sop === undefined) return [];
  return sopComparison(state.sop, sop, office.calendar, instantOf(now)).map((row) => {
    const left = isLeftBehind(row, state);
    return {
      key: String(row.no ?? row.operation),
      no: row.no === null ? '' : String(row.no),
      activity: activityOf(row, words),
      standard: standardWords(row, words),
      actual: left ? '' : actualWords(row.actual, words),
      remark: left ? words('sop.not-recorded') : remarkOf(row, office, words),
      beyond: !left && row.beyondStandard === true,
    };
  });
}

/**
 * Nobody recorded the end of this step and nobody can any more: the case is over, or its status no longer takes the
 * operation that would finish it. Filing comes after the end, and the periodic report is no act on a case.
 */
function isLeftBehind({ operation, startedAt, finishedAt, mark }: SopRow, state: CaseState): boolean {
  if (finishedAt !== null || mark !== null) return false;
  if (!isCounted(state)) return true;
  if (operation === 'file' || operation === 'issue-report' || operation === 'intake') return false;
  return (
    !isOpen(state) || (startedAt !== null && !OPERATION_TABLE[operation].statuses.includes(state.status))
  );
}

/** A step that the SOP does not name is told by the operation that it was bound to. */
function activityOf({ no, activity, operation }: SopRow, words: Words): string {
  if (no === null) return words('sop.unnamed-answer');
  if (activity !== null) return activity;
  if (operation === 'intake') return words('event.received');
  return operation === 'issue-report' ? words('event.reported-in-period') : words(`op.${operation}`);
}

/** The standard time of a step, as its sheet has it. */
export function standardWords(
  { standard, standardPrinted }: Pick<SopRow, 'standard' | 'standardPrinted'>,
  words: Words,
): string {
  const written = standardPrinted ?? (standard === null ? null : formatLimit(standard));
  return written === null ? words('sop.no-time') : sayLimit(written, words.language);
}

function actualWords(actual: SopRow['actual'], words: Words): string {
  if (actual === null) return '';
  const { count, unit } = actual;
  if (unit === 'working-day')
    return count === 0 ? words('sop.same-day') : words('sop.working-days', { n: count });
  const [h, m] = [Math.floor(count / 60), count % 60];
  if (h === 0) return words('sop.minutes', { n: m });
  return m === 0 ? words('sop.hours', { n: h }) : words('sop.hours-minutes', { h, m });
}

function remarkOf(row: SopRow, { named }: Office, words: Words): string {
  const { by } = row;
  const standingIn = by?.insteadOf ?? null;
  const role = named.roles.find((one) => one.key === standingIn)?.title ?? standingIn;
  const said = [
    ...(row.mark === null ? [] : [words(`sop.mark-${row.mark}`)]),
    ...(row.mark === null && row.finishedAt === null
      ? [words(row.startedAt === null ? 'sop.waiting' : 'sop.running')]
      : []),
    ...(row.beyondStandard === null ? [] : [beyondWords(row, words)]),
    ...(role === null ? [] : [words('sop.instead-of', { role })]),
  ];
  return said.filter((one) => one !== '').join('; ');
}

/** A step that still runs within its standard is not yet *sesuai*. */
function beyondWords(row: SopRow, words: Words): string {
  if (row.beyondStandard === true) return words('sop.beyond');
  return row.finishedAt === null ? '' : words('sop.within');
}
