import { availableParallelism } from 'node:os';
import type { ClientBase } from 'pg';
import type { Locate } from '../../../platform/database/pool.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { openThread, type Thread, type ThreadHeap } from '../../../platform/open-thread.ts';
import { addUp, type CountedFinding } from './case-findings.ts';
import type { CaseVerdict } from './case-judge.ts';
import type { CaseRange } from './case-streams.ts';
import type { CasePlace } from './open-case-rows.ts';
import { chainKeysOf } from './verify-keys.ts';
import { openVerifyLines, type VerifyStart } from './verify-lines.ts';

/** Cases a thread takes at once; a store of fewer needs none. */
const CASES_A_RANGE = 25_000;
const THREAD_HEAP: ThreadHeap = { young: 6, old: 48 };

/**
 * Judges every case of the store – its chain, its current row and all that stands beside it – as of the moment that
 * `owner` sees: a connection within a transaction that keeps its snapshot. Large stores are read by several threads.
 */
export async function verifyCases(
  owner: ClientBase,
  locateOwner: Locate,
  keyring: Keyring,
  casesARange: number = CASES_A_RANGE,
): Promise<CaseVerdict> {
  const { rows } = await owner.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
  const start = { connection: locateOwner(), snapshot: rows[0]?.snapshot ?? '', keys: chainKeysOf(keyring) };
  const ranges = await cutRanges(owner, casesARange);
  return joined(ranges.length === 1 ? await judgeHere(start, ranges) : await judgeInThreads(start, ranges));
}

async function judgeHere(start: VerifyStart, ranges: readonly CaseRange[]): Promise<readonly CaseVerdict[]> {
  const lines = await openVerifyLines(start);
  try {
    const verdicts: CaseVerdict[] = [];
    for (const range of ranges) verdicts.push(await lines.verify(range));
    return verdicts;
  } finally {
    await lines.end();
  }
}

async function judgeInThreads(
  start: VerifyStart,
  ranges: readonly CaseRange[],
): Promise<readonly CaseVerdict[]> {
  const file = new URL('./verify-thread.ts', import.meta.url);
  const left = [...ranges];
  const verdicts: CaseVerdict[] = [];
  const threads = Array.from({ length: Math.min(availableParallelism(), 4, ranges.length) }, () =>
    openThread<VerifyStart, CaseRange, CaseVerdict>(file, start, THREAD_HEAP),
  );
  const work = async (thread: Thread<CaseRange, CaseVerdict>): Promise<void> => {
    for (let range = left.shift(); range !== undefined; range = left.shift()) {
      thread.ask(range);
      verdicts.push(await thread.next());
    }
  };
  try {
    await Promise.all(threads.map(work));
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
  return verdicts;
}

/** Ranges of as many cases each; whatever stands outside of all cases falls into one of them too. */
async function cutRanges(owner: ClientBase, casesARange: number): Promise<readonly CaseRange[]> {
  const { rows } = await owner.query<{ office_id: number; case_id: string }>(
    `select office_id, case_id from (
       select office_id, case_id, row_number() over (order by office_id, case_id) as n from complaint_case) c
      where n % $1 = 0 order by office_id, case_id`,
    [casesARange],
  );
  const cuts: readonly (CasePlace | null)[] = rows.map((row) => ({
    officeId: row.office_id,
    caseId: row.case_id,
  }));
  return [null, ...cuts].map((after, index) => ({ after, upTo: cuts[index] ?? null }));
}

function joined(verdicts: readonly CaseVerdict[]): CaseVerdict {
  const counted: CountedFinding[] = [];
  for (const { findings } of verdicts) for (const finding of findings.counted) addUp(counted, finding);
  const sum = (of: (verdict: CaseVerdict) => number): number =>
    verdicts.reduce((all, verdict) => all + of(verdict), 0);
  return {
    cases: sum(({ cases }) => cases),
    entries: sum(({ entries }) => entries),
    texts: sum(({ texts }) => texts),
    findings: { placed: verdicts.flatMap(({ findings }) => findings.placed), counted },
  };
}
