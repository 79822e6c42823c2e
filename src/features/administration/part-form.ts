import { wordsOf } from '../../domain/registers/similar-text.ts';
import { isRecord, type PartValue } from '../offices/office-edit.ts';
import type { EditField, EditSection } from './edit-section.ts';

/** What stands in the inputs of a form, by their names; of several ticks the list. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

export const WEEK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The names of the inputs that a field has. */
export function inputsOf({ name, kind }: Pick<EditField, 'name' | 'kind'>): readonly string[] {
  if (kind === 'week') return WEEK_DAYS.map((day) => `${name}.${day}`);
  return kind === 'steps' ? STEPS.flatMap((at) => [`${name}.${at}.after`, `${name}.${at}.to`]) : [name];
}

/** Rows of a field of steps; as many as an office may have. */
export const STEPS = [0, 1, 2, 3, 4] as const;

/** A part of the office as the inputs of its form show it. */
export function formOfPart({ fields }: Pick<EditSection, 'fields'>, part: PartValue | null): FormValues {
  return Object.fromEntries(
    fields.flatMap((field) => inputsOf(field).map((name) => [name, shown(field, name, part)])),
  );
}

function shown(field: EditField, name: string, part: PartValue | null): readonly string[] {
  const value = valueAt(part, name.split('.'));
  if (field.kind === 'tick') return value === true ? ['ya'] : [];
  if (value === null || value === undefined) return [];
  if (field.kind === 'steps' && Array.isArray(value)) return value.map(String);
  if (!Array.isArray(value)) return [String(value)];
  if (field.kind === 'numbers') return value.length === 0 ? [] : [value.join(', ')];
  if (field.kind === 'choices') return value.map(String);
  if (field.kind === 'week') return [value.join(', ')];
  const lines = value.map((one: unknown) => {
    const [first = '', second = ''] = field.pair ?? [];
    return isRecord(one) ? `${String(one[first] ?? '')}: ${String(one[second] ?? '')}` : String(one);
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/**
 * What was typed, in the words of the files; nothing is judged here. `old` is the part as it stands: what no field is about
 * stays. What is left empty is absent, and null where it may be.
 */
export function partOfForm(
  section: Pick<EditSection, 'fields' | 'optionalWeeks' | 'optionalGroups' | 'derive'>,
  form: FormValues,
  old: PartValue | null,
): PartValue {
  let value: PartValue = {};
  for (const field of section.fields) {
    if (field.onlyNew && old !== null) continue;
    const [top = ''] = field.name.split('.');
    if (!(top in value) && isRecord(old?.[top])) value = { ...value, [top]: old[top] };
    if (field.kind === 'steps') {
      value = put(
        value,
        field.name.split('.'),
        typedSteps(field.name, form, valueAt(old, field.name.split('.'))),
      );
      continue;
    }
    for (const name of inputsOf(field))
      value = put(
        value,
        name.split('.'),
        field.kind === 'choices'
          ? inOldOrder(typedValue(field, form[name] ?? []), valueAt(old, name.split('.')))
          : typedValue(field, form[name] ?? []),
      );
  }
  for (const name of section.optionalWeeks ?? [])
    if (isEmptyPair(value[name])) value = { ...value, [name]: null };
  for (const group of section.optionalGroups ?? []) {
    const [first] = section.fields.filter(({ name }) => name.startsWith(`${group}.`));
    if (first !== undefined && (form[first.name] ?? []).length === 0) value = { ...value, [group]: null };
  }
  const named = section.fields.find(({ onlyNew, optional }) => onlyNew && optional)?.name;
  if (named !== undefined && old === null && value[named] === null)
    value = { ...value, [named]: keyOf(String(value.label ?? value.title ?? '')) };
  return section.derive?.(value) ?? value;
}

/** Steps without a day are none; the soonest stands first, however they were typed. */
function typedSteps(name: string, form: FormValues, old: unknown): readonly PartValue[] {
  const days = (text: string): unknown => (/^\d{1,3}$/.test(text) ? Number(text) : text);
  return STEPS.flatMap((at) => {
    const [after = ''] = form[`${name}.${at}.after`] ?? [];
    const ticked = (form[`${name}.${at}.to`] ?? []).filter((one) => one !== '');
    const step = Array.isArray(old)
      ? old.find((one) => isRecord(one) && String(one.after) === after)
      : undefined;
    const to = inOldOrder(ticked, isRecord(step) ? step.to : undefined);
    return after === '' && ticked.length === 0 ? [] : [{ after: after === '' ? undefined : days(after), to }];
  }).toSorted((a, b) => Number(a.after) - Number(b.after) || 0);
}

/** Ticks have no order of their own: what was ticked before stays in its place. */
function inOldOrder(typed: unknown, old: unknown): unknown {
  if (!Array.isArray(typed) || !Array.isArray(old)) return typed;
  const place = (one: unknown): number => (old.includes(one) ? old.indexOf(one) : old.length);
  return typed.toSorted((a, b) => place(a) - place(b));
}

function typedValue(field: EditField, typed: readonly string[]): unknown {
  const [text = ''] = typed;
  switch (field.kind) {
    case 'tick':
      return text !== '';
    case 'choices':
      if (field.all !== undefined && typed.includes(field.all)) return field.all;
      return typed.filter((one) => one !== '');
    case 'numbers':
      return text
        .split(/[\s,;]+/)
        .flatMap((one) => (one === '' ? [] : [/^\d{1,4}$/.test(one) ? Number(one) : one]));
    case 'lines':
      return linesOf(text);
    case 'week':
      return text.split(',').flatMap((part) => part.trim() || []);
    case 'pairs':
      return linesOf(text).map((line) => pairOf(field, line));
    case 'number':
      return /^\d{1,9}$/.test(text) ? Number(text) : text === '' ? undefined : text;
    default:
      return text === '' ? (field.optional ? null : undefined) : text;
  }
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => line.trim() || []);
}

/** "Pemadam: 113" by its last colon: a name may have one, too. */
function pairOf({ pair, numbers }: EditField, line: string): PartValue {
  const at = line.lastIndexOf(':');
  const [first = '', second = ''] = pair ?? [];
  const parts = [at === -1 ? line : line.slice(0, at).trim(), at === -1 ? '' : line.slice(at + 1).trim()];
  const [left, right] = parts.map((part) =>
    part === '' ? undefined : numbers && /^\d{1,9}$/.test(part) ? Number(part) : part,
  );
  return { [first]: left, [second]: right };
}

/** "Bidang Rehabilitasi Sosial" → "bidang-rehabilitasi-sosial". */
export function keyOf(label: string): string {
  const plain = wordsOf(label).flatMap((word) => word.match(/[a-z0-9]+/g) ?? []);
  return plain.join('-').slice(0, 60).replace(/-+$/, '');
}

function isEmptyPair(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.values(value).every((week) => isRecord(week) && Object.values(week).every(isEmptyDay))
  );
}

function isEmptyDay(day: unknown): boolean {
  return Array.isArray(day) && day.length === 0;
}

function put(value: PartValue, path: readonly string[], typed: unknown): PartValue {
  const [first = '', ...rest] = path;
  if (rest.length === 0) return { ...value, [first]: typed };
  const inner = value[first];
  return { ...value, [first]: put(isRecord(inner) ? inner : {}, rest, typed) };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => {
    if (Array.isArray(at)) return at[Number(name)];
    return isRecord(at) ? at[name] : undefined;
  }, value);
}
