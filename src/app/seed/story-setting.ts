import type { Calendar } from '../../domain/calendar/calendar.ts';
import { weekdayIndex } from '../../domain/calendar/epoch-day.ts';
import { DAY_MS, MINUTE_MS, startOfDay } from '../../domain/calendar/instant.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import type { Channel, Kind } from '../../domain/complaint/vocabulary.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { type CaseActor, PUBLIC_ACTOR } from '../../domain/people/case-actor.ts';
import { PERMISSIONS } from '../../domain/people/permissions.ts';
import { type Topic, topicOf } from '../invented/invented-matters.ts';
import type { Random } from '../invented/open-random.ts';

/** Seconds and milliseconds that stand in a story until each case made after it gets its own. */
export const STORY_SECONDS_MS = 31_417;

/** What a story is told in: its day and what was drawn for it. */
export type StorySetting = {
  readonly random: Random;
  readonly office: OfficeData;
  readonly officeVersion: number;
  readonly calendar: Calendar;
  /** Epoch day on which the case is written into the register. */
  readonly day: number;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly service: string | null;
  readonly category: string | null;
  readonly place: string | null;
  readonly placeLabel: string | null;
  readonly unit: string | null;
  readonly topic: Topic;
};

/** Somebody of the staff who may do it; seeded cases name a role and no account. */
export const STAFF: CaseActor = {
  by: 'staff',
  account: null,
  role: null,
  may: new Set(PERMISSIONS),
  units: [],
  deputyOf: [],
};
export const CITIZEN: CaseActor = PUBLIC_ACTOR;

const KIND_WEIGHTS: readonly (readonly [number, Kind])[] = [
  [62, 'pengaduan'],
  [17, 'permintaan-informasi'],
  [13, 'permohonan-layanan'],
  [6, 'aspirasi'],
  [2, 'whistleblowing'],
];
const CHANNEL_WEIGHTS: Partial<Record<Channel, number>> = {
  loket: 46,
  whatsapp: 16,
  website: 10,
  telepon: 8,
  'sp4n-lapor': 5,
  surat: 4,
  'kotak-saran': 3,
};

/** Draws what a case is about, within the words that the office itself uses. */
export function drawSetting(
  random: Random,
  from: { readonly data: OfficeData; readonly version: number; readonly calendar: Calendar },
  day: number,
): StorySetting {
  const { data: office, version: officeVersion, calendar } = from;
  const kinds = KIND_WEIGHTS.filter(([, kind]) => office.kinds.some((one) => one.key === kind));
  const kind = random.pickWeighted(kinds);
  const channel = random.pickWeighted(
    office.channels.map(({ key }) => [CHANNEL_WEIGHTS[key] ?? 1.5, key] as const),
  );
  // Services stand in the order of their weight: the first ones are asked for most.
  const service = random.isTrue(0.94)
    ? random.pickWeighted(office.services.map((one, index) => [1 / (index + 2), one] as const))
    : null;
  const categories = office.categories.filter((one) => one.kinds.includes(kind) && !one.oversight);
  const place = random.isTrue(0.9) && office.places.length > 0 ? random.pick(office.places) : null;
  return {
    random,
    office,
    officeVersion,
    calendar,
    day,
    kind,
    channel,
    service: service?.key ?? null,
    category: categories.length > 0 && random.isTrue(0.8) ? random.pick(categories).key : null,
    place: place?.key ?? null,
    placeLabel: place?.label ?? null,
    unit: service?.unit ?? (office.units.length > 0 ? random.pick(office.units).key : null),
    topic: topicOf(service),
  };
}

/** Mondays to Fridays where the calendar of the year is not loaded. */
export function isOpenDay(calendar: Calendar, day: number): boolean {
  return isWorkingDay(calendar, day) ?? weekdayIndex(day) < 5;
}

/** The day `count` working days after `day`. */
export function openDayAfter(calendar: Calendar, day: number, count: number): number {
  let result = day;
  for (let left = count; left > 0; ) {
    result += 1;
    if (isOpenDay(calendar, result)) left -= 1;
  }
  return result;
}

function openDayBefore(calendar: Calendar, day: number): number {
  let result = day - 1;
  while (!isOpenDay(calendar, result)) result -= 1;
  return result;
}

/** An instant of the office's morning or early afternoon on a day, after `after` if that is later. */
export function duringHours(
  setting: Pick<StorySetting, 'random' | 'calendar'>,
  day: number,
  after = 0,
): number {
  const { random, calendar } = setting;
  const at = startOfDay(day, calendar.zone) + (495 + random.whole(385)) * MINUTE_MS + STORY_SECONDS_MS;
  return Math.max(at, after + (1 + random.whole(9)) * MINUTE_MS);
}

/** Any time between the closing of the working day before and the middle of this day. */
export function overNight({ random, calendar, day }: StorySetting): number {
  const from = startOfDay(openDayBefore(calendar, day), calendar.zone) + 990 * MINUTE_MS;
  const to = startOfDay(day, calendar.zone) + DAY_MS / 3;
  const minutes = Math.floor((to - from) / MINUTE_MS);
  return from + random.whole(minutes) * MINUTE_MS + STORY_SECONDS_MS;
}
