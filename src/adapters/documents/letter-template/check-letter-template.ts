import { inflateBudget } from '../spreadsheet/inflate-budget.ts';
import { SPREADSHEET_LIMITS } from '../spreadsheet/spreadsheet-limits.ts';
import { SpreadsheetStop } from '../spreadsheet/spreadsheet-refusal.ts';
import { readZipDirectory } from '../spreadsheet/zip-directory.ts';
import { judgeLetterPart } from './judge-letter-part.ts';
import type { TemplateRefusal } from './template-refusal.ts';

/** Most bytes of a letter, and of all that it unpacks to. */
export const MOST_TEMPLATE_BYTES = 2_000_000;
/** How much of a letter is looked at, and how long. */
export const LETTER_LIMITS = {
  ...SPREADSHEET_LIMITS,
  ...{ fileBytes: MOST_TEMPLATE_BYTES, zipEntries: 120, inflatedBytes: 12_000_000, xmlDepth: 60 },
  ...{ milliseconds: 20_000, heapMegabytes: 256 },
};

/**
 * Looks a DOCX from outside through before anything else touches it: its directory, then each part once as it inflates under a
 * budget. Takes text, styles and pictures; refuses macros, objects, outside relations, fields that fetch, and tags that are not
 * `known`, and letters that lack one that is `needed`. Null when it is fit. In the thread that calls it: for foreign files behind
 * the fence (`openLetterTemplate`).
 */
export function checkLetterTemplate(
  bytes: Uint8Array,
  known: ReadonlySet<string>,
  needed: readonly string[] = ['isi'],
): TemplateRefusal | null {
  if (bytes.length > MOST_TEMPLATE_BYTES) return { refusal: 'template-too-large', what: '' };
  try {
    return checkParts(bytes, known, needed);
  } catch (error) {
    if (error instanceof SpreadsheetStop) return { refusal: 'template-unreadable', what: error.message };
    throw error;
  }
}

function checkParts(
  bytes: Uint8Array,
  known: ReadonlySet<string>,
  needed: readonly string[],
): TemplateRefusal | null {
  const parts = readZipDirectory(bytes, LETTER_LIMITS);
  if (!parts.has('word/document.xml') || !parts.has('[Content_Types].xml')) {
    return { refusal: 'template-unreadable', what: 'word/document.xml' };
  }
  const budget = inflateBudget(LETTER_LIMITS);
  const tags = new Set<string>();
  for (const [name, entry] of parts) {
    if (!TAKEN.some((taken) => taken.test(name))) return { refusal: 'template-part', what: name };
    if (PICTURE.test(name)) continue;
    const judged = judgeLetterPart(entry, budget, LETTER_LIMITS.xmlDepth);
    if (judged.refusal !== null) return judged.refusal;
    for (const tag of judged.tags) tags.add(tag);
  }
  const strange = [...tags].find((tag) => !known.has(tag));
  if (strange !== undefined) return { refusal: 'template-tag', what: strange.slice(0, 60) };
  const lacking = needed.find((tag) => !tags.has(tag));
  return lacking === undefined ? null : { refusal: 'template-no-body', what: `{${lacking}}` };
}

const PICTURE = /\.(?:png|jpe?g)$/;
const TAKEN: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^docProps\/(?:app|core|custom)\.xml$/,
  /^docProps\/thumbnail\.jpe?g$/,
  /^word\/(?:document|styles|stylesWithEffects|settings|fontTable|webSettings|numbering|footnotes|endnotes|comments|people)\.xml$/,
  /^word\/(?:header|footer)\d*\.xml$/,
  /^word\/theme\/theme\d*\.xml$/,
  /^word\/_rels\/[a-zA-Z]+\d*\.xml\.rels$/,
  /^word\/media\/[\w.-]+\.(?:png|jpe?g)$/,
  /^customXml\/(?:item|itemProps)\d+\.xml$/,
  /^customXml\/_rels\/item\d+\.xml\.rels$/,
];
