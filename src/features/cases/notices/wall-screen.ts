import type { Pool } from 'pg';
import { sha256 } from '../../../platform/crypto.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { NewId } from '../../../platform/ids.ts';
import { normaliseCode, randomCode } from '../../../platform/random-code.ts';
import {
  appendOfficeEvent,
  lockOfficeChain,
  type OfficeActContext,
} from '../../offices/append-office-event.ts';
import { holdsSeal, isRowWhole, type SealedRow, type SealGuard, sealRow } from '../../people/row-seal.ts';

/** 78 random bits. */
const CODE_LETTERS = 16;

/** A device that shows the wall screen and nothing else. */
export type WallScreen = {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly revokedAt: Date | null;
  /** Its row is not what Tanggap wrote, or another master key stands now: it shows nothing. */
  readonly broken: boolean;
};

type Row = {
  readonly screen_id: string;
  readonly code_hash: Buffer;
  readonly name: string;
  readonly made_by: string;
  readonly made_at: Date;
  readonly revoked_at: Date | null;
  readonly mac: Buffer;
};

/** Makes a device's code, told once; only its hash is kept, sealed. The office's chain tells of it by its id. */
export async function makeWallScreen(
  pool: Pool,
  officeId: number,
  { name, account }: { readonly name: string; readonly account: string },
  context: OfficeActContext & { readonly newId: NewId },
): Promise<string> {
  const code = randomCode(CODE_LETTERS);
  const [id, codeHash] = [context.newId(), sha256(code)];
  const sealed = sealedScreen(officeId, {
    id,
    codeHash,
    madeBy: account,
    madeAt: context.now,
    revokedAt: null,
  });
  await withOffice(pool, officeId, async (tx) => {
    await lockOfficeChain(tx, officeId);
    await tx.query(
      `insert into wall_screen (office_id, screen_id, code_hash, name, made_by, made_at, mac)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [officeId, id, codeHash, name, account, new Date(context.now), sealRow(context.keyring, sealed)],
    );
    await appendOfficeEvent(tx, officeId, { type: 'wall-screen-made', screen: id }, context);
  });
  return code;
}

/** Ends a device's code at once; false where it is over already, or unknown. */
export async function revokeWallScreen(
  pool: Pool,
  officeId: number,
  screen: string,
  context: OfficeActContext,
): Promise<boolean> {
  return withOffice(pool, officeId, async (tx) => {
    await lockOfficeChain(tx, officeId);
    const { rows } = await tx.query<Row>(
      'select * from wall_screen where office_id = $1 and screen_id = $2 and revoked_at is null for update',
      [officeId, screen],
    );
    const [row] = rows;
    if (row === undefined) return false;
    const sealed = sealedScreen(officeId, { ...partsOf(row), revokedAt: context.now });
    await tx.query(
      'update wall_screen set revoked_at = $3, mac = $4 where office_id = $1 and screen_id = $2',
      [officeId, screen, new Date(context.now), sealRow(context.keyring, sealed)],
    );
    await appendOfficeEvent(tx, officeId, { type: 'wall-screen-revoked', screen }, context);
    return true;
  });
}

/** The office whose wall a device of this code shows; null when it is unknown, revoked, or other hands wrote its row. */
export async function findWallScreen(pool: Pool, typed: string, guard: SealGuard): Promise<number | null> {
  const codeHash = sha256(normaliseCode(typed.slice(0, 100)));
  const { rows } = await pool.query<Omit<Row, 'code_hash' | 'revoked_at'> & { readonly office_id: number }>(
    'select office_id, screen_id, name, made_by, made_at, mac from find_wall_screen($1::bytea)',
    [codeHash],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const sealed = sealedScreen(row.office_id, partsOf({ ...row, code_hash: codeHash, revoked_at: null }));
  return holdsSeal(guard, sealed, row.mac) ? row.office_id : null;
}

/** Every device of an office, those that are over too, the newest first. */
export async function listWallScreens(
  pool: Pool,
  { keyring }: Pick<SealGuard, 'keyring'>,
  officeId: number,
): Promise<readonly WallScreen[]> {
  return withOffice(pool, officeId, async (tx) => {
    const { rows } = await tx.query<Row>(
      'select * from wall_screen where office_id = $1 order by made_at desc, screen_id desc limit 50',
      [officeId],
    );
    return rows.map((row) => ({
      ...{ id: row.screen_id, name: row.name, madeAt: row.made_at, revokedAt: row.revoked_at },
      broken: !isRowWhole(keyring, sealedScreen(officeId, partsOf(row)), row.mac),
    }));
  });
}

type Sealed = Extract<SealedRow, { kind: 'wall_screen' }>;

function partsOf(row: Omit<Row, 'mac' | 'name'>): Omit<Sealed, 'kind' | 'officeId'> {
  return {
    ...{ id: row.screen_id, codeHash: row.code_hash, madeBy: row.made_by, madeAt: row.made_at.getTime() },
    revokedAt: row.revoked_at?.getTime() ?? null,
  };
}

function sealedScreen(officeId: number, parts: Omit<Sealed, 'kind' | 'officeId'>): Sealed {
  return { kind: 'wall_screen', officeId, ...parts };
}
