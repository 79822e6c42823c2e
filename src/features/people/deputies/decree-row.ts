import { sha256 } from '../../../platform/crypto.ts';
import type { SealedRow } from '../row-seal.ts';

/** A decree (SK) as its row has it; roles and deputations name it by its number. */
export type DecreeRow = {
  readonly id: string;
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly title: string;
  readonly recordedAt: Date;
};
export type StoredDecree = DecreeRow & { readonly mac: Buffer };

/** A `StoredDecree` of the row `d`. */
export const DECREE_COLUMNS = `d.decree_id id, d.number, d.decided_on::text "on", d.title, d.recorded_at "recordedAt", d.mac`;

/** What the seal of that row is over. */
export function sealedDecree(officeId: number, { id, number, on, title, recordedAt }: DecreeRow): SealedRow {
  return { kind: 'decree', officeId, id, number, on, title, recordedAt: recordedAt.getTime() };
}

/** What the office's chain keeps of it, where nothing can be erased. */
export function digestOfDecree({ number, on, title }: Pick<DecreeRow, 'number' | 'on' | 'title'>): string {
  return sha256(JSON.stringify([number, on, title])).toString('hex');
}
