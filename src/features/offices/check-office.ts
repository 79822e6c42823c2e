import type { ReferenceCalendar } from '../../domain/calendar/calendar.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { reportFigureNames } from '../../domain/reports/report-figures.ts';
import { checkApprovals } from './check-approvals.ts';
import { checkClasses } from './check-classes.ts';
import { checkEmblem } from './check-emblem.ts';
import { checkIdentity } from './check-identity.ts';
import { checkLegalBases } from './check-legal-bases.ts';
import { checkPersonalData } from './check-personal-data.ts';
import { checkRamadan } from './check-ramadan.ts';
import { checkReferences } from './check-references.ts';
import { checkReminders } from './check-reminders.ts';
import { checkReportTexts } from './check-report-texts.ts';
import { checkRoles } from './check-roles.ts';
import { checkSentences } from './check-sentences.ts';
import { checkSops } from './check-sops.ts';
import type { OfficeFinding, PathInFile, Place, Remark } from './office-finding.ts';
import type { OfficePicture } from './read-office-folder.ts';

/** Place of a part of the office, given as its path in OfficeData. */
export type PlaceOf = (path: PathInFile) => Place & { readonly file: string };
export type CheckContext = {
  /** Name of the folder; the slug must be the same (a leading "_" marks a template). */
  readonly folder: string;
  readonly pictures: readonly OfficePicture[];
  readonly calendar: ReferenceCalendar;
  readonly figures?: ReadonlySet<string>;
};

/**
 * Everything that the shape of the files cannot say: references, roles, steps, classes, hours, legal bases,
 * figures in texts, personal data. Errors keep an office from being applied; warnings do not.
 */
export function checkOffice(
  office: OfficeData,
  { placeOf, ...context }: CheckContext & { readonly placeOf: PlaceOf },
): readonly OfficeFinding[] {
  return remarksOn(office, context).map(
    ({ at, severity, message, remedy, rule }): OfficeFinding => ({
      severity: severity ?? 'error',
      ...placeOf(at),
      message,
      remedy,
      rule,
    }),
  );
}

/** The same by the paths of what is meant, for an office that stands in no file. */
export function remarksOn(office: OfficeData, context: CheckContext): readonly Remark[] {
  return [
    ...checkIdentity(office, context.folder),
    ...checkEmblem(office, context.pictures),
    ...checkRamadan(office, context.calendar),
    ...checkReferences(office),
    ...checkRoles(office),
    ...checkClasses(office),
    ...checkReminders(office),
    ...checkApprovals(office),
    ...checkSentences(office),
    ...checkSops(office),
    ...checkLegalBases(office),
    ...checkReportTexts(office, context.figures ?? reportFigureNames(office)),
    ...checkPersonalData(office),
  ];
}
