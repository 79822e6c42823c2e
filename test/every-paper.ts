import type { DocumentTree } from '../src/domain/documents/blocks.ts';
import type { OfficeData } from '../src/domain/office/office-data.ts';
import { buildAnswerLetter } from '../src/domain/papers/build-answer-letter.ts';
import { buildApology } from '../src/domain/papers/build-apology.ts';
import { buildAssignmentLetter } from '../src/domain/papers/build-assignment-letter.ts';
import { buildAttendanceList } from '../src/domain/papers/build-attendance-list.ts';
import { buildComplaintForm } from '../src/domain/papers/build-complaint-form.ts';
import { buildDirectionNote } from '../src/domain/papers/build-direction-note.ts';
import { buildDispositionSheet } from '../src/domain/papers/build-disposition-sheet.ts';
import { buildMeetingInvitation } from '../src/domain/papers/build-meeting-invitation.ts';
import { buildMeetingNotes } from '../src/domain/papers/build-meeting-notes.ts';
import { buildOfficialMinutes } from '../src/domain/papers/build-official-minutes.ts';
import { buildReceipt } from '../src/domain/papers/build-receipt.ts';
import { buildReferralLetter } from '../src/domain/papers/build-referral-letter.ts';
import { buildResolutionForm } from '../src/domain/papers/build-resolution-form.ts';
import { buildServiceSheet } from '../src/domain/papers/build-service-sheet.ts';
import { buildStaffReview } from '../src/domain/papers/build-staff-review.ts';
import { buildTeamDecree } from '../src/domain/papers/build-team-decree.ts';
import type { CaseRecord } from '../src/domain/papers/case-record.ts';
import type { PaperFrame } from '../src/domain/papers/paper-frame.ts';
import type { PaperKind } from '../src/domain/papers/paper-kind.ts';
import { aCaseRecord, aPaperFrame } from './a-paper-record.ts';

const LETTER = { body: null, enclosed: null, copies: ['Bupati Contoh', 'Inspektur Kabupaten Contoh'] };

/** One of each paper, of the same case. */
export const EVERY_PAPER: Readonly<
  Record<PaperKind, (frame: PaperFrame, record: CaseRecord) => DocumentTree>
> = {
  'tanda-terima': buildReceipt,
  'formulir-pengaduan': buildComplaintForm,
  'formulir-penyaluran': buildDispositionSheet,
  'formulir-penyelesaian': buildResolutionForm,
  'surat-jawaban': (frame, record) => buildAnswerLetter(frame, record, LETTER),
  'surat-pelimpahan': (frame, record) => buildReferralLetter(frame, record, LETTER),
  'catatan-arahan': (frame, record) =>
    buildDirectionNote(frame, record, {
      to: 'BPJS Kesehatan',
      address: 'Jalan Contoh 5, Contoh Kota',
      contact: '0812-0000-0070',
      hours: 'Senin–Jumat pukul 08.00–15.00 WITA',
      bring: ['Kartu Tanda Penduduk', 'Kartu Keluarga', 'Surat keterangan dari desa'],
      remark: 'Minta pengecekan status kepesertaan di loket informasi.',
    }),
  'surat-tugas': (frame, record) =>
    buildAssignmentLetter(frame, record, {
      people: [
        { name: 'Dewi Contoh', post: 'Kepala Bidang Linjamsos' },
        { name: 'Agus Contoh', post: 'Staf Bidang Linjamsos' },
      ],
      from: '2027-04-12',
      to: '2027-04-14',
      place: 'Kecamatan Contoh Utara',
      purpose: 'Melakukan pemeriksaan lapangan atas pengaduan tersebut.',
      grounds: ['Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik.'],
      copies: ['Sekretaris Dinas'],
    }),
  'telaahan-staf': (frame, record) =>
    buildStaffReview(frame, record, {
      assumptions: 'Pelapor masih tercatat sebagai penerima bantuan iuran.',
      analysis: 'Kepesertaan dinonaktifkan karena data kependudukan belum diperbarui.',
      conclusion: 'Pengaduan beralasan dan menjadi wewenang dinas.',
    }),
  'berita-acara': (frame, record) =>
    buildOfficialMinutes(frame, {
      subject: 'Pemeriksaan Lapangan',
      day: '2027-04-12',
      place: 'Kantor Desa Contoh',
      parties: [
        { name: 'Dewi Contoh', post: 'Kepala Bidang Linjamsos' },
        { name: 'Kepala Desa Contoh', post: null },
      ],
      content: 'Data pelapor dicocokkan dengan data desa.\n\nPelapor memenuhi syarat sebagai penerima.',
      ticket: record.ticket,
      secret: false,
    }),
  'daftar-hadir': (frame) =>
    buildAttendanceList(frame, {
      event: 'Rapat pembinaan pengelolaan pengaduan',
      day: '2027-04-12',
      time: '09.00 WITA sampai selesai',
      place: 'Aula Dinas Sosial',
      people: [
        { name: 'Dewi Contoh', body: 'Bidang Linjamsos' },
        { name: 'Agus Contoh', body: 'Bidang Rehsos' },
      ],
      emptyRows: 8,
    }),
  notulen: (frame) =>
    buildMeetingNotes(frame, {
      event: 'Rapat pembinaan pengelolaan pengaduan',
      day: '2027-04-12',
      time: '09.00 WITA sampai selesai',
      place: 'Aula Dinas Sosial',
      chair: 'Budi Contoh',
      writer: 'Rina Contoh',
      present: ['Dewi Contoh, Bidang Linjamsos', 'Agus Contoh, Bidang Rehsos'],
      agenda: ['Pengaduan yang terlambat', 'Pembagian tugas bulan April'],
      discussion: 'Dari 14 pengaduan, dua terlambat karena menunggu data desa.',
      decisions: [{ what: 'Data desa diminta setiap Senin.', who: 'Dewi Contoh', until: '2027-04-19' }],
    }),
  'permintaan-maaf': (frame) =>
    buildApology(frame, { service: 'reaktivasi PBI-JK', day: '2027-04-01', remedy: null }),
  'sk-tim': (frame) =>
    buildTeamDecree(frame, {
      year: 2027,
      members: [
        { name: 'Budi Contoh', roles: [frame.office.roles[0]?.key ?? ''], post: 'Kepala Dinas' },
        { name: 'Dewi Contoh', roles: [frame.office.roles[1]?.key ?? ''], post: 'Sekretaris Dinas' },
      ],
      copies: ['Bupati Contoh', 'Inspektur Kabupaten Contoh'],
    }),
  undangan: (frame) =>
    buildMeetingInvitation(frame, {
      event: 'Rapat pembinaan pengelolaan pengaduan',
      day: '2027-04-12',
      time: '09.00 WITA sampai selesai',
      place: 'Aula Dinas Sosial',
      agenda: ['Pengaduan yang terlambat', 'Pembagian tugas bulan April'],
      to: [
        { name: 'Kepala Desa Contoh', body: 'Pemerintah Desa Contoh' },
        { name: 'Dewi Contoh', body: 'Bidang Linjamsos' },
        { name: 'Agus Contoh', body: 'Bidang Rehsos' },
        { name: 'Rina Contoh', body: null },
      ],
      copies: ['Bupati Contoh'],
    }),
  'lembar-layanan': (frame) => {
    const [service] = frame.office.services;
    if (service === undefined) throw new Error('The office has no service');
    return buildServiceSheet(frame, service);
  },
};

/** The paper of this kind of the invented case. */
export function aPaper(
  kind: PaperKind,
  over: {
    readonly frame?: Partial<PaperFrame>;
    readonly office?: OfficeData;
    readonly record?: Partial<CaseRecord>;
  } = {},
): DocumentTree {
  return EVERY_PAPER[kind](aPaperFrame(over.frame, over.office), aCaseRecord(over.record));
}
