import type { Channel, Kind, Severity } from '../complaint/vocabulary.ts';
import { shortenWhom, WHOM_WORD } from './deed-by-whom.ts';
import type { ImportedRow } from './register-row.ts';
import { wordsOf } from './similar-text.ts';

/**
 * Status as the register states it; null unless the whole cell is a phrase that says it: "Tidak tuntas" and "Selesai, belum
 * dibayar" hold a finishing word, too, and an archived row is no *Selesai* (rule 37). When it was finished and by whom may
 * stand beside it, where nothing follows. "Proses/Selesai" and "Selesai?" leave it open.
 */
export function readStatus(text: string): ImportedRow['status'] {
  if (text.length > LONGEST_PHRASE) return null;
  const undated = text.replaceAll(WRITTEN_DAY, ' ');
  if (/[/?]/.test(undated)) return null;
  const words = statusWords(shortenWhom(undated));
  for (const [phrase, status] of STATUS_PHRASES) if (phrase.test(words)) return status;
  return null;
}

/** Whether a cell speaks of a status at all, clear or not: tells a column of statuses from one of stories. */
export function namesStatus(text: string): boolean {
  return STATUS_WORD.test(statusWords(text)) || readStatus(text) !== null;
}

/** "di tindak lanjuti" as the one word that it is. */
function statusWords(text: string): string {
  return wordsOf(text)
    .join(' ')
    .replaceAll(/\btindak lanjut/g, 'tindaklanjut')
    .replaceAll(
      /\bdi (?=tindak|selesai|proses|tanggap|jawab|tutup|tuntas|verifikasi|tangani|laksanakan|teruskan|arsip)/g,
      'di',
    );
}

const LONGEST_PHRASE = 200;

/** "tgl. 3 Maret 2021", "hari Senin, 03/03/2021", "2021-03-03". */
const WRITTEN_DAY =
  /(?:\b(?:pada|per)\s+)?(?:\b(?:tanggal|tgl)\b\.?\s*)?(?:\b(?:hari\s+)?(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\b\s*,?\s*)?(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}|\d{1,2}\s+(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|ags|agt|sep|okt|nov|nop|des)[a-z]*\.?(?:\s+\d{4})?)(?!\d)/gi;

const ENDED =
  '(?:selesai|tuntas|rampung|beres|closed|close|done|completed|complete|ditutup|terselesaikan|diselesaikan|dituntaskan)';
const TREATED =
  '(?:ditindaklanjuti|tindaklanjut|ditanggapi|dijawab|diproses|proses|ditangani|penanganan|tertangani|dilaksanakan|dilayani|terlayani)';
/** Of these a cell may say that they were done, and no more: "Selesai diverifikasi" is a step on the way. */
const STEP = '(?:diverifikasi|dikoordinasikan|diklarifikasi)';
const SUBJECT = '(?:(?:status|laporan|pengaduan|aduan|kasus|masalah|permasalahan) )?';
const BY = `(?: oleh ${WHOM_WORD})?`;
const RUNNING =
  '(?:proses|berproses|diproses|ditindaklanjuti|tindaklanjut|diverifikasi|verifikasi|dikoordinasikan|koordinasi|dikerjakan|ditangani|dilaksanakan|penanganan|penyelesaian)';

/** Each is the whole of a cell, or none is. */
const STATUS_PHRASES: readonly (readonly [RegExp, NonNullable<ImportedRow['status']>])[] = [
  [
    new RegExp(
      `^${SUBJECT}(?:(?:(?:sudah|telah) )*(?:${TREATED}|${STEP}) (?:dan )?)?(?:(?:sudah|telah) )*${ENDED}(?: (?:(?:dan|sudah|telah) )*(?:${ENDED}|${TREATED}|diarsipkan))*(?: dengan baik)?(?: 100(?: persen)?)?${BY}$`,
    ),
    'closed',
  ],
  // Handled, and no word says that it goes on; what was followed up may (rule 24).
  [
    new RegExp(
      `^${SUBJECT}(?:(?:sudah|telah) )+(?:ditangani|tertangani|dilaksanakan|dilayani|terlayani)(?: dengan baik)?${BY}$`,
    ),
    'closed',
  ],
  [/^(?:tertangani|terlayani)$/, 'closed'],
  [
    /^(?:masih )?belum (?:(?:di)?selesai(?:kan)?|(?:di)?tuntas(?:kan)?|rampung|beres|terselesaikan)$/,
    'in-progress',
  ],
  [
    new RegExp(
      `^${SUBJECT}(?:(?:sudah|telah|masih|sedang|dalam|tahap|status) )*${RUNNING}(?: ${RUNNING})*${BY}$`,
    ),
    'in-progress',
  ],
  [/^(?:(?:sudah|telah) )?(?:ditanggapi|dijawab|terverifikasi|pending)$/, 'in-progress'],
  // Sent to another body it is still ours to watch (rule 24).
  [
    new RegExp(`^${SUBJECT}(?:(?:sudah|telah|sedang) )*diteruskan(?: (?:ke|kepada) ${WHOM_WORD})?$`),
    'in-progress',
  ],
  [
    /^(?:masih |sedang )?menunggu(?: (?:jawaban|tanggapan|balasan|konfirmasi|hasil|tindaklanjut|koordinasi))?$/,
    'in-progress',
  ],
  [
    /^(?:masih )?belum(?: ada)?(?: (?:ditindaklanjuti|tindaklanjut|diproses|proses|ditanggapi|tanggapan|dijawab|jawaban|ditangani|tertangani|dilaksanakan|penanganan|diverifikasi|terverifikasi|verifikasi))?$/,
    'received',
  ],
  [/^(?:baru masuk|menunggu verifikasi)$/, 'received'],
];

const STATUS_WORD =
  /\b(?:arsip|diarsipkan|belum|baru masuk|selesai|tuntas|rampung|closed|ditutup|terselesaikan|diselesaikan|done|proses|berproses|diproses|sedang|dalam|ditindaklanjuti|tindaklanjut|terverifikasi|dikoordinasikan|ditanggapi|menunggu|pending)\b/;

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

/** Channel by the words of a register; null when they name none that we know, deny one, or name several (rule 37). */
export function readChannel(text: string): Channel | null {
  let words = ` ${wordsOf(text).join(' ')} `;
  if (/ (tidak|tdk|bukan|tanpa|non|selain) /.test(words)) return null;
  // "Lapor" is the product only by itself or in its own spelling; else it is what the citizen did.
  if (/lapor\s?!|\blapor\.go\.id\b/i.test(text)) words = words.replace(/ (www )?lapor( go id)? /, ' sp4n ');
  const named = new Set<Channel>();
  for (const [pattern, channel] of CHANNEL_WORDS) {
    const rest = words.replaceAll(pattern, ' ');
    if (rest !== words) named.add(channel);
    words = rest;
  }
  const [only] = named;
  return only === undefined || named.size > 1 ? null : only;
}

// The most specific first: what one has matched is not read again ("surat elektronik" is no letter).
const CHANNEL_WORDS: readonly (readonly [RegExp, Channel])[] = [
  [/^ lapor $| (?:(?:website|web|situs|aplikasi|portal) )?sp4n(?: lapor)?(?= )/g, 'sp4n-lapor'],
  [/ (whatsapp|whats app|wa|whatapp)(?= )/g, 'whatsapp'],
  [/ telegram(?= )/g, 'telegram'],
  [/ (facebook|fb|messenger)(?= )/g, 'facebook'],
  [/ (instagram|ig)(?= )/g, 'instagram'],
  [/ (twitter|x)(?= )/g, 'x'],
  [/ youtube(?= )/g, 'youtube'],
  [/ (tiktok|tik tok)(?= )/g, 'tiktok'],
  [/ linkedin(?= )/g, 'linkedin'],
  [/ sms(?= )/g, 'sms'],
  [/ (email|e mail|surel|surat elektronik)(?= )/g, 'email'],
  [/ (fax|faks|faksimile)(?= )/g, 'faks'],
  [/ kotak (saran|pengaduan|aduan|surat)(?= )|^ kotak $/g, 'kotak-saran'],
  [/ (surat|tertulis)(?= )/g, 'surat'],
  [/ (telepon|telpon|telp|telephone|call center|hotline)(?= )/g, 'telepon'],
  [/ ppid(?= )/g, 'ppid'],
  [/ (website|web|online|situs)(?= )/g, 'website'],
  [/ (kunjungan|jemput bola|lapangan)(?= )/g, 'kunjungan'],
  [/ (langsung|tatap muka|loket|datang|front office|helpdesk|help desk)(?= )/g, 'loket'],
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
