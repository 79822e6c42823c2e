import type { IntakeCommand } from '../../domain/complaint/decide-intake.ts';
import { type Teller, tellCase } from './demo-stage.ts';

import { basic, complete, reporter, type StorySet } from './story-parts.ts';

/** One open case for each place on the way, so that an inbox has something to show. */
export function openNow({ cast, on }: StorySet): readonly Teller[] {
  const open = (ago: number, words: string, more: Partial<IntakeCommand>): Teller =>
    tellCase().comesIn(on(ago, 10), cast.counter, (keep) => ({
      ...basic(keep, words),
      channel: 'loket',
      reporters: [reporter(keep, 'Arbayah Contoh', '0812-0000-0033')],
      ...more,
    }));
  const registered = (teller: Teller, ago: number): Teller =>
    teller.does(on(ago, 10.2), cast.counter, 'register', () => ({}));
  return [
    open(0, 'Kursi roda untuk anak penyandang disabilitas.', { service: 'lain-lain', place: 'utara' }),
    registered(open(1, 'PKH berhenti setelah pindah rumah.', { service: 'pkh', place: 'barat' }), 1),
    registered(open(2, 'Orang tua tinggal sendirian dan sakit.', { service: 'aslut', place: 'hulu' }), 2)
      .does(on(2, 10.5), cast.counter, 'verify', complete)
      .does(on(2, 10.7), cast.counter, 'classify', () => ({ severity: 'moderate' }))
      .does(on(2, 11), cast.counter, 'forward', () => ({})),
    registered(
      open(3, 'Rumah bocor, anak-anak tidur di lantai basah.', { service: 'rutilahu', place: 'timur' }),
      3,
    )
      .does(on(3, 11), cast.coordinator, 'dispose', () => ({ unit: 'pemberdayaan-sosial' }))
      .does(on(2, 9), cast.empowerment, 'follow-up', (keep) => ({
        ...{ entry: 'field-check', text: keep.text('entry', 'Ditinjau, foto diambil.') },
      })),
    registered(open(6, 'Saldo KKS berkurang tanpa diambil.', { service: 'kks', place: 'tengah' }), 6)
      .does(on(6, 10.4), cast.counter, 'classify', () => ({ severity: 'light' }))
      .does(on(6, 11), cast.coordinator, 'dispose', () => ({ unit: 'perlindungan-jaminan-sosial' })),
    registered(open(4, 'Bantuan lansia dipotong.', { service: 'aslut', place: 'selatan' }), 4)
      .does(on(4, 11), cast.coordinator, 'dispose', () => ({ unit: 'rehabilitasi-sosial' }))
      .does(on(3, 9), cast.rehabilitation, 'submit-answer', (keep) => ({
        text: keep.text('draft-answer', 'Potongan dikembalikan agen; buktinya terlampir.'),
      })),
    registered(
      open(8, 'Memohon bantuan usaha untuk keluarga.', { kind: 'permohonan-layanan', place: 'barat' }),
      8,
    ).does(on(8, 10.6), cast.counter, 'verify', (keep) => ({
      ...{ completeness: 'incomplete', authority: 'own' },
      missing: [keep.text('note', 'Kartu Keluarga')],
    })),
    registered(open(5, 'Jadwal penyaluran sembako tidak jelas.', { service: 'bpnt', place: 'hilir' }), 5)
      .does(on(5, 11), cast.counter, 'verify', complete)
      .does(on(4, 9), cast.counter, 'answer', (keep) => ({
        ...{
          way: 'oral',
          text: keep.text('answer', 'Jadwal ditempel di balai desa, dibacakan kepada pelapor.'),
        },
      })),
    registered(
      open(1, 'Warga terlantar di terminal, tidak dapat berbicara.', { service: 'lain-lain', urgent: true }),
      1,
    ),
  ];
}

/** Diteruskan: we send it and watch it; the case stays open (rule 24). */
export function waitingAtTheBank({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(12, 9), cast.online, (keep) => ({
      ...basic(keep, 'KKS terblokir dan bank meminta surat dari kantor.'),
      ...{ channel: 'sp4n-lapor', service: 'kks', place: 'selatan', sourceNumber: 'SP4N-000123' },
      reporters: [reporter(keep, 'Hasnah Ibarat', '0812-0000-0031')],
    }))
    .does(on(12, 9.3), cast.online, 'register', () => ({}))
    .does(on(12, 9.5), cast.online, 'verify', complete)
    .does(on(12, 10), cast.online, 'refer', (keep) => ({
      ...{ way: 'forwarded', body: 'bank-penyalur', text: keep.text('note', 'Surat pengantar dikirim.') },
    }))
    .does(on(10, 9), cast.online, 'ask', (keep) => ({
      ...{
        to: 'body',
        body: 'bank-penyalur',
        text: keep.text('question', 'Kapan kartu dapat dicetak ulang?'),
      },
    }));
}
