/** The IANA zones of Indonesia (Keppres 41/1987). None of them has daylight saving. */
export type Zone = 'Asia/Jakarta' | 'Asia/Pontianak' | 'Asia/Makassar' | 'Asia/Jayapura';

export const ZONES: readonly Zone[] = ['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'];

const OFFSET_HOURS: Readonly<Record<Zone, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Pontianak': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};

/** Whole hours ahead of UTC: 7, 8 or 9. */
export function zoneOffsetHours(zone: Zone): number {
  return OFFSET_HOURS[zone];
}

/** `WIB`, `WITA` or `WIT`. */
export function zoneAbbreviation(zone: Zone): string {
  const hours = OFFSET_HOURS[zone];
  if (hours === 7) return 'WIB';
  return hours === 8 ? 'WITA' : 'WIT';
}

export function isZone(text: string): text is Zone {
  return ZONES.some((zone) => zone === text);
}
