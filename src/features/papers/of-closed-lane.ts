import type { CaseReading } from '../cases/case-page/read-case.read.ts';
import { standsBeside } from '../cases/case-page/stands-beside.ts';

/**
 * Whether a paper that was issued at `at` (milliseconds) belongs to the closed lane that this reader could not read then: it
 * stays with those who could when the mark is taken off again (rule 27).
 */
export function isOfClosedLane({ timeline, withheld }: CaseReading, at: number): boolean {
  const beside = standsBeside([...timeline, ...withheld], at);
  return withheld.some(({ seq }) => seq === beside?.seq);
}
