import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export type BenchPlan = {
  readonly quick: boolean;
  /** Parts to measure; none = all. */
  readonly only: readonly string[];
  /** Registers to measure lists and reports on, by number of cases. */
  readonly sizes: readonly number[];
  /** Where the registers stand between two runs. */
  readonly folder: string;
  /** Writes the tables of docs/performance.md. */
  readonly write: boolean;
  readonly json: boolean;
};

export const BENCH_HELP = `npm run bench -- [options]

  --quick           small registers and few rounds (about three minutes); no file is written
  --only a,b        parts: seed, lists, staff, reports, verify, intake, registration, documents, deadlines, anchors, server
  --sizes 10000,…   registers to measure on (default 10000,100000,1000000; quick 10000)
  --folder F        keeps the registers there for later runs with --only, which do not seed (default: temporary folder)
  --write           writes the measured parts into docs/performance.md (a whole run does so by itself)
  --no-write        leaves docs/performance.md as it is
  --json            one JSON document on standard output
`;

export function readPlan(words: readonly string[]): BenchPlan | null {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean' },
      only: { type: 'string' },
      sizes: { type: 'string' },
      folder: { type: 'string' },
      write: { type: 'boolean' },
      'no-write': { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return null;
  const quick = values.quick ?? false;
  const only = values.only?.split(',') ?? [];
  return {
    quick,
    only,
    sizes: (values.sizes ?? (quick ? '10000' : '10000,100000,1000000')).split(',').map(Number),
    folder: values.folder ?? join(tmpdir(), 'tanggap-bench'),
    write: values.write ?? (!quick && only.length === 0 && values['no-write'] !== true),
    json: values.json ?? false,
  };
}
