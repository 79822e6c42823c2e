import { z } from 'zod';

/** Names of the keys that a schema takes at this path of this value; empty where it takes none. */
export function schemaKeysAt(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  value: unknown,
): readonly string[] {
  const [first, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    if (first === undefined) return Object.keys(schema.shape);
    const inner: z.core.$ZodType | undefined = schema.shape[String(first)];
    return inner ? schemaKeysAt(inner, rest, partOf(value, first)) : [];
  }
  if (schema instanceof z.ZodArray) {
    return first === undefined ? [] : schemaKeysAt(schema.element, rest, partOf(value, first));
  }
  if (schema instanceof z.ZodUnion) {
    const fitting = schema.options.filter((option) => fits(option, value));
    return fitting.flatMap((option) => schemaKeysAt(option, path, value));
  }
  if (schema instanceof z.ZodPipe) {
    const inner = schema.in instanceof z.ZodTransform ? schema.out : schema.in;
    return schemaKeysAt(inner, path, value);
  }
  if (schema instanceof z.ZodLazy) return schemaKeysAt(schema.unwrap(), path, value);
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodReadonly
  ) {
    return schemaKeysAt(schema.unwrap(), path, value);
  }
  return [];
}

function partOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** An option with a literal `type` fits only a value of that type. */
function fits(option: z.core.$ZodType, value: unknown): boolean {
  if (!(option instanceof z.ZodObject)) return true;
  const type: unknown = option.shape.type;
  return !(type instanceof z.ZodLiteral) || [...type.values].some((one) => one === partOf(value, 'type'));
}
