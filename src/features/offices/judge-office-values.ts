import type { z } from 'zod';
import type { OfficeData, ReportTemplate, Sop } from '../../domain/office/office-data.ts';
import { findEmblem } from './check-emblem.ts';
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
import { isRecord } from './office-edit.ts';
import type { PathInFile, Remark } from './office-finding.ts';
import type { OfficeValues } from './office-values.ts';
import type { OfficePicture } from './read-office-folder.ts';
import { reportFileSchema } from './report-file.schema.ts';
import { schemaKeysAt } from './schema-keys.ts';
import { sopFileSchema } from './sop-file.schema.ts';

/** `office` is null as soon as one remark is no warning. */
export type JudgedOffice = { readonly office: OfficeData | null; readonly remarks: readonly Remark[] };

/**
 * Holds values against the very rules of `office check`, so that what the application takes can be written out as files and
 * loaded again. What was wrong with the office before is not held against a change of another part. An emblem that a change
 * brings is cleaned as that of a file; where it brings none and takes none away, it stays that of the office as it stands.
 */
export function judgeOfficeValues(brought: OfficeValues, current: OfficeData): JudgedOffice {
  const { values, letterhead } = withoutPicture(brought, current);
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
  const emblem = exportEmblem({ ...office, letterhead });
  const context = {
    folder: current.slug,
    pictures: emblem === null ? [] : [emblem],
    calendar: readReferenceTables(),
  };
  const found = remarksOn(office, context);
  const made = withEmblem(office, context.pictures);
  if (!found.some(isError)) return { office: made, remarks: found };
  const drawn = exportEmblem(current);
  const before = { ...context, pictures: drawn === null ? [] : [drawn] };
  const former = new Set(remarksOn(current, before).filter(isError).map(markOf));
  const fresh = found.filter((one) => !isError(one) || !former.has(markOf(one)));
  return { office: fresh.some(isError) ? null : made, remarks: fresh };
}

function isError({ severity }: Remark): boolean {
  return severity !== 'warning';
}

function markOf({ at, message }: Remark): string {
  return `${at.map(String).join('.')} ${message}`;
}

/** The values without a picture that a change brings, and the letterhead whose picture is meant. */
function withoutPicture(
  values: OfficeValues,
  current: OfficeData,
): { readonly values: OfficeValues; readonly letterhead: OfficeData['letterhead'] } {
  const { letterhead } = values;
  if (!isRecord(letterhead)) return { values, letterhead: current.letterhead };
  const { emblemSvg, ...plain } = letterhead;
  const { emblem } = plain;
  if (typeof emblemSvg === 'string' && typeof emblem === 'string') {
    return {
      values: { ...values, letterhead: plain },
      letterhead: { ...current.letterhead, emblem, emblemSvg },
    };
  }
  const { emblemSvg: _, ...bare } = current.letterhead;
  const stands = emblem === current.letterhead.emblem;
  return {
    values: { ...values, letterhead: plain },
    letterhead: stands ? current.letterhead : { ...bare, emblem: null },
  };
}

function withEmblem(office: OfficeData, pictures: readonly OfficePicture[]): OfficeData {
  const read = findEmblem(office, pictures);
  return read?.ok ? { ...office, letterhead: { ...office.letterhead, emblemSvg: read.svg } } : office;
}
