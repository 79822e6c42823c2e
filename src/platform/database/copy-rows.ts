import { openBinaryValues } from './binary-values.ts';

/** Rows of one table in PostgreSQL's binary COPY format, without its head and tail. */
export type CopyRows = {
  /** Values as `binary-values.ts` takes them. */
  readonly add: (values: readonly unknown[]) => void;
  /** What was added since the last call, in a buffer of its own. */
  readonly take: () => Uint8Array<ArrayBuffer>;
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
    add: (row) => {
      if (row.length !== writers.length)
        throw new RangeError(`${row.length} values for ${writers.length} columns`);
      values.backTo(whole);
      values.int16(writers.length);
      for (let index = 0; index < writers.length; index += 1) writers[index]?.(row[index]);
      whole = values.position();
    },
    take: () => {
      values.backTo(whole);
      whole = 0;
      return values.take();
    },
  };
}
