import type { Permission } from '../people/permissions.ts';

/** Every paper that Tanggap makes besides periodic reports and SOP sheets. */
export const PAPER_KINDS = [
  'tanda-terima',
  'formulir-pengaduan',
  'formulir-penyaluran',
  'formulir-penyelesaian',
  'surat-jawaban',
  'surat-pelimpahan',
  'surat-tugas',
  'telaahan-staf',
  'berita-acara',
  'daftar-hadir',
  'notulen',
  'permintaan-maaf',
  'sk-tim',
  'lembar-layanan',
  'catatan-arahan',
  'undangan',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export type PaperRule = {
  readonly title: string;
  /**
   * `own`: Tanggap numbers it without gaps (rule 9). `agenda`: the office's agenda does, *nomor menyusul* until somebody
   * types it (rule 10). `none`: it bears no number.
   */
  readonly series: 'own' | 'agenda' | 'none';
  /** Stands before the number of an own series: "TT-12/2027". */
  readonly prefix: string;
  /** Whoever may do one of these on the case, or in the office, may issue it. */
  readonly issuedBy: readonly Permission[];
  /** `case`: of one case. `office`: of none. `either`: of one or of none. */
  readonly about: 'case' | 'office' | 'either';
  /** It prints who complains: it opens as contacts of the case do (rule 32). */
  readonly namesPeople: boolean;
};

/** One row a paper: how it is numbered, who issues it, what it is about. */
export const PAPER_RULES: Readonly<Record<PaperKind, PaperRule>> = {
  'tanda-terima': naming(rule('Tanda Terima Pengaduan', 'own', ['intake', 'register'], 'case', 'TT')),
  'formulir-pengaduan': naming(rule('Formulir Pengaduan', 'own', ['intake', 'register'], 'case', 'FP')),
  'formulir-penyaluran': naming(
    rule('Formulir Penyaluran dan Lembar Disposisi', 'own', ['dispose'], 'case', 'FS'),
  ),
  'formulir-penyelesaian': rule(
    'Formulir Penyelesaian Pengaduan',
    'own',
    ['follow-up', 'close'],
    'case',
    'FL',
  ),
  'surat-jawaban': naming(rule('Surat Jawaban', 'agenda', ['letter/issue'], 'case')),
  'surat-pelimpahan': naming(rule('Surat Pelimpahan', 'agenda', ['letter/issue'], 'case')),
  'surat-tugas': rule('Surat Tugas', 'agenda', ['letter/issue', 'investigation/assign'], 'either'),
  'telaahan-staf': rule('Telaahan Staf', 'agenda', ['review/recommend', 'letter/issue'], 'case'),
  'berita-acara': rule('Berita Acara', 'agenda', ['letter/issue', 'follow-up'], 'either'),
  'daftar-hadir': rule('Daftar Hadir', 'none', ['letter/issue', 'follow-up'], 'either'),
  notulen: rule('Notulen', 'none', ['letter/issue', 'follow-up'], 'either'),
  'permintaan-maaf': rule('Permintaan Maaf', 'agenda', ['letter/issue'], 'case'),
  'sk-tim': rule('Keputusan tentang Tim Pengelola Pengaduan', 'agenda', ['letter/issue'], 'office'),
  undangan: rule('Undangan', 'agenda', ['letter/issue', 'follow-up'], 'office'),
  'lembar-layanan': rule('Lembar Layanan', 'none', ['case/read-open', 'intake'], 'office'),
  'catatan-arahan': rule('Catatan Arahan', 'none', ['refer', 'answer-at-desk', 'intake'], 'case'),
};

function rule(
  title: string,
  series: PaperRule['series'],
  issuedBy: readonly Permission[],
  about: PaperRule['about'],
  prefix = '',
): PaperRule {
  return { title, series, prefix, issuedBy, about, namesPeople: false };
}

function naming(plain: PaperRule): PaperRule {
  return { ...plain, namesPeople: true };
}

export function isPaperKind(word: string): word is PaperKind {
  return PAPER_KINDS.some((kind) => kind === word);
}

/** Letters that somebody signs by hand: those of the office's agenda (rule 34). */
export const SIGNED_KINDS: readonly PaperKind[] = PAPER_KINDS.filter(
  (kind) => PAPER_RULES[kind].series === 'agenda',
);
