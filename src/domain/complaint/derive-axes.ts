import type { OfficeData } from '../office/office-data.ts';
import type { CaseState } from './case-state.ts';
import { findService } from './office-words.ts';
import type { Severity } from './vocabulary.ts';

/** The two things that whoever registers a complaint chooses (rule 22). */
export type TwoChoices = { readonly service: string | null; readonly category: string | null };

/** Of which of the two choices an axis comes; null where the office's rules say nothing of it. */
export type DerivedFrom = 'service' | 'category' | null;
export type Derived<T> = { readonly value: T; readonly from: DerivedFrom };

/** What follows from the two choices, and from which of them. */
export type DerivedAxes = {
  readonly severity: Derived<Severity | null>;
  readonly form: Derived<Form | null>;
  readonly deviation: Derived<Deviation | null>;
  readonly oversight: Derived<boolean>;
};
export const AXES = [
  'severity',
  'form',
  'deviation',
  'oversight',
] as const satisfies readonly (keyof DerivedAxes)[];
export type DerivedAxis = (typeof AXES)[number];
type Form = NonNullable<CaseState['form']>;
type Deviation = NonNullable<CaseState['deviation']>;

/**
 * Rule 22: what the office's own rules say of a complaint about this service and matter. The class is the service's, else
 * that of the matter; form, nature and oversight are those of the matter. Nothing is guessed: where no rule speaks, the
 * verifier chooses.
 */
export function deriveAxes({ service, category }: TwoChoices, office: OfficeData): DerivedAxes {
  const about = office.categories.find(({ key }) => key === category);
  const ofService = findService(office, service)?.severity ?? null;
  return {
    severity: ofService === null ? byMatter(about?.severity) : { value: ofService, from: 'service' },
    form: byMatter(about?.form),
    deviation: byMatter(about?.deviation),
    oversight: { value: about?.oversight === true, from: about === undefined ? null : 'category' },
  };
}

/** The axes that the office's papers use; another is not shown (rule 22). */
export function axesInUse({ classes, categories }: OfficeData): readonly DerivedAxis[] {
  const used: Readonly<Record<DerivedAxis, boolean>> = {
    severity: classes.length > 0,
    form: categories.some(({ form }) => form != null),
    deviation: categories.some(({ deviation }) => deviation != null),
    oversight: categories.some(({ oversight }) => oversight),
  };
  return AXES.filter((axis) => used[axis]);
}

/**
 * An axis after another choice was made: what followed its rule follows it on, what a person set beside it stays.
 * `null` is no word of a person.
 */
export function followed<T>(now: T | null, ruleBefore: T | null, ruleAfter: T | null): T | null {
  return now === null || now === ruleBefore ? ruleAfter : now;
}

function byMatter<T>(value: T | null | undefined): Derived<T | null> {
  return value == null ? { value: null, from: null } : { value, from: 'category' };
}
