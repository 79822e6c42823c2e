import type { ResolvedAppendix, ResolvedDocument, ResolvedTable } from '../documents/resolved-document.ts';
import { ROWS_PER_VOLUME } from './register-sheet.ts';

/**
 * A paper whose registers are together too long for one book, as volumes: first the report itself, then its registers
 * in their order, at most `rowsPerVolume` rows a volume, named "… (jilid 2 dari 5)". A register that does not fit goes
 * on in the next. A paper that fits comes back alone and unchanged.
 */
export function splitVolumes(
  document: ResolvedDocument,
  rowsPerVolume: number = ROWS_PER_VOLUME,
): readonly ResolvedDocument[] {
  const registers = document.appendices.filter((appendix) => rowsIn(appendix) > 0);
  if (registers.reduce((sum, register) => sum + rowsIn(register), 0) <= rowsPerVolume) return [document];
  const books = packed(registers, rowsPerVolume);
  const { volume, of } = document.words;
  const name = (index: number): string =>
    `${document.meta.title} (${volume} ${index} ${of} ${books.length + 1})`;
  const main: ResolvedDocument = {
    ...withTitle(document, name(1)),
    front: withoutEntries(document.front, registers),
    appendices: document.appendices.filter((appendix) => !registers.includes(appendix)),
  };
  const volumes = books.map(
    (appendices, index): ResolvedDocument => ({
      ...withTitle(document, name(index + 2)),
      front: [],
      body: [],
      appendices,
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
  moved: readonly ResolvedAppendix[],
): ResolvedDocument['front'] {
  const anchors = new Set(moved.map((appendix) => appendix.anchor));
  return front.map((block) =>
    block.type === 'contents'
      ? { ...block, entries: block.entries.filter((entry) => !anchors.has(entry.anchor)) }
      : block,
  );
}

function tableIn(appendix: ResolvedAppendix): ResolvedTable | null {
  return appendix.blocks.find((block) => block.type === 'table') ?? null;
}

function rowsIn(appendix: ResolvedAppendix): number {
  return tableIn(appendix)?.rows.length ?? 0;
}

/** Fills one volume after the other; a register is cut where its volume is full. */
function packed(
  registers: readonly ResolvedAppendix[],
  rowsPerVolume: number,
): readonly (readonly ResolvedAppendix[])[] {
  const volumes: ResolvedAppendix[][] = [];
  let room = 0;
  for (const register of registers) {
    for (let from = 0; from < rowsIn(register); ) {
      if (room === 0) {
        volumes.push([]);
        room = rowsPerVolume;
      }
      const to = Math.min(from + room, rowsIn(register));
      volumes.at(-1)?.push(cut(register, from, to));
      room -= to - from;
      from = to;
    }
  }
  return volumes;
}

/** The rows from `from` to before `to`: what stands before the table goes with its first part, what follows with its last. */
function cut(register: ResolvedAppendix, from: number, to: number): ResolvedAppendix {
  const table = tableIn(register);
  if (table === null) return register;
  const at = register.blocks.indexOf(table);
  const last = to === table.rows.length;
  const part: ResolvedTable = {
    ...table,
    rows: table.rows.slice(from, to),
    total: last ? table.total : null,
    notes: last ? table.notes : [],
  };
  return {
    ...register,
    blocks: [
      ...(from === 0 ? register.blocks.slice(0, at) : []),
      part,
      ...(last ? register.blocks.slice(at + 1) : []),
    ],
  };
}
