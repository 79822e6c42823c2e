/**
 * False for a text in which no wish can stand, told by its letters alone: nearly all cells of a register, which need not be
 * taken to words. It holds the stems of `secrecy-words`, with every one-letter slip that is mended there, and lets pass
 * whatever is not plain ASCII or is spelled letter by letter.
 */
export function mayWish(text: string): boolean {
  return STEMS.test(text) || NOT_PLAIN.test(text) || SPELLED.test(text);
}

const STEMS = new RegExp(
  [
    ...['nama', 'name', 'iden', 'titas', 'idet', 'diri', 'pribadi', 'raha', 'sia', 'rahs', 'rhas', 'rhs'],
    ...['ano', 'anno', 'anan', 'mr[^a-z0-9]+x', 'kaleng', 'hamba', 'priva', 'secret', 'konfid', 'confid'],
    ...[
      'sebut',
      'dise',
      'butkan',
      'disbe',
      'publ',
      'kasikan',
      'e[kx]s?pos',
      'ungkap',
      'umum',
      'viral',
      'sebar',
    ],
    ...['siar', 'samar', 'disa[^bp]', 'disa[bp]ar', 'dism', 'marka', 'embuny', 'disem', 'nyikan'],
    ...['buka', 'bongkar', 'tahu', 'cantum', 'dican', 'umkan', 'tampil', 'kenal', 'bocor', 'muat', 'tulis'],
    ...['catat', 'lihat', 'tutup', 'lindung', 'jaga', 'takut', 'jangan', 'jgn', 'jng', 'enggan', 'tolak'],
    ...['keberatan', 'ogah', 'hanya', 'sedia', 'setuju', 'mau'],
  ].join('|'),
  'i',
);
const NOT_PLAIN = /\P{ASCII}/u;
/** "R A H A S I A". */
const SPELLED = /(?:^|[^a-z0-9])(?:[a-z][^a-z0-9]+){3}[a-z](?![a-z0-9])/i;
