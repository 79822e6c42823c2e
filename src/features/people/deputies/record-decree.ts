import type { Tx } from '../../../platform/database/transaction.ts';
import type { NewId } from '../../../platform/ids.ts';
import {
  appendOfficeEvent,
  lockOfficeChain,
  type OfficeActContext,
} from '../../offices/append-office-event.ts';
import { sealRow } from '../row-seal.ts';
import { digestOfDecree, sealedDecree } from './decree-row.ts';

/**
 * Writes down of which day and about what the decree of this number is; one that stands already is mended. Roles name it
 * by its number, whether it is written down yet or not.
 */
export async function recordDecree(
  tx: Tx,
  officeId: number,
  decree: { readonly number: string; readonly on: string; readonly title: string },
  context: OfficeActContext & { readonly newId: NewId },
): Promise<void> {
  await lockOfficeChain(tx, officeId);
  const { rows } = await tx.query<{ id: string }>(
    'select decree_id id from decree where office_id = $1 and number = $2',
    [officeId, decree.number],
  );
  const id = rows[0]?.id ?? context.newId();
  const row = { ...decree, id, recordedAt: new Date(context.now) };
  await tx.query(
    `insert into decree (office_id, decree_id, number, decided_on, title, recorded_at, mac)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (office_id, decree_id) do update set decided_on = $4, title = $5, recorded_at = $6, mac = $7`,
    [
      ...[officeId, id, row.number, row.on, row.title, row.recordedAt],
      sealRow(context.keyring, sealedDecree(officeId, row)),
    ],
  );
  await appendOfficeEvent(
    tx,
    officeId,
    { type: 'decree-recorded', decree: id, digest: digestOfDecree(decree) },
    context,
  );
}
