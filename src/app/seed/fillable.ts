/** Gives a value with its placeholders filled; parts without any are the same object each time. */
export type Fill<T> = (values: ReadonlyMap<string, string>) => T;

const PLACEHOLDERS = /(@[a-z]+\d*@|98765432\d|31\.417Z)/;
const NUMBERS = /^98765432\d$/;

/**
 * Looks through a value once for the placeholders in its texts and numbers, so that it can be filled many times
 * without reading it again.
 */
export function fillable<T>(value: T): Fill<T>;
export function fillable(value: unknown): Fill<unknown> {
  return filling(value) ?? (() => value);
}

/** Null where nothing has to be filled. */
function filling(value: unknown): Fill<unknown> | null {
  if (typeof value === 'string') return fillingText(value);
  if (typeof value === 'number') return fillingNumber(value);
  if (Array.isArray(value)) return fillingList(value);
  return typeof value === 'object' && value !== null ? fillingObject(value) : null;
}

function fillingText(text: string): Fill<string> | null {
  // Odd places hold placeholders.
  const parts = text.split(PLACEHOLDERS);
  if (parts.length === 1) return null;
  return (values) => {
    let filled = parts[0] ?? '';
    for (let index = 1; index < parts.length; index += 2) {
      filled += wordFor(values, parts[index] ?? '') + (parts[index + 1] ?? '');
    }
    return filled;
  };
}

function fillingNumber(number: number): Fill<number> | null {
  const text = String(number);
  return NUMBERS.test(text) ? (values) => Number(wordFor(values, text)) : null;
}

function fillingList(list: readonly unknown[]): Fill<readonly unknown[]> | null {
  const fills = list.map(filling);
  if (fills.every((fill) => fill === null)) return null;
  return (values) => list.map((one, index) => fills[index]?.(values) ?? one);
}

function fillingObject(object: object): Fill<object> | null {
  const fills = Object.entries(object).flatMap(([key, one]) => {
    const fill = filling(one);
    return fill === null ? [] : [[key, fill] as const];
  });
  if (fills.length === 0) return null;
  return (values) => {
    // A copy has its keys in the order of the original, which is the order of the sealed text.
    const filled: Record<string, unknown> = { ...object };
    for (const [key, fill] of fills) filled[key] = fill(values);
    return filled;
  };
}

function wordFor(values: ReadonlyMap<string, string>, placeholder: string): string {
  const value = values.get(placeholder);
  if (value === undefined) throw new Error(`Nothing stands for ${placeholder} in an invented history`);
  return value;
}
