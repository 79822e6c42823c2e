import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { OfficeData, ReportTemplate, Sop } from '../../domain/office/office-data.ts';
import { findEmblem } from './check-emblem.ts';
import { checkOffice } from './check-office.ts';
import { explainIssue } from './explain-issue.ts';
import { readReferenceTables } from './load-reference-calendar.ts';
import {
  classesFileSchema,
  legalBasesFileSchema,
  officeFileSchema,
  servicesFileSchema,
} from './office.schema.ts';
import { type OfficeFinding, type PathInFile, type Place, sortFindings } from './office-finding.ts';
import { type OfficeFile, type OfficeFolder, readOfficeFolder } from './read-office-folder.ts';
import { reportFileSchema } from './report-file.schema.ts';
import { schemaKeysAt } from './schema-keys.ts';
import { sopFileSchema } from './sop-file.schema.ts';
import { readYamlSource, type YamlSource } from './yaml-source.ts';

export type LoadOptions = {
  /** Figure names that report texts may use; without it those of src/domain/reports/report-figures.ts. */
  readonly figures?: ReadonlySet<string>;
};
/** `office` is null as soon as one finding is an error; warnings leave it whole. */
export type LoadedOffice = {
  readonly office: OfficeData | null;
  readonly findings: readonly OfficeFinding[];
};

/** The reports of every office that does not write its own. */
const TEMPLATE = fileURLToPath(new URL('../../../offices/_blank', import.meta.url));

/**
 * Reads and checks an office's folder. Never throws for what the folder holds; throws when it cannot be read. A kind of
 * report of which it has no file is told in the words of `offices/_blank`.
 */
export async function loadOffice(folder: string, options: LoadOptions = {}): Promise<LoadedOffice> {
  const own = await readOfficeFolder(folder);
  const { files } = await readOfficeFolder(TEMPLATE);
  return loadOfficeFolder(withReports(own, files), options);
}

/** In the order of the names: an office with and without the file is the same office. A refused file is not replaced. */
function withReports(own: OfficeFolder, template: readonly OfficeFile[]): OfficeFolder {
  const there = new Set([...own.files.map(({ path }) => path), ...own.findings.map(({ file }) => file)]);
  const lent = template.filter(({ path }) => path.startsWith('reports/') && !there.has(path));
  return { ...own, files: [...own.files, ...lent].toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** The same from texts already read. */
export function loadOfficeFolder(folder: OfficeFolder, options: LoadOptions = {}): LoadedOffice {
  const reader = fileReader(folder);
  const own = reader.required('office.yaml', officeFileSchema);
  const classes = reader.required('classes.yaml', classesFileSchema);
  const services = reader.required('services.yaml', servicesFileSchema);
  const bases = reader.required('legal-bases.yaml', legalBasesFileSchema);
  const sops = reader.all<Sop>('sop/', sopFileSchema);
  const reports = reader.all<ReportTemplate>('reports/', reportFileSchema);
  if (!folder.files.some((file) => file.path === 'SOURCE.md')) reader.miss('SOURCE.md');
  if (sops.length === 0) reader.miss('sop/langsung.yaml');
  const findings = [...folder.findings, ...reader.findings];
  // References are judged over whole files only: a step that cannot be read must not make its SOP seem absent.
  const unread = findings.some((finding) => finding.severity === 'error');
  if (unread || own === null || classes === null || services === null || bases === null) {
    return { office: null, findings: sortFindings(findings) };
  }
  const office: OfficeData = { ...own, ...classes, ...services, ...bases, sops, reports };
  findings.push(
    ...checkOffice(office, {
      folder: folder.name,
      pictures: folder.pictures,
      placeOf: reader.placeOf,
      calendar: readReferenceTables(),
      ...(options.figures ? { figures: options.figures } : {}),
    }),
  );
  const broken = findings.some((finding) => finding.severity === 'error');
  return { office: broken ? null : withEmblem(office, folder), findings: sortFindings(findings) };
}

function withEmblem(office: OfficeData, { pictures }: OfficeFolder): OfficeData {
  const read = findEmblem(office, pictures);
  return read?.ok ? { ...office, letterhead: { ...office.letterhead, emblemSvg: read.svg } } : office;
}

const FILE_OF_KEY: Readonly<Record<string, string>> = {
  classes: 'classes.yaml',
  singleLimit: 'classes.yaml',
  kinds: 'classes.yaml',
  categories: 'classes.yaml',
  services: 'services.yaml',
  legalBases: 'legal-bases.yaml',
};

/** Reads the files one by one, keeps what it finds wrong, and knows afterwards where each part of the office stands. */
function fileReader(folder: OfficeFolder) {
  const findings: OfficeFinding[] = [];
  const sources = new Map<string, YamlSource>();
  const paths: Record<string, string[]> = { sops: [], reports: [] };

  function read<T>(path: string, text: string, schema: z.ZodType<T>): T | null {
    const { source, findings: broken } = readYamlSource(path, text);
    findings.push(...broken);
    if (source === null) return null;
    sources.set(path, source);
    const parsed = schema.safeParse(source.value, { reportInput: true });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) findings.push(...issueFindings(source, schema, issue));
    return null;
  }

  return {
    findings,
    miss(path: string) {
      findings.push(missingFile(path));
    },
    required<T>(path: string, schema: z.ZodType<T>): T | null {
      const file = folder.files.find((one) => one.path === path);
      if (file) return read(path, file.text, schema);
      // A file that is there and was refused has its finding already.
      if (!folder.findings.some((one) => one.file === path)) findings.push(missingFile(path));
      return null;
    },
    all<T>(prefix: string, schema: z.ZodType<T>): readonly T[] {
      const found: T[] = [];
      for (const file of folder.files.filter((one) => one.path.startsWith(prefix))) {
        const value = read(file.path, file.text, schema);
        if (value === null) continue;
        found.push(value);
        paths[prefix === 'sop/' ? 'sops' : 'reports']?.push(file.path);
      }
      return found;
    },
    placeOf(path: PathInFile): Place & { readonly file: string } {
      const [first, second, ...rest] = path;
      const many = paths[String(first)];
      const file = many ? many[Number(second)] : (FILE_OF_KEY[String(first)] ?? 'office.yaml');
      const source = file === undefined ? undefined : sources.get(file);
      const inFile = many ? rest : path;
      return { file: file ?? 'office.yaml', ...(source?.placeOf(inFile) ?? { line: 1, column: 1 }) };
    },
  };
}

function issueFindings(
  source: YamlSource,
  schema: z.core.$ZodType,
  issue: z.core.$ZodIssue,
): readonly OfficeFinding[] {
  const allowed = schemaKeysAt(schema, issue.path, source.value);
  return explainIssue(issue, allowed).map(({ key, ...said }) => ({
    severity: 'error',
    file: source.path,
    ...(key === null ? source.placeOf(issue.path) : source.placeOfKey(issue.path, key)),
    ...said,
  }));
}

function missingFile(file: string): OfficeFinding {
  return {
    severity: 'error',
    file,
    line: 1,
    column: 1,
    message: `Berkas ${file} tidak ada.`,
    remedy: 'Salin dari folder offices/_blank lalu isi.',
    rule: 'file-missing',
  };
}
