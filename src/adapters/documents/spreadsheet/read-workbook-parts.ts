import type { InflateBudget } from './inflate-budget.ts';
import { type NumberFormat, numberFormat } from './number-formats.ts';
import { scanXml } from './scan-xml.ts';
import type { SpreadsheetLimits } from './spreadsheet-limits.ts';
import { SpreadsheetStop } from './spreadsheet-refusal.ts';
import type { ZipEntry } from './zip-directory.ts';

type Parts = ReadonlyMap<string, ZipEntry>;

/** The small parts of a workbook: which sheets there are, how numbers are shown, the shared texts. */
export type WorkbookParts = {
  readonly date1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly entry: ZipEntry }[];
  readonly formats: readonly NumberFormat[];
  readonly strings: readonly string[];
};

/** Reads workbook.xml with its relations, the styles and the shared strings. Refuses macros and a book without a sheet. */
export function readWorkbookParts(
  parts: Parts,
  budget: InflateBudget,
  limits: SpreadsheetLimits,
): WorkbookParts {
  const found = findWorkbook(parts, budget, limits);
  const relations = readRelations(parts, found.path, budget, limits);
  const sheets: { name: string; hidden: boolean; entry: ZipEntry }[] = [];
  let date1904 = false;
  scanXml(found.entry, budget, limits, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      if (sheets.length >= limits.sheets)
        throw new SpreadsheetStop('too-many-cells', `${limits.sheets} lembar`);
      const id = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const relation = id === undefined ? undefined : relations.get(id);
      if (relation === undefined || !relation.type.endsWith('/worksheet')) return;
      const entry = parts.get(relation.target);
      if (entry === undefined) throw new SpreadsheetStop('broken-archive', relation.target);
      sheets.push({
        name: (attributes.name ?? `Lembar ${sheets.length + 1}`).slice(0, 100).toWellFormed(),
        hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
        entry,
      });
    },
    close() {},
    text() {},
  });
  if (sheets.length === 0) throw new SpreadsheetStop('not-a-spreadsheet');
  const target = (kind: string): ZipEntry | undefined => {
    const relation = [...relations.values()].find((each) => each.type.endsWith(`/${kind}`));
    return relation === undefined ? undefined : parts.get(relation.target);
  };
  const styles = target('styles');
  const strings = target('sharedStrings');
  return {
    date1904,
    sheets,
    formats: styles === undefined ? [] : readFormats(styles, budget, limits),
    strings: strings === undefined ? [] : readStrings(strings, budget, limits),
  };
}

function findWorkbook(
  parts: Parts,
  budget: InflateBudget,
  limits: SpreadsheetLimits,
): { path: string; entry: ZipEntry } {
  for (const name of parts.keys())
    if (/vbaProject|macrosheets\//i.test(name)) throw new SpreadsheetStop('macros', name);
  if (parts.has('word/document.xml')) throw new SpreadsheetStop('word-document');
  if (parts.has('content.xml') && parts.has('mimetype')) throw new SpreadsheetStop('ods');
  const types = parts.get('[Content_Types].xml');
  if (types === undefined) {
    throw new SpreadsheetStop(
      [...parts.keys()].some((name) => /\.(xlsx?|csv)$/i.test(name)) ? 'other-archive' : 'not-a-spreadsheet',
    );
  }
  scanXml(types, budget, limits, {
    open(_name, attributes) {
      if (/macroEnabled/i.test(attributes.ContentType ?? '')) throw new SpreadsheetStop('macros');
    },
    close() {},
    text() {},
  });
  const root = readRelations(parts, '', budget, limits);
  const relation = [...root.values()].find((each) => each.type.endsWith('/officeDocument'));
  const path = relation?.target ?? 'xl/workbook.xml';
  const entry = parts.get(path);
  if (entry === undefined) throw new SpreadsheetStop('not-a-spreadsheet');
  return { path, entry };
}

type Relation = { readonly type: string; readonly target: string };

function readRelations(
  parts: Parts,
  path: string,
  budget: InflateBudget,
  limits: SpreadsheetLimits,
): ReadonlyMap<string, Relation> {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const entry = parts.get(`${folder}_rels/${path.slice(slash + 1)}.rels`);
  const relations = new Map<string, Relation>();
  if (entry === undefined) return relations;
  scanXml(entry, budget, limits, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const written = attributes.Target ?? '';
      const target = written.startsWith('/') ? written.slice(1) : resolvePath(folder, written);
      relations.set(attributes.Id ?? '', { type: attributes.Type ?? '', target });
    },
    close() {},
    text() {},
  });
  return relations;
}

/** Only looked up in the archive's own directory, so that climbing out of it finds nothing. */
function resolvePath(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function readFormats(entry: ZipEntry, budget: InflateBudget, limits: SpreadsheetLimits): NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  scanXml(entry, budget, limits, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells && formats.length < 100_000) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(numberFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
    text() {},
  });
  return formats;
}

/** The shared texts; pronunciation runs (rPh) are no part of what a person sees. */
function readStrings(entry: ZipEntry, budget: InflateBudget, limits: SpreadsheetLimits): string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = 0;
  let total = 0;
  scanXml(entry, budget, limits, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') {
        if (strings.length >= limits.cells) throw new SpreadsheetStop('too-many-cells', entry.name);
        strings.push(plainXmlText(current));
      }
    },
    text(text) {
      if (!inText) return;
      total += text.length;
      if (total > limits.textCharacters || current.length + text.length > limits.cellCharacters) {
        throw new SpreadsheetStop('too-many-cells', entry.name);
      }
      current += text;
    },
  });
  return strings;
}

/** Excel writes control characters as _xHHHH_; line ends stay, the others go, and half a letter becomes U+FFFD. */
export function plainXmlText(text: string): string {
  return (
    text
      .replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
      .toWellFormed()
  );
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
