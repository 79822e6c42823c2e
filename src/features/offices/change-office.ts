import type { OfficeData } from '../../domain/office/office-data.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { OfficeActContext } from './append-office-event.ts';
import { requireApplied } from './apply-office.ts';
import { type JudgedOffice, judgeOfficeValues } from './judge-office-values.ts';
import { stableText } from './merge-office.ts';
import { giveCodes, insertVersion, lockOffice, type StartedRegister, startsTooLate } from './office.store.ts';
import { applyEdit, type OfficeEdit, partMark } from './office-edit.ts';
import { officeValues } from './office-values.ts';

export type ChangedOffice =
  | { readonly ok: true; readonly version: number; readonly data: OfficeData; readonly changed: boolean }
  | {
      readonly ok: false;
      readonly refusal: 'changed-meanwhile' | 'office-refused' | 'register-started';
      readonly judged: JudgedOffice | null;
      readonly started: readonly StartedRegister[];
    };

/**
 * Puts one change made in the application into force, in a transaction of the owner: a version of the office like those of
 * its files, kept by the next `office apply`. `seen` is the part as it stood when somebody began to change it (`partMark`);
 * null takes it as it is. Refuses what `office check` refuses. Throws Fault 'office-differs' as `applyOffice` does.
 */
export async function changeOffice(
  tx: Tx,
  slug: string,
  edit: OfficeEdit,
  seen: string | null,
  context: OfficeActContext,
): Promise<ChangedOffice> {
  const known = await lockOffice(tx, slug);
  if (known === null) throw new Error(`There is no office "${slug}" to change`);
  await requireApplied(tx, known);
  const { officeId, data, version } = known;
  const values = officeValues(data);
  if (seen !== null && partMark(values, edit.part) !== seen) return refuse('changed-meanwhile', null);
  const judged = judgeOfficeValues(applyEdit(values, edit), data);
  const next = judged.office;
  if (next === null) return refuse('office-refused', judged);
  if (stableText(next) === stableText(data)) return { ok: true, version, data, changed: false };
  const started = await startsTooLate(tx, officeId, next);
  const begun = new Set((await startsTooLate(tx, officeId, data)).map(({ year }) => year));
  const late = started.filter(({ year }) => !begun.has(year));
  if (late.length > 0) return { ...refuse('register-started', judged), started: late };
  const made = { officeId, version: version + 1, data: next, filesHash: known.filesHash } as const;
  await insertVersion(tx, { ...made, source: 'application' }, context);
  await giveCodes(tx, officeId, next);
  return { ok: true, version: made.version, data: next, changed: true };
}

function refuse<Refusal extends 'changed-meanwhile' | 'office-refused' | 'register-started'>(
  refusal: Refusal,
  judged: JudgedOffice | null,
) {
  return { ok: false, refusal, judged, started: [] } as const;
}
