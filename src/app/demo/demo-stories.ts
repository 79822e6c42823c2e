import { localDate } from '../../domain/calendar/instant.ts';
import { instantOf } from '../../domain/complaint/instant-ms.ts';
import { COMPLAINANT_ACTOR, PUBLIC_ACTOR } from '../../domain/people/case-actor.ts';
import { accused } from './accused-stories.ts';
import { type Teller, tellCase } from './demo-stage.ts';

import { anonymousTip, audited, flood, violence } from './grave-stories.ts';
import { openNow, waitingAtTheBank } from './open-stories.ts';
import { otherEndings } from './other-endings.ts';
import { basic, complete, reporter, type StorySet, someone } from './story-parts.ts';

/** Cases that each show something which the everyday ones do not. */
export function demoStories(set: StorySet): readonly Teller[] {
  return [
    flood(set),
    violence(set),
    ...enteredTwice(set),
    cancelled(set),
    backAgain(set),
    transferred(set),
    directed(set),
    incomplete(set),
    silentLetter(set),
    handedOver(set),
    corrected(set),
    withdrawn(set),
    advertisement(set),
    anonymousTip(set),
    audited(set),
    ...accused(set),
    waitingAtTheBank(set),
    lateAnswer(set),
    ...wholeGroup(set),
    ...otherEndings(set),
    ...openNow(set),
  ];
}

/** The same matter over two channels: one lives on in the other. */
function enteredTwice({ cast, on }: StorySet): readonly Teller[] {
  const words = 'Bantuan sembako bulan ini belum masuk, saldo kartu masih nol.';
  const shared = { service: 'bpnt', place: 'barat' } as const;
  const first = tellCase().comesIn(on(70, 9), cast.online, (keep) => ({
    ...basic(keep, words),
    ...shared,
    channel: 'whatsapp',
    reporters: [reporter(keep, 'Galuh Rekaan', '0812-0000-0023')],
  }));
  const second = tellCase()
    .comesIn(on(70, 10), cast.counter, (keep) => ({
      ...basic(keep, `${words} Saya sudah mengirim pesan tadi pagi.`),
      ...shared,
      channel: 'loket',
      reporters: [reporter(keep, 'Galuh Rekaan', '0812-0000-0023')],
    }))
    .does(on(70, 10.2), cast.counter, 'register', () => ({}));
  second.does(on(69, 9), cast.counter, 'verify', complete);
  second.does(on(69, 13), cast.counter, 'answer', (keep) => ({
    ...{ way: 'oral', text: keep.text('answer', 'Rekening belum padan; perbaikannya sudah diusulkan.') },
  }));
  second.does(on(69, 13.2), cast.counter, 'close', () => ({ outcome: 'explained' }));
  first.mergesInto(on(70, 11), cast.coordinator, second, 'Pelapor dan pokoknya sama.');
  return [first, second];
}

function cancelled({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(112, 9), cast.counter, (keep) => ({
      ...basic(keep, 'Menanyakan alamat kantor lain.'),
      channel: 'loket',
    }))
    .does(on(112, 9.1), cast.counter, 'register', () => ({}))
    .does(on(112, 14), cast.coordinator, 'cancel', (keep) => ({
      reason: keep.text('reason', 'Salah catat: tamu untuk kantor lain.'),
    }));
}

/** Closed, confirmed by nobody, opened again by the complainant within the window, closed for good and confirmed. */
function backAgain({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(60, 21), PUBLIC_ACTOR, (keep) => ({
      ...basic(keep, 'Kartu PBI-JK ibu saya nonaktif padahal besok jadwal cuci darah.'),
      ...{ channel: 'website', service: 'pbi-jk', place: 'utara' },
      reporters: [reporter(keep, 'Taufik Andai', '0812-0000-0024')],
    }))
    .does(on(59, 8), cast.online, 'register', () => ({}))
    .does(on(59, 8.2), cast.online, 'verify', complete)
    .does(on(59, 8.4), cast.online, 'acknowledge', () => ({ channel: 'website' }))
    .does(on(59, 8.5), cast.online, 'classify', () => ({ severity: 'moderate', category: 'bantuan-sosial' }))
    .does(on(59, 8.6), cast.online, 'forward', () => ({}))
    .does(on(59, 9), cast.coordinator, 'dispose', (keep) => ({
      ...{
        unit: 'perlindungan-jaminan-sosial',
        instructions: keep.text('instructions', 'Dahulukan, ada jadwal berobat.'),
      },
    }))
    .does(on(59, 11), cast.protection, 'follow-up', (keep) => ({
      ...{
        entry: 'coordination',
        text: keep.text('entry', 'Surat keterangan untuk rumah sakit diterbitkan; reaktivasi diusulkan.'),
      },
    }))
    .does(on(58, 9), cast.protection, 'submit-answer', (keep) => ({
      text: keep.text(
        'draft-answer',
        'Kartu sudah diusulkan aktif kembali; surat keterangan dapat dipakai hari ini.',
      ),
    }))
    .does(on(58, 10), cast.coordinator, 'approve-answer', () => ({}))
    .does(on(58, 10.1), cast.online, 'answer', () => ({
      way: 'channel',
      channel: 'website',
      delivered: true,
    }))
    .does(on(58, 10.2), cast.online, 'close', () => ({ outcome: 'resolved' }))
    .does(on(55, 19), COMPLAINANT_ACTOR, 'reopen', (keep) => ({
      reason: keep.text('reason', 'Di rumah sakit kartunya masih ditolak.'),
    }))
    .does(on(54, 9), cast.protection, 'follow-up', (keep) => ({
      ...{
        entry: 'coordination',
        text: keep.text('entry', 'Data di BPJS Kesehatan diperbarui; kartu aktif.'),
      },
    }))
    .does(on(54, 11), cast.online, 'answer', (keep) => ({
      ...{ way: 'channel', channel: 'website', delivered: true },
      text: keep.text('answer', 'Kartu sudah aktif; silakan dipakai.'),
    }))
    .does(on(54, 11.2), cast.online, 'close', () => ({ outcome: 'resolved' }))
    .does(on(52, 18), COMPLAINANT_ACTOR, 'confirm', () => ({}))
    .does(on(50, 9), cast.online, 'file', () => ({ box: 'A-1', classification: '460' }));
}

/** Dilimpahkan: the other body takes it over and confirms (rule 24). */
function transferred({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(84, 10), cast.online, (keep) => ({
      ...basic(keep, 'KTP saya ganda sehingga bantuan tidak pernah cair.'),
      ...{ channel: 'facebook', place: 'selatan' },
      reporters: [reporter(keep, 'Paridah Khayal', '0812-0000-0025')],
    }))
    .does(on(84, 10.5), cast.online, 'register', () => ({}))
    .does(on(83, 9), cast.online, 'refer', (keep) => ({
      ...{
        way: 'transferred',
        body: 'disdukcapil',
        text: keep.text('note', 'Dilimpahkan: data kependudukan ganda.'),
      },
    }))
    .does(on(80, 9), cast.online, 'confirm-transfer', (keep) => ({
      reference: 'DKC-17',
      answer: {
        ...{ way: 'channel', channel: 'facebook', delivered: true },
        text: keep.text('answer', 'Disdukcapil menerima dan menangani; nomor rujukan DKC-17.'),
      },
    }));
}

/** Diarahkan: told where to go; our case is answered (rule 24). */
function directed({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(45, 9), cast.counter, (keep) => ({
      ...basic(keep, 'Menanyakan cara mengurus surat keterangan domisili.'),
      ...{ channel: 'loket', kind: 'permintaan-informasi', place: 'tengah' },
      reporters: [reporter(keep, 'Samsuri Ibarat', null)],
    }))
    .does(on(45, 9.1), cast.counter, 'register', () => ({}))
    .does(on(45, 9.2), cast.counter, 'refer', (keep) => ({
      ...{ way: 'directed', body: 'desa-kelurahan' },
      answer: { way: 'oral', text: keep.text('answer', 'Diarahkan ke kantor desa dengan catatan tertulis.') },
    }));
}

/** Incomplete, told, complete again: the statute's own clocks (UU 25/2009 ps. 44). */
function incomplete({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(102, 9), cast.counter, (keep) => ({
      ...basic(keep, 'Memohon bantuan perbaikan rumah yang rubuh.'),
      ...{ channel: 'loket', kind: 'permohonan-layanan', service: 'rutilahu', place: 'hilir' },
      reporters: [reporter(keep, 'Lamsiah Misal', '0812-0000-0026')],
    }))
    .does(on(102, 9.2), cast.counter, 'register', () => ({}))
    .does(on(102, 9.5), cast.counter, 'verify', (keep) => ({
      ...{ completeness: 'incomplete', authority: 'own' },
      missing: [keep.text('note', 'Bukti penguasaan tanah')],
    }))
    .does(on(95, 10), cast.counter, 'verify', complete)
    .does(on(95, 10.2), cast.counter, 'classify', () => ({ severity: 'special' }))
    .does(on(95, 10.5), cast.coordinator, 'dispose', () => ({ unit: 'pemberdayaan-sosial' }))
    .does(on(90, 9), cast.empowerment, 'follow-up', (keep) => ({
      ...{
        entry: 'field-check',
        place: 'hilir',
        text: keep.text('entry', 'Rumah ditinjau: atap rubuh, dinding lapuk.'),
      },
    }))
    .does(on(82, 9), cast.empowerment, 'answer', (keep) => ({
      ...{ way: 'oral', text: keep.text('answer', 'Masuk usulan tahun depan; kuota tahun ini habis.') },
    }))
    .does(on(82, 9.5), cast.counter, 'close', () => ({ outcome: 'explained' }));
}

/** A letter, stamped two days before it was written down, answered by letter that nobody could deliver (rule 25). */
function silentLetter({ cast, on, zone }: StorySet): Teller {
  return tellCase()
    .comesIn(on(118, 9), cast.counter, (keep) => ({
      ...basic(keep, 'Surat: menyampaikan saran agar jadwal penyaluran dipasang di balai desa.'),
      ...{ channel: 'surat', kind: 'aspirasi', sourceNumber: 'AG-214' },
      receivedAt: instantOf(on(120, 10)),
      lateEntryReason: keep.text('reason', 'Surat diterima sekretariat, diteruskan hari ini.'),
      reporters: [reporter(keep, 'Ibrahim Karangan', null)],
    }))
    .does(on(118, 9.3), cast.counter, 'register', () => ({}))
    .does(on(118, 9.5), cast.counter, 'verify', complete)
    .does(on(110, 9), cast.coordinator, 'answer', (keep) => ({
      way: 'undeliverable',
      text: keep.text('answer', 'Saran diterima; jadwal akan dipasang mulai bulan depan.'),
      undeliverableReason: keep.text('reason', 'Alamat pada surat tidak ditemukan.'),
      attempts: [{ on: localDate(on(113, 9), zone), how: keep.text('note', 'Surat kembali dari pos.') }],
    }))
    .does(on(110, 9.2), cast.coordinator, 'close', () => ({ outcome: 'explained' }));
}

function handedOver({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(38, 9), cast.counter, (keep) => ({
      ...basic(keep, 'Kakek hidup sebatang kara dan sakit, tidak punya kartu jaminan kesehatan.'),
      ...{ channel: 'loket', service: 'aslut', place: 'hulu' },
      reporters: [{ ...reporter(keep, 'Jamilah Contoh', '0812-0000-0027'), as: 'proxy' }],
      concerns: [{ identity: someone(keep, 'concern', 'Mahmud Rekaan', null), relation: 'tetangga' }],
    }))
    .does(on(38, 9.2), cast.counter, 'register', () => ({}))
    .does(on(38, 9.3), cast.counter, 'forward', () => ({}))
    .does(on(38, 10), cast.coordinator, 'dispose', () => ({ unit: 'perlindungan-jaminan-sosial' }))
    .does(on(37, 9), cast.protection, 'hand-over', (keep) => ({
      ...{ toUnit: 'rehabilitasi-sosial', reason: keep.text('reason', 'Pokoknya lanjut usia terlantar.') },
    }))
    .does(on(35, 9), cast.rehabilitation, 'follow-up', (keep) => ({
      ...{ entry: 'field-check', text: keep.text('entry', 'Dikunjungi; dirawat sementara di puskesmas.') },
    }))
    .does(on(33, 9), cast.rehabilitation, 'answer', (keep) => ({
      ...{ way: 'oral', text: keep.text('answer', 'Sudah didata dan diusulkan; puskesmas memantau.') },
    }))
    .does(on(33, 9.2), cast.coordinator, 'close', () => ({
      outcome: 'pending-elsewhere',
      pending: { body: 'kemensos', reference: 'USUL-88', lookAgainOn: '2099-01-04' },
    }));
}

function corrected({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(77, 9), cast.counter, (keep) => ({
      ...basic(keep, 'KKS hilang di pasar.'),
      ...{ channel: 'loket', service: 'bpnt', place: 'tengah' },
      reporters: [reporter(keep, 'Masrah Umpama', '0812-0000-0028')],
    }))
    .does(on(77, 9.1), cast.counter, 'register', () => ({}))
    .does(on(77, 10), cast.counter, 'correct', (keep) => ({
      ...{ changes: { service: 'kks' }, reason: keep.text('reason', 'Layanannya KKS, bukan BPNT.') },
    }))
    .does(on(77, 10.1), cast.counter, 'verify', complete)
    .does(on(77, 10.5), cast.counter, 'answer', (keep) => ({
      ...{ way: 'oral', text: keep.text('answer', 'Surat pengantar ke bank penyalur sudah diberikan.') },
    }))
    .does(on(77, 10.6), cast.counter, 'close', () => ({ outcome: 'resolved' }));
}

function withdrawn({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(66, 9), cast.online, (keep) => ({
      ...basic(keep, 'Bantuan PKH belum masuk.'),
      ...{ channel: 'whatsapp', service: 'pkh' },
      reporters: [reporter(keep, 'Kasmah Andai', '0812-0000-0029')],
    }))
    .does(on(66, 9.2), cast.online, 'register', () => ({}))
    .does(on(64, 9), cast.online, 'withdraw', (keep) => ({
      reason: keep.text('reason', 'Sudah masuk kemarin, pengaduan dicabut.'),
    }));
}

function advertisement({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(48, 9), cast.online, (keep) => ({
      ...basic(keep, 'Penawaran pinjaman.'),
      channel: 'instagram',
    }))
    .does(on(48, 9.1), cast.coordinator, 'archive', (keep) => ({
      ...{ outcome: 'archived-invalid', reason: keep.text('reason', 'Iklan, bukan pengaduan.') },
    }));
}

function lateAnswer({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(90, 9), cast.counter, (keep) => ({
      ...basic(keep, 'Nama saya hilang dari daftar penerima beras daerah.'),
      ...{ channel: 'loket', service: 'rasda', place: 'utara' },
      reporters: [reporter(keep, 'Rusmini Contoh', '0812-0000-0032')],
    }))
    .does(on(90, 9.2), cast.counter, 'register', () => ({}))
    .does(on(90, 9.5), cast.counter, 'classify', () => ({ severity: 'light' }))
    .does(on(90, 10), cast.coordinator, 'dispose', () => ({ unit: 'perlindungan-jaminan-sosial' }))
    .does(on(75, 9), cast.staff, 'follow-up', (keep) => ({
      ...{ entry: 'note', text: keep.text('entry', 'Keputusan desa baru diterima.') },
    }))
    .does(on(74, 9), cast.protection, 'answer', (keep) => ({
      ...{ way: 'oral', text: keep.text('answer', 'Nama tercantum kembali mulai bulan ini.') },
    }))
    .does(on(74, 9.2), cast.coordinator, 'close', () => ({ outcome: 'resolved' }));
}

/** Neighbours who come together: cases of their own, answered at the desk one after the other (rule 3). */
function wholeGroup({ cast, on }: StorySet): readonly Teller[] {
  return ['Salamah Andai', 'Murniati Misal', 'Saidah Rekaan'].map((name, index) =>
    tellCase()
      .comesIn(
        on(22, 9 + index / 5),
        cast.counter,
        (keep) => ({
          ...basic(keep, 'Beras bantuan yang dibagikan berkutu; datang bersama tetangga satu RT.'),
          ...{ channel: 'loket', service: 'rasda', place: 'hilir' },
          reporters: [{ ...reporter(keep, name, null), as: 'group' }],
        }),
        (keep) => ({
          ...{ way: 'oral', outcome: 'resolved' },
          text: keep.text('answer', 'Beras ditukar hari itu juga di gudang.'),
        }),
      )
      .does(on(21, 8.5), cast.coordinator, 'acknowledge-desk-answer', () => ({})),
  );
}
