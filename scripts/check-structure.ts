import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { featureOrder, roomsOfCases, roomsOfDomain } from '../src/app/feature-order.ts';
import { findCycles } from './find-cycles.ts';

export interface StructureFinding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

const kinds = ['page', 'presenter', 'view', 'island', 'schema', 'api', 'store', 'read', 'job'];
const testKinds = ['test', 'db.test', 'http.test', 'prop.test'];
/** A kind, a test, or the test of a kind ('time-left.presenter.test'). */
const suffixes = new Set(
  ['', ...kinds].flatMap((kind) => ['', ...testKinds].map((end) => [kind, end].filter(Boolean).join('.'))),
);

const forbiddenFolders = ['utils', 'util', 'helpers', 'common', 'shared'];
const mostLines = 400;

/** Every breach of the house's structure (ARCHITECTURE.md) below `root`, in order of the files. */
export function checkStructure(root: string): StructureFinding[] {
  const files = globSync(
    ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'e2e/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
    {
      cwd: root,
    },
  ).sort();
  const sources = files.map((file) => readSource(root, file));
  return [
    ...sources.flatMap(checkName),
    ...sources.flatMap(checkLength),
    ...sources.flatMap(checkPurity),
    ...sources.flatMap(checkSql),
    ...sources.flatMap(checkCasts),
    ...sources.flatMap(checkParsing),
    ...sources.flatMap(checkIds),
    ...sources.flatMap(checkTestKind),
    ...sources.flatMap((source) => source.imports.flatMap((item) => checkImport(root, source, item))),
    ...checkCycles(sources),
  ].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Path from the root, of a relative import. */
  readonly target: string | undefined;
}

interface Source {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const importPatterns = [
  /^(?:import|export)\b[^'"`;()]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
];

function readSource(root: string, file: string): Source {
  const text = readFileSync(join(root, file), 'utf8');
  const imports = importPatterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match): Import => {
      const specifier = match[1] ?? '';
      const target = specifier.startsWith('.')
        ? relative(root, join(root, dirname(file), specifier))
        : undefined;
      return { specifier, line: lineOf(text, match.index), target };
    }),
  );
  return { file, text, imports };
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

function checkName({ file }: Source): StructureFinding[] {
  const found: StructureFinding[] = [];
  const name = basename(file).replace(/\.tsx?$/, '');
  const [stem = '', ...rest] = name.split('.');
  const suffix = rest.join('.');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem))
    found.push(at(file, 1, 'file-name', 'the name is not kebab-case'));
  if (!suffixes.has(suffix))
    found.push(at(file, 1, 'file-suffix', `".${suffix}" is not in the list of suffixes`));
  if (stem === 'index')
    found.push(at(file, 1, 'barrel', 'no index files: import the file that holds the thing'));
  const folder = dirname(file)
    .split('/')
    .find((part) => forbiddenFolders.includes(part));
  if (folder)
    found.push(at(file, 1, 'folder-name', `"${folder}/" says nothing: name the folder after what it holds`));
  return found;
}

function checkLength({ file, text }: Source): StructureFinding[] {
  const lines = text.split('\n').length - 1;
  if (lines <= mostLines || /\b(table|tables|vocabulary)\b/.test(basename(file))) return [];
  return [at(file, mostLines, 'file-length', `${lines} lines; split it (at most ${mostLines})`)];
}

const impure = [
  [/\bnew Date\(\s*\)/g, 'new Date() reads the clock'],
  [/\bDate\.now\b/g, 'Date.now reads the clock'],
  [/\bperformance\.now\b/g, 'performance.now reads the clock'],
  [/\bMath\.random\b/g, 'Math.random is not repeatable'],
  [/\bcrypto\.(randomUUID|getRandomValues)\b/g, 'random numbers are not repeatable'],
  [/\bprocess\.\w/g, 'the environment is not for the domain'],
  [/\bfetch\(/g, 'the network is not for the domain'],
] as const;

/** The text with its comments, and with `strings` those too, as blanks: lines stay where they are. */
function codeOf(text: string, strings = false): string {
  const left = strings ? /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'[^'\n]*'|`[^`]*`/g : /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replaceAll(left, (part) => part.replaceAll(/[^\n]/g, ' '));
}

function checkPurity({ file, text }: Source): StructureFinding[] {
  if (!file.startsWith('src/domain/') || isTest(file)) return [];
  const code = codeOf(text);
  return impure.flatMap(([pattern, why]) =>
    [...code.matchAll(pattern)].map((match) => at(file, lineOf(code, match.index), 'domain-purity', why)),
  );
}

const sqlBegins =
  /['"`]\s*(?:select\s|insert into\s|update \w+ set\s|delete from\s|lock table\s|with \w+ as\s)/gi;

/** Who judges, words or draws asks for rows by the name of a function; what runs a statement stands beside it. */
function checkSql({ file, text }: Source): StructureFinding[] {
  const [, kind = ''] = /\.(page|presenter|view|schema|api|island)\.tsx?$/.exec(file) ?? [];
  if ((kind === '' && !file.startsWith('src/domain/')) || isTest(file)) return [];
  const where = kind === '' ? 'the domain' : `a .${kind} file`;
  return [...text.matchAll(sqlBegins)].map((match) =>
    at(
      file,
      lineOf(text, match.index),
      'sql',
      `${where} holds no SQL: give the statement a function elsewhere`,
    ),
  );
}

/** A value is what its type says by how it came about; what comes from outside is judged by a schema. */
function checkCasts({ file, text }: Source): StructureFinding[] {
  if (!file.startsWith('src/') || isTest(file)) return [];
  const code = codeOf(text, true).replaceAll(/^(?:import|export)\b[^;]*?\bfrom\b/gm, (head) =>
    head.replaceAll(/[^\n]/g, ' '),
  );
  const casts = /[\w)\]}]\s+as (?!const\b)(?:[A-Z{]|any\b|unknown\b|string\b|number\b|readonly\b)/g;
  return [...code.matchAll(casts)].map((match) =>
    at(file, lineOf(code, match.index), 'cast', 'no "as": give the value its type where it is made'),
  );
}

/** `unknown` from a request, or what our own program wrote: nobody else may take the `any` of JSON.parse for a type. */
const jsonReaders = ['src/platform/trusted-json.ts', 'src/features/cases/doors/read-json.ts'];

function checkParsing({ file, text }: Source): StructureFinding[] {
  if (!file.startsWith('src/') || isTest(file) || jsonReaders.includes(file)) return [];
  const code = codeOf(text, true);
  return [...code.matchAll(/\bJSON\.parse\b/g)].map((match) =>
    at(
      file,
      lineOf(code, match.index),
      'cast',
      'what our own program wrote comes back by trustedJson; what others wrote is unknown until a schema has judged it',
    ),
  );
}

const idSchema = 'src/features/cases/doors/plain-text.schema.ts';

/** Ids are compared letter by letter (rule 28's wall too), and PostgreSQL takes them in capitals: one schema lets them in. */
function checkIds({ file, text }: Source): StructureFinding[] {
  if (!file.startsWith('src/') || isTest(file) || file === idSchema) return [];
  const code = codeOf(text, true);
  return [...code.matchAll(/\.(?:uuid|uuidv\d|guid)\(/g)].map((match) =>
    at(file, lineOf(code, match.index), 'id', 'an id comes in by recordId, which gives its lower-case form'),
  );
}

const databaseAids = /\bopen(?:TestDatabase|WebKit)\(/;

/** What a test needs stands in its name: a database, routes, or nothing. */
function checkTestKind({ file, text }: Source): StructureFinding[] {
  if (!isTest(file)) return [];
  if (/\bmock\.module\(|\bassert\.snapshot\(/.test(codeOf(text, true)))
    return [at(file, 1, 'test-kind', 'no mocks of modules, no snapshots')];
  const named = /\.(?:db|http)\.test\./.test(file);
  if (!file.startsWith('src/') || named || !databaseAids.test(text)) return [];
  return [at(file, 1, 'test-kind', 'a test with a database is a .db.test, one of the routes an .http.test')];
}

function checkImport(root: string, source: Source, item: Import): StructureFinding[] {
  const { file } = source;
  const report = (rule: string, message: string): StructureFinding[] => [
    at(file, item.line, rule, `${item.specifier}: ${message}`),
  ];
  if (item.target === undefined) {
    const pure = file.startsWith('src/domain/') && !isTest(file);
    if (pure) return report('layer', 'the domain imports nothing outside itself');
    return /^hono\b/.test(item.specifier) && !mayKnowHttp(file)
      ? report('http', 'HTTP stops at pages, the API and what these stand on')
      : [];
  }
  if (!file.startsWith('src/')) return [];
  if (!isFile(join(root, item.target)))
    return report('missing', 'no such file; write the whole name with its ending');
  if (!mayImport(file, item.target))
    return report('layer', `${layerOf(file)} may not use ${layerOf(item.target)}`);
  if (!isTest(file) && !mayEnter(file, item.target))
    return report('room', `${roomOf(file)} may not use ${roomOf(item.target)}, which comes later`);
  return [];
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

/** 'domain', 'platform', 'adapters', 'features/cases', 'app', 'browser', or the folder outside src. */
function layerOf(file: string): string {
  const [first = '', second = '', third = ''] = file.split('/');
  if (first !== 'src') return first;
  return second === 'features' ? `features/${third}` : second;
}

function mayImport(file: string, target: string): boolean {
  const [from, to] = [layerOf(file), layerOf(target)];
  if (!target.startsWith('src/')) return isTest(file) || (from !== 'domain' && target.endsWith('.json'));
  if (from === to) return true;
  const below: Record<string, readonly string[]> = {
    domain: [],
    platform: [],
    browser: ['domain'],
    adapters: ['domain', 'platform'],
    app: ['domain', 'platform', 'adapters', ...featureOrder.map((name) => `features/${name}`)],
  };
  const allowed = below[from];
  if (allowed) return allowed.includes(to);
  const place = featureOrder.findIndex((name) => from === `features/${name}`);
  if (place < 0) return false;
  return [
    'domain',
    'platform',
    'adapters',
    ...featureOrder.slice(0, place).map((name) => `features/${name}`),
  ].includes(to);
}

/** In a feature: pages, the API, and what these stand on. */
function mayKnowHttp(file: string): boolean {
  if (!file.startsWith('src/features/') || isTest(file)) return true;
  return /\.(?:page|api)\.tsx?$|\/doors\/|\/(?:staff|public)-desk\.tsx?$/.test(file);
}

/** The room of a file of `features/cases` or `domain`; '' elsewhere. */
function roomOf(file: string): string {
  return /^src\/(?:features\/cases|domain)\/([^/]+)\//.exec(file)?.[1] ?? '';
}

function mayEnter(file: string, target: string): boolean {
  const [from, to] = [roomOf(file), roomOf(target)];
  if (from === '' || to === '' || from === to || layerOf(file) !== layerOf(target)) return true;
  const order: readonly (readonly string[])[] =
    layerOf(file) === 'domain' ? roomsOfDomain : roomsOfCases.map((room) => [room]);
  const place = (room: string): number => order.findIndex((line) => line.includes(room));
  return place(to) >= 0 && place(to) <= place(from);
}

function checkCycles(sources: readonly Source[]): StructureFinding[] {
  const known = new Set(sources.map((source) => source.file));
  const graph = new Map(
    sources.map(({ file, imports }) => [
      file,
      imports.flatMap(({ target }) => (target !== undefined && known.has(target) ? [target] : [])),
    ]),
  );
  return findCycles(graph).map((cycle) => at(cycle[0] ?? '', 1, 'cycle', [...cycle, cycle[0]].join(' → ')));
}

function at(file: string, line: number, rule: string, message: string): StructureFinding {
  return { file, line, rule, message };
}

if (import.meta.main) {
  const root = process.argv[2] ?? process.cwd();
  const findings = checkStructure(root);
  for (const { file, line, rule, message } of findings) console.log(`${file}:${line} ${rule}: ${message}`);
  console.log(findings.length === 0 ? 'Structure: in order.' : `Structure: ${findings.length} findings.`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
