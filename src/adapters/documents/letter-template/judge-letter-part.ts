import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type InflateBudget, inflateText } from '../spreadsheet/inflate-budget.ts';
import { SpreadsheetStop } from '../spreadsheet/spreadsheet-refusal.ts';
import type { ZipEntry } from '../spreadsheet/zip-directory.ts';
import { collectFields, isPageNumber } from './letter-fields.ts';
import { readLetterTags } from './letter-tags.ts';
import type { TemplateRefusal } from './template-refusal.ts';

/**
 * Reads one part of a letter once, as Word would: names by their local part whatever stands before it, attributes with their
 * references resolved, a field by all of its pieces. Gives the first thing that is not taken, and the tags of its paragraphs.
 * Throws a SpreadsheetStop where it is no plain XML in UTF-8, or nested beyond `mostDepth`.
 */
export function judgeLetterPart(
  entry: ZipEntry,
  budget: InflateBudget,
  mostDepth: number,
): { readonly refusal: TemplateRefusal | null; readonly tags: ReadonlySet<string> } {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const tags = new Set<string>();
  const paragraphs: string[][] = [];
  const fields = collectFields();
  const inside: string[] = [];
  let refusal: TemplateRefusal | null = null;

  parser.on('doctype', () => {
    throw new SpreadsheetStop('unsafe-xml', entry.name);
  });
  parser.on('xmldecl', ({ encoding }) => {
    // In another encoding other readers find other words than those that are judged here.
    if (encoding !== undefined && !/^utf-8$/i.test(encoding))
      throw new SpreadsheetStop('unsafe-xml', entry.name);
  });
  parser.on('error', () => {
    throw new SpreadsheetStop('broken-xml', entry.name);
  });
  parser.on('opentag', (tag) => {
    inside.push(tag.local);
    if (inside.length > mostDepth) throw new SpreadsheetStop('unsafe-xml', entry.name);
    refusal ??= judgeElement(entry.name, tag);
    if (tag.local === 'p') paragraphs.push([]);
    if (tag.local === 'fldChar') fields.mark(attributeOf(tag, 'fldCharType'));
  });
  parser.on('closetag', (tag) => {
    inside.pop();
    if (tag.local !== 'p') return;
    for (const one of readLetterTags((paragraphs.pop() ?? []).join(''))) tags.add(one);
  });
  const hear = (text: string): void => {
    const name = inside.at(-1) ?? '';
    if (name === 't') paragraphs.at(-1)?.push(text);
    const code = name === 'instrText' || name === 'delInstrText';
    if (code || name === 't' || name === 'delText') fields.hear(text, code);
  };
  parser.on('text', hear);
  parser.on('cdata', hear);

  inflateText(entry, budget, (text) => {
    parser.write(text);
  });
  parser.close();
  const strange = fields.strange();
  if (strange !== null) refusal ??= { refusal: 'template-field', what: strange };
  return { refusal, tags };
}

function judgeElement(part: string, tag: SaxesTagNS): TemplateRefusal | null {
  if (tag.local === 'Relationship') return judgeRelation(part, tag);
  if (part === '[Content_Types].xml') return judgeType(tag);
  if (NOT_TAKEN.has(tag.local)) return { refusal: 'template-part', what: tag.local };
  if (tag.local === 'fldSimple' && !isPageNumber(attributeOf(tag, 'instr'))) {
    return { refusal: 'template-field', what: attributeOf(tag, 'instr').trim().slice(0, 60) };
  }
  for (const { local, value, prefix } of Object.values(tag.attributes)) {
    if (prefix === 'xmlns' || local === 'xmlns' || SAYS.has(local)) continue;
    if (fetches(value)) return { refusal: 'template-external', what: `${part}: ${tag.local}` };
  }
  return null;
}

/** Elements that bring in what is no text, style or picture of the letter, or that run something. */
const NOT_TAKEN: ReadonlySet<string> = new Set([
  ...['altChunk', 'object', 'OLEObject', 'objectEmbed', 'objectLink', 'control', 'contentPart', 'subDoc'],
  ...['attachedTemplate', 'mailMerge', 'saveThroughXslt', 'entryMacro', 'exitMacro', 'webVideoPr', 'movie'],
  ...['frameset', 'sourceFileName', 'script', 'externalData', 'oleObj', 'audioFile', 'videoFile'],
  ...['quickTimeFile', 'wavAudioFile', 'audioCd'],
]);

/** Attributes that are read by people: Word writes there where a picture was copied from. */
const SAYS: ReadonlySet<string> = new Set(['descr', 'title', 'alt', 'name', 'author', 'val', 'tooltip']);

/** An address of elsewhere in a value; those of the format itself are names, nothing is fetched from them. */
function fetches(value: string): boolean {
  const plain = value.trim();
  if (/^(?:\\\\|\/\/|(?:file|javascript|data|mhtml|cid|res|about):)/i.test(plain)) return true;
  return plain.includes('://') && !NAMES_OF_THE_FORMAT.some((start) => plain.startsWith(start));
}

const NAMES_OF_THE_FORMAT = [
  ...['http://schemas.openxmlformats.org/', 'http://schemas.microsoft.com/', 'http://purl.oclc.org/ooxml/'],
  ...['http://purl.org/dc/', 'http://www.w3.org/', 'http://schemas.libreoffice.org/'],
] as const;

/** Within the letter to what a letter is made of; outside of it only a link that somebody has to click. */
function judgeRelation(part: string, tag: SaxesTagNS): TemplateRefusal | null {
  const kind = /\/([A-Za-z-]+)$/.exec(attributeOf(tag, 'Type').trim())?.[1] ?? '';
  const target = attributeOf(tag, 'Target').trim();
  const mode = attributeOf(tag, 'TargetMode').trim();
  if (mode === '' || mode === 'Internal') {
    if (/^(?:\/\/|\\)/.test(target) || target.includes(':'))
      return { refusal: 'template-external', what: part };
    return RELATED.has(kind) ? null : { refusal: 'template-part', what: kind === '' ? part : kind };
  }
  const link = kind === 'hyperlink' && /^(?:https?:\/\/|mailto:)/i.test(target);
  return link ? null : { refusal: 'template-external', what: part };
}

const RELATED: ReadonlySet<string> = new Set([
  ...['officeDocument', 'core-properties', 'extended-properties', 'custom-properties', 'thumbnail'],
  ...['styles', 'stylesWithEffects', 'settings', 'fontTable', 'webSettings', 'numbering', 'theme', 'people'],
  ...['footnotes', 'endnotes', 'comments', 'header', 'footer', 'image', 'hyperlink', 'customXml'],
  ...['customXmlProps'],
]);

function judgeType(tag: SaxesTagNS): TemplateRefusal | null {
  const type = attributeOf(tag, 'ContentType').trim();
  const taken =
    tag.local === 'Types' ||
    (TYPES.some((one) => one.test(type)) && !/macro|vba|activex|oleobject|altchunk/i.test(type));
  return taken ? null : { refusal: 'template-part', what: type };
}

/** A letter names types also for files that it does not hold; what it holds is judged by its name. */
const TYPES: readonly RegExp[] = [
  /^image\/[a-z+-]+$/,
  /^application\/xml$/,
  /^application\/vnd\.openxmlformats-(?:package|officedocument)\.[\w.+-]+$/,
  /^application\/vnd\.ms-word\.stylesWithEffects\+xml$/,
];

function attributeOf(tag: SaxesTagNS, local: string): string {
  return Object.values(tag.attributes).find((one) => one.local === local)?.value ?? '';
}
