import type { ReferenceCalendar } from '../../domain/calendar/calendar.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import type { SopEdition } from '../../domain/sop/sop-editions.ts';
import type { CodeAxis } from '../../features/offices/office-codes.ts';
import type { PlannedDay, SeedOrder } from './seed-plan.ts';

/** What a thread is started with; plain data, so that it can be handed over. */
export type SeedJob = {
  readonly order: SeedOrder;
  readonly officeId: number;
  readonly ticketPrefix: string;
  readonly version: number;
  readonly data: OfficeData;
  readonly sopEditions: readonly SopEdition[];
  readonly codes: readonly { readonly axis: CodeAxis; readonly code: number; readonly key: string }[];
  readonly reference: ReferenceCalendar;
  readonly keys: { readonly dataFolder: string; readonly masterKey: string | undefined };
};
export type SeedTask = { readonly days: readonly PlannedDay[] };
