import type { At, CaseId, Instant, Of, TextId } from './event-shape.ts';
import type { Precision } from './vocabulary.ts';

export type Merged = Of<'merged', At & { into: CaseId; reason: TextId }>;
/** On the surviving case: it counts once, on the earlier date. */
export type Absorbed = Of<
  'absorbed',
  At & { other: CaseId; otherReceivedAt: Instant; otherPrecision: Precision }
>;
export type Unmerged = Of<'unmerged', At & { from: CaseId; reason: TextId }>;
export type Released = Of<'released', At & { other: CaseId }>;
/** Rombongan: linked cases, one answer may go to all (rule 3). */
export type Linked = Of<'linked', At & { group: string }>;
/** Taken out of its rombongan (rule 3). */
export type Unlinked = Of<'unlinked', At & { group: string }>;
