import type { WorksHere } from '../../domain/complaint/vocabulary.ts';
import { PUBLIC_ACTOR } from '../../domain/people/case-actor.ts';
import type { Keeper } from '../../features/cases/vault/keeper.ts';
import { type Teller, tellCase } from './demo-stage.ts';

import { basic, complete, reporter, type StorySet, someone } from './story-parts.ts';

/** Complaints of the public that name somebody: who he is stays to be said, is said, or needs no saying (rule 28). */
export function accused(set: StorySet): readonly Teller[] {
  return [nobodyKnowsWho(set), colleague(set), agentOfTheBank(set), atHome(set)];
}

function named(keep: Keeper, name: string, worksHere: WorksHere) {
  return { identity: someone(keep, 'respondent', name, null), account: null, unit: null, worksHere };
}

/** Open still: those on duty see that something urgent waits, those who dispose what it is. */
function nobodyKnowsWho({ on }: StorySet): Teller {
  return tellCase().comesIn(on(0, 15.5), PUBLIC_ACTOR, (keep) => ({
    ...basic(keep, 'Seorang petugas menahan kartu KKS ibu saya dan meminta uang; obatnya habis malam ini.'),
    ...{ channel: 'website', service: 'kks', place: 'hulu', urgent: true },
    reporters: [reporter(keep, 'Aminah Rekaan', '0812-0000-0034')],
    respondents: [named(keep, 'Karyawan Misal', 'unknown')],
  }));
}

/** He works here: his account is shut out; who said so may be meant himself, so another answers and ends the case. */
function colleague({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(33, 9), PUBLIC_ACTOR, (keep) => ({
      ...basic(keep, 'Saya dibentak ketika menanyakan bantuan untuk anak saya.'),
      ...{ channel: 'website', service: 'lain-lain', place: 'tengah' },
      reporters: [reporter(keep, 'Bahrani Khayal', '0812-0000-0035')],
      respondents: [named(keep, 'Ibu Hamidah di bidang', 'yes')],
    }))
    .does(on(33, 10), cast.coordinator, 'settle-respondent', (keep) => ({
      ...{ staff: [cast.staff.account ?? ''], notStaff: false },
      reason: keep.text('reason', 'Sesuai nama dan jadwal jaganya hari itu.'),
    }))
    .does(on(33, 10.5), cast.online, 'register', () => ({}))
    .does(on(33, 11), cast.online, 'verify', complete)
    .does(on(31, 9), cast.head, 'answer', (keep) => ({
      ...{ way: 'channel', channel: 'website', delivered: true },
      text: keep.text('answer', 'Kami mohon maaf; petugas yang bersangkutan sudah dibina atasannya.'),
    }))
    .does(on(31, 9.2), cast.head, 'close', () => ({ outcome: 'resolved' }));
}

/** He works elsewhere: two of those who dispose say so, then the counter goes on. */
function agentOfTheBank({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(40, 10), PUBLIC_ACTOR, (keep) => ({
      ...basic(keep, 'Agen memotong lima ribu rupiah tiap pengambilan sembako.'),
      ...{ channel: 'website', service: 'bpnt', place: 'selatan' },
      reporters: [reporter(keep, 'Jumiati Andai', '0812-0000-0036')],
      respondents: [named(keep, 'Pemilik warung Misal', 'unknown')],
    }))
    .does(on(40, 11), cast.coordinator, 'settle-respondent', (keep) => ({
      ...{ staff: [], notStaff: true },
      reason: keep.text('reason', 'Agen bank penyalur, bukan petugas kantor.'),
    }))
    .does(on(40, 13), cast.head, 'settle-respondent', (keep) => ({
      ...{ staff: [], notStaff: true },
      reason: keep.text('reason', 'Benar, namanya ada pada daftar agen.'),
    }))
    .does(on(40, 13.5), cast.online, 'register', () => ({}))
    .does(on(40, 14), cast.online, 'verify', complete)
    .does(on(38, 9), cast.coordinator, 'answer', (keep) => ({
      ...{ way: 'channel', channel: 'website', delivered: true },
      text: keep.text('answer', 'Bank penyalur menegur agen itu dan mengembalikan potongannya.'),
    }))
    .does(on(38, 9.2), cast.coordinator, 'close', () => ({ outcome: 'resolved' }));
}

/** No staff, as the complainant says himself: those on duty act at once (rules 5, 6). */
function atHome({ cast, on }: StorySet): Teller {
  return tellCase()
    .comesIn(on(18, 8), PUBLIC_ACTOR, (keep) => ({
      ...basic(keep, 'Tetangga kami mengurung ayahnya yang sakit; sejak kemarin tidak diberi makan.'),
      ...{ channel: 'website', service: 'aslut', place: 'timur', urgent: true },
      reporters: [reporter(keep, 'Darwati Ibarat', '0812-0000-0037')],
      respondents: [named(keep, 'Anak Pak Misal', 'no')],
    }))
    .does(on(18, 8.2), cast.counter, 'mark', (keep) => ({
      ...{ mark: 'urgent', on: true },
      reason: keep.text('reason', 'Keselamatan jiwa.'),
    }))
    .does(on(18, 8.3), cast.rehabilitation, 'accept-urgent', () => ({}))
    .does(on(18, 9.5), cast.rehabilitation, 'follow-up', (keep) => ({
      ...{ entry: 'field-check', place: 'timur', peopleHelped: 1 },
      text: keep.text('entry', 'Dijemput bersama perangkat desa dan dibawa ke puskesmas.'),
    }))
    .does(on(18, 13), cast.counter, 'register', () => ({}))
    .does(on(18, 13.2), cast.coordinator, 'dispose', () => ({ unit: 'rehabilitasi-sosial' }))
    .does(on(17, 10), cast.coordinator, 'answer', (keep) => ({
      ...{ way: 'channel', channel: 'website', delivered: true },
      text: keep.text('answer', 'Beliau dirawat di puskesmas dan didampingi pekerja sosial.'),
    }))
    .does(on(16, 9), cast.coordinator, 'close', () => ({ outcome: 'resolved' }));
}
