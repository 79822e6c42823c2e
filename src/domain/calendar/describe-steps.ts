import type { DueStep } from './due.ts';
import { formatDate } from './format-date.ts';
import type { LimitUnit } from './limit.ts';

/** One Indonesian line a date: `Rabu, 19 April 2023 — cuti bersama Idulfitri … (SKB …), tidak dihitung`. */
export function describeSteps(steps: readonly DueStep[], unit: LimitUnit): readonly string[] {
  let counted = 0;
  return steps.map((step) => {
    if (step.counted) counted += 1;
    const date = formatDate(step.date, 'weekday');
    return `${date} — ${stepText(step, unit, counted)}`;
  });
}

function stepText(step: DueStep, unit: LimitUnit, counted: number): string {
  if (step.kind === 'hari_terima') return 'hari diterima (hari ke-0)';
  if (step.kind === 'jam_layanan') return `${minutesText(step.minutes ?? 0)} waktu layanan`;
  if (!step.counted) return `${dayText(step)}, tidak dihitung`;
  switch (unit) {
    case 'working-day':
      return `hari kerja ke-${counted}`;
    case 'month':
      return `bulan ke-${counted}`;
    case 'clock-hour':
      return 'jam dinding berjalan terus';
    default:
      return step.kind === 'hari_kerja' || step.kind === 'hari_kalender'
        ? `hari ke-${counted}`
        : `hari ke-${counted}, tetap dihitung: ${dayText(step)}`;
  }
}

function dayText({ kind, name, decree }: DueStep): string {
  const source = decree === undefined ? '' : ` (${decree})`;
  switch (kind) {
    case 'cuti_bersama':
      return `${lowerFirst(name ?? 'cuti bersama')}${source}`;
    case 'libur_nasional':
      return `libur nasional ${name ?? ''}${source}`;
    case 'libur_daerah':
      return `libur daerah ${name ?? ''}${source}`;
    case 'penutupan':
      return `kantor tutup: ${name ?? ''}${source}`;
    case 'akhir_pekan':
      return 'bukan hari kerja kantor';
    case 'di_luar_jam':
      return 'di luar jam layanan';
    default:
      return 'hari kalender';
  }
}

function minutesText(minutes: number): string {
  const whole = Math.floor(minutes);
  const seconds = Math.round((minutes - whole) * 60);
  return seconds === 0 ? `${whole} menit` : `${whole} menit ${seconds} detik`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
