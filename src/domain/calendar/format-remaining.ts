import type { Remaining } from './remaining.ts';

/** `sisa 2 hari kerja`, `hari ini`, `lewat 3 jam 20 menit layanan`. */
export function formatRemaining(time: Remaining): string {
  const days = time.unit === 'working-day' || time.unit === 'calendar-day';
  if (days && time.amount === 0) return time.late ? 'lewat hari ini' : 'hari ini';
  return `${time.late ? 'lewat' : 'sisa'} ${amountText(time)}`;
}

function amountText({ amount, unit }: Remaining): string {
  switch (unit) {
    case 'working-day':
      return `${amount} hari kerja`;
    case 'calendar-day':
      return `${amount} hari`;
    case 'service-minute':
      return `${hoursAndMinutes(amount)} layanan`;
    case 'clock-minute':
      return hoursAndMinutes(amount);
  }
}

function hoursAndMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} menit`;
  return minutes % 60 === 0 ? `${hours} jam` : `${hours} jam ${minutes % 60} menit`;
}
