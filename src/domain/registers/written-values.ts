import type { Channel, Kind, Severity } from '../complaint/vocabulary.ts';
import type { ImportedRow } from './register-row.ts';
import { wordsOf } from './similar-text.ts';

/** Status as the register states it; null when the words mean nothing here, and for archived rows, which are no *Selesai*. */
export function readStatus(text: string): ImportedRow['status'] {
  const words = wordsOf(text).join(' ');
  if (/\b(arsip\w*|diarsipkan)\b/.test(words)) return null;
  if (/\bbelum (di)?(selesai|tuntas|rampung)|tidak selesai/.test(words)) return 'in-progress';
  if (/\bbelum\b|\bbaru masuk\b|\bmenunggu verifikasi\b/.test(words)) return 'received';
  if (/\b(selesai|tuntas|rampung|closed|ditutup|terselesaikan|diselesaikan|done)\b/.test(words))
    return 'closed';
  if (
    /\b(proses|berproses|diproses|sedang|dalam|ditindaklanjuti|tindak lanjut|terverifikasi|dikoordinasikan|ditanggapi|menunggu|pending)\b/.test(
      words,
    )
  ) {
    return 'in-progress';
  }
  return null;
}

/** Severity by the words of the offices' classes. */
export function readSeverity(text: string): Severity | null {
  const words = wordsOf(text).join(' ');
  if (/\bsangat berat\b/.test(words)) return 'very-severe';
  const only: ReadonlyMap<string, Severity> = new Map([
    ['ringan', 'light'],
    ['sedang', 'moderate'],
    ['berat', 'severe'],
    ['khusus', 'special'],
  ]);
  return only.get(words.replace(/^(pengaduan|kategori|tingkat) /, '')) ?? null;
}

/** Channel by the words of a register; null when they name none that we know. */
export function readChannel(text: string): Channel | null {
  const words = ` ${wordsOf(text).join(' ')} `;
  for (const [pattern, channel] of CHANNEL_WORDS) if (pattern.test(words)) return channel;
  return null;
}

const CHANNEL_WORDS: readonly (readonly [RegExp, Channel])[] = [
  [/ (sp4n|lapor) /, 'sp4n-lapor'],
  [/ (whatsapp|whats app|wa|whatapp) /, 'whatsapp'],
  [/ telegram /, 'telegram'],
  [/ (facebook|fb|messenger) /, 'facebook'],
  [/ (instagram|ig) /, 'instagram'],
  [/ (twitter|x) /, 'x'],
  [/ youtube /, 'youtube'],
  [/ (tiktok|tik tok) /, 'tiktok'],
  [/ linkedin /, 'linkedin'],
  [/ sms /, 'sms'],
  [/ (email|e mail|surel) /, 'email'],
  [/ (fax|faks|faksimile) /, 'faks'],
  [/ kotak /, 'kotak-saran'],
  [/ (surat|tertulis) /, 'surat'],
  [/ (telepon|telpon|telp|telephone|call center|hotline) /, 'telepon'],
  [/ ppid /, 'ppid'],
  [/ (website|web|online|situs) /, 'website'],
  [/ (kunjungan|jemput bola|lapangan) /, 'kunjungan'],
  [/ (langsung|tatap muka|loket|datang|front office|helpdesk|help desk) /, 'loket'],
];

/** Kind where the register has a column that says it; null when its words name none (rule 2). */
export function readKind(text: string): Kind | null {
  const words = ` ${wordsOf(text).join(' ')} `;
  if (/ (wbs|whistleblowing|whistle blowing) /.test(words)) return 'whistleblowing';
  if (/ (permohonan informasi|permintaan informasi|informasi) /.test(words)) return 'permintaan-informasi';
  if (/ (aspirasi|saran) /.test(words)) return 'aspirasi';
  if (/ permohonan /.test(words)) return 'permohonan-layanan';
  return / (pengaduan|aduan|keluhan) /.test(words) ? 'pengaduan' : null;
}

/** Words in a narrative which say that the matter is not finished (domain.md 7.6, Tabalong 9). */
export function saysStillOpen(narrative: string): string | null {
  const match =
    /\b(?:masih|sedang|saat ini|tengah|dalam)\s+(?:sedang\s+|dalam\s+|tahap\s+)?(?:ber|di)?proses\w*|\bsedang\s+(?:berlangsung|berjalan|ditindak\s?lanjuti|diusulkan|dikerjakan|diverifikasi)|\b(?:masih|sedang)\s+menunggu|\bbelum\s+(?:selesai|ada\s+(?:hasil|jawaban|kejelasan)|ditindak\s?lanjuti|terealisasi)/i.exec(
      narrative,
    );
  return match === null ? null : match[0];
}
