import type { DueNote } from './due.ts';
import { formatDate } from './format-date.ts';
import { formatInstant } from './format-instant.ts';
import type { Zone } from './zone.ts';

/** One Indonesian sentence for a note of a due date. */
export function describeNote(note: DueNote, zone: Zone): string {
  switch (note.code) {
    case 'received-at-next-opening':
      return `Masuk di luar jam layanan; dihitung sejak ${formatInstant(note.at, zone)}.`;
    case 'hours-undetermined':
      return 'Jam kerja dan jam layanan kantor ini belum ditetapkan; dipakai jam bawaan.';
    case 'ramadan-hours':
      return `Memakai jam Ramadan (${note.circular}).`;
    case 'ramadan-without-circular':
      return `Belum ada edaran jam Ramadan ${note.year}; tahun itu dihitung dengan jam biasa.`;
    case 'last-working-day':
      return `Jatuh pada hari libur; hari kerja terakhir sebelumnya ${formatDate(note.date, 'weekday')}.`;
    case 'last-working-day-unknown':
      return `Hari kerja terakhir sebelumnya belum dapat disebut: kalender tahun ${note.year} belum dimuat.`;
    case 'month-shortened':
      return 'Bulan itu tidak mempunyai tanggal yang sama; dipakai hari terakhirnya.';
  }
}
