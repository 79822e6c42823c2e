import { createHash } from 'node:crypto';
import { stableText } from './merge-office.ts';
import type { OfficeValues } from './office-values.ts';

/** A part of an office as its files have it: keys of a record, or an item of a list. */
export type OfficePart = {
  /** Keys that lead to the record or list; none for the office itself. */
  readonly path: readonly string[];
  /** Of a list: the keys that tell its items apart. */
  readonly ids: readonly string[] | null;
  /** Of a list: the item, by what `itemKey` gives; null is a new one, at the end. */
  readonly item: string | null;
  /** Of a record that others share: the keys that it is about, so that a change of others disturbs it not. */
  readonly keys?: readonly string[] | undefined;
};

export type PartValue = Readonly<Record<string, unknown>>;

/** One change of an office, in the words of its files. A null value takes the item away. */
export type OfficeEdit = { readonly part: OfficePart; readonly value: PartValue | null };

/** What tells an item from the others of its list, fit for an address. */
export function itemKey(item: unknown, ids: readonly string[]): string {
  const record = isRecord(item) ? item : {};
  return ids.map((id) => String(record[id] ?? '')).join('_');
}

/** The items of a list of the office. */
export function itemsAt(values: OfficeValues, path: readonly string[]): readonly PartValue[] {
  const list = valueAt(values, path);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** The part as it stands: the record, or the item; null where there is none. */
export function partOf(values: OfficeValues, { path, ids, item, keys }: OfficePart): PartValue | null {
  if (ids === null) {
    const record = valueAt(values, path);
    if (!isRecord(record)) return null;
    return keys === undefined ? record : Object.fromEntries(keys.map((key) => [key, record[key]]));
  }
  return itemsAt(values, path).find((one) => itemKey(one, ids) === item) ?? null;
}

/** Where the part stands in the office, for what is found wrong with it. */
export function placeOfPart(values: OfficeValues, { part, value }: OfficeEdit): readonly PropertyKey[] {
  const { path, ids, item } = part;
  if (ids === null) return path;
  const wanted = item ?? itemKey(value, ids);
  const items = itemsAt(values, path);
  const at = item === null ? items.length - 1 : items.findIndex((one) => itemKey(one, ids) === wanted);
  return [...path, at];
}

/** The same office with the change in it; keys that the change does not name stay. */
export function applyEdit(values: OfficeValues, { part, value }: OfficeEdit): OfficeValues {
  const { path, ids, item } = part;
  return withAt(values, path, (old) => {
    if (ids === null) return { ...(isRecord(old) ? old : {}), ...value };
    const items = Array.isArray(old) ? old : [];
    if (item === null) return value === null ? items : [...items, value];
    return items.flatMap((one) => {
      if (itemKey(one, ids) !== item) return [one];
      return value === null ? [] : [{ ...(isRecord(one) ? one : {}), ...value }];
    });
  });
}

/** Tells whether somebody else changed the part meanwhile. */
export function partMark(values: OfficeValues, part: OfficePart): string {
  return createHash('sha256')
    .update(stableText(partOf(values, part)))
    .digest('hex');
}

function withAt(
  values: OfficeValues,
  path: readonly string[],
  change: (old: unknown) => unknown,
): OfficeValues {
  const [first, ...rest] = path;
  if (first === undefined) {
    const changed = change(values);
    return isRecord(changed) ? { ...values, ...changed } : values;
  }
  return { ...values, [first]: withIn(values[first], rest, change) };
}

function withIn(value: unknown, path: readonly string[], change: (old: unknown) => unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return change(value);
  const record = isRecord(value) ? value : {};
  return { ...record, [first]: withIn(record[first], rest, change) };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
}

export function isRecord(value: unknown): value is PartValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
