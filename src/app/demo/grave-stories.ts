import { localDate } from '../../domain/calendar/instant.ts';
import { type Teller, tellCase } from './demo-stage.ts';

import { basic, complete, reporter, type StorySet, someone } from './story-parts.ts';

/** Urgent: action first, papers afterwards (rule 5). */
export function flood({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(140, 8.2), cast.counter, (keep) => ({
      ...basic(
        keep,
        'Banjir sejak subuh merendam rumah kami dan tiga tetangga; ada dua lansia yang belum dijemput.',
      ),
      ...{ channel: 'telepon', service: 'lain-lain', place: 'hulu', urgent: true },
      reporters: [reporter(keep, 'Norhayati Contoh', '0812-0000-0021')],
    }))
    .does(on(140, 8.3), cast.rehabilitation, 'accept-urgent', () => ({}))
    .does(on(140, 9.5), cast.rehabilitation, 'follow-up', (keep) => ({
      ...{ entry: 'shelter', place: 'hulu', peopleHelped: 11 },
      text: keep.text('entry', 'Sebelas orang dibawa ke balai desa dengan perahu karet.'),
    }))
    .does(on(140, 11), cast.rehabilitation, 'follow-up', (keep) => ({
      ...{ entry: 'aid', place: 'hulu', peopleHelped: 11 },
      text: keep.text('entry', 'Makanan siap saji, selimut, dan perlengkapan bayi diserahkan.'),
    }))
    .does(on(140, 13), cast.counter, 'register', () => ({}))
    .does(on(140, 13.2), cast.coordinator, 'dispose', () => ({ unit: 'rehabilitasi-sosial' }))
    .does(on(139, 10), cast.coordinator, 'answer', (keep) => ({
      ...{
        way: 'oral',
        text: keep.text(
          'answer',
          'Bantuan darurat sudah diterima; pendataan rumah rusak berlangsung minggu ini.',
        ),
      },
    }))
    .does(on(135, 9), cast.coordinator, 'close', () => ({ outcome: 'resolved' }));
}

/** Protected: a number only in every report, same-day referral, spoken to where it is safe (rule 6). */
export function violence({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(96, 9), cast.counter, (keep) => ({
      ...basic(keep, 'Anak perempuan sering dipukul di rumahnya; gurunya yang melapor.'),
      ...{ channel: 'loket', service: 'lain-lain', place: 'timur', protected: true },
      safeContact: keep.text('safe-contact', 'Hubungi guru pada jam sekolah; jangan menelepon rumah.'),
      reporters: [{ ...reporter(keep, 'Idah Umpama', '0812-0000-0022'), as: 'official' }],
      concerns: [{ identity: someone(keep, 'concern', 'Anak Misal', null), relation: 'murid' }],
    }))
    .does(on(96, 9.3), cast.counter, 'register', () => ({}))
    .does(on(96, 9.5), cast.coordinator, 'dispose', () => ({ unit: 'rehabilitasi-sosial' }))
    .does(on(96, 11), cast.rehabilitation, 'follow-up', (keep) => ({
      ...{ entry: 'safe-handover', peopleHelped: 1 },
      text: keep.text('entry', 'Anak diantar ke UPTD PPA; serah terima ditandatangani.'),
    }))
    .does(on(93, 10), cast.coordinator, 'answer', (keep) => ({
      ...{
        way: 'oral',
        text: keep.text('answer', 'Anak didampingi UPTD PPA; perkembangan disampaikan kepada pelapor.'),
      },
    }))
    .does(on(93, 10.2), cast.coordinator, 'close', () => ({ outcome: 'resolved' }));
}

/** The closed lane to its end: telaah, the head's decision, surat tugas, finding, sanction recorded (rules 27–29). */
export function audited({ cast, on, zone }: StorySet): Teller {
  const [reviewer, auditor] = [cast.reviewer.account ?? '', cast.auditor.account ?? ''];
  const day = (ago: number): string => localDate(on(ago, 9), zone);
  return tellCase()
    .comesIn(on(130, 9), cast.counter, (keep) => ({
      ...basic(keep, 'Petugas meminta uang untuk memasukkan nama ke daftar penerima.'),
      ...{ channel: 'loket', category: 'penyalahgunaan-wewenang', secret: true },
      reporters: [reporter(keep, 'Nurdin Khayal', '0812-0000-0030')],
      respondents: [
        {
          identity: someone(keep, 'respondent', 'Petugas Misal', null),
          account: null,
          unit: 'pemberdayaan-sosial',
        },
      ],
    }))
    .does(on(130, 9.3), cast.counter, 'register', () => ({}))
    .does(on(130, 10), cast.counter, 'verify', complete)
    .does(on(129, 9), cast.reviewer, 'review/start', () => ({ reviewers: [reviewer] }))
    .does(on(127, 9), cast.reviewer, 'review/recommend', (keep) => ({
      ...{ recommendation: 'audit', text: keep.text('review', 'Keterangan dua saksi saling menguatkan.') },
    }))
    .does(on(126, 9), cast.head, 'review/decide', () => ({
      ...{ decision: 'audit', readers: [reviewer, auditor, cast.coordinator.account ?? ''] },
    }))
    .does(on(125, 9), cast.head, 'investigation/assign', () => ({
      ...{
        investigators: [{ account: auditor }],
        from: day(124),
        to: day(110),
        letterNumber: null,
      },
    }))
    .does(on(123, 9), cast.auditor, 'investigation/assess', (keep) => ({
      ...{ worthy: true, grounds: keep.text('review', 'Ada petunjuk awal dan saksi.') },
    }))
    .does(on(111, 9), cast.auditor, 'investigation/find', (keep) => ({
      ...{ finding: 'proven', text: keep.text('finding', 'Permintaan uang terbukti dari pesan tertulis.') },
    }))
    .does(on(100, 9), cast.head, 'investigation/sanction', (keep) => ({
      sanction: {
        ...{ number: 'SK-3', on: day(101), degree: 'moderate' },
        authority: keep.text('note', 'Pejabat pembina'),
      },
    }))
    .does(on(99, 9), cast.head, 'answer', (keep) => ({
      ...{ way: 'oral', text: keep.text('answer', 'Pemeriksaan selesai dan ditindaklanjuti sesuai aturan.') },
    }))
    .does(on(99, 9.5), cast.head, 'close', () => ({ outcome: 'resolved' }));
}

export function anonymousTip({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(30, 13), cast.counter, (keep) => ({
      ...basic(keep, 'Ada pungutan setiap pengambilan bantuan di sebuah agen.'),
      ...{ channel: 'kotak-saran', service: 'bpnt', place: 'barat', anonymous: true },
    }))
    .does(on(30, 13.2), cast.counter, 'register', () => ({}))
    .does(on(30, 13.5), cast.counter, 'verify', complete)
    .does(on(27, 9), cast.coordinator, 'answer', (keep) => ({
      ...{
        way: 'published',
        text: keep.text('answer', 'Agen sudah ditegur; bantuan tidak dipotong apa pun.'),
      },
    }))
    .does(on(27, 9.2), cast.coordinator, 'close', () => ({ outcome: 'resolved' }));
}
