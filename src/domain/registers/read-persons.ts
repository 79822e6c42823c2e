import { namesInText } from './names-in-text.ts';
import { readNameCell } from './read-name-cell.ts';
import type { ConcernedPerson, WrittenPerson } from './register-row.ts';
import type { SayDoubt } from './row-cells.ts';
import { comparePersons } from './same-person.ts';

export type RowPersons = {
  readonly people: readonly WrittenPerson[];
  readonly anonymous: boolean;
  readonly concerns: readonly ConcernedPerson[];
};

/**
 * The people of a row (rules 3 and 37). Whoever stands after "a.n." or "atas nama" is a person concerned and raises no doubt;
 * a visitor whom the narrative names otherwise than the row does: `name-spelling` when nearly the same, else `name-mismatch`.
 */
export function readPersons(name: string, matter: string, narrative: string, say: SayDoubt): RowPersons {
  const cell = readNameCell(name);
  if (cell.unclear) {
    const why =
      'Kolom nama menyebut anonim atau rahasia; dijaga sebagai anonim dahulu, periksa dan buka bila perlu.';
    // Without the name: what is doubted stands where every handler of the case reads it.
    say('name', 'value-unknown', '', 'anonim', why);
  }
  const concerns: ConcernedPerson[] = [...cell.concerns];
  const add = (person: string, from: ConcernedPerson['from']): void => {
    const known = [...cell.people, ...concerns].some((each) => comparePersons(each.name, person) === 'same');
    if (!known) concerns.push({ name: person, from });
  };
  for (const each of namesInText(matter, true)) if (each.as === 'behalf') add(each.name, 'matter');
  const told = namesInText(narrative, false);
  const guests = told.filter((each) => each.as === 'guest');
  for (const each of told) {
    const nearOwn = [...cell.people, ...concerns].some(
      (own) => comparePersons(own.name, each.name) === 'near',
    );
    if (each.as === 'behalf' && !nearOwn) add(each.name, 'narrative');
  }
  if (!cell.anonymous) {
    if (cell.people.length + cell.concerns.length === 0) sayMissing(guests, name, say);
    else sayOtherNames(cell.people, concerns, guests, say);
  }
  const behalf =
    concerns.length > 0 &&
    concerns.some(
      (each) =>
        each.from !== 'narrative' &&
        cell.people.every((own) => comparePersons(own.name, each.name) === 'different'),
    );
  const people = cell.people.map(
    (each): WrittenPerson => (behalf && each.as === 'self' ? { ...each, as: 'proxy' } : each),
  );
  return { people, anonymous: cell.anonymous, concerns };
}

type Guests = readonly { readonly name: string }[];

function sayMissing(guests: Guests, written: string, say: SayDoubt): void {
  const named = guests.map((each) => each.name);
  const why =
    named.length === 0
      ? 'Nama pelapor tidak ditulis; baris diambil tanpa pelapor.'
      : 'Nama pelapor tidak ditulis, padahal narasi menyebut nama; baris diambil tanpa pelapor.';
  say('name', 'missing-name', written, null, why, named);
}

function sayOtherNames(
  people: readonly WrittenPerson[],
  concerns: readonly ConcernedPerson[],
  guests: Guests,
  say: SayDoubt,
): void {
  const own = [...people, ...concerns];
  if (guests.some((guest) => own.some((each) => comparePersons(each.name, guest.name) === 'same'))) return;
  const row = (people.length === 0 ? concerns : people).map((each) => each.name).join(', ');
  for (const guest of guests) {
    const near = own.some((each) => comparePersons(each.name, guest.name) === 'near');
    if (near) {
      say(
        'name',
        'name-spelling',
        guest.name,
        row,
        'Ejaan nama di narasi berbeda sedikit dari nama di baris; nama di baris yang diambil.',
        [row, guest.name],
      );
    } else {
      say(
        'name',
        'name-mismatch',
        guest.name,
        row,
        'Narasi menyebut nama orang lain daripada baris ini; nama di baris yang diambil.',
        [row, guest.name],
      );
    }
  }
}
