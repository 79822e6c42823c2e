import { restrictedReaders } from '../people/may.ts';
import type { CaseState } from './case-state.ts';
import type { ComplaintEvent, Instant, TextId } from './event.ts';

/**
 * What puts around a merged case the walls of the case it lives on in: its terlapor, *dilindungi*, *anonim*,
 * *rahasia*, *terbatas* and the named readers (rules 6, 27, 28, 32). Both tell of one matter, and a merged case takes no operation of its own that could
 * close it. Empty when it stands behind them already; a wall that the other takes down stays up here. None of them waits to
 * be settled: neither case is joined while one does, and only an intake leaves one waiting.
 */
export function carryWall(
  survivor: CaseState,
  merged: CaseState,
  { at, reason }: { readonly at: Instant; readonly reason: TextId },
): readonly ComplaintEvent[] {
  return [...carryRespondents(survivor, merged, at, reason), ...carryMarks(survivor, merged, at, reason)];
}

function carryRespondents(
  survivor: CaseState,
  merged: CaseState,
  at: Instant,
  reason: TextId,
): readonly ComplaintEvent[] {
  const own = merged.people.respondents;
  const known = new Set(own.map(({ account }) => account));
  const more = survivor.people.respondents
    .filter(({ account }) => account !== null && !known.has(account))
    .map(({ account, unit }) => ({ identity: null, account, unit }));
  if (more.length === 0) return [];
  return [{ type: 'corrected', at, changes: { respondents: [...own, ...more] }, reason, due: null }];
}

function carryMarks(
  survivor: CaseState,
  merged: CaseState,
  at: Instant,
  reason: TextId,
): readonly ComplaintEvent[] {
  const events: ComplaintEvent[] = [];
  for (const mark of ['protected', 'anonymous', 'secret'] as const) {
    if (survivor.marks[mark] && !merged.marks[mark])
      events.push({ type: 'marked', at, mark, on: true, reason });
  }
  if (!survivor.marks.restricted) return events;
  const readers = restrictedReaders(survivor);
  const named = restrictedReaders(merged);
  if (!merged.marks.restricted || readers.some((reader) => !named.includes(reader))) {
    events.push({ type: 'marked', at, mark: 'restricted', on: true, reason, readers });
  }
  return events;
}
