import type { Pool } from 'pg';
import { KEPT_ANSWER_MS } from './kept-answer.ts';

/** Forgets answers kept for repeats once their day is over (design law 1). Run as the owner; gives how many. */
export async function expireKeptAnswers(owner: Pool, now: number): Promise<number> {
  const { rowCount } = await owner.query('delete from kept_answer where kept_at < $1', [
    new Date(now - KEPT_ANSWER_MS),
  ]);
  return rowCount ?? 0;
}
