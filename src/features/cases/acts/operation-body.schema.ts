import { z } from '@hono/zod-openapi';
import { ANSWER_WAYS, CHANNELS } from '../../../domain/complaint/vocabulary.ts';
import {
  bookNumber,
  day,
  fewWords,
  instant,
  officeKey,
  plainText,
  requiredText,
  utc,
} from '../doors/plain-text.schema.ts';
import type { Keeper } from '../vault/keeper.ts';
import type { Commands, RunnableOperation } from './decide-operation.ts';

/** What an operation takes over HTTP, and how that becomes the core's command. */
export type OperationBody<O extends RunnableOperation> = {
  readonly schema: z.ZodObject;
  readonly read: (
    value: unknown,
  ) =>
    | { readonly ok: true; readonly write: (keep: Keeper) => Commands[O] }
    | { readonly ok: false; readonly issues: z.core.$ZodIssue[] };
};

export const at = instant.optional();
export const reason = plainText(4000).optional();
export const text = requiredText(20_000);
export const account = z.uuid();
export const yes = z.boolean().default(false);
export const given = {
  way: z.enum(ANSWER_WAYS),
  channel: z.enum(CHANNELS).optional(),
  toldTo: z.uuid().optional(),
  undeliverableReason: reason,
  attempts: z
    .array(z.strictObject({ on: day, how: fewWords }))
    .max(20)
    .default([]),
  delivered: yes,
  lateEntryReason: reason,
};
type Given = z.infer<z.ZodObject<typeof given>>;
export const pending = {
  body: officeKey.optional(),
  reference: bookNumber.optional(),
  lookAgainOn: day.optional(),
};

export function body<S extends z.ZodObject, C>(
  schema: S,
  write: (body: z.infer<S>, keep: Keeper, whole: z.infer<S>) => C,
): {
  readonly schema: z.ZodObject;
  readonly read: (
    value: unknown,
  ) =>
    | { readonly ok: true; readonly write: (keep: Keeper) => C }
    | { readonly ok: false; readonly issues: z.core.$ZodIssue[] };
} {
  return {
    schema,
    read: (value) => {
      const parsed = schema.safeParse(value, { reportInput: true });
      if (!parsed.success) return { ok: false, issues: parsed.error.issues };
      return { ok: true, write: (keep) => write(parsed.data, keep, parsed.data) };
    },
  };
}

export function answerGiven(b: Given, keep: Keeper) {
  return {
    way: b.way,
    channel: b.channel ?? null,
    toldTo: b.toldTo ?? null,
    undeliverableReason: keep.text('reason', b.undeliverableReason),
    attempts: b.attempts.map(({ on, how }) => ({ on, how: keep.text('note', how) })),
    delivered: b.delivered,
    lateEntryReason: keep.text('reason', b.lateEntryReason),
  };
}

export function pendingOf(b: {
  readonly body?: string | undefined;
  readonly reference?: string | undefined;
  readonly lookAgainOn?: string | undefined;
}) {
  if (!b.body || b.lookAgainOn === undefined) return null;
  return { body: b.body, reference: b.reference || null, lookAgainOn: b.lookAgainOn };
}

export function time(b: { readonly at?: string | undefined }): { readonly at?: string } {
  return b.at === undefined ? {} : { at: utc(b.at) };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what was not given: the core tells "not said" from "nothing" (null). */
export function defined<T extends object>(value: T): Defined<T> {
  const kept: Defined<T> = JSON.parse(JSON.stringify(value));
  return kept;
}
