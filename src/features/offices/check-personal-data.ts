import type { OfficeData } from '../../domain/office/office-data.ts';
import type { PathInFile, Remark } from './office-finding.ts';

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b\d{18}\b|\b\d{8} \d{6} \d \d{3}\b/, 'NIP'],
  [/\b\d{16}\b/, 'NIK'],
  [/(?<!\d)(?:\+62|62|0)8\d{2}[ -]?\d{3,4}[ -]?\d{3,5}(?!\d)/, 'nomor telepon seluler'],
];

/** Only `officials` names people, with the NIP that papers print: elsewhere that, a NIK or a mobile number is an error. */
export function checkPersonalData(office: OfficeData): readonly Remark[] {
  const remarks: Remark[] = [];
  walk(office, [], (text, at) => {
    // A channel's own public number, e.g. the office's WhatsApp, is printed on its door.
    if (at[0] === 'channels' && at[2] === 'address') return;
    if (at[0] === 'officials' && at[2] === 'nip') return;
    const found = PATTERNS.find(([pattern]) => pattern.test(text));
    if (!found) return;
    remarks.push({
      at,
      message: `Tampaknya ada ${found[1]} di sini.`,
      remedy:
        'Hapus; tulis jabatannya saja. Nama dan NIP pejabat yang menandatangani ditulis pada officials di office.yaml.',
      rule: 'personal-data',
    });
  });
  return remarks;
}

function walk(value: unknown, at: PathInFile, say: (text: string, at: PathInFile) => void): void {
  if (typeof value === 'string') say(value, at);
  else if (Array.isArray(value)) {
    value.forEach((one: unknown, index) => {
      walk(one, [...at, index], say);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) walk(one, [...at, key], say);
  }
}
