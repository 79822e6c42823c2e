import { editDistance, wordsOf } from './similar-text.ts';

/*
 * The one vocabulary of secrecy in old registers: wish, namelessness, denial, permission. Cells of names, cells of secrecy,
 * headings and free texts are all read with it; a new wording is added here and nowhere else.
 */

export const NOT = '(?:tidak|tdk|tidk|tida|tak|ga|gak|gk|ngga|nggak|enggak|engga|ndak|belum|blm|bukan|non)';
/** A will, not only an absence: "tidak mau disebut", but "alamat tidak disebut". */
export const WILL_NOT = `(?:jangan|jgn|jng|enggan|menolak|keberatan|ogah|${NOT} (?:mau|ingin|pengen|bersedia|berkenan|suka|boleh|rela|setuju|diizinkan|diperkenankan|diperbolehkan|untuk))`;
export const NAME =
  '(?:nama|namanya|namaku|identitas|identitasnya|jati diri|jatidiri|data diri|data pribadi)';
/** Whose name it is; a name before another word is somebody else's: "nama ketua kelompok". */
export const OWN =
  '(?:saya|kami|ku|pelapor|pelapornya|pengadu|pemohon|diri|dirinya|beliau|ybs|lengkap|asli|dan|dengan|karena|sendiri|ini)';
/** Words that may stand between. */
export const FILL =
  '(?:agar|supaya|untuk|mohon|dimohon|minta|meminta|harap|diharap|tolong|ingin|mau|bersedia|dapat|bisa|tetap|selalu|harus|wajib|akan|yang|jangan|sampai|di|ke|nya|dan|saya|kami|pelapor|juga|lagi|pernah|oleh|petugas|dinas)';
export const REQUEST =
  '(?:mohon|memohon|dimohon|minta|meminta|diminta|harap|diharap|tolong|agar|supaya|ingin|mau)';
/** To refuse one of these is to ask not to be named. */
export const NAMED =
  '(?:di)?(?:sebut|sebutkan|sebutin|publikasi|publikasikan|publikkan|publish|publis|ekspos|ekspose|expos|expose|ungkap|ungkapkan|umumkan|viralkan|sebar|sebarkan|sebarluaskan|siarkan)';
/** Rumours and messages are spread, too: "untuk menghindari fitnah jangan disebarkan". */
const NAMED_NOT_SPREAD = NAMED.replace('|viralkan|sebar|sebarkan|sebarluaskan|siarkan', '');
const SPREAD = '(?:di)?(?:viralkan|sebar|sebarkan|sebarluaskan|siarkan)';
/** To refuse one of these is so where it is the name. */
export const SHOWN =
  '(?:di)?(?:buka|bukakan|bongkar|ketahuan|cantum|cantumkan|tampil|tampilkan|ketahui|kenal|kenali|bocorkan|sebar|sebarkan|muat|tulis|tuliskan|catat|perlihatkan|kasih tahu|beritahu|beritahukan)';
const TELLING =
  '(?:menyebut|menyebutkan|memberi|memberikan|mengungkap|mengungkapkan|membuka|memberitahu|memberitahukan|menampilkan|mengaku|(?<!(?:belum|blm) )mengisi)';
/** What an office does with names, too: "RT tidak mau mencantumkan nama saya"; a wish only of whoever reports. */
const WRITING = '(?:mencantumkan|menulis|menuliskan)';
const REPORTER = '(?:pelapor|pengadu|pengirim|penulis|beliau|warga|ybs|penelepon|tamu)';

const SECRET_WORD = '(?:di|me|ke|ter|ber)?rahasia\\p{L}*';
const NAMELESS_WORD =
  '(?:anonim\\p{L}*|tanpa (?:nama|namanya|identitas)|(?:di)?samarkan|nama samaran|samaran)';
export const OPEN_WORD = '(?:publik|terbuka|umum)';
/** Phrases that are the whole of a cell, and what opens or closes it. */
export const SAID_NAMELESS = '(?:anonim|tanpa nama|disamarkan)';
export const SAID_CLOSED = `(?:rahasia|dirahasiakan|tertutup|privat|(?:tidak|tdk|bukan|non) ${OPEN_WORD})`;
/** Stems anywhere: whoever writes them speaks of secrecy. */
const NAMELESS_STEM =
  /(?:^| )(?:anonim\p{L}*|(?:di)?samarkan|menyamarkan|samaran|hamba all[ao]h|noname|mr x|(?:surat|laporan|aduan|pengaduan|pelapor) kaleng|bukan nama (?:sebenarnya|asli))(?= |$)/u;
const CLOSED_STEM = new RegExp(
  `(?:^| )(?:${SECRET_WORD}|confidential|konfidensial|privasi\\p{L}*|privacy|privat|private|secret|rhs)(?= |$)`,
  'u',
);

/**
 * The words of a text with the slips of clerks mended: "di sebutkan", "nama nya", "dirahasikan", "annonim". Sentences
 * and phrases are parted by whoever asks.
 */
export function secrecyWords(text: string): string {
  return wordsOf(text)
    .join(' ')
    .replaceAll(SPELLED, (letters) => letters.replaceAll(' ', ''))
    .split(' ')
    .map(mended)
    .join(' ')
    .replaceAll(/(?<=^| )((?:di)?)(sebut|sebar|ungkap|buka|kenal) \2(?=\p{L}*(?: |$))/gu, '$1$2')
    .replaceAll(APART, '$1')
    .replaceAll(/(?<=^| )(nama|identitas|pelapor|kerahasiaan) nya(?= |$)/g, '$1nya')
    .replaceAll(/(?<=^| )no name(?= |$)/g, 'noname');
}

/** "R A H A S I A". */
const SPELLED = /(?<=^| )(?:\p{L} ){3,}\p{L}(?= |$)/gu;

const APART =
  /(?<=^| )(di|ke|me) (?=(?:sebut|publi|ekspos|expos|ungkap|umumkan|viralkan|siarkan|buka|bongkar|cantum|tampil|ketahui|kenal|bocor|sebar|muat|tulis|catat|perlihat|beritahu|rahasia|samar|sembunyi|lindungi|jaga|tutup))/g;

/** Long enough that no name is one letter away; "Rahmasia" is a name, so that short ones are listed with their slips. */
const MENDED: readonly string[] = [
  ...['dirahasiakan', 'merahasiakan', 'rahasiakan', 'kerahasiaan', 'kerahasiaannya', 'disamarkan'],
  ...['disembunyikan', 'disebutkan', 'dipublikasikan', 'dicantumkan', 'identitas', 'identitasnya'],
];
const SLIPS: ReadonlyMap<string, string> = new Map([
  ...['rahsia', 'rahasi', 'rahasya', 'rahassia', 'rahasiah', 'rahasai', 'rahsasia', 'rhasia', 'rahasiia'].map(
    (slip): [string, string] => [slip, 'rahasia'],
  ),
  ...['annonim', 'anonin', 'anomin', 'anomim', 'annonym', 'anonym', 'anonymous', 'anonimous', 'anonymus'].map(
    (slip): [string, string] => [slip, 'anonim'],
  ),
  ...['anonnim', 'anonnym', 'annonymous', 'anonymouse', 'ananim', 'anonimm', 'anonm'].map(
    (slip): [string, string] => [slip, 'anonim'],
  ),
  // As messages are written: "tlg rahasiakan nama sy".
  ...[
    'sy:saya',
    'sya:saya',
    'mhn:mohon',
    'tlg:tolong',
    'tlong:tolong',
    'utk:untuk',
    'yg:yang',
    'krn:karena',
  ].map((slip): [string, string] => [slip.slice(0, slip.indexOf(':')), slip.slice(slip.indexOf(':') + 1)]),
]);

function mended(word: string): string {
  const slip = SLIPS.get(word);
  if (slip !== undefined) return slip;
  if (word.length < 8 || !/^[dmrki]/.test(word)) return word;
  return MENDED.find((known) => editDistance(word, known, 1) <= 1) ?? word;
}

/** What stands between marks: a mark between a no and its word denies nothing. */
export function partsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}\p{M} \t'’`-]+|\s[-–—]|[-–—]\s/u)
    .map(secrecyWords)
    .filter((part) => part !== '');
}

export function saysNameless(words: string): boolean {
  return NAMELESS_STEM.test(words) || NAME_HIDDEN.test(words) || REPORTED_NAMELESS.test(words);
}

/** The dead and the lost have no identity either: "ODGJ tanpa identitas"; so it must open the words or stand by a report. */
const REPORTED_NAMELESS =
  /(?:^|(?:^| )(?:warga|masyarakat)(?= tanpa nama) |(?:^| )(?:laporan|lapor|melapor|dilaporkan|aduan|pengaduan|mengadu|surat|pesan|sms|wa|whatsapp|chat|email|telepon|telp|tlp|menelepon|penelepon|pelapor|pelapornya|pengadu|pemohon|secara|sebagai|mohon|minta|meminta|ingin|mau|agar|supaya|disampaikan) )tanpa (?:nama|namanya|identitas)(?! (?:ayah|ibu|bapak|orang tua|ortu|desa|jalan))(?= |$)/u;

/** In cells of names and of secrecy nobody else is spoken of. */
export function saysWithoutName(words: string): boolean {
  return /(?:^| )tanpa (?:nama|namanya|identitas)(?= |$)/.test(words);
}

/** The secret of a card is no wish: "PIN bersifat rahasia jangan diberitahukan ke orang lain". */
export function withoutPasswords(words: string): string {
  return words.replaceAll(PASSWORD, ' ').replaceAll(/ +/g, ' ').trim();
}

const TO_OTHERS = '(?:ke|kepada|pada) (?:orang lain|siapa ?pun|siapa siapa)';
const PASSWORD = new RegExp(
  `(?<=^| )(?:pin|otp|password|kata sandi|sandi|kode)(?: (?:atm|otp|kks|kartu|verifikasi|akun))?(?: (?:bersifat|adalah|itu|harus|wajib|agar|mohon|yang|tetap))*(?: rahasia| dirahasiakan)?(?: (?:dan |serta )?(?:jangan|jgn|tidak boleh) (?:di)?(?:beritahu|beritahukan|sebar|sebarkan|sebut|sebutkan|berikan|bagikan) ${TO_OTHERS})?(?= |$)`,
  'gu',
);

/** "Siti (disembunyikan)": elsewhere than in cells of names and of secrecy it is what a complaint is about. */
export function saysHidden(words: string): boolean {
  return /(?:^| )(?:di|me)?(?:ny|s)embunyi(?:kan)?(?= |$)/.test(words);
}

export function saysClosed(words: string): boolean {
  return CLOSED_STEM.test(words);
}

/** Asked for a name: "identitas dilindungi", "mohon nama dijaga", "identitas disembunyikan". */
const GUARDED = '(?:di)?(?:lindungi|jaga|amankan|tutup|tutupi|simpan|sensor|sembunyikan|sembunyi|samarkan)';
const NAME_HIDDEN = new RegExp(
  `(?:^| )(?:${NAME} (?:(?:${OWN}|${FILL}) ){0,4}${GUARDED}|(?:(?:di)?lindungi|(?:di)?jaga|perlindungan|sembunyikan|menyembunyikan|disembunyikan|samarkan|menyamarkan) (?:${NAME}|pelapor))(?= |$)`,
  'u',
);

/** "tidak anonim", "tidak minta dirahasiakan", "tidak perlu ada kerahasiaan": up to the end of what stands between marks. */
const DENIAL = new RegExp(
  `(?:^| )${NOT} (?:(?:bersifat|perlu|ada|minta|meminta|ingin|mau|usah|harus|termasuk|laporan|pengaduan|aduan|${NAME}|untuk|permintaan|secara) ){0,6}(?:${SECRET_WORD}|${NAMELESS_WORD}|tertutup|privat)(?: (?:${NAME}|${OWN}|dan ${NOT} (?:${SECRET_WORD}|${NAMELESS_WORD}))){0,4}$`,
  'u',
);
const FREE = `(?:${NOT} (?:keberatan|masalah|apa apa|apa2|jadi masalah|mengapa))`;
/** "tidak keberatan disebut namanya": whoever says so wishes nothing. */
const PERMITTED = new RegExp(
  `(?:^| )(?:${FREE}|bersedia|boleh|setuju|silakan|silahkan|mengizinkan|izin) (?:(?:${FILL}|${NAME}|${OWN}|jika|bila|kalau|apabila) ){0,6}(?:${NAMED}|${SHOWN})(?: (?:${NAME}|${OWN})){0,4}(?= |$)`,
  'u',
);

const ENDS_IN_NO = new RegExp(`(?:^| )(?:${NOT}|jangan|jgn)$`);
const WITHOUT_OBJECTION = new RegExp(`(?<=^| )${FREE}(?= |$)`, 'g');

/** The words without those by which somebody denies the wish or permits what it would forbid. */
export function withoutDenials(part: string): string {
  const permitted = part.replace(PERMITTED, (found, at: number) =>
    ENDS_IN_NO.test(part.slice(0, at)) ? found : ' ',
  );
  return permitted.replace(DENIAL, ' ').replaceAll(WITHOUT_OBJECTION, ' ').replaceAll(/ +/g, ' ').trim();
}

/** The whole part says that somebody permits it: "bersedia dipublikasikan". */
export function permits(part: string): boolean {
  return part !== '' && PERMITTED.test(part) && withoutDenials(part) === '';
}

const AFTER_NAME = `(?! (?!${OWN}(?: |$))\\p{L})`;
/** Refusals that hold in any cell, since they speak of a will or of the name. */
export const REFUSALS: readonly RegExp[] = [
  `${WILL_NOT} (?:\\p{L}+ ){0,3}${NAMED_NOT_SPREAD}`,
  `^(?:(?:${FILL}|${NAME}|${OWN}|laporan|aduan|pengaduan|isi|isinya|data) )*${WILL_NOT} (?:\\p{L}+ ){0,3}${SPREAD}`,
  `(?:${NAME}|${REPORTER}|laporan|aduan|pengaduan) (?:(?:${OWN}|${FILL}) ){0,3}${WILL_NOT} (?:${FILL} ){0,2}${SPREAD}`,
  `${NAME} (?:(?:${OWN}|${FILL}) ){0,4}${NOT} (?:${FILL} ){0,2}${NAMED}`,
  `${NAME} (?:(?:${OWN}|${FILL}) ){0,4}(?:${WILL_NOT}|${REQUEST} (?:${FILL} )?${NOT}) (?:${FILL} ){0,2}${SHOWN}`,
  `${REQUEST} (?:${FILL} ){0,3}${NAME} (?:(?:${OWN}|${FILL}) ){0,3}${NOT} ${SHOWN}`,
  `(?:${WILL_NOT}|${NOT}) (?:${FILL} ){0,3}${NAMED} (?:${FILL} )?${NAME}${AFTER_NAME}`,
  `${WILL_NOT} (?:${FILL} ){0,3}${SHOWN} (?:${FILL} )?${NAME}${AFTER_NAME}`,
  `${NOT} (?:mau|ingin|pengen|bersedia) (?:${NAME} )?(?:diketahui|dikenal|dikenali)`,
  `(?:${WILL_NOT}|${NOT}|tanpa) (?:${FILL} ){0,2}${TELLING} ${NAME}${AFTER_NAME}`,
  `(?:^|${REPORTER} )(?!petugas |dinas )(?:${FILL} ){0,2}(?:${WILL_NOT}|${NOT}|tanpa) (?:${FILL} ){0,2}${WRITING} ${NAME}${AFTER_NAME}`,
  `(?:${REQUEST}|untuk) (?:(?:${NAME}|${FILL}) ){0,2}${NOT} (?:${FILL} )?${NAMED}`,
  `${WILL_NOT} (?:(?:${FILL}|jika|bila|kalau|apabila) ){0,3}${NAME} (?:(?:${OWN}|${FILL}) ){0,2}${SHOWN}`,
  `takut (?:(?:${FILL}|${NAME}) ){0,3}(?:diketahui|ketahuan|dikenal|dikenali)`,
  `${NAME} (?:pelapor|pengadu) ${NOT} (?:${FILL} ){0,2}(?:di)?(?:cantum|cantumkan|tulis|tuliskan|tampilkan|buka)`,
  '(?:jangan|jgn) (?:sampai )?(?:(?:di)?(?:beritahu|beritahukan|kasih tahu|beri tahu|bocorkan)|bocor|ketahuan)',
  `(?:${NAME} (?:pelapor )?(?:hanya|cukup) (?:untuk|diketahui)|hanya (?:untuk|diketahui)(?: oleh)? (?:internal|petugas|dinas))`,
].map(whole);

/** Those that hold in a cell of names alone, where nothing else is spoken of. */
export const NAME_REFUSALS: readonly RegExp[] = [
  `(?<!(?:alamat|alamatnya|hp|wa|telepon|telp|nomor|nomer|no|nik|ktp|umur|usia|tanggal|jam|waktu|desa|rt|rw) )${NOT} (?:\\p{L}+ ){0,2}${NAMED}`,
  `${NAME} (?:(?:${OWN}|${FILL}) ){0,4}${NOT} (?:${FILL} ){0,2}${SHOWN}`,
  `${NOT} (?:${FILL} ){0,2}(?:${SHOWN}|${TELLING}|${WRITING}) ${NAME}`,
  `(?:${WILL_NOT}|tanpa) (?:${FILL} ){0,2}${WRITING} ${NAME}`,
  `${WILL_NOT} (?:\\p{L}+ ){0,2}(?:${SHOWN}|${SPREAD})`,
].map(whole);

/** Those of a story, where other people are spoken of: only near to name, identity and whoever reports. */
export const STORY_WISHES: readonly RegExp[] = [
  `${NAME} (?:(?:${OWN}|${FILL}) ){0,5}(?:${WILL_NOT}|${REQUEST} (?:${FILL} )?${NOT}) (?:${FILL} ){0,2}(?:${NAMED}|${SHOWN})`,
  `${REQUEST} (?:${FILL} ){0,3}${NAME} (?:(?:${OWN}|${FILL}) ){0,3}${NOT} (?:${FILL} )?(?:${NAMED}|${SHOWN})`,
  `${WILL_NOT} (?:${FILL} ){0,3}(?:${NAMED}|${SHOWN}) (?:${FILL} )?${NAME}${AFTER_NAME}`,
  `(?:saya|kami|pelapor|pengadu|warga) (?:${FILL} ){0,2}${WILL_NOT} (?:${FILL} ){0,2}${NAMED}`,
  `(?:${WILL_NOT}|tanpa) (?:${FILL} ){0,2}${TELLING} ${NAME}${AFTER_NAME}`,
  `(?:^|${REPORTER} )(?!petugas |dinas )(?:${FILL} ){0,2}(?:${WILL_NOT}|tanpa) (?:${FILL} ){0,2}${WRITING} ${NAME}${AFTER_NAME}`,
  `(?:${WILL_NOT}|takut) (?:(?:${FILL}|jika|bila|kalau|apabila) ){0,3}${NAME} (?:(?:${OWN}|${FILL}) ){0,2}${SHOWN}`,
  `takut (?:${FILL} ){0,2}(?:diketahui|ketahuan|dikenali) ${NAME}${AFTER_NAME}`,
  `${REPORTER} ${NOT} (?:${FILL} ){0,2}(?:${TELLING}|${WRITING}) ${NAME}${AFTER_NAME}`,
  `${NAME} (?:(?:${OWN}|${FILL}) ){0,5}(?:rahasia|dirahasiakan|rahasiakan|anonim|${GUARDED}(?: kerahasiaan(?:nya)?)?)`,
  `(?:${REQUEST}|saya|kami|pelapor|pengadu) (?:${FILL} ){0,4}(?:dirahasiakan|rahasiakan|merahasiakan|disamarkan)(?! (?!${OWN}|${NAME}|${FILL})\\p{L})`,
  `${REQUEST} (?:(?:${FILL}|laporan|aduan|pengaduan|surat|pesan|hal|informasi|saya|kami|ini) ){0,4}(?:dirahasiakan|disamarkan)(?! (?:data|password|pin|sandi|kode)(?: |$))`,
  `(?:laporan|aduan|pengaduan|surat) (?:anonim|kaleng|tanpa nama(?! (?:ayah|ibu|bapak|desa|jalan)))`,
  `(?:merahasiakan|rahasiakan|dirahasiakan|menyamarkan|samarkan|lindungi|melindungi|jaga|menjaga|dijaga) (?:kerahasiaan )?(?:${NAME}|pelapor)${AFTER_NAME}`,
  `(?:pelapor|pengadu|saya|kami|warga|secara|sebagai|${REQUEST}) (?:${FILL} ){0,3}anonim`,
  `(?:${REQUEST}|jaga|dijaga|menjaga) (?:${FILL} ){0,3}kerahasiaan(?:nya)?(?: (?:${NAME}|saya|kami|pelapor|pengadu))`,
  `kerahasiaan(?:nya)? (?:(?:${NAME}|${OWN}) )+(?:${FILL} ){0,3}(?:dijaga|jaga)`,
  'bukan nama (?:sebenarnya|asli)',
].map(whole);

function whole(pattern: string): RegExp {
  return new RegExp(`(?:^| )${pattern}(?= |$)`, 'u');
}

/** Where a text holds nothing else it is nothing but a wish, and names nobody. */
const OF_A_WISH: ReadonlySet<string> = new Set(
  `anonim anonimus rahasia dirahasiakan merahasiakan rahasiakan kerahasiaan kerahasiaannya disamarkan samaran samarkan disembunyikan sembunyikan
tidak tdk tak ga gak nggak ngga enggak jangan jgn enggan menolak keberatan bukan tanpa mau ingin bersedia minta meminta mohon harap tolong agar supaya untuk
disebut disebutkan sebut sebutkan menyebut menyebutkan diketahui dikenal nama namanya identitas identitasnya sebenarnya asli pelapor pelapornya pengadu pemohon
warga yang hamba allah noname nn dipublikasikan dipublikasi publikasi dipublish publish dicantumkan dicantum mencantumkan ditampilkan dibuka membuka diekspos
diekspose disebar disebarkan dilindungi ketahuan takut sampai lindungi dijaga jaga tertutup ditutup privasi privat private confidential konfidensial saya kami memberi memberikan diri data jati di oleh
bersifat secara laporan pengaduan aduan ini masyarakat publik umum perlindungan hanya cukup petugas internal surat kaleng`.split(
    /\s+/,
  ),
);

export function isOfWishAlone(words: string): boolean {
  return words.split(' ').every((word) => OF_A_WISH.has(word));
}
