import type { LaneColumn, LaneTable } from '../../domain/documents/blocks.ts';

export type LaneHead = { readonly label: string; readonly columns: number; readonly rows: 1 | 2 };

/** The two header rows of an SOP's table: lanes and grouped columns stand under their heading, the others take both. */
export function laneHeads({
  before,
  lanes,
  after,
}: LaneTable): readonly [readonly LaneHead[], readonly LaneHead[]] {
  const columns = [
    ...before,
    ...lanes.labels.map((label): LaneColumn => ({ label, width: lanes.width, group: lanes.heading })),
    ...after,
  ];
  const upper: LaneHead[] = [];
  const lower: LaneHead[] = [];
  for (const [at, { label, group }] of columns.entries()) {
    if (group === null) {
      upper.push({ label, columns: 1, rows: 2 });
      continue;
    }
    const last = upper.at(-1);
    if (columns[at - 1]?.group === group && last !== undefined) {
      upper[upper.length - 1] = { ...last, columns: last.columns + 1 };
    } else upper.push({ label: group, columns: 1, rows: 1 });
    lower.push({ label, columns: 1, rows: 1 });
  }
  return [upper, lower];
}
