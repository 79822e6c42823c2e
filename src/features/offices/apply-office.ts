import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import type { OfficeActContext } from './append-office-event.ts';
import { readEdits } from './changed-since-files.read.ts';
import { keepEdits } from './keep-edits.ts';
import { type KeptChange, mergeOffice, stableText } from './merge-office.ts';
import { officeDiffers } from './office.read.ts';
import {
  giveCodes,
  insertOffice,
  insertVersion,
  type KnownOffice,
  lockOffice,
  type StartedRegister,
  startsTooLate,
} from './office.store.ts';
import { readDifferingOffices } from './office-digest.ts';
import { type RemovedKey, readRemovedKeys } from './removed-keys.read.ts';

export type AppliedOffice = {
  readonly officeId: number;
  readonly slug: string;
  readonly version: number;
  /** As it is in force now. */
  readonly data: OfficeData;
  readonly outcome: 'created' | 'updated' | 'unchanged';
  /** What was changed in the application since the files were last applied, and stays unless `force`. */
  readonly kept: readonly KeptChange[];
  /** Starts of a register that come too late: a number of that year was given already. */
  readonly startsTooLate: readonly StartedRegister[];
  /** Keys that are gone now, and that cases, accounts or tokens bear. */
  readonly removed: readonly RemovedKey[];
};

export type ApplyOptions = OfficeActContext & {
  /** The files win over what was changed in the application. */
  readonly force?: boolean;
};

/**
 * Puts a checked office (see `loadOffice`) into the database, as the owner. The same data twice changes nothing.
 * A new office gets its number and ticket prefix; keys of services, categories, units and places get numbers that
 * they keep for ever. Each version stands in the chain of the office. Throws Fault 'office-differs' when what is in
 * force is not what was applied: kept beside the files it would be applied, and what other hands wrote told as an act.
 */
export function applyOffice(owner: Pool, files: OfficeData, options: ApplyOptions): Promise<AppliedOffice> {
  return inTransaction(owner, (tx) => applyOfficeIn(tx, files, options));
}

/** The same in a transaction of the owner that does more: all of it, or none. */
export async function applyOfficeIn(
  tx: Tx,
  files: OfficeData,
  options: ApplyOptions,
): Promise<AppliedOffice> {
  const at = new Date(options.now);
  const filesHash = createHash('sha256').update(stableText(files)).digest('hex');
  const known = await lockOffice(tx, files.slug);
  if (known === null) {
    const officeId = await insertOffice(tx, files, filesHash, at);
    await insertVersion(tx, { officeId, version: 1, data: files, filesHash, source: 'files' }, options);
    await giveCodes(tx, officeId, files);
    const started = { slug: files.slug, version: 1, data: files, outcome: 'created', kept: [] } as const;
    return { officeId, ...started, startsTooLate: [], removed: [] };
  }
  const { officeId } = known;
  if (!options.force) await requireApplied(tx, known);
  const { merged, kept } = options.force ? { merged: files, kept: [] } : await mergeOver(tx, known, files);
  const late = await startsTooLate(tx, officeId, merged);
  const removed = await readRemovedKeys(tx, officeId, known.data, merged, options.now);
  const applied = { officeId, slug: files.slug, data: merged, kept, startsTooLate: late, removed };
  if (stableText(merged) === stableText(known.data) && known.filesHash === filesHash) {
    return { ...applied, version: known.version, outcome: 'unchanged' };
  }
  const version = known.version + 1;
  const next = { officeId, version, data: merged, filesHash, source: 'files', filesData: files } as const;
  await insertVersion(tx, next, options);
  await giveCodes(tx, officeId, merged);
  return { ...applied, version, outcome: 'updated' };
}

/**
 * The files over what was changed in the application, also over what files told of meanwhile: files older than those do not
 * take an edit back.
 */
async function mergeOver(
  tx: Tx,
  { officeId, data, filesData }: KnownOffice,
  files: OfficeData,
): Promise<{ readonly merged: OfficeData; readonly kept: readonly KeptChange[] }> {
  const first = mergeOffice(filesData ?? data, data, files);
  const second = keepEdits(first.merged, data, await readEdits(tx, officeId));
  return { merged: second.merged, kept: [...first.kept, ...second.kept] };
}

/** Throws Fault 'office-differs' where what is in force is not what the chain of the office tells of. */
export async function requireApplied(tx: Tx, { officeId, version }: KnownOffice): Promise<void> {
  const differing = await readDifferingOffices(tx, officeId);
  if (!differing.some((one) => one.version === version)) return;
  throw officeDiffers();
}
