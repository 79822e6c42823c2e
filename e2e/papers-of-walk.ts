import type { CaseOperation } from '../src/domain/complaint/operation-table.ts';
import { numberHelp } from '../src/domain/papers/paper-number.ts';
import { postOf } from '../src/domain/papers/signature-block.ts';
import type { PaperDesk } from './paper-desk.ts';
import { textOf } from './running-tanggap.ts';
import { firstNumberOf, type Said, signersOf } from './said-at-the-counter.ts';
import type { OfficeStaff, Staff } from './staff-of-an-office.ts';

/** A case on its way, with what was said at its beginning. */
export type WalkedCase = {
  readonly staff: OfficeStaff;
  readonly desk: PaperDesk;
  readonly ticket: string;
  readonly said: Said;
  readonly channel: string;
  readonly unit: string;
};

/** What was written at the steps of a walk, which its papers must repeat. */
export const WRITTEN = {
  instructions: 'Mohon diperiksa di lapangan dan dijawab.',
  followUp: 'Data sudah diperiksa bersama pendamping desa.',
  draft: 'Bantuan cair kembali bulan depan.\n\nDasarnya pembaruan data semester ini.',
  review: 'Ada petunjuk awal yang perlu diperiksa.',
  finding: 'Berkas diterima lengkap dan tidak diteruskan.',
} as const;

/** The number of the office's agenda that a letter takes; each office is somewhere else in its book (rule 10). */
export async function agendaNumber({ staff: { data, holder } }: Pick<WalkedCase, 'staff'>, no: number) {
  const by = await holder('koordinator');
  return {
    by,
    printed: numberHelp(data.numbers, today(data.zone)).replace('…', `${firstNumberOf(data.slug)}${no}`),
  };
}

/** The day as an office in this zone has it. */
export function today(zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
}

/** "23 November 2026", by the words of the machine and not by ours. */
export function printedDay(day: string, weekday = false): string {
  return new Intl.DateTimeFormat('id-ID', {
    ...(weekday ? { weekday: 'long' } : {}),
    ...({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const),
  }).format(new Date(day));
}

/** Makes the papers that this step of the SOP asks for, by whoever did the step or signs (rules 23, 34). */
export async function makesPapersAfter(
  step: CaseOperation | 'intake',
  walked: WalkedCase,
  by: Staff,
): Promise<void> {
  const { staff, desk, ticket, said, channel, unit } = walked;
  const { data } = staff;
  const { head, headNip, leader } = signersOf(data.slug);
  const channelLabel = data.channels.find(({ key }) => key === channel)?.label ?? '';
  const unitLabel = data.units.find(({ key }) => key === unit)?.label ?? '';
  const dated = `${data.seat}, ${printedDay(today(data.zone))}`;
  switch (step) {
    case 'intake': {
      const received = [ticket, data.name, channelLabel, printedDay(today(data.zone), true)];
      await desk.makes(by, {
        ...({ kind: 'tanda-terima', ticket } as const),
        says: [...received, said.name, said.service.label, said.text, by.name, dated],
        silentOf: [said.phone, said.address],
      });
      const { what, who, bring, how, fee } = data.services[0] ?? {};
      await desk.makes(by, {
        ...({ kind: 'lembar-layanan', ticket: null, typed: { service: said.service.key } } as const),
        says: [`LAYANAN ${said.service.label.toUpperCase()}`, what, who, ...(bring ?? []), how, fee].map(
          (one) => one ?? '',
        ),
      });
      return;
    }
    case 'register': {
      const register = await registerNumber(by, ticket);
      await desk.makes(by, {
        ...({ kind: 'formulir-pengaduan', ticket } as const),
        says: [
          ...[ticket, register, said.name, said.address, said.phone, said.text, said.service.label],
          ...[said.place.label, said.occurredPrinted, channelLabel, by.name, dated],
        ],
      });
      return;
    }
    case 'dispose':
      await desk.makes(by, {
        ...({ kind: 'formulir-penyaluran', ticket } as const),
        says: [
          ...[ticket, await registerNumber(by, ticket), said.name, said.text, said.service.label],
          ...[`X${unitLabel}`, WRITTEN.instructions, channelLabel, dated],
          ...(data.clocks.disposedBy === 'koordinator' ? [leader] : [head, headNip]),
          postOf(data, data.clocks.disposedBy).toUpperCase(),
        ],
      });
      return;
    case 'submit-answer':
      await desk.makes(by, {
        ...({ kind: 'formulir-penyelesaian', ticket } as const),
        says: [ticket, said.text, WRITTEN.draft, unitLabel, dated, 'Mengetahui,'],
        silentOf: [said.name],
      });
      await makesAnswerLetter(walked, dated);
      return;
    case 'follow-up': {
      await desk.makes(by, {
        ...({ kind: 'berita-acara', ticket } as const),
        typed: {
          ...{ subject: 'Kunjungan Rumah', day: '2026-06-02', place: said.place.label },
          parties: `${by.name}; Kepala Bidang\n${said.name}; Pelapor`,
          content: 'Petugas menemui pelapor.\n\nData dicocokkan dengan kartu keluarga.',
        },
        says: [
          'BERITA ACARA KUNJUNGAN RUMAH',
          'Pada hari ini Selasa, tanggal dua bulan Juni tahun dua ribu dua puluh enam (2-6-2026)',
          ...[`bertempat di ${said.place.label}`, `${by.name}, Kepala Bidang`, `${said.name}, Pelapor`],
          ...['Petugas menemui pelapor.', 'Data dicocokkan', `${data.seat}, 2 Juni 2026`],
        ],
        number: await agendaNumber(walked, 1),
      });
      return;
    }
    default:
  }
}

/** Rule 25: by the head of the office, with its agenda's number, as PDF and DOCX. */
async function makesAnswerLetter(walked: WalkedCase, dated: string): Promise<void> {
  const { staff, desk, ticket, said } = walked;
  const { data, holder } = staff;
  const { head, headNip } = signersOf(data.slug);
  const register = await registerNumber(await holder('penanggung-jawab'), ticket);
  await desk.makes(await holder('penanggung-jawab'), {
    ...({ kind: 'surat-jawaban', ticket, alsoDocx: true } as const),
    typed: { copies: 'Inspektur\nArsip' },
    says: [
      ...[dated, said.service.label, `Yth. Saudara ${said.name}`, said.address],
      ...[`nomor register ${register}`, WRITTEN.draft],
      ...[
        postOf(data, 'penanggung-jawab').toUpperCase(),
        head,
        `NIP ${headNip}`,
        'Pembina Utama Muda (IV/c)',
      ],
      ...['Tembusan: 1. Inspektur 2. Arsip', printedDay(today(data.zone), true)],
    ],
    number: await agendaNumber(walked, 2),
  });
}

/** As the timeline of the case tells it. */
async function registerNumber({ page }: Staff, ticket: string): Promise<string> {
  await page.goto(`/petugas/kasus/${ticket}`);
  return /Diregister dengan nomor ([\dIVX/]+)/.exec(await textOf(page.getByRole('main')))?.[1] ?? '';
}

/** The papers of the lane of review, each by whoever's it is: telaah, surat tugas, berita acara, permintaan maaf (rules 27, 30). */
export async function makesPapersOfLane(step: CaseOperation, walked: WalkedCase, by: Staff): Promise<void> {
  const { staff, desk, ticket, said } = walked;
  const { data, holder } = staff;
  const { head, headNip, leader } = signersOf(data.slug);
  const on = today(data.zone);
  const dated = `${data.seat}, ${printedDay(on)}`;
  const post = postOf(data, 'penanggung-jawab');
  switch (step) {
    case 'review/recommend':
      await desk.makes(by, {
        ...({ kind: 'telaahan-staf', ticket, alsoDocx: true } as const),
        typed: { assumptions: 'Pelapor berkata benar.', conclusion: 'Perlu diperiksa lebih lanjut.' },
        says: [
          ...[`Kepada:Yth. ${post}`, `Tim Penelaah: ${by.name}`, said.text, 'Pelapor berkata benar.'],
          ...[WRITTEN.review, 'Perlu diperiksa lebih lanjut.', 'dilanjutkan dengan pemeriksaan (audit)'],
          ...[dated, await registerNumber(by, ticket)],
        ],
        silentOf: [said.name, said.phone],
        number: await agendaNumber(walked, 4),
      });
      return;
    case 'investigation/assign':
      await desk.makes(by, {
        ...({ kind: 'surat-tugas', ticket, alsoDocx: true } as const),
        typed: { purpose: 'Memeriksa berkas dan meminta keterangan.', grounds: `Keputusan ${post}.` },
        says: [
          ...['SURAT TUGAS', 'MEMERINTAHKAN:', 'Memeriksa berkas dan meminta keterangan.'],
          ...[`1. Keputusan ${post}.`, `${printedDay(on, true)}, selama 1 (satu) hari.`],
          ...[
            `Ditetapkan di ${data.seat}`,
            `pada tanggal ${printedDay(on)}`,
            head,
            headNip,
            post.toUpperCase(),
          ],
        ],
        silentOf: [said.name, said.text],
        number: await agendaNumber(walked, 5),
      });
      return;
    case 'investigation/find':
      await desk.makes(by, {
        ...({ kind: 'berita-acara', ticket } as const),
        typed: {
          ...{ day: '2026-08-17', place: `kantor di ${data.seat}`, content: WRITTEN.finding },
          parties: `${by.name}; Pemeriksa`,
        },
        says: [
          'BERITA ACARA PEMERIKSAAN PENGADUAN',
          'Pada hari ini Senin, tanggal tujuh belas bulan Agustus tahun dua ribu dua puluh enam (17-8-2026)',
          ...[`kantor di ${data.seat}`, WRITTEN.finding, `${data.seat}, 17 Agustus 2026`, by.name],
        ],
        silentOf: [said.name],
        number: await agendaNumber(walked, 6),
      });
      await desk.makes(await holder('koordinator'), {
        ...({ kind: 'permintaan-maaf', ticket, alsoDocx: true } as const),
        typed: { signer: 'koordinator' },
        says: [
          ...[data.name, `pelayanan ${said.service.label} pada ${said.occurredPrinted}`, dated, leader],
          postOf(data, 'koordinator').toUpperCase(),
        ],
        silentOf: [said.name, said.phone, said.text, ticket, head],
        number: await agendaNumber(walked, 7),
      });
      return;
    default:
  }
}
