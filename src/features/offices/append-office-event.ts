import type { AccountId, Actor } from '../../domain/complaint/event.ts';
import type { BreachEvent } from '../../domain/people/breach.ts';
import { CHAIN_START, entryMac, OFFICE_CHAIN } from '../../platform/chain.ts';
import { advisoryLock } from '../../platform/database/advisory-locks.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';

/**
 * What is done in an office and belongs to no case. Nobody can erase it, so no name, e-mail or address stands in it:
 * accounts and tokens by their ids.
 */
export type OfficeEvent =
  | { readonly type: 'figures-published' | 'figures-withdrawn' }
  | {
      readonly type: 'account-created';
      readonly account: AccountId;
      readonly roles: readonly string[];
      readonly unit: string | null;
      /** First day of its roles, YYYY-MM-DD. */
      readonly from: string;
      readonly password: PasswordDigest;
      /** Whoever made the account chose it: its holder must choose another. */
      readonly oneTime: boolean;
    }
  /** `reset`: somebody else made a one-time one; `changed`: its holder chose it. */
  | {
      readonly type: 'password-reset' | 'password-changed';
      readonly account: AccountId;
      readonly password: PasswordDigest;
    }
  /** First and last day; a role without a last day is held until it is ended. */
  | {
      readonly type: 'role-granted';
      readonly account: AccountId;
      readonly role: string;
      readonly unit: string | null;
      readonly from: string;
      readonly to: string | null;
    }
  /** The period that began on `from` ends after the day `to`. */
  | {
      readonly type: 'role-ended';
      readonly account: AccountId;
      readonly role: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly type: 'account-closed'; readonly account: AccountId }
  /** `secret`: SHA-256 of the sealed secret, in hex. */
  | { readonly type: 'second-factor-set'; readonly account: AccountId; readonly secret: string }
  | {
      readonly type: 'second-factor-removed' | 'recovery-codes-made' | 'recovery-code-used';
      readonly account: AccountId;
    }
  /** An administrator ended whatever sessions and PINs the account had. */
  | { readonly type: 'sessions-ended'; readonly account: AccountId }
  /**
   * `allowed`: an administrator lets the holder of the account's e-mail in by single sign-on; `linked`: a person of the
   * identity provider is bound to the account; `ended`: he is no longer.
   */
  | {
      readonly type: 'sign-on-allowed' | 'sign-on-linked' | 'sign-on-ended';
      readonly account: AccountId;
      readonly link: string;
    }
  /** Who stands in for whom, with which of his roles; without a last day until it is ended (rule 33). */
  | {
      readonly type: 'deputy-appointed';
      readonly deputation: string;
      readonly account: AccountId;
      readonly deputyFor: AccountId;
      readonly capacity: string;
      readonly roles: readonly { readonly role: string; readonly unit: string | null }[];
      readonly from: string;
      readonly to: string | null;
    }
  | { readonly type: 'deputy-ended'; readonly deputation: string; readonly to: string }
  /** A decree by its id; `digest`: SHA-256 of its number, day and title, in hex. */
  | { readonly type: 'decree-recorded'; readonly decree: string; readonly digest: string }
  /** One address guessed the password of this account too often and has to wait. */
  | { readonly type: 'sign-in-locked'; readonly account: AccountId }
  | {
      readonly type: 'token-issued';
      readonly token: string;
      readonly role: string;
      /** The account that answers for it. */
      readonly madeBy: AccountId | null;
      /** The one unit of a token that nobody answers for. */
      readonly unit: string | null;
    }
  | { readonly type: 'token-revoked'; readonly token: string }
  /** A device that shows the wall screen, by its id. */
  | { readonly type: 'wall-screen-made' | 'wall-screen-revoked'; readonly screen: string }
  /** A paper was issued; `content`: SHA-256 of what it says, in hex. `number` where Tanggap gave it (rule 9). */
  | {
      readonly type: 'paper-issued';
      readonly paper: string;
      readonly kind: string;
      readonly content: string;
      readonly number: string | null;
    }
  | { readonly type: 'paper-numbered'; readonly paper: string; readonly number: string }
  /** The scan of the signed paper; `file`: SHA-256 of it, in hex (rule 34). */
  | { readonly type: 'paper-signed'; readonly paper: string; readonly file: string }
  /** What these papers of a case said, and the scans of them, is destroyed; numbers and hashes stay. */
  | { readonly type: 'papers-erased'; readonly papers: readonly string[] }
  /** `reason`: id of the text that says why. */
  | { readonly type: 'paper-voided'; readonly paper: string; readonly reason: string }
  /** An office's own letter came into force, or none any more; `file`: SHA-256 of it, in hex. */
  | { readonly type: 'letter-template-set'; readonly kind: string; readonly file: string | null }
  /** A change of the office waits: for approval, or for its day; `digest`: SHA-256 of what it changes and when, in hex. */
  | {
      readonly type: 'office-change-proposed' | 'office-change-planned';
      readonly change: string;
      readonly digest: string;
    }
  | { readonly type: 'office-change-withdrawn'; readonly change: string }
  /**
   * A *berita acara pemusnahan*: its number and day, and the files whose personal data and texts are destroyed by it (UU
   * 43/2009 ps. 51). The worker does it, and believes nothing but this entry.
   */
  | {
      readonly type: 'destruction-decided';
      readonly destruction: string;
      readonly number: string;
      /** The day of the paper, YYYY-MM-DD. */
      readonly on: string;
      readonly cases: readonly string[];
    }
  /** A breach of personal data: known, told, closed (UU 27/2022 ps. 46). */
  | BreachEvent
  /** A version of the office came into force; `digest`: SHA-256 of its row, in hex (`office-digest.ts`). */
  | { readonly type: 'office-applied'; readonly version: number; readonly digest: string };

/** SHA-256 of the stored hash, in hex: tells whether that was changed by other hands, and nothing of the password. */
export type PasswordDigest = string;

/** Who does it, and when (milliseconds). */
export type OfficeActContext = { readonly keyring: Keyring; readonly actor: Actor; readonly now: number };

/**
 * Writes it into the chain of the office, in the transaction of what it tells: one is not there without the other.
 * `verify` finds it changed, missing or cut off (`src/features/cases/verify/verify-office-events.ts`). Gives its number.
 */
export async function appendOfficeEvent(
  tx: Tx,
  officeId: number,
  event: OfficeEvent,
  { keyring, actor, now }: OfficeActContext,
): Promise<number> {
  // One writer of this chain at a time; entries are few.
  await lockOfficeChain(tx, officeId);
  const head = await tx.query<{ seq: number; mac: Buffer }>(
    'select seq, mac from office_event where office_id = $1 order by seq desc limit 1',
    [officeId],
  );
  const [last] = head.rows;
  const seq = (last?.seq ?? 0) + 1;
  const { type, ...rest } = event;
  const at = new Date(now).toISOString();
  const body = JSON.stringify({ actor, event: { type, at, ...rest } });
  const place = { officeId, caseId: OFFICE_CHAIN, seq, recordedAt: now };
  const key = keyring.current;
  const mac = entryMac(key.forUse('chain'), last?.mac ?? CHAIN_START, place, body);
  await tx.query(
    `insert into office_event (office_id, seq, recorded_at, key_id, body, mac) values ($1, $2, $3, $4, $5, $6)`,
    [officeId, seq, at, key.id, body, mac],
  );
  // Waits for the next anchor as every entry does: what is cut off afterwards is found by it.
  await tx.query(
    `insert into outbox (office_id, case_id, seq, event_type, mac, recorded_at) values ($1, $2, $3, $4, $5, $6)`,
    [officeId, OFFICE_CHAIN, seq, type, mac, at],
  );
  return seq;
}

const CHAIN_LOCK = advisoryLock('office-chain');

/**
 * Held to the end of the transaction; for whoever reads the chain before writing into it. Acts on accounts, roles and
 * tokens take it before any row, all in this one order.
 */
export async function lockOfficeChain(tx: Tx, officeId: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [CHAIN_LOCK, officeId]);
}
