import { mayWish } from './may-wish.ts';
import {
  isOfWishAlone,
  NAME_REFUSALS,
  partsOf,
  REFUSALS,
  SAID_CLOSED,
  SAID_NAMELESS,
  STORY_WISHES,
  saysClosed,
  saysHidden,
  saysNameless,
  saysWithoutName,
  secrecyWords,
  withoutDenials,
  withoutPasswords,
} from './secrecy-words.ts';

/** What somebody asked for, with the words by which he did. */
export type Wish = { readonly anonymous: boolean; readonly secret: boolean; readonly written: string };

/**
 * Where a text stands: in a cell of names, in a cell that tells of the row, or in a story, where other people are spoken of
 * and *kerahasiaan data* may be what is complained of.
 */
export type WishPlace = 'name' | 'cell' | 'story';

/** The wish for secrecy that a text holds, or null: what is denied or permitted is none. */
export function findWish(text: string, place: WishPlace): Wish | null {
  return mayWish(text) ? searchWish(text, place) : null;
}

/** The same without the cheap look first. */
export function searchWish(text: string, place: WishPlace): Wish | null {
  for (const piece of piecesOf(text, place)) {
    const parts = partsOf(piece).map(withoutDenials);
    // Joined once more, since a mark may part the words of one wish: "nama: jangan disebut".
    const joined = secrecyWords(parts.join(' '));
    const words = place === 'name' ? joined : withoutPasswords(joined);
    if (words === '') continue;
    const wish = place === 'story' ? wishOfStory(words, parts) : wishOfCell(words, parts, place);
    if (wish !== null)
      return { ...wish, written: wish.written === '' ? piece.trim().slice(0, 60) : wish.written };
  }
  return null;
}

function piecesOf(text: string, place: WishPlace): string[] {
  if (place === 'name') return [text];
  return text.split(place === 'cell' ? /[.!?;\n]+/ : /[.!?;\n()[\]"“”]+/);
}

function wishOfStory(words: string, parts: readonly string[]): Wish | null {
  for (const wish of STORY_WISHES) {
    const [found] = [words, ...parts].flatMap((each) => wish.exec(each)?.[0] ?? []);
    if (found !== undefined) return { anonymous: true, secret: saysClosed(words), written: found.trim() };
  }
  return isOfWishAlone(words) ? wishOfCell(words, parts, 'cell') : null;
}

function wishOfCell(words: string, parts: readonly string[], place: WishPlace): Wish | null {
  const refusals = place === 'name' ? [...REFUSALS, ...NAME_REFUSALS] : REFUSALS;
  const refused = refusals.some((refusal) => [words, ...parts].some((each) => refusal.test(each)));
  const said = parts.some((part) => SAID.test(part) || (place === 'name' && REFUSED.test(part)));
  const nameless = saysNameless(words) || parts.some(saysNameless);
  const anonymous =
    nameless || refused || (place === 'name' && (saysHidden(words) || saysWithoutName(words)));
  const secret = saysClosed(words) || (said && !anonymous);
  return anonymous || secret ? { anonymous, secret, written: '' } : null;
}

const NOT_FOR_ALL =
  '(?:(?:laporan|aduan|pengaduan|mohon|agar|ini) )*(?:bukan|tidak|tdk|tak) (?:untuk )?(?:(?:konsumsi )?(?:umum|publik)|dipublikasi(?:kan)?)';
const SAID = new RegExp(`^(?:${SAID_CLOSED}|${SAID_NAMELESS}|${NOT_FOR_ALL})$`);
/** Said of an identity or under it, where the word alone is enough: "Tertutup", "Tidak bersedia". */
const REFUSED =
  /^(?:(?:identitas|nama) )?(?:tertutup|ditutup|(?:tidak|tdk|tak|belum) (?:bersedia|mau|dibuka|terbuka|boleh dibuka|setuju))$/;

/** Whether a cell below a heading of identities refuses to open them. */
export function refusesIdentity(heading: string, text: string): boolean {
  return (
    /(?:^| )(?:identitas|nama|namanya|identitasnya)(?= |$)/.test(secrecyWords(heading)) &&
    partsOf(text).some((part) => REFUSED.test(part))
  );
}
