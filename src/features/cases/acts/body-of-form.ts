import { z } from '@hono/zod-openapi';
import type { Zone } from '../../../domain/calendar/zone.ts';
import type { FormFields } from '../../../platform/http/read-form.ts';
import { officeTime } from '../doors/office-time.ts';
import { bare, type FormField, formFields } from './form-field.ts';

/**
 * The fields of an operation's form as the JSON body that the API takes, for the same schema to judge; empty fields
 * are not there. Times were typed in the office's zone.
 */
export function bodyOfForm(schema: z.ZodObject, form: FormFields, zone: Zone): Record<string, unknown> {
  const controls = new Map(formFields(schema).map((field) => [field.name, field.control]));
  return objectOf(schema, '', (name, inner) => fieldValue(name, inner, controls.get(name), form, zone)) ?? {};
}

type Read = (name: string, inner: unknown) => unknown;

/** Undefined where none of its fields was filled. */
function objectOf(schema: z.ZodObject, before: string, read: Read): Record<string, unknown> | undefined {
  const filled = Object.entries<unknown>(schema.shape).flatMap(([key, field]) => {
    const value = fieldOf(field, `${before}${key}`, read);
    return value === undefined ? [] : [[key, value] as const];
  });
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}

function fieldOf(field: unknown, name: string, read: Read): unknown {
  const { inner, how } = bare(field);
  if (how.control !== undefined) return read(name, inner);
  // What must be named, be it as nothing: no decree is none (rule 29).
  if (inner instanceof z.ZodObject) {
    return objectOf(inner, `${name}.`, read) ?? (field instanceof z.ZodNullable ? null : undefined);
  }
  const things = inner instanceof z.ZodArray ? inner.element : null;
  if (!(things instanceof z.ZodObject)) return read(name, inner);
  const rows: unknown[] = [];
  for (let row = 0; row < MOST_ROWS; row++) {
    const one = objectOf(things, `${name}.${row}.`, read);
    if (one !== undefined) rows.push(one);
  }
  return rows.length === 0 ? undefined : rows;
}

/** A form of ours has fewer. */
const MOST_ROWS = 20;

function fieldValue(
  name: string,
  inner: unknown,
  control: FormField['control'] | undefined,
  { values, all }: FormFields,
  zone: Zone,
): unknown {
  const value = values[name];
  if (control === 'many') return manyOf(inner, all(name));
  if (value === undefined) return undefined;
  if (inner instanceof z.ZodNumber) return /^\d{1,9}$/.test(value) ? Number(value) : value;
  switch (control) {
    case 'lines':
      return value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    case 'check':
      return true;
    case 'yes-no':
      return value === 'ya';
    case 'datetime-local':
      return officeTime(value, zone);
    default:
      return value;
  }
}

/** Everybody who was ticked; a list of things with one field each takes its values the same way. */
function manyOf(inner: unknown, ticked: readonly string[]): unknown {
  const values = ticked.filter((value) => value !== '');
  if (values.length === 0) return undefined;
  const things = inner instanceof z.ZodArray ? inner.element : null;
  const [key] = things instanceof z.ZodObject ? Object.keys(things.shape) : [];
  return key === undefined ? values : values.map((value) => ({ [key]: value }));
}

/** The form's field for a place in the body (`missing.0` stands in `missing`), null where it has none. */
export function fieldOfForm(place: string, fields: readonly FormField[]): string | null {
  const names = fields.map(({ name }) => name);
  return (
    names.find((name) => name === place || place.startsWith(`${name}.`)) ??
    names.find((name) => name.startsWith(`${place}.`)) ??
    null
  );
}
