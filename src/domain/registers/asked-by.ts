import { leavesOpen, markOf, NOTHING, readSecrecy, type Secrecy } from './read-secrecy.ts';
import { opensWithDate } from './read-written-date.ts';
import {
  FILL,
  NAME,
  NAMED,
  NOT,
  partsOf,
  permits,
  REFUSALS,
  SHOWN,
  saysClosed,
  saysNameless,
  secrecyWords,
  WILL_NOT,
  withoutDenials,
} from './secrecy-words.ts';

/** What a heading asks: whether the row is to be secret, or whether it may be open; and of what. */
export type Asked = {
  readonly about: 'secrecy' | 'openness';
  readonly said: { readonly anonymous: boolean; readonly secret: boolean };
  /** It denies secrecy, so that a no below it is twice denied. */
  readonly denied: boolean;
  /** Answers that it names itself: "(Langsung/WA/Anonim)". */
  readonly options: readonly string[];
};

/** What a heading asks of secrecy; null where it asks nothing. Of a head of two rows the lower word counts: "ANONIM – TIDAK". */
export function askedBy(heading: string): Asked | null {
  const at = heading.search(/\s[–—-]\s(?=[^–—]*$)/);
  const below = at < 0 ? '' : secrecyWords(heading.slice(at));
  const over = at < 0 ? null : askedOf(heading.slice(0, at));
  if (over !== null && YES.test(below)) return over;
  if (over !== null && NO.test(below))
    return { ...over, about: over.about === 'secrecy' ? 'openness' : 'secrecy', denied: true };
  if (below !== '' && leavesOpen(below) && OF_SECRECY.test(secrecyWords(heading.slice(0, at))))
    return { about: 'openness', said: { anonymous: false, secret: true }, denied: true, options: [] };
  return askedOf(heading);
}

function askedOf(heading: string): Asked | null {
  const words = withoutAddress(secrecyWords(heading.replaceAll(ANSWERS, ' ')));
  const options = optionsOf(heading);
  const named = saysNameless(words) || NAMES.test(words);
  const said = { anonymous: named, secret: !named || saysClosed(words) };
  const rest = withoutAddress(
    partsOf(heading.replaceAll(ANSWERS, ' ')).map(withoutAddress).map(withoutDenials).join(' '),
  );
  const opens = asksToOpen(words);
  const denies = rest !== words && NEUTRAL.test(rest);
  if (denies || opens || OPENS.test(words) || (words === 'publikasi' && wantsYesOrNo(heading)))
    return { about: 'openness', said, denied: denies && !opens && !permits(words), options };
  const speaks =
    saysNameless(words) ||
    saysClosed(words) ||
    REFUSALS.some((one) => one.test(words)) ||
    NOT_NAMED.test(words) ||
    CLOSED.test(words);
  return speaks ? { about: 'secrecy', said, denied: false, options } : null;
}

/** Whom it asks is the same in all: "Apakah nama Anda boleh dipublikasikan?". */
function withoutAddress(words: string): string {
  return words
    .replaceAll(/(?:^| )(?:apakah|anda|saudara|saudari|sdr|bapak|ibu)(?= |$)/g, '')
    .replaceAll(/ +/g, ' ')
    .trim();
}

/** A word of permission, one of showing and one of who or to whom, in any order; a no before it asks the other way round. */
function asksToOpen(words: string): boolean {
  if (saysClosed(words) || saysNameless(words) || DENIES.test(words)) return false;
  return [PERMISSION, SHOWING, OF_WHOM].every((one) => one.test(words));
}

const PERMISSION =
  /(?:^| )(?:bersedia|bersediakah|kesediaan|boleh|bolehkah|persetujuan|setuju|menyetujui|izin|ijin|mengizinkan|dapat|bisa)(?= |$)/;
const SHOWING = new RegExp(
  `(?:^| )(?:${NAMED}|${SHOWN}|membuka|mencantumkan|menampilkan|mempublikasikan|menyebut|menyebutkan|mengungkap|mengungkapkan|mengumumkan|memperlihatkan|publikasi)(?= |$)`,
);
const OF_WHOM = new RegExp(`(?:^| )(?:${NAME}|pelapor|umum|publik)(?= |$)`);
const NAMES = new RegExp(`(?:^| )(?:${NAME}|pelapor)(?= |$)`);
const NOT_NAMED = new RegExp(`^${NOT} ${NAMED}$`);
/** Tickets, cases and accounts are closed, too: "Tanggal ditutup", "Status (terbuka/tertutup)". */
const CLOSED = new RegExp(
  `^(?:(?:(?:sifat|bersifat|tipe|jenis|tingkat|laporan|pengaduan|aduan|apakah|atau|terbuka|publik) )*tertutup(?: (?:atau|terbuka|publik))*|(?:.+ )?${NAME} (?:pelapor |${FILL} )*(?:ter|di)tutup(?: .+)?|(?:.+ )?pelapor (?:ter|di)tutup)$`,
);

const OF_SECRECY = /sifat|rahasia|anonim|tipe laporan|identitas/;
/** "(Y/T)", "(ya/tidak)", "(v)", "(centang)": how to answer, not what. */
const ANSWERS =
  /\(\s*(?:(?:y|ya|iya|t|tidak|tdk|n|no|yes|v|x|✓|✔|√|☑|centang|beri tanda|isi|pilih)[\s/|,.&-]*)+\)|\bya\s*\/\s*tidak\b|\by\s*\/\s*[tn]\b/giu;
const NEUTRAL = new RegExp(
  `^(?:(?:apakah|status|sifat|jenis|tingkat|keterangan|laporan|pengaduan|aduan|pelapor|pengadu|bersifat|untuk|${NAME})(?: |$))*$`,
);
const OPENS = new RegExp(
  `^(?:(?:apakah|status|sifat|laporan|pengaduan|aduan|pelapor|bersifat) )*(?:publik|terbuka|(?:${NAMED}|${SHOWN}) ${NAME}|${NAME} (?:pelapor |boleh |dapat |bisa )?(?:${NAMED}|di(?:tampil|cantum|buka)(?:kan)?)|(?:(?:kesediaan|persetujuan|izin|ijin) (?:untuk )?)?(?:dipublikasikan|mempublikasikan|ditampilkan|menampilkan|disebutkan|menyebutkan)(?: ${NAME})?(?: pelapor)?|(?:kesediaan|persetujuan|izin|ijin) (?:untuk )?publikasi(?: ${NAME})?(?: pelapor)?|publikasi ${NAME}(?: pelapor)?|${NAME} (?:terbuka|publik))$`,
);
const YES = /^(?:ya|iya|y|yes|benar|betul|true|1)$/;
const NO = /^(?:0|tidak|tdk|t|no|n|bukan|salah|false)$/;
/** Below a heading that asks for a wish these are none. */
const NONE =
  /^(?:tak|nihil|n a|na|jelas|identitas jelas|kosong|(?:tidak|tdk|tak|nggak|gak) (?:ada|perlu|minta|meminta|keberatan|masalah)|(?:tidak|tdk) ada permintaan)$/;
const AGREES =
  /^(?:bersedia|boleh|setuju|mau|silakan|silahkan|oke|ok|(?:tidak|tdk|tak|nggak|gak) (?:keberatan|masalah|apa apa))$/;
const REFUSES = new RegExp(`^(?:${WILL_NOT}|(?:tidak|tdk) setuju)(?= |$)`);

/** The answers that a heading names, each in small words; none where they are but yes and no. */
export function optionsOf(heading: string): string[] {
  const inside = /\(([^)]*)\)/.exec(heading.replaceAll(ANSWERS, ' '))?.[1];
  const list = inside ?? heading.replaceAll(ANSWERS, ' ');
  const options = list
    .split(/[/|,;]|\batau\b/i)
    .map(secrecyWords)
    .filter((option) => option !== '');
  return options.length > 1 ? options : [];
}

/**
 * What a cell says under a heading that itself speaks of secrecy: "Ya" or a tick under "Anonim (v)" says it, "Tidak" or an
 * empty cell denies it; under "Bersedia disebut namanya" it is the other way round. Anything else that is no clear answer stays
 * sealed, and is told.
 */
export function readAnswer(asked: Asked, text: string): Secrecy {
  // Whoever writes a day answers something else.
  if (opensWithDate(text) && findsNothing(text)) return { ...NOTHING, clear: false };
  return asked.about === 'secrecy' ? readWished(asked, text) : readOpened(asked, text);
}

function findsNothing(text: string): boolean {
  const { anonymous, secret } = readSecrecy(text);
  return !anonymous && !secret;
}

/**
 * Whether anything that stands below a heading answers what it seems to ask. Days never do; of other words at least three are
 * wanted before a column is taken for one of something else, and none where the heading itself names secrecy.
 */
export function isAnswered(heading: string, asked: Asked, cells: readonly string[]): boolean {
  const filled = cells.filter((text) => markOf(text) !== 'none');
  if (filled.length === 0) return true;
  if (filled.every((text) => opensWithDate(text) && findsNothing(text))) return false;
  const words = secrecyWords(heading);
  if (filled.length < 3 || asked.denied || saysClosed(words) || saysNameless(words)) return true;
  return filled.some((text) => answers(asked, text));
}

function answers(asked: Asked, text: string): boolean {
  if (opensWithDate(text)) return false;
  const { anonymous, secret, clear } = readAnswer(asked, text);
  if (markOf(text) !== null || clear || DENIES.test(secrecyWords(text))) return true;
  return (anonymous || secret) && !findsNothing(text);
}

const DENIES = new RegExp(`(?:^| )(?:${NOT}|jangan|jgn|enggan|menolak|keberatan|takut)(?= |$)`);

function readWished({ said, options }: Asked, text: string): Secrecy {
  const answer = secrecyWords(text);
  const mark = markOf(text);
  // A tick below "Terbuka/Tertutup" says neither for sure.
  if (mark === 'yes' || mark === 'cross' || YES.test(answer)) return { ...said, clear: options.length === 0 };
  if (mark === 'none' || mark === 'no' || NO.test(answer) || NONE.test(answer))
    return { ...NOTHING, clear: true };
  const own = readSecrecy(text);
  if (mark !== null) return { ...said, clear: false };
  if (own.anonymous || own.secret || own.clear) return own;
  if (options.includes(answer)) return { ...NOTHING, clear: true };
  return { ...said, clear: false };
}

function readOpened({ said, denied }: Asked, text: string): Secrecy {
  const answer = secrecyWords(text);
  const mark = markOf(text);
  // Left blank it grants nothing; whether that seals the row depends on what stands beside it.
  if (mark === 'none') return { ...NOTHING, clear: true };
  if (mark === 'yes' || YES.test(answer) || AGREES.test(answer)) return { ...NOTHING, clear: true };
  if (mark === 'no' || NO.test(answer) || REFUSES.test(answer)) return { ...said, clear: !denied };
  if (mark !== null) return { ...said, clear: false };
  const own = readSecrecy(text);
  if (own.anonymous || own.secret) return own;
  const opens = own.clear && !BESIDE_ONLY.test(answer);
  return opens ? { ...NOTHING, clear: true } : { ...said, clear: false };
}

/** Says nothing of openness: "Pengaduan", "Berat". */
const BESIDE_ONLY =
  /^(?!.*(?:publik|terbuka|umum|biasa|normal|anonim|rahasia|tertutup|privat|nama|identitas))/;

/** It wants a yes or a no: "(Y/T)", "?", "minta …", "– YA". */
export function asksForAnswer(heading: string): boolean {
  return (
    wantsYesOrNo(heading) ||
    /^(?:apakah|minta|permintaan|ingin|bersedia|tampilkan) /.test(secrecyWords(heading)) ||
    (askedBy(heading) !== null && /\s[–—-]\s(?:ya|tidak|y|t)\s*$/i.test(heading))
  );
}

/** A question as long as a sentence, that no row of a table holds: "Apakah Saudara bersedia apabila identitas …?". */
export function isLongQuestion(text: string): boolean {
  return text.length <= 200 && asksForAnswer(text) && askedBy(text)?.about === 'openness';
}

function wantsYesOrNo(heading: string): boolean {
  return heading.search(ANSWERS) >= 0 || /\?\s*$/.test(heading);
}

/** A heading that says it of whatever stands below, as against one that permits or offers it: "(boleh anonim)", "NAMA/ANONIM". */
export function statesSecrecy(heading: string): boolean {
  return askedBy(heading)?.about === 'secrecy' && !permitsSecrecy(heading);
}

/** It speaks of secrecy and leaves it to the cell. */
export function permitsSecrecy(heading: string): boolean {
  if (askedBy(heading) === null) return false;
  return optionsOf(heading).length > 1 || PERMITS.test(secrecyWords(heading));
}

const PERMITS =
  /(?:^| )(?:boleh|bisa|dapat|opsional|jika|bila|apabila|kalau|bilamana|silakan|(?:di|ter)?jamin|menjamin|dijaga|terjaga|atau)(?= |$)/;
