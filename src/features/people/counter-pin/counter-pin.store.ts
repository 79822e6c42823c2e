import type { Pool } from 'pg';
import { hmac, isEqualSecret } from '../../../platform/crypto.ts';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { holdsSeal, type SealedRow, type SealGuard, sealRow } from '../row-seal.ts';
import { type CounterDevice, counterDeviceHash } from './counter-device.ts';

/** After so many wrong ones its holder signs in fully again. */
export const PIN_TRIES = 5;

/** Puts a PIN for an account on a counter PC until the end of that day, in the place of one before. */
export async function putCounterPin(
  tx: Tx,
  keyring: Keyring,
  device: CounterDevice,
  { account, pin }: { readonly account: string; readonly pin: string },
  { now, until }: { readonly now: number; readonly until: number },
): Promise<void> {
  const { officeId } = device;
  const deviceHash = counterDeviceHash(device);
  await removeCounterPin(tx, device, account);
  const pinHash = hashOf(keyring, device, account, pin);
  const row = { officeId, account, deviceHash, pinHash, madeAt: now, expiresAt: until };
  await tx.query(
    `insert into counter_pin (office_id, account_id, device_hash, pin_hash, made_at, expires_at, mac)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[officeId, account, deviceHash, pinHash, new Date(now), new Date(until)],
      sealRow(keyring, { kind: 'counter_pin', ...row }),
    ],
  );
}

export async function removeCounterPin(tx: Tx, device: CounterDevice, account: string): Promise<void> {
  await tx.query('delete from counter_pin where office_id = $1 and device_hash = $2 and account_id = $3', [
    ...[device.officeId, counterDeviceHash(device), account],
  ]);
}

export type PinHolder = {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  /** Milliseconds. */
  readonly expiresAt: number;
};

/** Who works with a PIN on this PC now, by name. */
export function listPinHolders(
  pool: Pool,
  device: CounterDevice,
  guard: SealGuard,
  now: number,
): Promise<readonly PinHolder[]> {
  return withOffice(pool, device.officeId, async (tx) => {
    const { rows } = await tx.query<Stored & { name: string; email: string }>(
      `select ${COLUMNS}, a.name, a.email from counter_pin p join account a using (office_id, account_id)
        where p.office_id = $1 and p.device_hash = $2 and p.expires_at > $3 and a.disabled_at is null
          and p.tries < $4 order by lower(a.name)`,
      [device.officeId, counterDeviceHash(device), new Date(now), PIN_TRIES],
    );
    return rows
      .filter((row) => holdsSeal(guard, sealedPin(device, row), row.mac))
      .map(({ account, name, email, expiresAt }) => ({
        ...{ account, name, email },
        expiresAt: expiresAt.getTime(),
      }));
  });
}

export type PinResult =
  | { readonly ok: true; readonly holder: PinHolder }
  | { readonly ok: false; readonly refusal: 'pin-wrong'; readonly left: number }
  | { readonly ok: false; readonly refusal: 'pin-over' };

/**
 * Judges a PIN. A try is counted before it is looked at, so that those sent at once cannot outrun the count; after five
 * that failed its holder signs in fully.
 */
export function checkCounterPin(
  pool: Pool,
  device: CounterDevice,
  { account, pin }: { readonly account: string; readonly pin: string },
  guard: SealGuard,
  now: number,
): Promise<PinResult> {
  return withOffice(pool, device.officeId, async (tx) => {
    const key = [device.officeId, counterDeviceHash(device), account];
    const { rows } = await tx.query<Stored & { name: string; email: string; tries: number }>(
      `update counter_pin p set tries = tries + 1 from account a
        where p.office_id = $1 and p.device_hash = $2 and p.account_id::text = $3 and p.expires_at > $4 and p.tries < $5
          and a.office_id = p.office_id and a.account_id = p.account_id and a.disabled_at is null
        returning ${COLUMNS}, p.tries, a.name, a.email`,
      [...key, new Date(now), PIN_TRIES],
    );
    const [row] = rows;
    if (row === undefined || !holdsSeal(guard, sealedPin(device, row), row.mac))
      return { ok: false, refusal: 'pin-over' };
    if (!isEqualSecret(hashOf(guard.keyring, device, row.account, pin), row.pinHash)) {
      const left = PIN_TRIES - row.tries;
      return left === 0 ? { ok: false, refusal: 'pin-over' } : { ok: false, refusal: 'pin-wrong', left };
    }
    await tx.query(
      'update counter_pin set tries = 0 where office_id = $1 and device_hash = $2 and account_id::text = $3',
      key,
    );
    const { name, email, expiresAt } = row;
    return { ok: true, holder: { account: row.account, name, email, expiresAt: expiresAt.getTime() } };
  });
}

type Stored = {
  readonly account: string;
  readonly pinHash: Buffer;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly mac: Buffer;
};
const COLUMNS = `p.account_id account, p.pin_hash "pinHash", p.made_at "madeAt", p.expires_at "expiresAt", p.mac`;

function sealedPin(device: CounterDevice, { account, pinHash, madeAt, expiresAt }: Stored): SealedRow {
  return {
    kind: 'counter_pin',
    ...{ officeId: device.officeId, account, deviceHash: counterDeviceHash(device), pinHash },
    ...{ madeAt: madeAt.getTime(), expiresAt: expiresAt.getTime() },
  };
}

/** With what the cookie alone holds: six figures in a table would soon be tried. */
function hashOf(keyring: Keyring, device: CounterDevice, account: string, pin: string): Buffer {
  return hmac(keyring.current.forUse('people'), `counter-pin\0${account}\0${device.secret}\0${pin}`);
}
