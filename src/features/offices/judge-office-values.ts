import type { z } from 'zod';
import type { OfficeData, ReportTemplate, Sop } from '../../domain/office/office-data.ts';
import { remarksOn } from './check-office.ts';
import { explainIssue } from './explain-issue.ts';
import { exportEmblem } from './export-emblem.ts';
import { readReferenceTables } from './load-reference-calendar.ts';
import {
  classesFileSchema,
  legalBasesFileSchema,
  officeFileSchema,
  servicesFileSchema,
} from './office.schema.ts';
import type { PathInFile, Remark } from './office-finding.ts';
import type { OfficeValues } from './office-values.ts';
import { reportFileSchema } from './report-file.schema.ts';
import { schemaKeysAt } from './schema-keys.ts';
import { sopFileSchema } from './sop-file.schema.ts';

/** `office` is null as soon as one remark is no warning. */
export type JudgedOffice = { readonly office: OfficeData | null; readonly remarks: readonly Remark[] };

/**
 * Holds values against the very rules of `office check`, so that what the application takes can be written out as files and
 * loaded again. What was wrong with the office before is not held against a change of another part. No value carries the
 * emblem: it stays that of the office as it stands.
 */
export function judgeOfficeValues(values: OfficeValues, current: OfficeData): JudgedOffice {
  const { classes, singleLimit, kinds, categories, services, legalBases, sops, reports, ...own } = values;
  const remarks: Remark[] = [];
  const read = <T>(schema: z.ZodType<T>, value: unknown, prefix: PathInFile = []): T | null => {
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const said = explainIssue(issue, schemaKeysAt(schema, issue.path, value));
      for (const { key, ...one } of said) {
        remarks.push({ at: [...prefix, ...issue.path, ...(key === null ? [] : [key])], ...one });
      }
    }
    return null;
  };
  const ofOffice = read(officeFileSchema, own);
  const ofClasses = read(classesFileSchema, { classes, singleLimit, kinds, categories });
  const ofServices = read(servicesFileSchema, { services });
  const ofBases = read(legalBasesFileSchema, { legalBases });
  const readSops = sops.flatMap((sop, at) => read<Sop>(sopFileSchema, sop, ['sops', at]) ?? []);
  const readReports = reports.flatMap(
    (report, at) => read<ReportTemplate>(reportFileSchema, report, ['reports', at]) ?? [],
  );
  if (
    remarks.length > 0 ||
    ofOffice === null ||
    ofClasses === null ||
    ofServices === null ||
    ofBases === null
  ) {
    return { office: null, remarks };
  }
  const office: OfficeData = {
    ...{ ...ofOffice, ...ofClasses, ...ofServices, ...ofBases },
    ...{ sops: readSops, reports: readReports },
  };
  const emblem = exportEmblem({ ...office, letterhead: current.letterhead });
  const context = {
    folder: current.slug,
    pictures: emblem === null ? [] : [emblem],
    calendar: readReferenceTables(),
  };
  const found = remarksOn(office, context);
  if (!found.some(isError)) return { office: withEmblem(office, current), remarks: found };
  const former = new Set(remarksOn(current, context).filter(isError).map(markOf));
  const fresh = found.filter((one) => !isError(one) || !former.has(markOf(one)));
  return { office: fresh.some(isError) ? null : withEmblem(office, current), remarks: fresh };
}

function isError({ severity }: Remark): boolean {
  return severity !== 'warning';
}

function markOf({ at, message }: Remark): string {
  return `${at.map(String).join('.')} ${message}`;
}

function withEmblem(office: OfficeData, { letterhead }: Pick<OfficeData, 'letterhead'>): OfficeData {
  const { emblem, emblemSvg } = letterhead;
  if (emblem === null || emblemSvg === undefined) return office;
  return { ...office, letterhead: { ...office.letterhead, emblem, emblemSvg } };
}
