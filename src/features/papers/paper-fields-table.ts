import type { MeetingPaper } from '../../domain/papers/meeting-record.ts';
import type { PaperKind } from '../../domain/papers/paper-kind.ts';
import type { WordKey } from '../../platform/words/words.ts';

/** A field of a paper that no record can fill. */
export type PaperField = {
  readonly name: string;
  readonly control: 'text' | 'area' | 'date' | 'number' | 'service' | 'decree';
  readonly label: WordKey;
  readonly hint?: WordKey;
  /** Asked for before it is issued; a preview does without. */
  readonly required: boolean;
};

const optional = (
  name: string,
  control: PaperField['control'],
  label: WordKey,
  hint?: WordKey,
): PaperField => ({
  ...{ name, control, label, required: false },
  ...(hint === undefined ? {} : { hint }),
});
const required = (
  name: string,
  control: PaperField['control'],
  label: WordKey,
  hint?: WordKey,
): PaperField => ({
  ...optional(name, control, label, hint),
  required: true,
});

const COPIES = optional('copies', 'area', 'papers.copies', 'papers.one-a-line');
const LETTER = [
  optional('body', 'area', 'papers.body', 'papers.body-hint'),
  optional('enclosed', 'text', 'papers.enclosed'),
  COPIES,
] as const;
const MEETING = [
  required('event', 'text', 'papers.event'),
  required('day', 'date', 'papers.day'),
  optional('time', 'text', 'papers.time'),
  required('place', 'text', 'papers.place'),
] as const;

/** What somebody writes for each kind; forms that fill themselves ask nothing (rule 23). */
export const PAPER_FIELDS: Readonly<Record<PaperKind, readonly PaperField[]>> = {
  'tanda-terima': [],
  'formulir-pengaduan': [],
  'formulir-penyaluran': [],
  'formulir-penyelesaian': [],
  'surat-jawaban': LETTER,
  'surat-pelimpahan': LETTER,
  'surat-tugas': [
    required('people', 'area', 'papers.people', 'papers.people-hint'),
    required('from', 'date', 'papers.from'),
    required('to', 'date', 'papers.to'),
    optional('place', 'text', 'papers.place'),
    required('purpose', 'area', 'papers.purpose'),
    optional('grounds', 'area', 'papers.grounds', 'papers.one-a-line'),
    COPIES,
  ],
  'telaahan-staf': [
    optional('assumptions', 'area', 'papers.assumptions'),
    optional('analysis', 'area', 'papers.analysis'),
    optional('conclusion', 'area', 'papers.conclusion'),
  ],
  'berita-acara': [
    required('subject', 'text', 'papers.subject', 'papers.subject-hint'),
    required('day', 'date', 'papers.day'),
    required('place', 'text', 'papers.place'),
    required('parties', 'area', 'papers.parties', 'papers.people-hint'),
    required('content', 'area', 'papers.content'),
  ],
  'daftar-hadir': [
    ...MEETING,
    optional('people', 'area', 'papers.present', 'papers.people-hint'),
    optional('emptyRows', 'number', 'papers.empty-rows'),
  ],
  notulen: [
    ...MEETING,
    optional('chair', 'text', 'papers.chair'),
    optional('writer', 'text', 'papers.writer'),
    optional('present', 'area', 'papers.present', 'papers.one-a-line'),
    optional('agenda', 'area', 'papers.agenda', 'papers.one-a-line'),
    optional('discussion', 'area', 'papers.discussion'),
    optional('decisions', 'area', 'papers.decisions', 'papers.decisions-hint'),
  ],
  'permintaan-maaf': [
    required('day', 'date', 'papers.service-day'),
    optional('remedy', 'area', 'papers.remedy'),
  ],
  'catatan-arahan': [
    required('to', 'text', 'papers.directed-to'),
    optional('address', 'text', 'admin.f.body-address', 'papers.pen-hint'),
    optional('hours', 'text', 'admin.f.body-hours'),
    optional('contact', 'text', 'admin.f.body-contact'),
    optional('bring', 'area', 'admin.f.bring', 'papers.one-a-line'),
    optional('remark', 'area', 'papers.directed-remark'),
  ],
  'sk-tim': [
    optional('decree', 'decree', 'papers.decree', 'papers.decree-hint'),
    optional('year', 'number', 'papers.year', 'papers.year-hint'),
    COPIES,
  ],
  undangan: [
    ...MEETING,
    optional('to', 'area', 'papers.invited', 'papers.people-hint'),
    optional('agenda', 'area', 'papers.agenda', 'papers.one-a-line'),
    COPIES,
  ],
  'lembar-layanan': [required('service', 'service', 'papers.service')],
};

/** What the record of a meeting cannot know of its papers; all else is written there (rule 23). */
export const MEETING_FIELDS: Readonly<Record<MeetingPaper, readonly PaperField[]>> = {
  undangan: [optional('to', 'area', 'papers.invited', 'papers.people-hint'), COPIES],
  'daftar-hadir': [optional('emptyRows', 'number', 'papers.empty-rows')],
  notulen: [],
  'berita-acara': [],
};
