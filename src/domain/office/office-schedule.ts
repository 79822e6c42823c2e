import type { Hours, OfficeSchedule, RamadanPeriod, Week } from '../calendar/calendar.ts';
import type { HoursPair, OfficeData, WeekHours } from './office-data.ts';

/**
 * The office's hours in the calendar's shape. A Ramadan period without a circular is left out, so that its
 * year counts with normal hours and says so (rule 18). A place has the office's hours where it names none.
 */
export function officeSchedule(office: OfficeData): OfficeSchedule {
  const normal = toHours(office.hours.normal);
  const ramadan = office.hours.ramadan.flatMap((period): RamadanPeriod[] =>
    period.circular === null ? [] : [{ ...period, circular: period.circular, hours: toHours(period.hours) }],
  );
  return {
    zone: office.zone,
    hours: normal,
    ramadan,
    daysOff: office.hours.extraDays.map(({ announcedOn, ...day }) => ({
      ...day,
      enteredOn: announcedOn,
      withdrawnOn: null,
    })),
    places: office.hours.places.map((place) => ({
      id: place.key,
      name: place.label,
      hours: place.hours === null ? normal : toHours(place.hours),
      ramadan,
    })),
    undetermined: office.hours.undetermined,
  };
}

function toHours(pair: HoursPair): Hours {
  return { service: toWeek(pair.service), work: toWeek(pair.work) };
}

function toWeek(week: WeekHours): Week {
  return {
    senin: week.mon,
    selasa: week.tue,
    rabu: week.wed,
    kamis: week.thu,
    jumat: week.fri,
    sabtu: week.sat,
    minggu: week.sun,
  };
}
