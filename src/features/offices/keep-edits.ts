import { trustedJson } from '../../platform/trusted-json.ts';
import { byKey, type KeptChange, same } from './merge-office.ts';
import { isRecord } from './office-edit.ts';

/**
 * Files may be older than what they are applied over: they hold a value that the application replaced since. `edits` are
 * the versions that the application made, in their order. Where such files would take an edit back that is still in force, it
 * stays and is listed in `kept`; a value that the files alone know is theirs. `merged` is what the files would make of the
 * office, `current` the office as it stands.
 */
export function keepEdits<T>(
  merged: T,
  current: T,
  edits: readonly { readonly before: T; readonly after: T }[],
): { readonly merged: T; readonly kept: readonly KeptChange[] } {
  let redone: unknown = merged;
  for (const { before, after } of edits) redone = redo(before, after, redone);
  const kept: KeptChange[] = [];
  const chosen = choose(merged, redone, current, '', kept);
  return { merged: trustedJson<T>(JSON.stringify(chosen)), kept };
}

/** The edit once more, where the value is the one that it replaced; elsewhere nothing. */
function redo(before: unknown, after: unknown, onto: unknown): unknown {
  if (same(before, after)) return onto;
  if (same(onto, before)) return after;
  return inParts(onto, [before, after, onto], ([old, fresh, value]) => redo(old, fresh, value)) ?? onto;
}

/** What an edit gives back, as far as it is what stands today; else what the files say. */
function choose(
  files: unknown,
  redone: unknown,
  current: unknown,
  path: string,
  kept: KeptChange[],
): unknown {
  if (same(files, redone)) return files;
  const parts = inParts(files, [files, redone, current], ([file, again, now], key, isItem) =>
    choose(file, again, now, isItem ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`, kept),
  );
  if (parts !== null) return parts;
  if (!same(redone, current)) return files;
  kept.push({ path, application: current, files });
  return current;
}

/** The same over the keys of records, or over the items of keyed lists; null where the values have no parts in common. */
function inParts(
  order: unknown,
  values: readonly [unknown, unknown, unknown],
  part: (values: readonly [unknown, unknown, unknown], key: string, isItem: boolean) => unknown,
): unknown {
  const [one, two, three] = values;
  if (isRecord(one) && isRecord(two) && isRecord(three)) {
    const keys = new Set([
      ...Object.keys(isRecord(order) ? order : {}),
      ...Object.keys(one),
      ...Object.keys(two),
    ]);
    const entries = [...keys].map(
      (key) => [key, part([one[key], two[key], three[key]], key, false)] as const,
    );
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  const [first, second, third] = values.map(byKey);
  if (!first || !second || !third) return null;
  const keys = new Set([...(byKey(order)?.keys() ?? []), ...first.keys(), ...second.keys()]);
  return [...keys].flatMap((key) => {
    const value = part([first.get(key), second.get(key), third.get(key)], key, true);
    return value === undefined ? [] : [value];
  });
}
