/**
 * A date serial of Excel as ISO local time: "2023-01-04", or "2023-01-04T09:30" when it has a part of a day.
 * The 1900 system counts a 29 February 1900 that never was, so serials below 61 are one day off; `date1904` is the Mac's.
 * Null outside 1900–2199.
 */
export function excelDate(serial: number, date1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1) return null;
  let days = Math.floor(serial);
  let minutes = Math.round((serial - days) * 1440);
  if (minutes === 1440) {
    days += 1;
    minutes = 0;
  }
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 61 ? 31 : 30);
  const date = new Date(epoch + days * 86_400_000);
  const year = date.getUTCFullYear();
  if (year < 1900 || year > 2199) return null;
  const day = date.toISOString().slice(0, 10);
  if (minutes === 0) return day;
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The clock time of a part of a day, "09:30". */
export function excelTime(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440;
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
