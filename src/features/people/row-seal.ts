import { hmac, isEqualSecret } from '../../platform/crypto.ts';
import type { Keyring, MasterKey } from '../../platform/keyring.ts';
import type { Log } from '../../platform/log.ts';

/**
 * What opens a door by a row: instants in milliseconds. Whoever writes such a row without the master key writes none
 * that opens.
 */
export type SealedRow =
  | {
      readonly kind: 'staff_session';
      readonly officeId: number;
      readonly account: string;
      readonly tokenHash: Buffer;
      readonly session: string;
      readonly means: string;
      readonly factor: string;
      readonly browser: string;
      readonly network: string;
      readonly createdAt: number;
      readonly provedAt: number;
      readonly expiresAt: number;
    }
  | {
      readonly kind: 'api_token';
      readonly officeId: number;
      readonly id: string;
      readonly tokenHash: Buffer;
      readonly role: string;
      readonly madeBy: string | null;
      readonly unit: string | null;
      readonly createdAt: number;
      readonly revokedAt: number | null;
    }
  | {
      readonly kind: 'account';
      readonly officeId: number;
      readonly account: string;
      readonly email: string;
      readonly name: string;
      readonly unit: string | null;
      readonly passwordHash: string | null;
      /** Milliseconds; null: its holder chose it. */
      readonly oneTimeUntil: number | null;
      readonly closedAt: number | null;
      /** The sealed secret of its second factor in hex; null: it has none. */
      readonly secondFactor: string | null;
    }
  | {
      readonly kind: 'account_role';
      readonly officeId: number;
      readonly account: string;
      readonly role: string;
      readonly unit: string | null;
      /** First and last day, YYYY-MM-DD. */
      readonly from: string;
      readonly to: string | null;
      readonly decree: string | null;
      readonly deputyFor: string | null;
      readonly grantedAt: number;
    }
  | {
      readonly kind: 'recovery_code';
      readonly officeId: number;
      readonly account: string;
      readonly codeHash: Buffer;
      readonly madeAt: number;
      readonly endedAt: number | null;
    }
  | {
      readonly kind: 'sign_on_link';
      readonly officeId: number;
      readonly id: string;
      readonly account: string;
      readonly issuer: string;
      readonly subject: string | null;
      readonly email: string | null;
      readonly linkedAt: number;
      readonly endedAt: number | null;
    }
  | {
      readonly kind: 'counter_pin';
      readonly officeId: number;
      readonly account: string;
      readonly deviceHash: Buffer;
      readonly pinHash: Buffer;
      readonly madeAt: number;
      readonly expiresAt: number;
    }
  | {
      readonly kind: 'deputation';
      readonly officeId: number;
      readonly id: string;
      readonly account: string;
      readonly deputyFor: string;
      readonly capacity: string;
      /** As the row has it, to the letter. */
      readonly roles: string;
      readonly from: string;
      readonly to: string | null;
      readonly decree: string | null;
      readonly recordedAt: number;
    }
  | {
      readonly kind: 'wall_screen';
      readonly officeId: number;
      readonly id: string;
      readonly codeHash: Buffer;
      readonly madeBy: string;
      readonly madeAt: number;
      readonly revokedAt: number | null;
    }
  | {
      readonly kind: 'letter_template';
      readonly officeId: number;
      readonly id: string;
      /** Which paper it is for. */
      readonly paper: string;
      readonly sha256: Buffer;
      readonly uploadedBy: string;
      readonly uploadedAt: number;
      readonly endedAt: number | null;
    }
  | {
      readonly kind: 'decree';
      readonly officeId: number;
      readonly id: string;
      readonly number: string;
      readonly on: string;
      readonly title: string;
      readonly recordedAt: number;
    };

/** Where a row is believed by its seal; what does not hold is told to the log. */
export type SealGuard = { readonly keyring: Keyring; readonly log: Log };

/** The seal of a row as it is written now. */
export function sealRow(keyring: Keyring, row: SealedRow): Buffer {
  return macOf(keyring.current, row);
}

/**
 * Whether the seal is the row's, under the current key: a session ends with its key, the others are sealed anew
 * (`resealPeople`).
 */
export function isRowWhole(keyring: Keyring, row: SealedRow, mac: Buffer): boolean {
  return isRowWholeUnder(keyring.current, row, mac);
}

/** The same under this key: asked of the former one, once, when a new key has come. */
export function isRowWholeUnder(key: MasterKey, row: SealedRow, mac: Buffer): boolean {
  return isEqualSecret(macOf(key, row), mac);
}

/** As `isRowWhole`, and tells the log where it is not, by office and kind alone. */
export function holdsSeal({ keyring, log }: SealGuard, row: SealedRow, mac: Buffer): boolean {
  const whole = isRowWhole(keyring, row, mac);
  if (!whole) log.error('fault', { code: 'row-seal-broken', kind: row.kind, office: row.officeId });
  return whole;
}

function macOf(key: MasterKey, row: SealedRow): Buffer {
  return hmac(key.forUse('people'), JSON.stringify([row.kind, row.officeId, ...partsOf(row)]));
}

function partsOf(row: SealedRow): readonly (string | number | null)[] {
  switch (row.kind) {
    case 'staff_session': {
      const { tokenHash, account, session, means, factor, browser, network, createdAt, provedAt, expiresAt } =
        row;
      const told = [session, means, factor, browser, network];
      return [tokenHash.toString('hex'), account, ...told, createdAt, provedAt, expiresAt];
    }
    case 'api_token': {
      const { tokenHash, id, role, madeBy, unit, createdAt, revokedAt } = row;
      return [tokenHash.toString('hex'), id, role, madeBy, unit, createdAt, revokedAt];
    }
    case 'account': {
      const { account, email, name, unit, passwordHash, oneTimeUntil, closedAt, secondFactor } = row;
      // Accounts were sealed before there was a second factor: without one the seal is the same.
      const factor = secondFactor === null ? [] : [secondFactor];
      return [account, email, name, unit, passwordHash, oneTimeUntil, closedAt, ...factor];
    }
    case 'account_role': {
      const { account, role, unit, from, to, decree, deputyFor, grantedAt } = row;
      return [account, role, unit, from, to, decree, deputyFor, grantedAt];
    }
    case 'wall_screen':
      return [row.id, row.codeHash.toString('hex'), row.madeBy, row.madeAt, row.revokedAt];
    case 'recovery_code':
      return [row.account, row.codeHash.toString('hex'), row.madeAt, row.endedAt];
    case 'sign_on_link': {
      const { id, account, issuer, subject, email, linkedAt, endedAt } = row;
      return [id, account, issuer, subject, email, linkedAt, endedAt];
    }
    case 'counter_pin': {
      const { account, deviceHash, pinHash, madeAt, expiresAt } = row;
      return [account, deviceHash.toString('hex'), pinHash.toString('hex'), madeAt, expiresAt];
    }
    case 'deputation': {
      const { id, account, deputyFor, capacity, roles, from, to, decree, recordedAt } = row;
      return [id, account, deputyFor, capacity, roles, from, to, decree, recordedAt];
    }
    case 'letter_template':
      return [row.id, row.paper, row.sha256.toString('hex'), row.uploadedBy, row.uploadedAt, row.endedAt];
    case 'decree':
      return [row.id, row.number, row.on, row.title, row.recordedAt];
  }
}
