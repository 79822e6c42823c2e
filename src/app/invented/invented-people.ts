import type { Person } from '../../features/cases/vault/person.ts';
import type { Random } from './open-random.ts';

const GIVEN_NAMES =
  `Abdul Aisyah Aminah Anang Arbayah Badariah Bahran Burhan Darmawati Dahlia Fauzi Fitriah Galuh Hamidah
  Hasan Hasnah Ibrahim Idah Jamilah Jumiati Kasmah Khairul Lamsiah Laila Mahmud Maimunah Mariani Masrah Misran Mukhlis
  Murniati Nafisah Noor Norhayati Nurdin Paridah Rahmah Rahmadi Rusdi Rusmini Sahrani Saidah Salamah Samsuri Sarinah
  Siti Sulaiman Supiani Syahrul Taufik Umi Wahidah Yuliana Yusran Zainal Zubaidah`.split(/\s+/);
/** No family is called so: whoever reads a name sees that it was made up. */
const FAMILY_NAMES = ['Contoh', 'Rekaan', 'Misal', 'Umpama', 'Andai', 'Karangan', 'Khayal', 'Ibarat'];

/** Somebody who does not exist: given names are real words, the rest cannot be anybody's. */
export function inventPerson(random: Random, placeLabel: string | null): Person {
  const place = placeLabel ?? 'Contoh';
  return {
    name: inventName(random),
    phone: random.isTrue(0.75) ? inventPhone(random) : null,
    email: random.isTrue(0.05) ? `warga${random.whole(100_000)}@contoh.invalid` : null,
    address: `RT ${pad(1 + random.whole(12), 2)} Desa ${random.pick(FAMILY_NAMES)}, ${place}`,
    nik: random.isTrue(0.3)
      ? `0000${pad(random.whole(1_000_000), 6)}${pad(random.whole(1_000_000), 6)}`
      : null,
  };
}

function inventName(random: Random): string {
  const given = random.pick(GIVEN_NAMES);
  const second = random.isTrue(0.4) ? ` ${random.pick(GIVEN_NAMES)}` : '';
  return `${given}${second} ${random.pick(FAMILY_NAMES)}`;
}

/** 0812-0000-xxxx: a block that is nobody's. */
function inventPhone(random: Random): string {
  return `0812-0000-${pad(random.whole(10_000), 4)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
