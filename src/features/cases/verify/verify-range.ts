import type { ClientBase } from 'pg';
import { isZone } from '../../../domain/calendar/zone.ts';
import type { CopiedRows } from '../../../platform/database/copied-rows.ts';
import { type CodeAxis, officeCodes } from '../../offices/office-codes.ts';
import { type CaseVerdict, type OfficeFrame, openCaseJudge } from './case-judge.ts';
import { type CaseRange, streamsOf } from './case-streams.ts';
import { type CasePlace, type CaseRows, openCaseRows } from './open-case-rows.ts';
import { type ChainKeys, openMacs } from './verify-keys.ts';

/** Connections of the owner that see one and the same moment: one for each kind of rows that is read side by side. */
export type VerifyLines = Readonly<Record<'entries' | 'texts' | 'past' | 'people' | 'rows', ClientBase>>;
export type RangeVerifier = (range: CaseRange) => Promise<CaseVerdict>;

/** A stream of rows, and who takes those of the case at hand. */
type Stream = { readonly rows: CaseRows; readonly each: (rows: CopiedRows) => void };

/**
 * Reads each case of a range once, with all that stands beside it in the same order – entries, texts, past figures,
 * people, row and fact – and has it judged. Memory does not grow with the number of cases.
 */
export async function openRangeVerifier(lines: VerifyLines, keys: ChainKeys): Promise<RangeVerifier> {
  const frameOf = await readOffices(lines.rows);
  const macs = openMacs(keys);

  return async (range) => {
    const judge = openCaseJudge(macs, frameOf);
    const sql = streamsOf(range);
    // The row comes last: it is judged by all the others.
    const streams: readonly Stream[] = [
      { rows: openCaseRows(lines.entries, sql.entries, 'seq'), each: judge.entry },
      { rows: openCaseRows(lines.texts, sql.texts), each: judge.text },
      { rows: openCaseRows(lines.past, sql.past), each: judge.past },
      { rows: openCaseRows(lines.people, sql.people), each: judge.person },
      { rows: openCaseRows(lines.rows, sql.rows), each: judge.row },
    ];
    await Promise.all(streams.map(({ rows }) => rows.more()));
    for (let first = firstOf(streams); first !== null; first = firstOf(streams)) {
      judge.begin(first.place);
      for (const { rows, each } of streams) while (!rows.take(first.key, each)) await rows.more();
      judge.end();
    }
    return judge.verdict();
  };
}

/** The first case that any of the streams stands on. */
function firstOf(streams: readonly Stream[]): { readonly key: string; readonly place: CasePlace } | null {
  let first: { readonly key: string; readonly rows: CaseRows } | null = null;
  for (const { rows } of streams) {
    const key = rows.key();
    if (key !== null && (first === null || key < first.key)) first = { key, rows };
  }
  return first === null ? null : { key: first.key, place: first.rows.place() };
}

type OfficeRow = { readonly office_id: number; readonly zone: string };
type CodeRow = { readonly axis: CodeAxis; readonly code: number; readonly key: string };

async function readOffices(owner: ClientBase): Promise<(officeId: number) => OfficeFrame> {
  const offices = await owner.query<OfficeRow>('select office_id, zone from office');
  const codes = await owner.query<CodeRow & { office_id: number }>(
    'select office_id, axis, code, key from office_code',
  );
  const codesOf = Map.groupBy(codes.rows, ({ office_id }) => office_id);
  const frames = new Map<number, OfficeFrame>();
  for (const { office_id, zone } of offices.rows) {
    if (isZone(zone)) frames.set(office_id, { zone, codes: officeCodes(codesOf.get(office_id) ?? []) });
  }
  return (officeId) => {
    const frame = frames.get(officeId);
    if (frame === undefined) throw new Error(`Office ${officeId} has no zone`);
    return frame;
  };
}
