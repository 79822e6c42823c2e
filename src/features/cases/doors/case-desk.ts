import type { Pool } from 'pg';
import type { Context } from '../../../domain/complaint/context.ts';
import { instantOf } from '../../../domain/complaint/instant-ms.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import type { NewId } from '../../../platform/ids.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';

/** What every operation on cases needs of the installation. Made once, in src/app. */
export type CaseDesk = {
  /** Connections of the application role: append-only by grant, one office by row-level security. */
  readonly pool: Pool;
  readonly keyring: Keyring;
  readonly newId: NewId;
};

/** What the pure core decides in; `now` in milliseconds. */
export function contextOf(office: Office, actor: CaseActor, now: number): Context {
  return { now: instantOf(now), office: office.data, calendar: office.calendar, actor };
}
