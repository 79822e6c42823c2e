import type { ClientBase } from 'pg';
import { hmac, open, seal } from '../../../platform/crypto.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';
import type { CaseDesk } from './case-desk.ts';

/** How long a repeat gets the same answer (design law 1). */
export const KEPT_ANSWER_MS = 24 * 3_600_000;

/** What a client's key and body leave behind, so that a repeat is known without keeping either. */
export type KeptRequest = { readonly keyHash: Buffer; readonly bodyHash: Buffer };

/**
 * `scope` names what the key is good for (intake, or operation and case) and for whom, so that one key cannot answer
 * another and nobody gets the answer of somebody else by sending his key and body.
 */
export function keptRequest(
  keyring: Keyring,
  scope: string,
  idempotencyKey: string,
  body: string,
): KeptRequest {
  return {
    // Under the current key only: a repeat across a change of keys within the day is taken as new by its new hash.
    keyHash: hmac(keyring.current.forUse('index'), `kept\0${scope}\0${idempotencyKey}`),
    // Keyed as well: a body holds names and numbers, which a plain hash would let somebody guess and try.
    bodyHash: hmac(keyring.current.forUse('index'), `kept-body\0${scope}\0`, body),
  };
}

/** The answer as it is kept: sealed, since it holds the ticket's secret. */
export function sealAnswer(keyring: Keyring, keyHash: Buffer, answer: unknown): Buffer {
  return seal(keyring.current.forUse('seal'), JSON.stringify(answer), `kept/${keyHash.toString('hex')}`);
}

function openAnswer<T>(keyring: Keyring, keyHash: Buffer, sealed: Buffer): T {
  return trustedJson<T>(
    open(keyring.current.forUse('seal'), sealed, `kept/${keyHash.toString('hex')}`).toString(),
  );
}

/**
 * The same key came before with another body (law 1); or with this one, and its answer was destroyed with the person it
 * told of. The second must not be sent again under another key: that would enter the person whom the office erased.
 */
export type KeyReused = {
  readonly ok: false;
  readonly refusal: 'idempotency-key-reused' | 'answer-erased';
};

type Kept<A> = { readonly ok: true; readonly answer: A; readonly repeated: true } | KeyReused;

/** The answer that a taken key was given, for the same body only. */
export async function findKeptAnswer<A>(
  desk: Pick<CaseDesk, 'pool' | 'keyring'>,
  officeId: number,
  request: KeptRequest | null,
): Promise<Kept<A>> {
  if (request === null) throw new Error('An act without an idempotency key was not saved');
  const found = await lookUpKeptAnswer<A>(desk, officeId, request);
  return found ?? { ok: false, refusal: 'idempotency-key-reused' };
}

/** The same of a key that may be free: null. */
export function lookUpKeptAnswer<A>(
  { pool, keyring }: Pick<CaseDesk, 'pool' | 'keyring'>,
  officeId: number,
  request: KeptRequest,
): Promise<Kept<A> | null> {
  return withOffice(pool, officeId, (tx) => readKeptAnswer<A>(tx, keyring, officeId, request, null));
}

/** Null when the key is free or its day is over at `now` (milliseconds; null = whatever its age). */
export async function readKeptAnswer<A>(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  request: KeptRequest,
  now: number | null,
): Promise<Kept<A> | null> {
  const { rows } = await tx.query<{ body_hash: Buffer; sealed: Buffer; kept_at: Date }>(
    'select body_hash, sealed, kept_at from kept_answer where office_id = $1 and key_hash = $2',
    [officeId, request.keyHash],
  );
  const row = rows[0];
  if (row === undefined || (now !== null && now - row.kept_at.getTime() > KEPT_ANSWER_MS)) return null;
  if (!row.body_hash.equals(request.bodyHash)) return { ok: false, refusal: 'idempotency-key-reused' };
  // Destroyed with a person it told of: it can no longer be given, and the act is not done twice.
  if (row.sealed.length === 0) return { ok: false, refusal: 'answer-erased' };
  return { ok: true, answer: openAnswer<A>(keyring, request.keyHash, row.sealed), repeated: true };
}

/** Keeps the answer of an act on a locked case, in its transaction. */
export async function keepAnswer(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  caseId: string,
  request: KeptRequest,
  answer: unknown,
  now: number,
): Promise<void> {
  await tx.query(
    `insert into kept_answer (office_id, key_hash, body_hash, sealed, case_id, kept_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (office_id, key_hash) do update
       set body_hash = excluded.body_hash, sealed = excluded.sealed, case_id = excluded.case_id, kept_at = excluded.kept_at`,
    [
      officeId,
      request.keyHash,
      request.bodyHash,
      sealAnswer(keyring, request.keyHash, answer),
      caseId,
      new Date(now),
    ],
  );
}
