import type { Pool } from 'pg';
import { toIsoDate } from '../../domain/calendar/epoch-day.ts';
import { localDay } from '../../domain/calendar/instant.ts';
import type { Option } from '../../platform/views/fields.view.tsx';
import type { Office } from '../offices/office.read.ts';
import { listAccounts } from './list-accounts.read.ts';

/** Everybody with an open account in this office, for a field that names somebody; `now` in milliseconds. */
export async function listColleagues(pool: Pool, office: Office, now: number): Promise<readonly Option[]> {
  const accounts = await listAccounts(pool, office.officeId, toIsoDate(localDay(now, office.zone)));
  return accounts.filter((one) => !one.disabled).map((one) => ({ value: one.account, label: one.name }));
}
