import { z } from 'zod';
import type { DayIntervals, HoursPair, OfficeHours, WeekHours } from '../../domain/office/office-data.ts';
import { complain, day, key, line, nullableLine } from './office-atoms.schema.ts';

type Interval = readonly [number, number];

/** "07.30-16.00" → minutes of the day. */
const interval = z.string().transform((value, context): Interval => {
  const match = /^(\d{2})\.(\d{2}) ?[-–] ?(\d{2})\.(\d{2})$/.exec(value);
  const [open, close] = [minutes(match?.[1], match?.[2]), minutes(match?.[3], match?.[4])];
  if (open === null || close === null) {
    complain(context, `"${value}" bukan jam buka.`, {
      remedy: 'Tulis jam buka dan tutup sebagai JJ.MM-JJ.MM, misalnya 07.30-16.00.',
      rule: 'not-allowed',
    });
    return z.NEVER;
  }
  if (close <= open) {
    complain(context, `Jam tutup ${value} tidak sesudah jam buka.`, {
      remedy: 'Tulis jam buka lebih dahulu, lalu jam tutup, pada hari yang sama.',
      rule: 'hours-reversed',
    });
    return z.NEVER;
  }
  return [open, close];
});

function minutes(hour: string | undefined, minute: string | undefined): number | null {
  const [h, m] = [Number(hour), Number(minute)];
  const total = h * 60 + m;
  return Number.isInteger(total) && m < 60 && total <= 24 * 60 ? total : null;
}

const dayIntervals: z.ZodType<DayIntervals> = z
  .array(interval)
  .superRefine((intervals, context) => {
    intervals.forEach((one, index) => {
      const before = intervals[index - 1];
      if (before && one[0] < before[1]) {
        complain(
          context,
          'Jam buka ini tumpang tindih dengan, atau mendahului, jam sebelumnya.',
          {
            remedy: 'Tulis jam berurutan dari pagi ke sore; jeda hanya bila loket benar-benar tutup.',
            rule: 'hours-overlap',
          },
          [index],
        );
      }
    });
  })
  .default([]);

const week: z.ZodType<WeekHours> = z.strictObject({
  mon: dayIntervals,
  tue: dayIntervals,
  wed: dayIntervals,
  thu: dayIntervals,
  fri: dayIntervals,
  sat: dayIntervals,
  sun: dayIntervals,
});

const hoursPair: z.ZodType<HoursPair> = z.strictObject({ service: week, work: week });

const ramadanPeriod = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    circular: nullableLine,
    from: day.nullable().default(null),
    to: day.nullable().default(null),
    hours: hoursPair.nullable().default(null),
    announcedOn: day.nullable().default(null),
  })
  .superRefine((period, context) => {
    if ((period.from === null) !== (period.to === null)) {
      complain(
        context,
        'Masa Ramadan hanya disebut awalnya atau akhirnya.',
        {
          remedy:
            'Tulis from dan to, atau hapus keduanya: tanggalnya lalu diambil dari db/reference/ramadan.csv.',
          rule: 'missing',
        },
        [period.from === null ? 'to' : 'from'],
      );
    } else if (period.from !== null && !period.from.startsWith(String(period.year))) {
      complain(
        context,
        `Tahun ${period.year} tidak sama dengan tanggal ${period.from}.`,
        { remedy: 'Samakan year dengan tahun pada from.', rule: 'not-allowed' },
        ['from'],
      );
    } else if (period.from !== null && period.to !== null && period.to < period.from) {
      complain(
        context,
        'Tanggal akhir mendahului tanggal awal.',
        { remedy: 'Tukar from dan to, atau betulkan tahunnya.', rule: 'dates-reversed' },
        ['to'],
      );
    }
  });

export const officeHoursSchema: z.ZodType<OfficeHours> = z.strictObject({
  normal: hoursPair,
  undetermined: z.boolean(),
  basis: line,
  ramadanPattern: hoursPair.nullable().default(null),
  ramadan: z.array(ramadanPeriod).default([]),
  extraDays: z
    .array(
      z
        .strictObject({
          date: day,
          kind: z.enum(['libur_daerah', 'penutupan']),
          name: line,
          decree: line,
          announcedOn: day,
          withdrawnOn: day.nullable().default(null),
        })
        .superRefine(({ date, announcedOn, withdrawnOn }, context) => {
          if (withdrawnOn === null) return;
          const reversed = (message: string, remedy: string) =>
            complain(context, message, { remedy, rule: 'dates-reversed' }, ['withdrawnOn']);
          if (withdrawnOn < announcedOn) {
            reversed(
              'Hari ini dicabut sebelum diumumkan.',
              'Tukar announcedOn dan withdrawnOn, atau betulkan tahunnya.',
            );
          } else if (withdrawnOn > date) {
            reversed(
              'Hari ini dicabut sesudah berlalu: kantor sudah tutup pada hari itu.',
              'Hapus withdrawnOn, atau betulkan tanggalnya.',
            );
          }
        }),
    )
    .default([]),
  places: z
    .array(z.strictObject({ key, label: line, hours: hoursPair.nullable().default(null) }))
    .default([]),
});
