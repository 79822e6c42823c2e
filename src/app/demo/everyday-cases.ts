import type { Channel } from '../../domain/complaint/vocabulary.ts';
import { PUBLIC_ACTOR } from '../../domain/people/case-actor.ts';
import type { Office } from '../../features/offices/office.read.ts';
import { topicOf, writeAnswer, writeEntry, writeMatter } from '../invented/invented-matters.ts';
import { inventPerson } from '../invented/invented-people.ts';
import { openRandom, type Random } from '../invented/open-random.ts';
import type { DemoCast } from './demo-cast.ts';
import { type DemoDays, type Teller, tellCase } from './demo-stage.ts';

const CASES = 130;
const DAYS = 255;
const KINDS = [
  [65, 'pengaduan'],
  [18, 'permintaan-informasi'],
  [12, 'permohonan-layanan'],
  [5, 'aspirasi'],
] as const;
const OUTCOMES = [
  [60, 'explained'],
  [30, 'resolved'],
  [10, 'declined'],
] as const;

/** What comes in day by day: most of it answered at the desk, some by way of a division. The same at every loading. */
export function everydayCases(office: Office, cast: DemoCast, on: DemoDays): readonly Teller[] {
  const random = openRandom('kantor contoh');
  return Array.from({ length: CASES }, (_, index) => {
    const ago = Math.max(1, DAYS - Math.round((index / CASES) * DAYS) - random.whole(2));
    return random.isTrue(0.72)
      ? atTheDesk(random, office, cast, on, ago)
      : throughADivision(random, office, cast, on, ago);
  });
}

function atTheDesk(random: Random, { data }: Office, cast: DemoCast, on: DemoDays, ago: number): Teller {
  const service = random.pick(data.services);
  const place = random.pick(data.places);
  const topic = topicOf(service);
  const hour = 8 + random.whole(700) / 100;
  const [kind, channel] = [
    random.pickWeighted(KINDS),
    random.pick<Channel>(['loket', 'loket', 'loket', 'telepon']),
  ];
  const person = inventPerson(random, place.label);
  const [matter, answer] = [writeMatter(random, topic, place.label), writeAnswer(random, topic)];
  const outcome = random.pickWeighted(OUTCOMES);
  return tellCase().comesIn(
    on(ago, hour),
    cast.counter,
    (keep) => ({
      ...{ kind, channel, service: service.key, place: place.key, matter: keep.text('matter', matter) },
      reporters: [{ identity: keep.person('reporter', person), as: 'self' }],
    }),
    (keep) => ({ text: keep.text('answer', answer), way: 'oral', outcome }),
  );
}

function throughADivision(
  random: Random,
  { data }: Office,
  cast: DemoCast,
  on: DemoDays,
  ago: number,
): Teller {
  const service = random.pick(data.services.filter((one) => one.unit !== null));
  const place = random.pick(data.places);
  const topic = topicOf(service);
  const handlers = [cast.protection, cast.rehabilitation, cast.empowerment];
  const handler = handlers.find(({ units }) => units.includes(service.unit ?? '')) ?? cast.protection;
  const unit = handler.units[0] ?? '';
  const channel = random.pick<Channel>(['website', 'whatsapp', 'loket', 'sp4n-lapor', 'email']);
  const online = channel !== 'loket';
  const desk = online ? cast.online : cast.counter;
  const person = inventPerson(random, place.label);
  const texts = {
    matter: writeMatter(random, topic, place.label),
    entry: writeEntry(random),
    answer: writeAnswer(random, topic),
  };
  const severity = random.pick(data.classes).key;
  const days = random.pick([1, 1, 2, 2, 3, 4, 6, 9, 15]);
  const outcome = random.pickWeighted(OUTCOMES);
  const hour = 8 + random.whole(300) / 100;
  return tellCase()
    .comesIn(on(ago, hour), channel === 'website' ? PUBLIC_ACTOR : desk, (keep) => ({
      ...{ kind: 'pengaduan', channel, service: service.key, place: place.key },
      matter: keep.text('matter', texts.matter),
      reporters: [{ identity: keep.person('reporter', person), as: 'self' }],
    }))
    .does(on(ago, hour + 0.2), desk, 'register', () => ({}))
    .does(on(ago, hour + 0.4), desk, 'verify', () => ({ completeness: 'complete', authority: 'own' }))
    .does(on(ago, hour + 0.5), desk, 'classify', () => ({ severity }))
    .does(on(ago, hour + 0.6), desk, 'forward', () => ({}))
    .does(on(ago, hour + 0.9), cast.coordinator, 'dispose', () => ({ unit }))
    .does(on(ago - days, 9), handler, 'follow-up', (keep) => ({
      ...{ entry: 'coordination', text: keep.text('entry', texts.entry) },
    }))
    .does(on(ago - days, 11), handler, 'answer', (keep) => ({
      ...(online ? { way: 'channel', channel, delivered: true } : { way: 'oral' }),
      text: keep.text('answer', texts.answer),
    }))
    .does(on(ago - days, 13), desk, 'close', () => ({ outcome }))
    .does(on(ago - days - 3, 14), desk, 'file', () => ({}));
}
