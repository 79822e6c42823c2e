import type { Pool } from 'pg';
import type { Calendar, ReferenceCalendar } from '../../domain/calendar/calendar.ts';
import { compileCalendar } from '../../domain/calendar/compile-calendar.ts';
import { toIsoDate } from '../../domain/calendar/epoch-day.ts';
import { localDay } from '../../domain/calendar/instant.ts';
import { isZone, type Zone } from '../../domain/calendar/zone.ts';
import type { OfficeData, Sop } from '../../domain/office/office-data.ts';
import { type SopEdition, sopEditions } from '../../domain/sop/sop-editions.ts';
import { readOffice as readUnderWall } from '../../platform/database/read-office.ts';
import { readReferenceCalendar } from './calendar.store.ts';
import { type CodeAxis, type OfficeCodes, officeCodes } from './office-codes.ts';

/** An office as operations need it: its data in force, its numbers, and the calendar as known today. */
export type Office = {
  readonly officeId: number;
  readonly slug: string;
  /** First three letters of its tickets. */
  readonly ticketPrefix: string;
  readonly version: number;
  readonly zone: Zone;
  readonly data: OfficeData;
  /** Of every version there ever was: a case keeps the SOP that it began with (see `sopOf`). */
  readonly sopsByVersion: ReadonlyMap<number, readonly Sop[]>;
  readonly sopEditions: readonly SopEdition[];
  readonly codes: OfficeCodes;
  readonly calendar: Calendar;
  readonly calendarRevision: number;
};

/** Every way asks the database at most once a second whether anything moved; `now` in milliseconds. */
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
export function openOffices(pool: Pool): Offices {
  let kept: ReadonlyMap<number, Office> = new Map();
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checking: Promise<void> | null = null;

  async function refresh(now: number): Promise<void> {
    const { rows } = await pool.query<OfficeMark>(MARKS);
    const today = new Map(rows.map((row) => [row.officeId, dayKey(row, now)]));
    const stale = rows.filter((row) => dayKeyOf(kept.get(row.officeId)) !== today.get(row.officeId));
    if (stale.length > 0 || rows.length !== kept.size) kept = await readOffices(pool, rows, kept, stale, now);
    checkedAt = now;
  }

  async function current(now: number): Promise<ReadonlyMap<number, Office>> {
    // A clock set by hand in a test may stand before the last check.
    if (Math.abs(now - checkedAt) < FRESH_MS) return kept;
    checking ??= refresh(now).finally(() => {
      checking = null;
    });
    await checking;
    return kept;
  }

  const find = async (now: number, wanted: (office: Office) => boolean): Promise<Office | undefined> => {
    for (const office of (await current(now)).values()) if (wanted(office)) return office;
    return undefined;
  };
  return {
    all: async (now) => [...(await current(now)).values()],
    bySlug: (slug, now) => find(now, (office) => office.slug === slug),
    byId: async (officeId, now) => (await current(now)).get(officeId),
    byTicket: (ticket, now) => find(now, (office) => office.ticketPrefix === ticket.slice(0, 3)),
    forget: () => {
      checkedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

type OfficeMark = {
  readonly officeId: number;
  readonly version: number;
  readonly zone: string;
  readonly revision: number;
};

const MARKS = `select o.office_id as "officeId", o.version, o.zone,
    coalesce((select max(revision) from calendar_revision), 0) as revision
  from office o order by o.office_id`;

/** What makes a kept office stale: its version, the calendar's revision, and the date, since days are announced. */
function dayKey(mark: OfficeMark, now: number): string {
  return `${mark.version} ${mark.revision} ${toIsoDate(localDay(now, zoneOf(mark.zone)))}`;
}

function dayKeyOf(office: Office | undefined): string | undefined {
  if (office === undefined) return undefined;
  const asOf = toIsoDate(localDay(office.calendar.asOf, office.zone));
  return `${office.version} ${office.calendarRevision} ${asOf}`;
}

async function readOffices(
  pool: Pool,
  marks: readonly OfficeMark[],
  kept: ReadonlyMap<number, Office>,
  stale: readonly OfficeMark[],
  now: number,
): Promise<ReadonlyMap<number, Office>> {
  const reference = await readReferenceCalendar(pool);
  const fresh = new Map<number, Office>();
  for (const mark of marks) {
    const office = stale.includes(mark)
      ? await readOffice(pool, mark, reference, now)
      : kept.get(mark.officeId);
    if (office !== undefined) fresh.set(mark.officeId, office);
  }
  return fresh;
}

async function readOffice(
  pool: Pool,
  mark: OfficeMark,
  reference: ReferenceCalendar,
  now: number,
): Promise<Office> {
  const [office, codes, former] = await Promise.all([
    pool.query<{ slug: string; ticket_prefix: string; version: number; data: OfficeData }>(
      'select slug, ticket_prefix, version, data from office where office_id = $1',
      [mark.officeId],
    ),
    pool.query<{ axis: CodeAxis; code: number; key: string }>(
      'select axis, code, key from office_code where office_id = $1',
      [mark.officeId],
    ),
    readUnderWall<StoredSops>(pool, mark.officeId, SOPS_OF_VERSIONS, [mark.officeId]),
  ]);
  const row = office.rows[0];
  if (row === undefined) throw new Error(`Office ${mark.officeId} went away while it was read`);
  return {
    officeId: mark.officeId,
    slug: row.slug,
    ticketPrefix: row.ticket_prefix,
    version: row.version,
    zone: zoneOf(row.data.zone),
    data: row.data,
    sopsByVersion: new Map(former.map(({ version, sops }) => [version, sops])),
    sopEditions: editionsOf(former, row.data.zone),
    codes: officeCodes(codes.rows),
    calendar: officeCalendar(row.data, reference, now),
    calendarRevision: mark.revision,
  };
}

export type StoredSops = { readonly version: number; readonly sops: readonly Sop[]; readonly since: Date };
export const SOPS_OF_VERSIONS = `select version, data->'sops' as sops, recorded_at as since
  from office_version where office_id = $1 order by version`;

/** The editions of an office's SOPs, from all its versions. */
export function editionsOf(versions: readonly StoredSops[], zone: string): readonly SopEdition[] {
  const told = versions.map(({ since, ...version }) => ({ ...version, since: since.toISOString() }));
  return sopEditions(told, (instant) => toIsoDate(localDay(Date.parse(instant), zoneOf(zone))));
}

/** The calendar of an office as it was known at `asOf` (milliseconds). */
export function officeCalendar(data: OfficeData, reference: ReferenceCalendar, asOf: number): Calendar {
  return compileCalendar({ reference, schedule: { zone: zoneOf(data.zone), ...data.hours }, asOf });
}

function zoneOf(text: string): Zone {
  if (!isZone(text)) throw new Error(`"${text}" is not a zone of Indonesia`);
  return text;
}
