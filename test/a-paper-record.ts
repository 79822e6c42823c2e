import type { OfficeData } from '../src/domain/office/office-data.ts';
import type { CaseRecord, PrintedPerson } from '../src/domain/papers/case-record.ts';
import type { PaperFrame } from '../src/domain/papers/paper-frame.ts';
import { anOffice } from './an-office.ts';

/** Somebody invented, with all that a paper can print of him. */
export function aPrintedPerson(over: Partial<PrintedPerson> = {}): PrintedPerson {
  return {
    name: 'Siti Contoh',
    phone: '0812-0000-0011',
    email: null,
    address: 'Jalan Contoh 11, Desa Contoh',
    nik: null,
    as: 'Diri sendiri',
    ...over,
  };
}

/** A case that walked the whole way, as papers read it. */
export function aCaseRecord(over: Partial<CaseRecord> = {}): CaseRecord {
  return {
    ticket: 'CON-2027-000123',
    registerNo: '87/IV/2027',
    sourceNumber: null,
    protected: false,
    restricted: false,
    urgent: false,
    received: 'Senin, 5 April 2027 pukul 09.12 WITA',
    receivedOn: '2027-04-05',
    recorded: 'Senin, 5 April 2027 pukul 09.20 WITA',
    happenedOn: '2027-04-01',
    receivedBy: 'Rina Contoh',
    channel: 'Datang langsung',
    kind: 'Pengaduan',
    service: 'Reaktivasi PBI-JK',
    category: 'Pelayanan tidak sesuai standar',
    severity: 'Sedang',
    place: 'Kecamatan Contoh Utara',
    matter:
      'Kartu BPJS saya tidak aktif sejak Maret, padahal saya harus cuci darah dua kali seminggu. Saya sudah dua kali ke kantor desa dan diminta menunggu tanpa kepastian. Mohon dibantu agar kartu aktif kembali.',
    reporters: [aPrintedPerson()],
    concerns: [],
    respondents: [],
    readBack: 'signed',
    complete: true,
    missing: [],
    documents: [
      { name: 'Kartu Tanda Penduduk', deferredBy: null },
      { name: 'Surat keterangan dari desa', deferredBy: 'Kepala Desa Contoh' },
    ],
    toBring: ['Kartu Tanda Penduduk', 'Kartu Keluarga'],
    due: [
      { label: 'Jawaban kantor (7 hari kerja)', when: 'paling lambat Rabu, 14 April 2027 pukul 16.00 WITA' },
    ],
    disposition: {
      on: 'Senin, 5 April 2027',
      by: 'Budi Contoh',
      unit: 'Bidang Linjamsos',
      otherUnits: [],
      owner: 'Dewi Contoh',
      instructions:
        'Periksa status kepesertaan di SIKS-NG hari ini dan ajukan reaktivasi bila memenuhi syarat.',
    },
    steps: [
      {
        on: '6 April 2027',
        what: 'Koordinasi',
        text: 'Status kepesertaan diperiksa bersama BPJS Kesehatan.',
        by: 'Dewi Contoh',
      },
      {
        on: '7 April 2027',
        what: 'Catatan',
        text: 'Usulan reaktivasi dikirim melalui SIKS-NG.',
        by: 'Dewi Contoh',
      },
    ],
    answer: {
      text: 'Usulan reaktivasi kartu Saudara sudah kami kirim dan disetujui pada 8 April 2027. Kartu dapat dipakai mulai hari itu.\n\nBila di fasilitas kesehatan kartu masih terbaca tidak aktif, hubungi kami dengan membawa surat ini.',
      way: 'letter',
      wayPrinted: 'dengan surat',
      on: 'Jumat, 9 April 2027',
    },
    draft: null,
    outcome: 'Masalah teratasi',
    closedOn: 'Jumat, 9 April 2027',
    narrative: 'Kartu PBI-JK diaktifkan kembali pada 8 April 2027.',
    referral: null,
    review: null,
    investigation: null,
    ...over,
  };
}

/** Around every paper: the office of the tests, a day, A4 with letterhead. */
export function aPaperFrame(over: Partial<PaperFrame> = {}, office: OfficeData = anOffice()): PaperFrame {
  return {
    office,
    dated: '2027-04-09',
    madeAt: '2027-04-09T02:00:00.000Z',
    paper: 'A4',
    letterhead: 'kop',
    number: null,
    signer: null,
    deputies: [],
    ...over,
  };
}
