import type { Pool } from 'pg';
import type { Calendar, ReferenceCalendar } from '../../domain/calendar/calendar.ts';
import { compileCalendar } from '../../domain/calendar/compile-calendar.ts';
import { localDate } from '../../domain/calendar/instant.ts';
import { isZone, type Zone } from '../../domain/calendar/zone.ts';
import type { OfficeData, Sop } from '../../domain/office/office-data.ts';
import { type SopEdition, sopEditions } from '../../domain/sop/sop-editions.ts';
import { readOffice as readUnderWall } from '../../platform/database/read-office.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { Fault } from '../../platform/errors.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { readReferenceCalendar } from './calendar.store.ts';
import { LISTS_OF_VERSIONS, type OfficeLists, withFormer } from './former-lists.ts';
import { findLastOfficeEntry } from './office-chain.read.ts';
import { type CodeAxis, type OfficeCodes, officeCodes } from './office-codes.ts';
import { type DigestedVersion, officeDigest } from './office-digest.ts';

/** An office as operations need it: its data in force, its numbers, and the calendar as known today. */
export type Office = {
  readonly officeId: number;
  readonly slug: string;
  /** First three letters of its tickets. */
  readonly ticketPrefix: string;
  readonly version: number;
  readonly zone: Zone;
  readonly data: OfficeData;
  /** For labels only: `data` with the keys that former versions had (`withFormer`). */
  readonly named: OfficeData;
  /** Of every version there ever was: a case keeps the SOP that it began with (see `sopOf`). */
  readonly sopsByVersion: ReadonlyMap<number, readonly Sop[]>;
  readonly sopEditions: readonly SopEdition[];
  readonly codes: OfficeCodes;
  readonly calendar: Calendar;
  readonly calendarRevision: number;
};

/**
 * Every way asks the database at most once a second whether anything moved; `now` in milliseconds. Whoever asks for an
 * office whose data are not those that its chain tells of gets the Fault 'office-differs'; `all` leaves it out.
 */
export type Offices = {
  readonly all: (now: number) => Promise<readonly Office[]>;
  readonly bySlug: (slug: string, now: number) => Promise<Office | undefined>;
  readonly byId: (officeId: number, now: number) => Promise<Office | undefined>;
  /** A ticket carries its office; anything that is no ticket of ours gives undefined. */
  readonly byTicket: (ticket: string, now: number) => Promise<Office | undefined>;
  /** After an office or the calendar was changed in this process: the next question asks the database. */
  readonly forget: () => void;
};

const FRESH_MS = 1_000;

/**
 * The offices of this instance, kept in memory and read again when an office's version, the calendar's revision
 * or the office's date moves on. Another process sees a change after a second at the latest.
 */
export function openOffices(pool: Pool, keyring: Keyring): Offices {
  let kept: ReadonlyMap<number, Office> = new Map();
  let refused: readonly OfficeMark[] = [];
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checking: Promise<void> | null = null;

  async function refresh(now: number): Promise<void> {
    const { rows } = await pool.query<OfficeMark>(MARKS);
    const today = new Map(rows.map((row) => [row.officeId, dayKey(row, now)]));
    const stale = rows.filter((row) => dayKeyOf(kept.get(row.officeId)) !== today.get(row.officeId));
    if (stale.length > 0 || rows.length !== kept.size) {
      kept = await readOffices(pool, keyring, rows, kept, stale, now);
      refused = rows.filter(({ officeId }) => !kept.has(officeId));
    }
    checkedAt = now;
  }

  async function current(now: number): Promise<void> {
    // A clock set by hand in a test may stand before the last check.
    if (Math.abs(now - checkedAt) < FRESH_MS) return;
    checking ??= refresh(now).finally(() => {
      checking = null;
    });
    await checking;
  }

  const find = async (now: number, wanted: (office: OfficeName) => boolean): Promise<Office | undefined> => {
    await current(now);
    for (const office of kept.values()) if (wanted(office)) return office;
    if (refused.some(wanted)) throw officeDiffers();
    return undefined;
  };
  return {
    all: async (now) => {
      await current(now);
      return [...kept.values()];
    },
    bySlug: (slug, now) => find(now, (office) => office.slug === slug),
    byId: (officeId, now) => find(now, (office) => office.officeId === officeId),
    byTicket: (ticket, now) => find(now, (office) => office.ticketPrefix === ticket.slice(0, 3)),
    forget: () => {
      checkedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

/** An office that is not what was applied: nothing is decided by it. */
export function officeDiffers(): Fault {
  return new Fault('office-differs', 'Data kantor ini diubah di luar Tanggap.', {
    remedy: 'Periksa dengan: tanggap verify. Dengan office apply --force, berkas kantor yang berlaku.',
  });
}

type OfficeName = Pick<Office, 'officeId' | 'slug' | 'ticketPrefix'>;
type OfficeMark = OfficeName & {
  readonly version: number;
  readonly zone: string;
  readonly revision: number;
};

const MARKS = `select o.office_id as "officeId", o.slug, o.ticket_prefix as "ticketPrefix", o.version, o.zone,
    coalesce((select max(revision) from calendar_revision), 0) as revision
  from office o order by o.office_id`;

/** What makes a kept office stale: its version, the calendar's revision, and the date, since days are announced. */
function dayKey(mark: OfficeMark, now: number): string {
  return `${mark.version} ${mark.revision} ${localDate(now, zoneOf(mark.zone))}`;
}

function dayKeyOf(office: Office | undefined): string | undefined {
  if (office === undefined) return undefined;
  const asOf = localDate(office.calendar.asOf, office.zone);
  return `${office.version} ${office.calendarRevision} ${asOf}`;
}

async function readOffices(
  pool: Pool,
  keyring: Keyring,
  marks: readonly OfficeMark[],
  kept: ReadonlyMap<number, Office>,
  stale: readonly OfficeMark[],
  now: number,
): Promise<ReadonlyMap<number, Office>> {
  const reference = await readReferenceCalendar(pool);
  const fresh = new Map<number, Office>();
  for (const mark of marks) {
    const office = stale.includes(mark)
      ? await readOffice(pool, keyring, mark, reference, now)
      : kept.get(mark.officeId);
    if (office != null) fresh.set(mark.officeId, office);
  }
  return fresh;
}

/** Null where it is not what the office's chain tells of. */
async function readOffice(
  pool: Pool,
  keyring: Keyring,
  mark: OfficeMark,
  reference: ReferenceCalendar,
  now: number,
): Promise<Office | null> {
  const [row, codes, former, lists] = await Promise.all([
    readApplied(pool, keyring, mark.officeId),
    pool.query<{ axis: CodeAxis; code: number; key: string }>(
      'select axis, code, key from office_code where office_id = $1',
      [mark.officeId],
    ),
    readUnderWall<StoredSops>(pool, mark.officeId, SOPS_OF_VERSIONS, [mark.officeId]),
    readUnderWall<{ lists: OfficeLists }>(pool, mark.officeId, LISTS_OF_VERSIONS, [mark.officeId]),
  ]);
  if (row === null) return null;
  return {
    officeId: mark.officeId,
    slug: row.data.slug,
    ticketPrefix: row.ticketPrefix,
    version: row.version,
    zone: zoneOf(row.data.zone),
    data: row.data,
    named: withFormer(
      row.data,
      lists.map((one) => one.lists),
    ),
    sopsByVersion: new Map(former.map(({ version, sops }) => [version, sops])),
    sopEditions: editionsOf(former, row.data.zone),
    codes: officeCodes(codes.rows),
    calendar: officeCalendar(row.data, reference, now),
    calendarRevision: mark.revision,
  };
}

type AppliedRow = Omit<DigestedVersion, 'data'> & {
  readonly slug: string;
  readonly version: number;
  readonly data: OfficeData;
};

/** What is in force, as of one moment with the chain that must tell of it as its newest version; null where it does not. */
function readApplied(pool: Pool, keyring: Keyring, officeId: number): Promise<AppliedRow | null> {
  return withOffice(
    pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<AppliedRow>(
        `select o.slug, o.version, o.ticket_prefix as "ticketPrefix", o.data, v.files_data as "filesData",
           o.files_hash as "filesHash", v.source, (extract(epoch from o.applied_at) * 1000)::float8 as "recordedAt",
           v.recorded_by as "recordedBy"
         from office o join office_version v using (office_id, version) where o.office_id = $1`,
        [officeId],
      );
      const [row] = rows;
      const last = await findLastOfficeEntry(tx, keyring, officeId, ['office-applied']);
      if (row === undefined || last?.event.type !== 'office-applied') return null;
      const { slug, version, ...digested } = row;
      const isApplied = last.event.version === version && last.event.digest === officeDigest(digested);
      return isApplied && slug === row.data.slug ? row : null;
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

export type StoredSops = { readonly version: number; readonly sops: readonly Sop[]; readonly since: Date };
export const SOPS_OF_VERSIONS = `select version, data->'sops' as sops, recorded_at as since
  from office_version where office_id = $1 order by version`;

/** The editions of an office's SOPs, from all its versions. */
export function editionsOf(versions: readonly StoredSops[], zone: string): readonly SopEdition[] {
  const told = versions.map(({ since, ...version }) => ({ ...version, since: since.toISOString() }));
  return sopEditions(told, (instant) => localDate(Date.parse(instant), zoneOf(zone)));
}

/** The calendar of an office as it was known at `asOf` (milliseconds). */
export function officeCalendar(data: OfficeData, reference: ReferenceCalendar, asOf: number): Calendar {
  return compileCalendar({ reference, schedule: { zone: zoneOf(data.zone), ...data.hours }, asOf });
}

function zoneOf(text: string): Zone {
  if (!isZone(text)) throw new Error(`"${text}" is not a zone of Indonesia`);
  return text;
}
