/** Types of columns that binary COPY is written for here. */
const COPY_TYPES = [
  'smallint',
  'int',
  'bigint',
  'boolean',
  'text',
  'json',
  'bytea',
  'uuid',
  'date',
  'timestamptz',
  'tsvector',
  'bigint[]',
  'timestamptz[]',
] as const;
type CopyType = (typeof COPY_TYPES)[number];

/** Rows of one table in PostgreSQL's binary COPY format, without its head and tail. */
export type CopyRows = {
  /** Instants as ISO text, 'infinity' or '-infinity', days as YYYY-MM-DD, words of a tsvector as sorted texts. */
  readonly add: (values: readonly unknown[]) => void;
  /** What was added since the last call, in a buffer of its own. */
  readonly take: () => Uint8Array<ArrayBuffer>;
};

export const COPY_HEAD: Uint8Array = Buffer.concat([
  Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'),
  Buffer.alloc(8),
]);
export const COPY_TAIL: Uint8Array = Buffer.from([0xff, 0xff]);

const INFINITIES: ReadonlyMap<string, bigint> = new Map([
  ['infinity', 2n ** 63n - 1n],
  ['-infinity', -(2n ** 63n)],
]);
/** 2000-01-01, from which PostgreSQL counts. */
const EPOCH_MS = 946_684_800_000;
const DAY_MS = 86_400_000;
/** The types of elements as every PostgreSQL numbers them. */
const [INT8_TYPE, TIMESTAMPTZ_TYPE] = [20, 1184];

const DASH = 45;
/** What a digit of hexadecimal, in small letters, stands for. */
function nibble(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
}

export function openCopyRows(types: readonly string[], firstBytes = 1 << 16): CopyRows {
  let buffer = Buffer.allocUnsafeSlow(firstBytes);
  let used = 0;
  /** Where the last whole row ends: what a refused value left behind is written over. */
  let whole = 0;
  const room = (bytes: number): void => {
    if (used + bytes <= buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, used + bytes));
    buffer.copy(larger, 0, 0, used);
    buffer = larger;
  };
  const sized = (bytes: number): void => {
    room(bytes + 4);
    used = buffer.writeInt32BE(bytes, used);
  };
  const text = (value: string): true => {
    // Three bytes a unit are the most that UTF-8 takes.
    room(4 + value.length * 3);
    const written = buffer.write(value, used + 4, 'utf8');
    buffer.writeInt32BE(written, used);
    used += 4 + written;
    return true;
  };
  const raw = (value: Uint8Array): true => {
    sized(value.length);
    buffer.set(value, used);
    used += value.length;
    return true;
  };
  const instant = (value: string): true => {
    sized(8);
    const infinity = INFINITIES.get(value);
    if (infinity !== undefined) {
      used = buffer.writeBigInt64BE(infinity, used);
      return true;
    }
    const micros = (Date.parse(value) - EPOCH_MS) * 1000;
    used = buffer.writeInt32BE(Math.floor(micros / 2 ** 32), used);
    used = buffer.writeUInt32BE(micros >>> 0, used);
    return true;
  };
  /** One dimension from 1 on, no nulls; every element has eight bytes. */
  const list = (type: number, values: readonly unknown[], write: (one: unknown) => boolean): boolean => {
    sized(values.length === 0 ? 12 : 20 + values.length * 12);
    for (const head of values.length === 0 ? [0, 0, type] : [1, 0, type, values.length, 1]) {
      used = buffer.writeInt32BE(head, used);
    }
    return values.every(write);
  };
  const bigint = (value: unknown): boolean => {
    if (typeof value !== 'number') return false;
    sized(8);
    used = buffer.writeBigInt64BE(BigInt(value), used);
    return true;
  };
  const words = (value: readonly string[]): true => {
    room(8 + value.reduce((sum, word) => sum + word.length * 3 + 3, 0));
    const start = used;
    used = buffer.writeInt32BE(value.length, used + 4);
    for (const word of value) {
      used += buffer.write(word, used, 'utf8');
      // The end of the word, and no positions.
      buffer.fill(0, used, used + 3);
      used += 3;
    }
    buffer.writeInt32BE(used - start - 4, start);
    return true;
  };

  const writers: Readonly<Record<CopyType, (value: unknown) => boolean>> = {
    smallint: (value) => {
      if (typeof value !== 'number') return false;
      sized(2);
      used = buffer.writeInt16BE(value, used);
      return true;
    },
    int: (value) => {
      if (typeof value !== 'number') return false;
      sized(4);
      used = buffer.writeInt32BE(value, used);
      return true;
    },
    boolean: (value) => {
      sized(1);
      used = buffer.writeUInt8(value === true ? 1 : 0, used);
      return typeof value === 'boolean';
    },
    date: (value) => {
      if (typeof value !== 'string') return false;
      sized(4);
      used = buffer.writeInt32BE((Date.parse(value) - EPOCH_MS) / DAY_MS, used);
      return true;
    },
    timestamptz: (value) => typeof value === 'string' && instant(value),
    text: (value) => typeof value === 'string' && text(value),
    json: (value) => typeof value === 'string' && text(value),
    bytea: (value) => value instanceof Uint8Array && raw(value),
    tsvector: (value) => Array.isArray(value) && words(value),
    bigint,
    'bigint[]': (value) => Array.isArray(value) && list(INT8_TYPE, value, bigint),
    'timestamptz[]': (value) =>
      Array.isArray(value) && list(TIMESTAMPTZ_TYPE, value, (one) => typeof one === 'string' && instant(one)),
    uuid: (value) => {
      if (typeof value !== 'string') return false;
      sized(16);
      for (let at = 0; at < 36; at += 2) {
        if (value.charCodeAt(at) === DASH) at += 1;
        used = buffer.writeUInt8(nibble(value, at) * 16 + nibble(value, at + 1), used);
      }
      return true;
    },
  };
  const columns = types.map((type) => {
    const known = COPY_TYPES.find((one) => one === type);
    if (known === undefined) throw new TypeError(`No binary form is known here for ${type}`);
    return writers[known];
  });

  const write = (index: number, value: unknown): void => {
    if (value === null || value === undefined) {
      room(4);
      used = buffer.writeInt32BE(-1, used);
    } else if (columns[index]?.(value) !== true) {
      throw new TypeError(`A column of type ${types[index]} cannot hold ${String(value)}`);
    }
  };

  return {
    add: (values) => {
      if (values.length !== types.length)
        throw new RangeError(`${values.length} values for ${types.length} columns`);
      used = whole;
      room(2);
      used = buffer.writeInt16BE(types.length, used);
      for (let index = 0; index < types.length; index += 1) write(index, values[index]);
      whole = used;
    },
    take: () => {
      const taken = new Uint8Array(buffer.buffer, 0, whole);
      // The next rows are about as many.
      buffer = Buffer.allocUnsafeSlow(Math.max(firstBytes, Math.ceil(whole * 1.2)));
      whole = 0;
      return taken;
    },
  };
}
