/** Reads the binary output of COPY row by row; `onRow` gets the fields of one row, null for SQL null. */
export type CopyReader = { readonly push: (chunk: Buffer) => void; readonly end: () => void };

const HEADER_BYTES = 19;

/**
 * The fields are views into the chunk (or into a joined piece of two): they are good only during the call.
 * Throws when the stream ends within a row.
 */
export function readBinaryCopy(onRow: (fields: readonly (Buffer | null)[]) => void): CopyReader {
  let rest: Buffer | null = null;
  let headerLeft = HEADER_BYTES;
  let finished = false;
  const fields: (Buffer | null)[] = [];

  /** Takes one row from `offset`; gives where the next begins, or -1 when the chunk does not hold all of it. */
  function takeRow(data: Buffer, offset: number): number {
    if (offset + 2 > data.length) return -1;
    const count = data.readInt16BE(offset);
    if (count === -1) {
      finished = true;
      return data.length;
    }
    let at = offset + 2;
    fields.length = 0;
    for (let i = 0; i < count; i++) {
      if (at + 4 > data.length) return -1;
      const length = data.readInt32BE(at);
      at += 4;
      if (length === -1) {
        fields.push(null);
        continue;
      }
      if (at + length > data.length) return -1;
      fields.push(data.subarray(at, at + length));
      at += length;
    }
    onRow(fields);
    return at;
  }

  return {
    push: (chunk) => {
      const data: Buffer = rest === null ? chunk : Buffer.concat([rest, chunk]);
      rest = null;
      let offset = 0;
      if (headerLeft > 0) {
        if (data.length < headerLeft) {
          rest = data;
          return;
        }
        offset = headerLeft;
        headerLeft = 0;
      }
      while (!finished && offset < data.length) {
        const next = takeRow(data, offset);
        if (next === -1) {
          rest = data.subarray(offset);
          return;
        }
        offset = next;
      }
    },
    end: () => {
      if (!finished) throw new Error('COPY ended within a row');
    },
  };
}

/** A uuid's 16 bytes as text. */
export function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const EPOCH_2000_MS = 946_684_800_000;

/** A timestamptz's 8 bytes (microseconds since 2000) in milliseconds since 1970. */
export function timestampMs(bytes: Buffer): number {
  return Math.floor(Number(bytes.readBigInt64BE(0)) / 1000) + EPOCH_2000_MS;
}
