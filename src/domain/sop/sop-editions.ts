import type { Day, Instant } from '../complaint/event.ts';
import type { Sop } from '../office/office-data.ts';

/**
 * An SOP with the same steps and standards through some versions of its office. A case is measured by the edition that
 * it began with; what an office changes of titles and words begins no new one.
 */
export type SopEdition = {
  /** `<id>@<its first version>`: the name that facts have it by, for ever. */
  readonly key: string;
  /** As it was written last. */
  readonly sop: Sop;
  readonly versions: ReadonlySet<number>;
  /** Day on which the office put another in its place, or none; null = in force. */
  readonly replacedOn: Day | null;
};

export type SopVersion = { readonly version: number; readonly sops: readonly Sop[]; readonly since: Instant };

/**
 * Every edition there ever was: those in force in the office's order, each followed by those before it, newest first;
 * then those of SOPs that the office has no more. `versions` in ascending order; `dayOf` in the office's zone.
 */
export function sopEditions(
  versions: readonly SopVersion[],
  dayOf: (instant: Instant) => Day,
): readonly SopEdition[] {
  const editions = new Map<string, SopEdition>();
  for (const [index, { version, sops }] of versions.entries()) {
    const next = versions[index + 1];
    for (const sop of sops) {
      const steps = stepsOf(sop);
      const former = editions.get(steps);
      const stays = next === undefined || next.sops.some((one) => stepsOf(one) === steps);
      editions.set(steps, {
        key: former?.key ?? `${sop.id}@${version}`,
        sop,
        versions: new Set([...(former?.versions ?? []), version]),
        replacedOn: stays ? null : dayOf(next.since),
      });
    }
  }
  const newestFirst = [...editions.values()].reverse();
  const inForce = versions.at(-1)?.sops.map(({ id }) => id) ?? [];
  const ofOffice = inForce.flatMap((id) => newestFirst.filter(({ sop }) => sop.id === id).sort(byForce));
  return [...ofOffice, ...newestFirst.filter(({ sop }) => !inForce.includes(sop.id))];
}

/** What a case is measured by. */
function stepsOf({ id, steps }: Sop): string {
  return JSON.stringify([
    id,
    ...steps.map(({ no, operation, standard }) => [no, operation, standard?.count, standard?.unit]),
  ]);
}

function byForce(one: SopEdition, other: SopEdition): number {
  return Number(one.replacedOn !== null) - Number(other.replacedOn !== null);
}

/** How reports name it: the one in force by the id of its SOP, so that a text may name its figures. */
export function editionName({ key, sop, replacedOn }: SopEdition): string {
  return replacedOn === null ? sop.id : key;
}
