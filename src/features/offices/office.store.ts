import type { ClientBase } from 'pg';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { advisoryLock } from '../../platform/database/advisory-locks.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { appendOfficeEvent, lockOfficeChain, type OfficeActContext } from './append-office-event.ts';
import { editionsOf, SOPS_OF_VERSIONS, type StoredSops } from './office.read.ts';
import { officeDigest } from './office-digest.ts';
import { ticketPrefix } from './ticket-prefix.ts';

export type KnownOffice = {
  readonly officeId: number;
  readonly version: number;
  readonly data: OfficeData;
  readonly filesHash: string;
  /** The files as they were last applied, before anything was changed in the application. */
  readonly filesData: OfficeData | null;
};

/** One change of an office at a time. */
const OFFICE_LOCK = advisoryLock('office');

/** The office as it stands, locked until the transaction ends, or null; other offices are not held up by it. */
export async function lockOffice(tx: Tx, slug: string): Promise<KnownOffice | null> {
  await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [OFFICE_LOCK, slug]);
  const named = await tx.query<{ office_id: number }>('select office_id from office where slug = $1', [slug]);
  const [office] = named.rows;
  if (office === undefined) return null;
  // Before any row, as every act that the chain tells: an account that is made waits for the row of its office.
  await lockOfficeChain(tx, office.office_id);
  const { rows } = await tx.query<KnownOffice>(
    `select o.office_id as "officeId", o.version, o.data, o.files_hash as "filesHash", f.files_data as "filesData"
       from office o
       left join lateral (
         select v.files_data from office_version v
          where v.office_id = o.office_id and v.files_data is not null order by v.version desc limit 1
       ) f on true
      where o.slug = $1 for update of o`,
    [slug],
  );
  return rows[0] ?? null;
}

/** A new office with the next free number and a ticket prefix of its own; gives the number. */
export async function insertOffice(
  tx: ClientBase,
  data: OfficeData,
  filesHash: string,
  at: Date,
): Promise<number> {
  await tx.query('lock table office in share row exclusive mode');
  const { rows } = await tx.query<{ office_id: number; ticket_prefix: string }>(
    'select office_id, ticket_prefix from office',
  );
  const officeId = Math.max(0, ...rows.map((row) => row.office_id)) + 1;
  const prefix = ticketPrefix(data.slug, new Set(rows.map((row) => row.ticket_prefix)));
  await tx.query(
    `insert into office (office_id, slug, ticket_prefix, zone, data, version, files_hash, applied_at)
     values ($1, $2, $3, $4, $5, 0, $6, $7)`,
    [officeId, data.slug, prefix, data.zone, JSON.stringify(data), filesHash, at],
  );
  return officeId;
}

export type NewVersion = {
  readonly officeId: number;
  readonly version: number;
  readonly data: OfficeData;
  readonly filesHash: string;
  readonly source: 'files' | 'application';
  readonly filesData?: OfficeData;
};

/** Keeps the version for ever, makes it the one in force and tells the chain of the office of it. */
export async function insertVersion(tx: Tx, version: NewVersion, context: OfficeActContext): Promise<void> {
  const filesData = version.source === 'files' ? (version.filesData ?? version.data) : null;
  const files = filesData === null ? null : JSON.stringify(filesData);
  const [at, by] = [new Date(context.now), context.actor.account];
  const data = JSON.stringify(version.data);
  await tx.query(
    `insert into office_version (office_id, version, data, files_data, files_hash, source, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [version.officeId, version.version, data, files, version.filesHash, version.source, at, by],
  );
  const { rows } = await tx.query<{ ticket_prefix: string }>(
    `update office set data = $2, version = $3, files_hash = $4, zone = $5, applied_at = $6 where office_id = $1
     returning ticket_prefix`,
    [version.officeId, data, version.version, version.filesHash, version.data.zone, at],
  );
  const digest = officeDigest({
    ticketPrefix: rows[0]?.ticket_prefix ?? '',
    data: version.data,
    filesData,
    filesHash: version.filesHash,
    source: version.source,
    recordedAt: context.now,
    recordedBy: by,
  });
  const applied = { type: 'office-applied', version: version.version, digest } as const;
  await appendOfficeEvent(tx, version.officeId, applied, context);
}

/** Numbers for keys that have none yet; a key that the files no longer name keeps its own. */
export async function giveCodes(tx: ClientBase, officeId: number, data: OfficeData): Promise<void> {
  const versions = await tx.query<StoredSops>(SOPS_OF_VERSIONS, [officeId]);
  const axes = {
    service: data.services,
    category: data.categories,
    unit: data.units,
    place: data.places,
    sop: editionsOf(versions.rows, data.zone),
  };
  for (const [axis, items] of Object.entries(axes)) {
    await tx.query(
      `insert into office_code (office_id, axis, code, key)
       select $1, $2, last.code + row_number() over (order by new.place), new.key
         from unnest($3::text[]) with ordinality new (key, place),
              (select coalesce(max(code), 0) as code from office_code where office_id = $1 and axis = $2) last
        where not exists (
          select from office_code o where o.office_id = $1 and o.axis = $2 and o.key = new.key)`,
      [officeId, axis, items.map((item) => item.key)],
    );
  }
}

export type StartedRegister = { readonly year: number; readonly next: number; readonly firstNo: number };

/** Years whose numbers had begun with `firstNo` before these files said that they begin with `next` (rule 9). */
export async function startsTooLate(
  tx: ClientBase,
  officeId: number,
  data: OfficeData,
): Promise<readonly StartedRegister[]> {
  const { rows } = await tx.query<{ year: number; first_no: number }>(
    'select year, first_no from register_counter where office_id = $1',
    [officeId],
  );
  const begun = new Map(rows.map((row) => [row.year, row.first_no]));
  return data.numbers.startAt.flatMap(({ year, next }) => {
    const firstNo = begun.get(year);
    return firstNo === undefined || firstNo === next ? [] : [{ year, next, firstNo }];
  });
}
