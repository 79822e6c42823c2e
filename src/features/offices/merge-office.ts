import { trustedJson } from '../../platform/trusted-json.ts';
/** A place where the application's value was kept although the files say another. */
export type KeptChange = {
  /** Dotted path in the office's data, e.g. "clocks.disposedBy" or "services[pkh].keywords". */
  readonly path: string;
  readonly application: unknown;
  readonly files: unknown;
};

/**
 * Merges new files over what was changed in the application since the files were last applied.
 * What the application changed stays and is listed in `kept` when the files now say something else.
 * Lists whose items have a `key` (or `id`) are merged item by item; every other list is one value.
 */
export function mergeOffice<T>(
  base: T,
  application: T,
  files: T,
): { readonly merged: T; readonly kept: readonly KeptChange[] } {
  const kept: KeptChange[] = [];
  // Objects and keyed lists are walked alike and leaves are chosen, so the merge of one shape has that shape.
  const merged = trustedJson<T>(JSON.stringify(mergeValue(base, application, files, '', kept)));
  return { merged, kept };
}

function mergeValue(
  base: unknown,
  application: unknown,
  files: unknown,
  path: string,
  kept: KeptChange[],
): unknown {
  if (same(application, base) || same(application, files)) return files;
  if (same(files, base)) return application;
  if (isRecord(base) && isRecord(application) && isRecord(files)) {
    const merged: Record<string, unknown> = {};
    for (const key of new Set([...Object.keys(files), ...Object.keys(application)])) {
      const at = path === '' ? key : `${path}.${key}`;
      const value = mergeValue(base[key], application[key], files[key], at, kept);
      if (value !== undefined) merged[key] = value;
    }
    return merged;
  }
  const lists = [base, application, files].map(byKey);
  const [baseItems, applicationItems, fileItems] = lists;
  if (baseItems && applicationItems && fileItems) {
    const merged: unknown[] = [];
    for (const key of new Set([...fileItems.keys(), ...applicationItems.keys()])) {
      const at = `${path}[${key}]`;
      const value = mergeValue(baseItems.get(key), applicationItems.get(key), fileItems.get(key), at, kept);
      if (value !== undefined) merged.push(value);
    }
    return merged;
  }
  kept.push({ path, application, files });
  return application;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list whose items have a key of their own, by it; null for any other value. */
export function byKey(value: unknown): ReadonlyMap<string, unknown> | null {
  if (!Array.isArray(value)) return null;
  const items = new Map<string, unknown>();
  for (const item of value) {
    const key = isRecord(item) ? (item.key ?? item.id) : undefined;
    if (typeof key !== 'string' || items.has(key)) return null;
    items.set(key, item);
  }
  return items;
}

/** Equal however it was stored. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || stableText(a) === stableText(b);
}

/** JSON with the keys of objects in order, so that equal values have equal texts however they were stored. */
export function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null';
  const parts = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${stableText(value[key])}`);
  return `{${parts.join(',')}}`;
}
