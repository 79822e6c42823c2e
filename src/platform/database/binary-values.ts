/** Types of columns whose binary form is known here. */
const BINARY_TYPES = [
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
type BinaryType = (typeof BINARY_TYPES)[number];

/** A buffer that grows while values are written into it in PostgreSQL's binary form, each after its length. */
export type BinaryValues = {
  /**
   * Writes a value of this type: instants as ISO text, 'infinity' or '-infinity', days as YYYY-MM-DD, words of a
   * tsvector as sorted texts; null as no value. Throws TypeError where the type cannot hold it.
   */
  readonly writer: (type: string) => (value: unknown) => void;
  readonly int16: (value: number) => void;
  readonly int32: (value: number) => void;
  /** What another such buffer holds, as it is. */
  readonly written: (bytes: Uint8Array) => void;
  readonly position: () => number;
  /** Writes the number over what stands at a place. */
  readonly int32At: (value: number, at: number) => void;
  /** Goes on writing at a place: what stands behind it is written over. */
  readonly backTo: (at: number) => void;
  /** Everything written since the last call, in a buffer of its own that can be handed over. */
  readonly take: () => Uint8Array<ArrayBuffer>;
  /** The same where it is little: a copy, and the buffer is written again. */
  readonly takeCopy: () => Uint8Array;
};

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
/** What a digit of hexadecimal stands for, in letters of either size. */
function nibble(text: string, at: number): number {
  const code = text.charCodeAt(at) | 32;
  return code < 58 ? code - 48 : code - 87;
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}

export function openBinaryValues(firstBytes: number): BinaryValues {
  let buffer = Buffer.allocUnsafeSlow(firstBytes);
  let used = 0;
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
  const instant = (value: unknown): boolean => {
    if (typeof value !== 'string') return false;
    const infinity = INFINITIES.get(value);
    if (infinity !== undefined) {
      sized(8);
      used = buffer.writeBigInt64BE(infinity, used);
      return true;
    }
    const micros = (Date.parse(value) - EPOCH_MS) * 1000;
    // Written, what is no number would be the beginning of 2000.
    if (Number.isNaN(micros)) return false;
    sized(8);
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
    if (!isWhole(value)) return false;
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

  const writers: Readonly<Record<BinaryType, (value: unknown) => boolean>> = {
    smallint: (value) => {
      if (!isWhole(value)) return false;
      sized(2);
      used = buffer.writeInt16BE(value, used);
      return true;
    },
    int: (value) => {
      if (!isWhole(value)) return false;
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
      const midnight = typeof value === 'string' ? Date.parse(value) : Number.NaN;
      // A day that no month has, 31 February, is read as one of the next.
      if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== value) return false;
      sized(4);
      used = buffer.writeInt32BE((midnight - EPOCH_MS) / DAY_MS, used);
      return true;
    },
    timestamptz: instant,
    text: (value) => typeof value === 'string' && text(value),
    json: (value) => typeof value === 'string' && text(value),
    bytea: (value) => value instanceof Uint8Array && raw(value),
    tsvector: (value) => Array.isArray(value) && words(value),
    bigint,
    'bigint[]': (value) => Array.isArray(value) && list(INT8_TYPE, value, bigint),
    'timestamptz[]': (value) => Array.isArray(value) && list(TIMESTAMPTZ_TYPE, value, instant),
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
  return {
    writer: (type) => {
      const known = BINARY_TYPES.find((one) => one === type);
      if (known === undefined) throw new TypeError(`No binary form is known here for ${type}`);
      const write = writers[known];
      return (value) => {
        if (value === null || value === undefined) {
          room(4);
          used = buffer.writeInt32BE(-1, used);
        } else if (!write(value)) {
          throw new TypeError(`A column of type ${type} cannot hold ${String(value)}`);
        }
      };
    },
    int16: (value) => {
      room(2);
      used = buffer.writeInt16BE(value, used);
    },
    int32: (value) => {
      room(4);
      used = buffer.writeInt32BE(value, used);
    },
    written: (bytes) => {
      room(bytes.length);
      buffer.set(bytes, used);
      used += bytes.length;
    },
    position: () => used,
    int32At: (value, at) => {
      buffer.writeInt32BE(value, at);
    },
    backTo: (at) => {
      used = at;
    },
    take: () => {
      const taken = new Uint8Array(buffer.buffer, 0, used);
      // What is written next is about as much.
      buffer = Buffer.allocUnsafeSlow(Math.max(firstBytes, Math.ceil(used * 1.2)));
      used = 0;
      return taken;
    },
    takeCopy: () => {
      const copy = Buffer.from(buffer.subarray(0, used));
      used = 0;
      return copy;
    },
  };
}
