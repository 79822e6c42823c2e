import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { OfficeFinding, PathInFile, Place } from './office-finding.ts';

/** One YAML file, its plain value, and where each part of it stands. */
export type YamlSource = {
  readonly path: string;
  readonly value: unknown;
  /** Place of the value at this path, or of the nearest part around it that exists. */
  readonly placeOf: (path: PathInFile) => Place;
  /** Place of a key of the map at this path (the key itself, not its value). */
  readonly placeOfKey: (path: PathInFile, key: string) => Place;
};

/** Names that would reach into JavaScript's own objects. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 24;
const TOO_DEEP = 'Isi berkas bersarang terlalu dalam.';
const FOREIGN_TAG = 'Tag YAML (!…) tidak diterima.';
const UNKEEPABLE = 'Teks ini memuat huruf yang tidak dapat disimpan (\\0 atau \\uD800 dan sejenisnya).';
const SIMPLE =
  'Tulis berkas secara sederhana: tanpa jangkar (&), rujukan (*), tag (!), dan sarang yang dalam.';

/**
 * Reads one file of an office as YAML 1.2. Anchors, aliases, tags of other languages, several documents,
 * prototype keys and deep nesting are refused: an office's files need none, a hostile file lives on them.
 */
export function readYamlSource(
  path: string,
  text: string,
): { readonly source: YamlSource | null; readonly findings: readonly OfficeFinding[] } {
  const tooDeep = deepestBracket(text);
  if (tooDeep !== null) return { source: null, findings: [hostileFinding(path, tooDeep, TOO_DEEP)] };
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  // What follows the first error is its consequence.
  const [broken] = [...doc.errors, ...doc.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (broken !== undefined) {
    return { source: null, findings: [syntaxFinding(path, broken, at(broken.pos[0]))] };
  }
  const hostile = hostileParts(path, doc, at);
  if (hostile.length > 0) return { source: null, findings: hostile };
  return {
    source: {
      path,
      value: doc.toJS({ maxAliasCount: 0 }),
      placeOf: (where) => at(startOf(doc, where)),
      placeOfKey: (where, key) => at(startOfKey(doc, where, key)),
    },
    findings: [],
  };
}

function syntaxFinding(file: string, error: YAMLError, place: Place): OfficeFinding {
  if (error.code === 'RESOURCE_EXHAUSTION') return hostileFinding(file, place, TOO_DEEP);
  if (error.code === 'TAG_RESOLVE_FAILED') return hostileFinding(file, place, FOREIGN_TAG);
  return {
    severity: 'error',
    file,
    ...place,
    message: SYNTAX[error.code] ?? 'Berkas ini bukan YAML yang benar.',
    remedy:
      'Periksa tanda titik dua, lekukan (spasi, bukan tab), dan tanda kutip pada baris ini dan di atasnya.',
    rule: 'not-yaml',
  };
}

const SYNTAX: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  TAB_AS_INDENT: 'Baris ini dilekukkan dengan tab; YAML hanya menerima spasi.',
  BAD_INDENT: 'Lekukan baris ini tidak sejajar dengan baris di atasnya, atau sebuah kurung belum ditutup.',
  MISSING_CHAR: 'Sebuah tanda kutip, kurung, atau titik dua belum ditutup atau belum ditulis.',
  MULTIPLE_DOCS: 'Berkas ini memuat dua dokumen (garis ---); hanya satu yang diterima.',
  BLOCK_AS_IMPLICIT_KEY:
    'Ada dua titik dua dalam satu baris; nilai yang memuat titik dua ditulis dalam tanda kutip.',
  MULTILINE_IMPLICIT_KEY: 'Baris ini tidak memuat titik dua sesudah kuncinya.',
};

function hostileFinding(file: string, place: Place, message: string): OfficeFinding {
  return { severity: 'error', file, ...place, message, remedy: SIMPLE, rule: 'hostile-file' };
}

function hostileParts(path: string, doc: Document, at: (offset: number) => Place): OfficeFinding[] {
  const findings: OfficeFinding[] = [];
  const say = (node: unknown, message: string) => {
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    findings.push(hostileFinding(path, at(offset), message));
  };
  visit(doc, (_key, node, ancestors) => {
    if (ancestors.length > MAX_DEPTH * 2) {
      say(node, TOO_DEEP);
      return visit.BREAK;
    }
    if (isAlias(node)) say(node, 'Rujukan YAML (*…) tidak diterima.');
    else if (isNode(node) && 'anchor' in node && node.anchor) say(node, 'Jangkar YAML (&…) tidak diterima.');
    else if (isNode(node) && node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
      say(node, FOREIGN_TAG);
    }
    if (isScalar(node) && typeof node.value === 'string' && !isKeepable(node.value)) say(node, UNKEEPABLE);
    if (isPair(node) && isCollection(node.key)) say(node.key, 'Kunci harus berupa satu kata.');
    if (isMap(node)) findings.push(...keysWrittenTwice(path, node, at));
    if (isPair(node) && isScalar(node.key) && FORBIDDEN_KEYS.has(String(node.key.value))) {
      say(node.key, `Kunci "${String(node.key.value)}" tidak diterima.`);
    }
    return undefined;
  });
  return findings;
}

/** What no database can keep: NUL, and half of a letter ("\\uD800"). */
function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

/** Done here and not by the parser, whose own check takes quadratic time on wide maps. */
function keysWrittenTwice(file: string, map: YAMLMap, at: (offset: number) => Place): OfficeFinding[] {
  const seen = new Set<string>();
  const findings: OfficeFinding[] = [];
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (seen.has(name)) {
      findings.push({
        severity: 'error',
        file,
        ...at(key.range?.[0] ?? 0),
        message: `Kunci "${name}" tertulis dua kali.`,
        remedy: 'Hapus salah satu; satu kunci hanya boleh muncul sekali.',
        rule: 'duplicate-key',
      });
    }
    seen.add(name);
  }
  return findings;
}

function startOf(doc: Document, path: PathInFile): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = doc.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return firstOffset(doc);
}

function startOfKey(doc: Document, path: PathInFile, key: string): number {
  const holder: unknown = path.length === 0 ? doc.contents : doc.getIn(path, true);
  if (isMap(holder)) {
    for (const pair of holder.items) {
      if (isScalar(pair.key) && String(pair.key.value) === key && pair.key.range) return pair.key.range[0];
    }
  }
  return startOf(doc, path);
}

function firstOffset(doc: Document): number {
  const root: Node | null = doc.contents;
  return root?.range?.[0] ?? 0;
}

/** Brackets nested beyond reason would exhaust the parser's stack before it could refuse. */
function deepestBracket(text: string): Place | null {
  let depth = 0;
  let line = 1;
  let column = 0;
  for (const letter of text) {
    column += 1;
    if (letter === '\n') {
      line += 1;
      column = 0;
    } else if (letter === '[' || letter === '{') {
      depth += 1;
      if (depth > 200) return { line, column };
    } else if (letter === ']' || letter === '}') depth = Math.max(0, depth - 1);
  }
  return null;
}
