import type { Tx } from '../../platform/database/transaction.ts';

export type OfficeAxis = 'service' | 'category' | 'unit' | 'place';

/** The keys behind the stored numbers of one office, by axis. */
export type OfficeKeys = Readonly<Record<OfficeAxis, ReadonlyMap<number, string>>>;

/** Reads the numbers that an office's own keys are stored as; a key that was dropped from its files stays here. */
export async function readOfficeKeys(tx: Tx, officeId: number): Promise<OfficeKeys> {
  const { rows } = await tx.query<{ axis: OfficeAxis; code: number; key: string }>(
    'select axis, code, key from office_code where office_id = $1',
    [officeId],
  );
  const of = (axis: OfficeAxis): ReadonlyMap<number, string> =>
    new Map(rows.filter((row) => row.axis === axis).map((row) => [row.code, row.key]));
  return { service: of('service'), category: of('category'), unit: of('unit'), place: of('place') };
}
