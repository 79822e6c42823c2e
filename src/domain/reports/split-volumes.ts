import type { ResolvedAppendix, ResolvedDocument, ResolvedTable } from './resolved-document.ts';

/**
 * A paper whose register is too long for one book, as volumes: first the report with its short appendices, then one
 * volume per `rowsPerVolume` rows of each long register, named "… (jilid 2 dari 5)". A paper without a long register
 * comes back alone and unchanged.
 */
export function splitVolumes(document: ResolvedDocument, rowsPerVolume = 5000): readonly ResolvedDocument[] {
  const long = document.appendices.filter((appendix) => longTable(appendix, rowsPerVolume) !== null);
  if (long.length === 0) return [document];
  const parts = long.flatMap((appendix) => cutAppendix(appendix, rowsPerVolume));
  const count = parts.length + 1;
  const { volume, of } = document.words;
  const name = (index: number): string => `${document.meta.title} (${volume} ${index} ${of} ${count})`;
  const main: ResolvedDocument = {
    ...withTitle(document, name(1)),
    front: withoutEntries(document.front, long),
    appendices: document.appendices.filter((appendix) => !long.includes(appendix)),
  };
  const volumes = parts.map(
    (appendix, index): ResolvedDocument => ({
      ...withTitle(document, name(index + 2)),
      front: [],
      body: [],
      appendices: [appendix],
    }),
  );
  return [main, ...volumes];
}

function withTitle(document: ResolvedDocument, title: string): ResolvedDocument {
  return { ...document, meta: { ...document.meta, title } };
}

/** An entry of the contents must not point to a page of another volume. */
function withoutEntries(
  front: ResolvedDocument['front'],
  long: readonly ResolvedAppendix[],
): ResolvedDocument['front'] {
  const moved = new Set(long.map((appendix) => appendix.anchor));
  return front.map((block) =>
    block.type === 'contents'
      ? { ...block, entries: block.entries.filter((entry) => !moved.has(entry.anchor)) }
      : block,
  );
}

function longTable(appendix: ResolvedAppendix, rows: number): ResolvedTable | null {
  const tables = appendix.blocks.filter((block) => block.type === 'table');
  return tables.find((table) => table.rows.length > rows) ?? null;
}

function cutAppendix(appendix: ResolvedAppendix, rowsPerVolume: number): readonly ResolvedAppendix[] {
  const table = longTable(appendix, rowsPerVolume);
  if (table === null) return [appendix];
  const count = Math.ceil(table.rows.length / rowsPerVolume);
  return Array.from({ length: count }, (_, index) => {
    const rows = table.rows.slice(index * rowsPerVolume, (index + 1) * rowsPerVolume);
    const first = index === 0;
    const last = index === count - 1;
    const cut: ResolvedTable = {
      ...table,
      rows,
      total: last ? table.total : null,
      notes: last ? table.notes : [],
    };
    const at = appendix.blocks.indexOf(table);
    return {
      ...appendix,
      blocks: [
        ...(first ? appendix.blocks.slice(0, at) : []),
        cut,
        ...(last ? appendix.blocks.slice(at + 1) : []),
      ],
    };
  });
}
