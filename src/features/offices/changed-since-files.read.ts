import type { ClientBase } from 'pg';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { stableText } from './merge-office.ts';
import { isRecord } from './office-edit.ts';

/** A version of an office, newest first; `by` is an account, null for the files applied at the console. */
export type OfficeVersionLine = {
  readonly version: number;
  readonly source: 'files' | 'application';
  readonly at: Date;
  readonly by: string | null;
};

export type OfficeHistory = {
  readonly versions: readonly OfficeVersionLine[];
  /** Paths of what the application changed since the files were applied, as `office apply` names them. */
  readonly changed: readonly string[];
};

/** The last versions of an office, and what is otherwise than in its files: that is what `office apply` keeps. */
export async function readOfficeHistory(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  most: number,
): Promise<OfficeHistory> {
  const { rows: versions } = await tx.query<OfficeVersionLine>(
    `select version, source, recorded_at as at, recorded_by as by from office_version
      where office_id = $1 order by version desc limit $2`,
    [officeId, most],
  );
  const { rows } = await tx.query<{ files: unknown; data: unknown }>(
    `select f.files_data as files, v.data from office o
       join office_version v on v.office_id = o.office_id and v.version = o.version
       join lateral (select files_data from office_version
         where office_id = o.office_id and files_data is not null order by version desc limit 1) f on true
      where o.office_id = $1`,
    [officeId],
  );
  const [row] = rows;
  return { versions, changed: row === undefined ? [] : changedPaths(row.files, row.data) };
}

/** The office as it stood before that version; null before its first. */
export async function readVersionBefore(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  version: number,
): Promise<OfficeData | null> {
  const { rows } = await tx.query<{ data: OfficeData }>(
    'select data from office_version where office_id = $1 and version < $2 order by version desc limit 1',
    [officeId, version],
  );
  return rows[0]?.data ?? null;
}

/** Each version that the application made, with the one before it, the oldest first. */
export async function readEdits(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
): Promise<readonly { readonly before: OfficeData; readonly after: OfficeData }[]> {
  const { rows } = await tx.query<{ before: OfficeData; after: OfficeData }>(
    `select b.data as before, a.data as after from office_version a
       join office_version b on b.office_id = a.office_id and b.version = a.version - 1
      where a.office_id = $1 and a.source = 'application' order by a.version`,
    [officeId],
  );
  return rows;
}

/** Where two values differ: keys joined by dots, items of lists by their key. */
export function changedPaths(before: unknown, after: unknown, path = ''): readonly string[] {
  if (stableText(before) === stableText(after)) return [];
  const [was, is] = [parts(before), parts(after)];
  if (was === null || is === null || was.list !== is.list) return [path];
  const keys = [...new Set([...was.items.keys(), ...is.items.keys()])];
  return keys.flatMap((key) => {
    const at = was.list ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    if (!was.items.has(key) || !is.items.has(key)) {
      return stableText(was.items.get(key)) === stableText(is.items.get(key)) ? [] : [at];
    }
    return changedPaths(was.items.get(key), is.items.get(key), at);
  });
}

function parts(
  value: unknown,
): { readonly list: boolean; readonly items: ReadonlyMap<string, unknown> } | null {
  if (isRecord(value)) return { list: false, items: new Map(Object.entries(value)) };
  if (!Array.isArray(value)) return null;
  const items = new Map<string, unknown>();
  for (const item of value) {
    const key = isRecord(item) ? (item.key ?? item.id) : undefined;
    if (typeof key !== 'string' || items.has(key)) return null;
    items.set(key, item);
  }
  return { list: true, items };
}
