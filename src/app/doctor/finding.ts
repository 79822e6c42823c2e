import { Fault } from '../../platform/errors.ts';

/** 'lack' has to be mended, 'note' is good to know, 'ok' is in order. */
export type FindingState = 'ok' | 'note' | 'lack';

/** One thing that the doctor looked at. `id` is from a closed list; words are Indonesian. */
export interface Finding {
  readonly id: FindingId;
  readonly state: FindingState;
  readonly message: string;
  readonly remedy?: string;
}

export type FindingId =
  | 'config'
  | 'node'
  | 'libc'
  | 'addons'
  | 'data-folder'
  | 'anchor-folder'
  | 'disk'
  | 'files'
  | 'key-file'
  | 'clock'
  | 'port'
  | 'tls'
  | 'proxy'
  | 'mail'
  | 'second-factor'
  | 'single-sign-on'
  | 'offices'
  | 'database'
  | 'database-version'
  | 'schema'
  | 'master-key'
  | 'worker'
  | 'grant-wall'
  | 'chromium';

export function ok(id: FindingId, message: string): Finding {
  return { id, state: 'ok', message };
}

export function note(id: FindingId, message: string, remedy?: string): Finding {
  return { id, state: 'note', message, ...(remedy === undefined ? {} : { remedy }) };
}

export function lack(id: FindingId, message: string, remedy: string): Finding {
  return { id, state: 'lack', message, remedy };
}

/** A fault as a lack, with the remedy that it brings. */
export function lackOf(
  id: FindingId,
  error: unknown,
  remedy = 'Perbaiki, lalu jalankan "npm run doctor" lagi.',
): Finding {
  if (error instanceof Fault) return lack(id, error.message, error.remedy ?? remedy);
  return lack(id, error instanceof Error ? error.message : String(error), remedy);
}
