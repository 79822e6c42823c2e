import { createHash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { trustedJson } from '../../platform/trusted-json.ts';
import type { OfficeEvent } from './append-office-event.ts';
import { stableText } from './merge-office.ts';

/** A row of office_version, with the letters of the office's tickets; `recordedAt` in milliseconds. */
export type DigestedVersion = {
  readonly ticketPrefix: string;
  readonly data: unknown;
  readonly filesData: unknown;
  readonly filesHash: string;
  readonly source: string;
  readonly recordedAt: number;
  readonly recordedBy: string | null;
};

/** What the chain of the office tells of a version: whoever gives a role more permissions by hand changes it. */
export function officeDigest(version: DigestedVersion): string {
  return createHash('sha256').update(stableText(version)).digest('hex');
}

/** One that is not what was applied; `version` of the row, or of the chain where there is no row. */
export type DifferingOffice = {
  readonly what: 'office' | 'office_version';
  readonly officeId: number;
  readonly version: number;
};
type Row = {
  readonly told: readonly { readonly officeId: number; readonly body: string }[];
  readonly offices: readonly {
    readonly officeId: number;
    readonly version: number;
    readonly isVersion: boolean;
  }[];
  readonly versions: readonly {
    readonly officeId: number;
    readonly version: number;
    readonly digested: DigestedVersion;
  }[];
};

/** One statement, so that all of it is as of one moment. */
const ALL = `
  select
    (select coalesce(json_agg(json_build_object('officeId', office_id, 'body', body) order by office_id, seq), '[]')
       from office_event where body like '%"office-applied"%' and office_id = coalesce($1, office_id)) as told,
    (select coalesce(json_agg(json_build_object('officeId', o.office_id, 'version', o.version, 'isVersion', exists (
              select from office_version v
               where v.office_id = o.office_id and v.version = o.version and v.data = o.data
                 and v.files_hash = o.files_hash and v.recorded_at = o.applied_at
                 and o.slug = v.data ->> 'slug' and o.zone = v.data ->> 'zone'))), '[]')
       from office o where o.office_id = coalesce($1, o.office_id)) as offices,
    (select coalesce(json_agg(json_build_object('officeId', v.office_id, 'version', v.version,
              'digested', json_build_object('ticketPrefix', o.ticket_prefix, 'data', v.data, 'filesData', v.files_data,
                'filesHash', v.files_hash, 'source', v.source,
                'recordedAt', extract(epoch from v.recorded_at) * 1000, 'recordedBy', v.recorded_by))), '[]')
       from office_version v left join office o using (office_id)
      where v.office_id = coalesce($1, v.office_id)) as versions`;

/** Holds every version, and what is in force, of one office or of all against what their chains tell. As the owner. */
export async function readDifferingOffices(
  owner: Pick<ClientBase | Pool, 'query'>,
  officeId: number | null = null,
): Promise<readonly DifferingOffice[]> {
  const { rows } = await owner.query<Row>(ALL, [officeId]);
  const [row] = rows;
  if (row === undefined) throw new Error('A select without a table gives one row');
  const told = new Map<string, string>();
  const latest = new Map<number, number>();
  for (const one of row.told) {
    const applied = appliedIn(one.body);
    if (applied === null) continue;
    told.set(`${one.officeId} ${applied.version}`, applied.digest);
    latest.set(one.officeId, applied.version);
  }
  const differing: DifferingOffice[] = [];
  for (const { officeId: id, version, digested } of row.versions) {
    if (told.get(`${id} ${version}`) !== officeDigest(digested)) {
      differing.push({ what: 'office_version', officeId: id, version });
    }
    told.delete(`${id} ${version}`);
  }
  for (const key of told.keys()) {
    const [id = 0, version = 0] = key.split(' ').map(Number);
    differing.push({ what: 'office_version', officeId: id, version });
  }
  for (const { officeId: id, version, isVersion } of row.offices) {
    if (!isVersion || latest.get(id) !== version) differing.push({ what: 'office', officeId: id, version });
  }
  return differing;
}

/** Null for another entry, and for one that is no JSON: that it was changed is found by its link. */
function appliedIn(body: string): { readonly version: number; readonly digest: string } | null {
  try {
    const { event } = trustedJson<{ readonly event: OfficeEvent }>(body);
    return event.type === 'office-applied' ? event : null;
  } catch {
    return null;
  }
}
