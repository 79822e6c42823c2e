import type { Context } from 'hono';
import { gather } from '../../../platform/gather.ts';
import { openTurnstile } from '../../../platform/turnstile.ts';
import { findTokenHolder } from '../../people/api-token.ts';
import { type AtWork, atWork } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from './case-pages-desk.ts';

/** Whose token the request carries (`Authorization: Bearer …`), as somebody at work; null without a valid one. */
export async function findTokenWork(c: Context, desk: CasePagesDesk): Promise<AtWork | null> {
  const token = /^Bearer ([\w-]{20,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const holder = token === undefined ? null : await findHolder(desk, token, desk.clock());
  if (holder === null) return null;
  const office = await desk.offices.byId(holder.officeId, desk.clock());
  return office === undefined ? null : atWork(holder, office, 'token');
}

/** Tokens that are looked up at a time: made-up ones, however many, leave connections to everybody else. */
const turnstile = openTurnstile(4, 200);

/** Requests that bring one token at the same time share a look at it, never one that began before they came. */
const findHolder = gather(async (desk: CasePagesDesk, token: string, askers: readonly number[]) => {
  const holder = await turnstile(() => findTokenHolder(desk.pool, token, Math.max(...askers), desk));
  return askers.map(() => holder);
}, 1_000);
