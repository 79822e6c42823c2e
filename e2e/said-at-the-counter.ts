import type { OfficeData } from '../src/domain/office/office-data.ts';

/** Who came to an office and what he said there; made up, and another in each office. */
export type Said = {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly text: string;
  readonly occurredOn: string;
  /** As papers print that day. */
  readonly occurredPrinted: string;
  readonly service: { readonly key: string; readonly label: string };
  readonly place: { readonly key: string; readonly label: string };
};

/** Who is responsible for the office and who leads its team, as its file of officials names them; made up. */
export type Signers = { readonly head: string; readonly headNip: string; readonly leader: string };

/** Where its paper book stood: the number of its first case in Tanggap (rule 9). */
type Numbers = { readonly first: number };

type Invented = Omit<Said, 'service' | 'place'> & Signers & Numbers;

const INVENTED: Readonly<Record<string, Invented>> = {
  'kalimantan-barat': {
    ...{ name: 'Yohana Contoh', phone: '0812-0000-1101', address: 'Jalan Tanjungpura 11, Pontianak' },
    text: 'Izin undian berhadiah kami tertahan sejak awal bulan. Petugas mengatakan berkas sudah lengkap.',
    ...{ occurredOn: '2026-03-02', occurredPrinted: 'Senin, 2 Maret 2026' },
    ...{
      head: 'Theresia Contoh, S.Sos.',
      headNip: '19700101 199503 2 001',
      leader: 'Marselus Contoh, S.STP.',
    },
    first: 18,
  },
  'buru-selatan': {
    ...{ name: 'La Ode Contoh', phone: '0812-0000-2202', address: 'Desa Labuang RT 02, Namrole' },
    text: 'Rumah kami belum diperiksa walau permohonan masuk tahun lalu. Atapnya bocor di tiga tempat.',
    ...{ occurredOn: '2026-04-14', occurredPrinted: 'Selasa, 14 April 2026' },
    ...{ head: 'Salma Contoh, M.Si.', headNip: '19710202 199604 2 002', leader: 'Abdul Contoh, S.IP.' },
    first: 203,
  },
  karangasem: {
    ...{ name: 'Ni Made Contoh', phone: '0812-0000-3303', address: 'Banjar Dinas Contoh, Abang' },
    text: 'Kursi roda untuk anak saya belum datang. Kami sudah dua kali mengisi formulir yang sama.',
    ...{ occurredOn: '2026-05-20', occurredPrinted: 'Rabu, 20 Mei 2026' },
    ...{ head: 'I Wayan Contoh, S.E.', headNip: '19720303 199705 1 003', leader: 'Ketut Contoh, S.H.' },
    first: 41,
  },
  tabalong: {
    ...{ name: 'Rahmawati Contoh', phone: '0812-0000-4404', address: 'Desa Kambitin RT 4, Tanjung' },
    text: 'Kartu JKN ibu saya tidak aktif sejak Maret. Kami tahu setelah ditolak di puskesmas.',
    ...{ occurredOn: '2026-06-11', occurredPrinted: 'Kamis, 11 Juni 2026' },
    ...{
      head: 'Noor Contoh, S.Sos., M.A.P.',
      headNip: '19730404 199806 1 004',
      leader: 'Hamidah Contoh, S.Pd.',
    },
    first: 88,
  },
  'kutai-kartanegara': {
    ...{ name: 'Aji Contoh', phone: '0812-0000-5505', address: 'Gang Contoh 5, Tenggarong' },
    text: 'Nama orang tua saya hilang dari data bantuan. Tidak ada yang dapat mengatakan sebabnya.',
    ...{ occurredOn: '2026-07-31', occurredPrinted: 'Jumat, 31 Juli 2026' },
    ...{ head: 'Bambang Contoh, S.T.', headNip: '19740505 199907 1 005', leader: 'Ernawati Contoh, S.Sos.' },
    first: 7,
  },
};

function inventedFor(slug: string): Invented {
  const known = INVENTED[slug];
  if (known === undefined) throw new Error(`Nobody was made up for ${slug}`);
  return known;
}

export function saidAt({ slug, services, places }: OfficeData): Said {
  const [service] = services;
  const [place] = places;
  if (service === undefined || place === undefined) throw new Error(`${slug} has no service or no place`);
  return { ...inventedFor(slug), service, place };
}

export function signersOf(slug: string): Signers {
  return inventedFor(slug);
}

/** The number that the first case of an office takes this year. */
export function firstNumberOf(slug: string): number {
  return inventedFor(slug).first;
}

/** The office with its two signers and the state of its paper book in its file, as an office writes them before it begins. */
export function readyToBegin(data: OfficeData): OfficeData {
  const { head, headNip, leader, first } = inventedFor(data.slug);
  const year = new Date().getUTCFullYear();
  return {
    ...data,
    officials: [
      { role: 'penanggung-jawab', name: head, rank: 'Pembina Utama Muda (IV/c)', nip: headNip },
      { role: 'koordinator', name: leader, rank: 'Pembina (IV/a)', nip: null },
    ],
    numbers: { ...data.numbers, startAt: [{ year, next: first }] },
  };
}
