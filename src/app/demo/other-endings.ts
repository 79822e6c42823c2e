import { type Teller, tellCase } from './demo-stage.ts';
import { basic, complete, reporter, type StorySet } from './story-parts.ts';

/** Endings that are rare, and that a report has a row for all the same (rule 26). */
export function otherEndings(set: StorySet): readonly Teller[] {
  return [notProven(set), writtenTwice(set), deemedWithdrawn(set)];
}

/** From inside the office, in secret; looked into, and nothing of it was proven (rule 2). */
function notProven({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(57, 9), cast.counter, (keep) => ({
      matter: keep.text('matter', 'Perlengkapan gudang diduga dipakai untuk keperluan pribadi.'),
      ...{ kind: 'whistleblowing', channel: 'surat', sourceNumber: 'AG-301', secret: true },
      reporters: [reporter(keep, 'Darmawan Misal', null)],
    }))
    .does(on(57, 9.2), cast.counter, 'register', () => ({}))
    .does(on(57, 9.5), cast.counter, 'verify', complete)
    .does(on(51, 9), cast.coordinator, 'answer', (keep) => ({
      way: 'oral',
      text: keep.text('answer', 'Catatan gudang diperiksa: semua perlengkapan ada dan tercatat.'),
    }))
    .does(on(51, 9.2), cast.coordinator, 'close', () => ({ outcome: 'not-proven' }));
}

/** A second message of the same person about what is already answered: archived, with a reason. */
function writtenTwice({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(36, 9), cast.online, (keep) => ({
      ...basic(keep, 'Mengirim lagi pesan kemarin tentang kartu sembako.'),
      ...{ channel: 'whatsapp', service: 'bpnt', place: 'barat' },
      reporters: [reporter(keep, 'Jumiati Andai', '0812-0000-0034')],
    }))
    .does(on(36, 9.3), cast.coordinator, 'archive', (keep) => ({
      outcome: 'archived-duplicate',
      reason: keep.text('reason', 'Pesan yang sama sudah dijawab kemarin.'),
    }));
}

/** Dianggap mencabut: told what is missing, provably, and silent for more than 30 days (rule 19). */
function deemedWithdrawn({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(125, 9), cast.online, (keep) => ({
      ...basic(keep, 'Bantuan saya dipotong, rinciannya menyusul.'),
      ...{ channel: 'email', service: 'bpnt', place: 'timur' },
      reporters: [reporter(keep, 'Rohani Karangan', '0812-0000-0035')],
    }))
    .does(on(125, 9.2), cast.online, 'register', () => ({}))
    .does(on(124, 9), cast.online, 'verify', (keep) => ({
      ...{ completeness: 'incomplete', authority: 'own' },
      missing: [keep.text('note', 'Waktu dan tempat pemotongan')],
    }))
    .does(on(123, 9), cast.online, 'prove-notice', () => ({ notice: 'incomplete' }))
    .does(on(90, 14), cast.online, 'withdraw', (keep) => ({
      deemed: true,
      reason: keep.text('reason', 'Tidak dilengkapi dalam 30 hari sejak pemberitahuan diterima.'),
    }));
}
