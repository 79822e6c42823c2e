import { z } from '@hono/zod-openapi';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { DerivedAxis } from '../../../domain/complaint/derive-axes.ts';
import type { WordKey } from '../../../platform/words/words.ts';

/** Lists of the office or of the case that a field chooses from. */
export type OfficeList =
  | 'kinds'
  | 'services'
  | 'categories'
  | 'places'
  | 'channels'
  | 'units'
  | 'other-units'
  | 'roles'
  | 'bodies'
  | 'classes'
  | 'desk-outcomes'
  | 'closing-outcomes'
  | 'open-duties'
  | 'public-duties'
  | 'pausable-clocks'
  | 'staff'
  | 'people'
  | 'respondents';

export type FieldControl =
  | 'text'
  | 'area'
  | 'lines'
  | 'number'
  | 'select'
  | 'radio'
  | 'yes-no'
  | 'check'
  | 'many'
  | 'date'
  | 'datetime-local'
  /** Brought with the form; programs name what they uploaded before. */
  | 'file';

/** What a form must know of a field beyond its schema. */
type Asked = {
  /** Left out: as its schema says. */
  readonly control?: FieldControl;
  readonly list?: OfficeList;
  /** Words of its codes: this and the code; left out: `field.`, the field's name, a dot and the code. */
  readonly words?: string;
  /** A list that may be left alone says what that means. */
  readonly none?: 'form.not-chosen' | 'form.myself' | 'field.no-change' | 'field.by-rule';
  /** What stands there first; left out: the schema's default. */
  readonly start?: (state: CaseState) => string | null;
  /** Folded away under these words until it is needed. */
  readonly under?: WordKey;
  /** Asked only once the operation has been refused for it. */
  readonly whenRefused?: true;
  /** Follows from service and matter: asked only where the office's papers use it (rule 22). */
  readonly axis?: DerivedAxis;
  /** Part of a class that another act gives beside its own: asked of whoever may classify. */
  readonly beside?: 'classify';
};

export type FormField = Asked & {
  /** As in the body; what lies deeper is joined by dots: `attempts.0.on`. */
  readonly name: string;
  readonly control: FieldControl;
  /** Takes a list. */
  readonly several: boolean;
  /** Codes of a closed list. */
  readonly codes: readonly string[];
  readonly byDefault: string | null;
};

const ASKED = z.registry<Asked>();

/** The same schema, with what a form must know of it beside; it stands through `optional` and the like. */
export function asked<S extends z.ZodType>(schema: S, how: Asked): S {
  const own = schema.clone();
  ASKED.add(own, how);
  return own;
}

/** How many times a form offers the fields of a list of things; programs may name more. */
const ROWS = 3;

/** Every field of a body in its order: what a form asks is what the body takes. */
export function formFields(schema: z.ZodObject, before = '', around: Asked = {}): readonly FormField[] {
  return Object.entries<unknown>(schema.shape).flatMap(([key, field]) => {
    const { inner, how, byDefault } = bare(field);
    const own = { ...around, ...how };
    const name = `${before}${key}`;
    const things = inner instanceof z.ZodArray ? inner.element : null;
    if (own.control === undefined && inner instanceof z.ZodObject) return formFields(inner, `${name}.`, own);
    if (own.control === undefined && things instanceof z.ZodObject) {
      return Array.from({ length: ROWS }, (_, row) => formFields(things, `${name}.${row}.`, own)).flat();
    }
    const coded = things ?? inner;
    const codes = coded instanceof z.ZodEnum ? coded.options.map(String) : [];
    const control = own.control ?? controlOf(inner, own, byDefault);
    return [{ ...own, name, control, several: things !== null, codes, byDefault }];
  });
}

/** A field without what wraps it. */
export function bare(field: unknown): {
  readonly inner: unknown;
  readonly how: Asked;
  readonly byDefault: string | null;
} {
  let inner = field;
  let how: Asked = {};
  let byDefault: string | null = null;
  for (;;) {
    if (inner instanceof z.ZodType) how = { ...ASKED.get(inner), ...how };
    if (inner instanceof z.ZodDefault) {
      const { defaultValue } = inner.def;
      if (typeof defaultValue === 'string') byDefault = defaultValue;
      if (defaultValue === true) byDefault = 'ya';
    }
    if (inner instanceof z.ZodDefault || inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) {
      inner = inner.unwrap();
    } else {
      return { inner, how, byDefault };
    }
  }
}

/** Text longer than a line stands in an area. */
const LINE = 200;
/** More choices than these stand in a list. */
const SEEN_AT_ONCE = 5;

function controlOf(inner: unknown, { list }: Asked, byDefault: string | null): FieldControl {
  if (inner instanceof z.ZodArray) return list === undefined ? 'lines' : 'many';
  if (list !== undefined) return 'select';
  if (inner instanceof z.ZodEnum) return inner.options.length > SEEN_AT_ONCE ? 'select' : 'radio';
  // Ticked by itself it could not be said that it is not so.
  if (inner instanceof z.ZodBoolean) return byDefault === 'ya' ? 'yes-no' : 'check';
  if (inner instanceof z.ZodISODate) return 'date';
  if (inner instanceof z.ZodISODateTime) return 'datetime-local';
  if (inner instanceof z.ZodNumber) return 'number';
  return inner instanceof z.ZodString && (inner.maxLength ?? 0) > LINE ? 'area' : 'text';
}
