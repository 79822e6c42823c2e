import { openBinaryValues } from './binary-values.ts';

/** Rows of one table in PostgreSQL's binary COPY format, without its head and tail. */
export type CopyRows = {
  /**
   * Values as `binary-values.ts` takes them; `written`: the columns behind them as another writer wrote them, each from
   * its length on.
   */
  readonly add: (values: readonly unknown[], written?: readonly Uint8Array[]) => void;
  /** What was added since the last call, in a buffer of its own that can be handed over. */
  readonly take: () => Uint8Array<ArrayBuffer>;
  /** The same where it is little. */
  readonly takeCopy: () => Uint8Array;
};

export const COPY_HEAD: Uint8Array = Buffer.concat([
  Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'),
  Buffer.alloc(8),
]);
export const COPY_TAIL: Uint8Array = Buffer.from([0xff, 0xff]);

export function openCopyRows(types: readonly string[], firstBytes = 1 << 16): CopyRows {
  const values = openBinaryValues(firstBytes);
  const writers = types.map(values.writer);
  /** Where the last whole row ends: what a refused value left behind is written over. */
  let whole = 0;
  return {
    add: (row, written = []) => {
      if (row.length > writers.length || (row.length < writers.length && written.length === 0))
        throw new RangeError(`${row.length} values for ${writers.length} columns`);
      values.backTo(whole);
      values.int16(writers.length);
      for (let index = 0; index < row.length; index += 1) writers[index]?.(row[index]);
      for (const columns of written) values.written(columns);
      whole = values.position();
    },
    take: () => {
      values.backTo(whole);
      whole = 0;
      return values.take();
    },
    takeCopy: () => {
      values.backTo(whole);
      whole = 0;
      return values.takeCopy();
    },
  };
}
