/** What stood from `from` to `to` (ISO; null = until further notice); `values` as `factRow` gives them. */
export type FactStretch = {
  readonly from: string;
  readonly to: string | null;
  readonly values: readonly unknown[];
};
/** A stretch as the store keeps it, known since `knownFrom` and not superseded in knowledge. */
export type KnownStretch = FactStretch & { readonly knownFrom: string };

/** A rectangle of effective time × recorded time to be kept; null = infinity. */
export type PastFact = FactStretch & { readonly knownFrom: string; readonly knownTo: string | null };

/** All that both tables keep of a case. */
export type KeptFacts = { readonly past: readonly PastFact[]; readonly current: KnownStretch };

export type FactChange = {
  /** The current row as it must read now; null when it stays as it is. */
  readonly current: {
    readonly from: string;
    readonly knownFrom: string;
    readonly values: readonly unknown[];
  } | null;
  readonly added: readonly PastFact[];
  /** Former rectangles of the past table that end earlier on one of the axes. */
  readonly ended: readonly {
    readonly from: string;
    readonly knownFrom: string;
    readonly to: string;
    readonly knownTo: string | null;
  }[];
};

/**
 * How the stored rectangles change when at `now` the whole timeline of a case is known to be `next`.
 * A stretch that is the same stays; one that only ends earlier is cut there; everything else is closed in knowledge
 * and what is new is known from now on. `former` and `next` are contiguous, their last stretch is open.
 *
 * Nothing is entered ahead of its time, and readers ask for least(effective, recorded): so a stretch that is cut at
 * the very moment of recording needs no second rectangle for what had been believed of the time after it.
 */
export function changeFacts(
  former: readonly KnownStretch[],
  next: readonly FactStretch[],
  now: string,
): FactChange {
  const added: PastFact[] = [];
  const ended: FactChange['ended'][number][] = [];
  const kept = new Map<FactStretch, string>();
  let currentStays = false;
  for (const old of former) {
    const same = next.find((one) => one.from === old.from && sameValues(one.values, old.values));
    const cut =
      same !== undefined && same.to !== null && (old.to === null || same.to < old.to) ? same.to : null;
    if (same !== undefined && same.to === old.to) {
      kept.set(same, old.knownFrom);
      if (old.to === null) currentStays = true;
    } else if (same !== undefined && cut !== null) {
      kept.set(same, old.knownFrom);
      keepCut(old, cut);
    } else {
      close(old, old.from);
    }
  }

  /** What stays known of it ends at `cut`; that it went on after `cut` was believed until now. */
  function keepCut(old: KnownStretch, cut: string): void {
    if (old.to === null)
      added.push({ from: old.from, to: cut, values: old.values, knownFrom: old.knownFrom, knownTo: null });
    else ended.push({ from: old.from, knownFrom: old.knownFrom, to: cut, knownTo: null });
    if (cut < now)
      added.push({ from: cut, to: old.to, values: old.values, knownFrom: old.knownFrom, knownTo: now });
  }

  function close(old: KnownStretch, from: string): void {
    if (old.to !== null) ended.push({ from, knownFrom: old.knownFrom, to: old.to, knownTo: now });
    else if (old.knownFrom < now) {
      added.push({ from, to: null, values: old.values, knownFrom: old.knownFrom, knownTo: now });
    }
  }

  for (const one of next) {
    if (one.to !== null && !kept.has(one)) added.push({ ...one, knownFrom: now, knownTo: null });
  }
  const last = next.at(-1);
  if (last === undefined || last.to !== null) throw new Error('A timeline ends with an open stretch');
  const current = currentStays ? null : { from: last.from, knownFrom: now, values: last.values };
  return {
    current,
    added: added.filter((one) => one.knownTo === null || one.knownFrom < one.knownTo),
    ended,
  };
}

/** The stretches that are not superseded in knowledge. */
export function knownStretches({ past, current }: KeptFacts): readonly KnownStretch[] {
  return [...past.filter(({ knownTo }) => knownTo === null), current];
}

/** What is kept once the change is written. */
export function afterChange({ past, current }: KeptFacts, change: FactChange): KeptFacts {
  const stands = past.map((one) => {
    const end = change.ended.find(
      (ended) => one.knownTo === null && ended.from === one.from && ended.knownFrom === one.knownFrom,
    );
    return end === undefined ? one : { ...one, to: end.to, knownTo: end.knownTo };
  });
  return {
    past: [...stands, ...change.added],
    current: change.current === null ? current : { ...change.current, to: null },
  };
}

function sameValues(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
