/** What the vault holds of a person. Nothing of it ever stands in the history, a log or a report. */
export type Person = {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly nik: string | null;
  /** A terlapor's post and unit as they were said. */
  readonly position?: string | null;
  readonly unit?: string | null;
  /** How somebody stands to the complainant, where the closed list has no word for it. */
  readonly relation?: string | null;
  /** What else an old register says of people in the row that he comes from, as it was written. */
  readonly written?: string | null;
};
export type PersonPart = 'reporter' | 'concern' | 'respondent';
export type PersonField = 'phone' | 'email' | 'nik' | 'name';

/**
 * What a person can be found by, normalised: telephone numbers as 62… however they were written, e-mail in small
 * letters, the 16 digits of a NIK, and each word of the name of three letters or more.
 */
export function findableValues(
  person: Person,
): readonly { readonly field: PersonField; readonly value: string }[] {
  const found: { field: PersonField; value: string }[] = [];
  for (const phone of splitPhones(person.phone)) found.push({ field: 'phone', value: phone });
  const email = normalEmail(person.email);
  if (email !== null) found.push({ field: 'email', value: email });
  const nik = normalNik(person.nik);
  if (nik !== null) found.push({ field: 'nik', value: nik });
  for (const value of nameTokens(person.name)) found.push({ field: 'name', value });
  return found;
}

/** '0812-0000-0011', '+62 812 0000 0011' and '812 0000 0011' are one number: '6281200000011'. Null when none. */
export function normalPhone(text: string | null): string | null {
  const digits = (text ?? '').replaceAll(/\D/g, '');
  if (digits.length < 6 || digits.length > 16) return null;
  if (digits.startsWith('62')) return digits;
  if (digits.startsWith('0')) return `62${digits.slice(1)}`;
  return digits.startsWith('8') ? `62${digits}` : digits;
}

export function normalEmail(text: string | null): string | null {
  const email = (text ?? '').trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
}

export function normalNik(text: string | null): string | null {
  const digits = (text ?? '').replaceAll(/\D/g, '');
  return digits.length === 16 ? digits : null;
}

/** The words of a name by which it is looked up; titles and single letters find too many. */
export function nameTokens(text: string | null): readonly string[] {
  const words =
    // Accents go before normalising, too: it sorts the marks of a run, which takes long where there are thousands.
    (text ?? '')
      .replaceAll(/\p{M}+/gu, '')
      .normalize('NFKD')
      .replaceAll(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}']{3,}/gu) ?? [];
  return [...new Set(words)].slice(0, 8);
}

function splitPhones(text: string | null): readonly string[] {
  const phones = (text ?? '').split(/[/;,]|\bdan\b/).map(normalPhone);
  return [...new Set(phones.filter((phone) => phone !== null))];
}
