import { inflateBudget, inflateText } from '../spreadsheet/inflate-budget.ts';
import { SPREADSHEET_LIMITS } from '../spreadsheet/spreadsheet-limits.ts';
import { SpreadsheetStop } from '../spreadsheet/spreadsheet-refusal.ts';
import { readZipDirectory } from '../spreadsheet/zip-directory.ts';

/** Why a file is not taken as an office's letter; `what` names the part or the tag. */
export type TemplateRefusal = {
  readonly refusal:
    | 'template-too-large'
    | 'template-unreadable'
    /** Macros, objects, other archives: anything that is no text, style or picture. */
    | 'template-part'
    /** It would fetch something from elsewhere. */
    | 'template-external'
    /** Fields that run, include or link. */
    | 'template-field'
    | 'template-tag'
    | 'template-no-body';
  readonly what: string;
};

/** Most bytes of a letter, and of all that it unpacks to. */
export const MOST_TEMPLATE_BYTES = 2_000_000;
const LIMITS = { ...SPREADSHEET_LIMITS, zipEntries: 120, inflatedBytes: 12_000_000 };

/**
 * Looks a DOCX from outside through before anything else touches it: its directory, then each part as it inflates under a
 * budget. Takes text, styles and pictures; refuses macros, objects, outside relations, fields that fetch, and tags that are not
 * `known`, and letters that lack one that is `needed`. Null when it is fit.
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
  const parts = readZipDirectory(bytes, LIMITS);
  if (!parts.has('word/document.xml') || !parts.has('[Content_Types].xml')) {
    return { refusal: 'template-unreadable', what: 'word/document.xml' };
  }
  const budget = inflateBudget(LIMITS);
  const tags = new Set<string>();
  for (const [name, entry] of parts) {
    if (!TAKEN.some((taken) => taken.test(name))) return { refusal: 'template-part', what: name };
    if (PICTURE.test(name)) continue;
    const pieces: string[] = [];
    inflateText(entry, budget, (piece) => pieces.push(piece));
    const xml = pieces.join('');
    const refusal = checkXml(name, xml);
    if (refusal !== null) return refusal;
    for (const tag of tagsOf(xml)) tags.add(tag);
  }
  const strange = [...tags].find((tag) => !known.has(tag));
  if (strange !== undefined) return { refusal: 'template-tag', what: strange };
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

function checkXml(name: string, xml: string): TemplateRefusal | null {
  // Another encoding would hide from what is looked for below.
  const isUtf8 = !xml.includes('\0') && !/<\?xml[^>]*encoding=["'](?!utf-8["'])/i.test(xml);
  if (!isUtf8 || /<!(?:DOCTYPE|ENTITY)/i.test(xml)) return { refusal: 'template-unreadable', what: name };
  if (/macroEnabled|vbaProject|activeX|oleObject/i.test(xml)) return { refusal: 'template-part', what: name };
  const object = /<(?:\w+:)?(altChunk|object|OLEObject|control|attachedTemplate|mailMerge|subDoc)\b/.exec(
    xml,
  );
  if (object !== null) return { refusal: 'template-part', what: object[1] ?? name };
  for (const [relation] of xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    if (!/TargetMode\s*=\s*["']\s*External/i.test(relation)) continue;
    const link = /Type\s*=\s*["'][^"']*\/hyperlink["']/.test(relation);
    const plain = /Target\s*=\s*["'](?:https?:|mailto:)/i.test(relation);
    if (!link || !plain) return { refusal: 'template-external', what: name };
  }
  return checkFields(xml);
}

/** Page numbers and nothing else: a field may start programs, fetch files, or tell where the paper is opened. */
function checkFields(xml: string): TemplateRefusal | null {
  const said = [
    ...[...xml.matchAll(/<(?:\w+:)?instrText\b[^>]*>([^<]*)</g)].map(([, text]) => text ?? ''),
    ...[...xml.matchAll(/<(?:\w+:)?fldSimple\b[^>]*instr\s*=\s*["']([^"']*)["']/g)].map(
      ([, text]) => text ?? '',
    ),
  ];
  const strange = said.find((text) => !/^\s*(?:(?:PAGE|NUMPAGES)\b.*|\\.*)?$/i.test(text));
  return strange === undefined ? null : { refusal: 'template-field', what: strange.trim().slice(0, 60) };
}

/** Tags of a part, whole however Word has cut them into runs: by what each paragraph says. */
function tagsOf(xml: string): readonly string[] {
  const paragraphs = xml.match(/<(?:\w+:)?p[ >][\s\S]*?<\/(?:\w+:)?p>/g) ?? [];
  return paragraphs.flatMap((paragraph) => {
    const text = [...paragraph.matchAll(/<(?:\w+:)?t(?: [^>]*)?>([^<]*)</g)]
      .map(([, piece]) => piece ?? '')
      .join('');
    return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, tag]) => (tag ?? '').trim());
  });
}
