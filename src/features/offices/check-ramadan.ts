import type { ReferenceCalendar } from '../../domain/calendar/calendar.ts';
import { loadedYearsOf } from '../../domain/calendar/compile-calendar.ts';
import { ramadanHours } from '../../domain/calendar/ramadan-hours.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import type { Remark } from './office-finding.ts';

/** Rule 18: a circular that cannot be applied is an error; a loaded year without one is told, since its hours are normal. */
export function checkRamadan({ hours }: OfficeData, reference: ReferenceCalendar): readonly Remark[] {
  const inForce = new Set(ramadanHours(hours, reference.ramadan).map(({ year }) => year));
  const named = new Set(hours.ramadan.map(({ year }) => year));
  const missing = [...loadedYearsOf(reference.holidays)].filter((year) => !named.has(year)).sort();
  const ofPeriods = hours.ramadan.flatMap((period, index): readonly Remark[] => {
    if (inForce.has(period.year)) return [];
    const at = ['hours', 'ramadan', index];
    if (period.circular === null) return [withoutCircular(at, String(period.year))];
    const dated = period.from !== null || reference.ramadan.some(({ year }) => year === period.year);
    return [
      dated
        ? {
            at,
            message: `Edaran Ramadan ${period.year} tidak menyebut jamnya, dan kantor ini tidak memiliki ramadanPattern.`,
            remedy: 'Tulis hours pada edaran itu, atau isi hours.ramadanPattern.',
            rule: 'missing',
          }
        : {
            at,
            message: `Masa Ramadan ${period.year} tidak diketahui: tahun itu tidak ada di db/reference/ramadan.csv.`,
            remedy: `Tulis from dan to, misalnya from: ${period.year}-02-08.`,
            rule: 'missing',
          },
    ];
  });
  return missing.length === 0 ? ofPeriods : [...ofPeriods, withoutCircular(['hours'], missing.join(', '))];
}

function withoutCircular(at: Remark['at'], years: string): Remark {
  return {
    severity: 'warning',
    at,
    message: `Ramadan ${years} belum memiliki surat edaran: batas waktunya dihitung dengan jam biasa.`,
    remedy:
      'Catat edarannya di hours.ramadan, misalnya - { year: 2027, circular: "Surat Edaran …", announcedOn: 2027-01-20 }; tanggal dan jamnya diisi dari tabel acuan dan ramadanPattern.',
    rule: 'ramadan-without-circular',
  };
}
