import type { LaneColumn, LaneTable } from './blocks.ts';
import { cleanLine, cleanText } from './clean-text.ts';

/** The texts of an SOP's table cleaned; its drawings are our own. */
export function resolveLaneTable(table: LaneTable): LaneTable {
  return {
    ...table,
    title: cleanLine(table.title),
    before: table.before.map(cleanColumn),
    lanes: {
      ...table.lanes,
      heading: cleanLine(table.lanes.heading),
      labels: table.lanes.labels.map(cleanLine),
    },
    after: table.after.map(cleanColumn),
    rows: table.rows.map((row) => ({
      ...row,
      before: row.before.map(cleanText),
      drawing: { ...row.drawing, alternative: cleanLine(row.drawing.alternative) },
      after: row.after.map(cleanText),
    })),
  };
}

function cleanColumn(column: LaneColumn): LaneColumn {
  return {
    ...column,
    label: cleanLine(column.label),
    group: column.group === null ? null : cleanLine(column.group),
  };
}
