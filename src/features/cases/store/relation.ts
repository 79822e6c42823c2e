/** How somebody stands to the complainant, as the history may say it: it names nobody. */
export const RELATIONS = [
  'anak',
  'orang tua',
  'suami/istri',
  'saudara',
  'keluarga',
  'tetangga',
  'murid',
  'warga',
  'lain',
] as const;
export type Relation = (typeof RELATIONS)[number];

const SAME: Readonly<Record<string, Relation>> = {
  ibu: 'orang tua',
  ayah: 'orang tua',
  bapak: 'orang tua',
  suami: 'suami/istri',
  istri: 'suami/istri',
  kakak: 'saudara',
  adik: 'saudara',
};

/** The word of the closed list that a written relation means; anything else is *lain*, its words stay in the vault. */
export function relationOf(written: string): Relation {
  const word = written.toLowerCase();
  return RELATIONS.find((one) => one === word) ?? SAME[word] ?? 'lain';
}
