import { editionsOf, type Office } from '../src/features/offices/office.read.ts';
import { officeCodes } from '../src/features/offices/office-codes.ts';
import { anOffice, officeCalendar } from './an-office.ts';

/** The office of the builders as pages get it from the database. */
export function anAppliedOffice(): Office {
  const data = anOffice();
  return {
    officeId: 1,
    slug: data.slug,
    ticketPrefix: 'UJI',
    version: 1,
    zone: 'Asia/Makassar',
    data,
    named: data,
    sopsByVersion: new Map([[1, data.sops]]),
    sopEditions: editionsOf([{ version: 1, sops: data.sops, since: new Date(0) }], 'Asia/Makassar'),
    codes: officeCodes([]),
    calendar: officeCalendar,
    calendarRevision: 1,
  };
}
