/** Closed list of what `office check` looks for; each finding names one. */
export type OfficeRule =
  | 'file-missing'
  | 'unknown-file'
  | 'hostile-file'
  | 'not-yaml'
  | 'unknown-key'
  | 'missing'
  | 'wrong-type'
  | 'not-allowed'
  | 'class-without-limit'
  | 'class-without-criteria'
  | 'no-limit'
  | 'step-without-operation'
  | 'operation-without-step'
  | 'step-beyond-role'
  | 'operation-unheld'
  | 'number-pattern'
  | 'role-unheld'
  | 'unknown-permission'
  | 'refused-pair'
  | 'unknown-reference'
  | 'duplicate-key'
  | 'hours-overlap'
  | 'hours-reversed'
  | 'hours-undetermined'
  | 'ramadan-without-circular'
  | 'zone'
  | 'dates-reversed'
  | 'unknown-figure'
  | 'figure-in-title'
  | 'sop-undetermined'
  | 'legal-basis-not-in-force'
  | 'personal-data'
  | 'emblem'
  | 'figure-unguarded'
  | 'escalation'
  | 'approval';

/** Keys and indexes that lead to a part of a file or of the office. */
export type PathInFile = readonly PropertyKey[];
/** Counted from 1. */
export type Place = { readonly line: number; readonly column: number };

/** What `office check` says: where (line and column from 1), what is wrong, what would be right, by which rule. */
export type OfficeFinding = {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
  readonly rule: OfficeRule;
};

/** What one check says of one part; `at` is a path in OfficeData, e.g. ['sops', 0, 'steps', 2, 'operation']. */
export type Remark = {
  readonly severity?: 'warning';
  readonly at: PathInFile;
  readonly message: string;
  readonly remedy: string;
  readonly rule: OfficeRule;
};

/** By file, then place, so that the same folder always answers in the same order. */
export function sortFindings(findings: readonly OfficeFinding[]): readonly OfficeFinding[] {
  return [...findings].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}
