type Values = Readonly<Record<string, string>>;

/** How many of each the counter's form has room for; a larger group is several linked cases (rule 3). */
export const MOST_REPORTERS = 4;
export const MOST_CONCERNS = 3;
export const MOST_RESPONDENTS = 2;

/** Name of a field of the n-th person: the first has none of its own, so that a short visit needs few fields. */
export function nth(name: string, n: number): string {
  return n === 1 ? name : `${name}-${n}`;
}

const REPORTER = ['name', 'phone', 'email', 'address', 'nik', 'as'] as const;
const CONCERN = {
  name: 'concernName',
  nik: 'concernNik',
  phone: 'concernPhone',
  relation: 'concernRelation',
} as const;
const RESPONDENT = {
  name: 'respondent',
  position: 'respondentPosition',
  staffId: 'respondentStaff',
  worksHere: 'worksHere',
} as const;

/**
 * The people of the counter's form as the JSON of the contract (rule 3). A row that was left empty stays in its place,
 * so that a finding about the third names the third; empty rows at the end are not there.
 */
export function peopleOfForm(values: Values): {
  readonly reporters: readonly Record<string, string>[];
  readonly concerns: readonly Record<string, string>[];
  readonly respondents: readonly Record<string, string>[];
} {
  const same = Object.fromEntries(REPORTER.map((name) => [name, name]));
  return {
    reporters: rows(values, same, MOST_REPORTERS),
    concerns: rows(values, CONCERN, MOST_CONCERNS),
    respondents: rows(values, RESPONDENT, MOST_RESPONDENTS),
  };
}

/** The form's name of a field in that JSON: `reporters.1.phone` → `phone-2`; null for what is no person's. */
export function formNameOf(field: string): string | null {
  const [, list, index, name = ''] = /^(reporters|concerns|respondents)\.(\d+)\.(\w+)$/.exec(field) ?? [];
  if (list === undefined) return null;
  const names: Readonly<Record<string, string>> =
    list === 'concerns' ? CONCERN : list === 'respondents' ? RESPONDENT : {};
  return nth(names[name] ?? name, Number(index) + 1);
}

/** Which of these fields were typed in, or are wrong, beyond the first person's own. */
export function namesMorePeople(names: readonly string[]): boolean {
  const first = new Set<string>([...REPORTER, CONCERN.name, RESPONDENT.name]);
  const every = [...REPORTER, ...Object.values(CONCERN), ...Object.values(RESPONDENT)];
  return names.some((name) => !first.has(name) && every.some((one) => one === name.replace(/-\d$/, '')));
}

function rows(
  values: Values,
  names: Readonly<Record<string, string>>,
  most: number,
): readonly Record<string, string>[] {
  const all = Array.from({ length: most }, (_, index) => {
    const row: Record<string, string> = {};
    for (const [key, name] of Object.entries(names)) {
      const value = values[nth(name, index + 1)];
      if (value !== undefined) row[key] = value;
    }
    return row;
  });
  const last = all.findLastIndex(saysSomething);
  return all.slice(0, last + 1);
}

/**
 * Somebody of whom nothing is said is nobody. How he stands is always chosen and names nobody alone, nor does whether he
 * works here; that he does, names somebody (rule 28).
 */
export function saysSomething(person: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(person).some(([key, value]) => {
    if (key === 'worksHere') return value === 'yes';
    return key !== 'as' && value !== undefined && value !== '';
  });
}
