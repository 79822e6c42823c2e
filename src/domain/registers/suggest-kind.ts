import type { Kind } from '../complaint/vocabulary.ts';

/** Another kind that a row registered as a complaint may be; only ever suggested (rule 2). */
export type KindSuggestion = { readonly value: Kind; readonly confidence: number; readonly why: string };

type Sign = readonly [RegExp, number];

const SIGNS: readonly (readonly [Kind, readonly Sign[]])[] = [
  [
    'permohonan-layanan',
    [
      [/\b(?:re)?aktivasi\b|\b(?:meng|di)?aktif\s?kan\b|\b(?:meng|di)hidupkan\b|\baktifasi\b/i, 0.9],
      [/\bkehilangan\b|\bhilang\b|\bcetak ulang\b/i, 0.9],
      [/\b(?:tanah )?longsor\b|\bbanjir\b|\bkebakaran\b|\bbencana\b|\bputing beliung\b/i, 0.85],
      [/\b(?:meminta|minta|mohon|memohon|permohonan|mengajukan|pengajuan)\b/i, 0.75],
      [
        /\b(?:ingin|mau|supaya|agar)\s+(?:dapat\s+)?(?:mendapat\w*|dapat|didaftarkan|mendaftar|diusulkan)\b/i,
        0.75,
      ],
      [/\bpindah (?:domisili|alamat|faskes)\b|\bperubahan data\b|\bmemperbaharui data\b/i, 0.75],
    ],
  ],
  [
    'permintaan-informasi',
    [
      [/\b(?:menanya?kan|bertanya|menanyai)\b/i, 0.7],
      [/\b(?:informasi|syarat|persyaratan|bagaimana|prosedur|cara)\b/i, 0.65],
      [/\bapakah\b|\bkapan\b/i, 0.5],
    ],
  ],
  [
    'aspirasi',
    [
      [/\b(?:saran|masukan|usulan|aspirasi)\b/i, 0.75],
      [/\b(?:sebaiknya|hendaknya|semoga|kiranya)\b/i, 0.65],
    ],
  ],
];

/** Words of a grievance: whoever uses them complains, even in the form of a question or a wish. */
const GRIEVANCE =
  /\b(?:tidak|tida|tdk|belum|gak|nggak)\s+(?:\w+\s+){0,2}?(?:masuk|menerima|terima|dapat|mendapat\w*|cair|keluar|layak|adil|sesuai|tepat|ditanggapi)\b|\b(?:di\s?hapus|dihilangkan|dipotong|pungli|pungutan|keluh\w*|mengeluh\w*|kecewa|salah sasaran|diskriminasi|lambat|kasar|saldo(?:\s\w+)? 0|sudah tidak)\b/i;

/** Suggests a kind from the complainant's own words, or null when it is a complaint or cannot be told. */
export function suggestKind(matter: string): KindSuggestion | null {
  let best: KindSuggestion | null = null;
  for (const [kind, signs] of SIGNS) {
    for (const [pattern, weight] of signs) {
      const match = pattern.exec(matter);
      if (match === null || weight <= (best?.confidence ?? 0)) continue;
      best = { value: kind, confidence: weight, why: `Kata yang menunjuk: ${match[0].toLowerCase()}.` };
    }
  }
  if (best === null) return null;
  const grieves = GRIEVANCE.test(matter);
  const confidence = grieves ? Math.round((best.confidence - 0.3) * 100) / 100 : best.confidence;
  return confidence >= 0.6 ? { ...best, confidence } : null;
}
