import { sopStepAt } from '../../domain/reports/count-sop-steps.ts';
import { STEP_ENDS, type StepEnd } from '../../domain/reports/fact-of-steps.ts';
import { STEP_PLACES, stepNumber, UNITS } from '../cases/store/step-fact-row.ts';
import { factsAt, factValues, inThePast } from './facts-at.ts';
import { STEPS_OF_CASE } from './finished-steps.ts';
import { FIGURE_COLUMNS, type FigureSource, type SourceContext } from './source-context.ts';

/** The ends of a step that each figure of the SOP table counts; a stopwatch in another unit counts as not measured. */
const ENDS: ReadonlyMap<string, readonly StepEnd[]> = new Map(
  Object.entries({
    measured: ['measured', 'beyond'],
    beyond: ['beyond'],
    'not-needed': ['not-needed'],
    unmeasured: ['automatic', 'unmeasured'],
  }),
);

/** The cases behind a figure of one SOP step, e.g. "langsung-3" or "langsung-answer" (rules 13 and 17). */
export function sopSource(key: string, part: string | null, context: SourceContext): FigureSource | null {
  const { office, period, moment } = context;
  const named = sopStepAt(key, office.sopEditions);
  if (named === undefined) return null;
  const { edition, step } = named;
  const code = office.codes.codeOf('sop', edition.key);
  const ends = ENDS.get(part ?? 'measured');
  if (code === null || ends === undefined) return null;
  const { number, end, unit } = STEP_PLACES;
  const timed = `${end} = any ($8::int[])`;
  const inUnit = `${unit} = $9::int`;
  const fits =
    part === 'unmeasured'
      ? `(${end} = any ($7::int[]) or (${timed} and not ${inUnit}))`
      : `${end} = any ($7::int[]) and (${inUnit} or not ${timed})`;
  const over = inThePast(moment) ? 's.at <= $4 and s.known <= $5' : 'true';
  const facts = factsAt({
    moment,
    columns: FIGURE_COLUMNS,
    ofCase: STEPS_OF_CASE,
  });
  return {
    from: `(select f.case_id, f.received_on, f.kind, f.imported from ${facts} where exists (
        select from unnest(f.step_codes || f.marked_codes, f.step_at, coalesce(f.step_known, f.step_at))
          s (code, at, known)
        where ${over} and ${number} = $6::bigint and ${fits})) f`,
    values: [
      ...factValues(office.officeId, period.from, period.to, moment),
      stepNumber(code, step?.no ?? 0),
      codesOf(ends),
      codesOf(ENDS.get('measured') ?? []),
      UNITS.indexOf(step?.standard?.unit === 'working-day' ? 'working-day' : 'service-minute'),
    ],
  };
}

function codesOf(ends: readonly StepEnd[]): readonly number[] {
  return ends.map((end) => STEP_ENDS.indexOf(end));
}
