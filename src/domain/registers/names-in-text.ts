import { HONORIFICS, isDegree, NAME_PARTICLES, NOT_IN_NAMES, OFFICE_WORDS } from './name-words.ts';

/**
 * A person named in running text. `guest`: whom the clerk says to have received ("aduan dari ibu X", "tamu atas nama X");
 * `behalf`: "a.n. X", "kartu atas nama X"; `official`: "pendamping ibu X".
 */
export type NamedPerson = { readonly name: string; readonly as: 'guest' | 'behalf' | 'official' };

/**
 * Names in a text, found by the words that introduce them. `loose` also takes names written in small letters after
 * "atas nama", as citizens' own words often have them; a clerk's narrative is read strictly.
 */
export function namesInText(text: string, loose: boolean): NamedPerson[] {
  const tokens = tokensOf(text);
  const found: NamedPerson[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const introduced = introducedAt(tokens, at);
    if (introduced === null) continue;
    const list = readNames(
      tokens,
      introduced.from,
      loose && introduced.as === 'behalf',
      introduced.as === 'behalf',
    );
    for (const name of list.names) found.push({ name, as: introduced.as });
    if (list.next > at) at = list.next - 1;
  }
  return found;
}

type Token = { readonly text: string; readonly lower: string; readonly glued: boolean };

/** Words, commas, ampersands and slashes; "a.n", "a. n", "an." and "a/n" become the two words they stand for. */
function tokensOf(text: string): Token[] {
  const plain = text
    .replaceAll(/(?<![\p{L}.])a\s?[./]\s?n\b\.?/giu, ' atas nama ')
    .replaceAll(/(?<![\p{L}.])an\.\s/giu, ' atas nama ')
    .replaceAll(/\batasnama\b/gi, ' atas nama ');
  const tokens: Token[] = [];
  let end = 0;
  for (const match of plain.matchAll(/\p{L}[\p{L}'’`-]*\.?|[,&/;]|\d+|[.!?()]/gu)) {
    const [word] = match;
    tokens.push({ text: word, lower: word.toLowerCase().replace(/\.$/, ''), glued: match.index === end });
    end = match.index + word.length;
  }
  return tokens;
}

function introducedAt(tokens: readonly Token[], at: number): { from: number; as: NamedPerson['as'] } | null {
  const here = tokens[at]?.lower ?? '';
  if (here === 'atas' && tokens[at + 1]?.lower === 'nama') {
    const before = tokens[at - 1]?.lower ?? '';
    const guest = /^(tamu|pengaduan|aduan|keluhan|laporan|pelapor|pemohon|warga|pengunjung)$/.test(before);
    return { from: skipHonorifics(tokens, at + 2), as: guest ? 'guest' : 'behalf' };
  }
  if (!HONORIFICS.has(here)) return null;
  const before = [tokens[at - 1]?.lower, tokens[at - 2]?.lower, tokens[at - 3]?.lower];
  const official = before.slice(0, 2).some((word) => word !== undefined && OFFICE_WORDS.has(word));
  // "aparat desa … yakni bapak X" tells who the guest is.
  const presented = before[0] === 'yakni' || before[0] === 'yaitu';
  return { from: skipHonorifics(tokens, at), as: official && !presented ? 'official' : 'guest' };
}

function skipHonorifics(tokens: readonly Token[], from: number): number {
  let at = from;
  const honorific = (place: number): boolean => HONORIFICS.has(tokens[place]?.lower ?? '');
  while (honorific(at) || tokens[at]?.text === '.' || (tokens[at]?.text === '/' && honorific(at + 1)))
    at += 1;
  return at;
}

function readNames(
  tokens: readonly Token[],
  from: number,
  loose: boolean,
  list: boolean,
): { names: string[]; next: number } {
  const names: string[] = [];
  let at = from;
  for (;;) {
    const one = readName(tokens, at, loose);
    if (one.words.length === 0) break;
    const last = names.at(-1);
    if (last !== undefined && isDegree(one.words.join('')))
      names[names.length - 1] = `${last}, ${one.words.join('')}`;
    else names.push(one.words.join(' '));
    at = one.next;
    const joint = tokens[at];
    if (joint === undefined || !/^(,|&|\/|;|dan)$/.test(joint.lower)) break;
    if (!list && joint.lower !== 'dan' && joint.text !== '&') break;
    const following = skipHonorifics(tokens, at + 1);
    const next = tokens[following];
    // "Utari,wening Asih": a small letter counts when no space was left after the comma.
    const small = loose || (next?.glued === true && joint.text === ',');
    if (readName(tokens, following, small).words.length === 0) break;
    if (next !== undefined && small && !startsLarge(next)) {
      const odd = readName(tokens, following, true);
      names.push(odd.words.join(' '));
      at = odd.next;
      if (!/^(,|&|\/|;|dan)$/.test(tokens[at]?.lower ?? '')) break;
      at = skipHonorifics(tokens, at + 1);
    } else {
      at = following;
    }
  }
  return { names, next: at };
}

function readName(tokens: readonly Token[], from: number, loose: boolean): { words: string[]; next: number } {
  const words: string[] = [];
  let at = from;
  for (; at < tokens.length && words.length < 5; at += 1) {
    const token = tokens[at];
    if (token === undefined || !/^\p{L}/u.test(token.text) || NOT_IN_NAMES.has(token.lower)) break;
    if (HONORIFICS.has(token.lower)) break;
    const particle = NAME_PARTICLES.has(token.lower) && words.length > 0;
    if (!particle && !startsLarge(token) && !(loose && words.length < 3)) break;
    const ends = token.text.endsWith('.') && token.lower.length > 3;
    words.push(ends ? token.text.slice(0, -1) : token.text);
    if (ends) {
      at += 1;
      break;
    }
  }
  return { words: words.join('').replaceAll('.', '').length < 2 ? [] : words, next: at };
}

function startsLarge(token: Token): boolean {
  return /^\p{Lu}/u.test(token.text);
}
