import { z } from '@hono/zod-openapi';
import type { WrittenLater } from '../../../domain/complaint/effective-time.ts';
import { ANSWER_WAYS, CHANNELS } from '../../../domain/complaint/vocabulary.ts';
import { LONGEST_TEXT } from '../../../platform/http/request-limits.ts';
import {
  bookNumber,
  day,
  fewWords,
  instant,
  officeKey,
  plainText,
  recordId,
  requiredText,
  utc,
} from '../doors/plain-text.schema.ts';
import type { Keeper } from '../vault/keeper.ts';
import type { Commands, RunnableOperation } from './decide-operation.ts';
import { asked } from './form-field.ts';

/** What an operation takes over HTTP and asks in its form, and how that becomes the core's command. */
export type OperationBody<O extends RunnableOperation> = {
  readonly schema: z.ZodObject;
  readonly read: (
    value: unknown,
  ) =>
    | { readonly ok: true; readonly body: object; readonly write: (keep: Keeper) => Commands[O] }
    | { readonly ok: false; readonly issues: z.core.$ZodIssue[] };
};

export const reason = plainText(4000).optional();
export const text = requiredText(LONGEST_TEXT);
export const owner = asked(recordId, { list: 'staff' }).optional();
export const unit = asked(officeKey, { list: 'units' });
export const outsideBody = asked(officeKey, { list: 'bodies' });
export const channel = asked(z.enum(CHANNELS), { list: 'channels' });
export const attachments = asked(z.array(recordId), { control: 'file' }).max(10).default([]);
/** One file that shows it: a receipt, a photo, a scan. */
export const proof = asked(recordId, { control: 'file' }).optional();
export const yes = z.boolean().default(false);
/** True time of what is written down afterwards, and why (rule 1). */
export const later = {
  at: asked(instant, { under: 'form.later' }).optional(),
  lateEntryReason: asked(plainText(4000), { under: 'form.later' }).optional(),
};
export const given = {
  way: asked(z.enum(ANSWER_WAYS), { words: 'way.', start: () => 'oral' }),
  channel: asked(channel, { start: (state) => state.channel }).optional(),
  toldTo: asked(recordId, { list: 'people' }).optional(),
  delivered: yes,
  proof,
  undeliverableReason: asked(plainText(4000), { under: 'form.undeliverable' }).optional(),
  attempts: asked(z.array(z.strictObject({ on: day, how: fewWords })), { under: 'form.undeliverable' })
    .max(20)
    .default([]),
};
type Given = z.infer<z.ZodObject<typeof given>>;
export const pending = {
  body: asked(outsideBody, { under: 'form.pending' }).optional(),
  reference: asked(bookNumber, { under: 'form.pending' }).optional(),
  lookAgainOn: asked(day, { under: 'form.pending' }).optional(),
};

export function body<S extends z.ZodObject, C>(
  schema: S,
  write: (body: z.infer<S>, keep: Keeper) => C,
): {
  readonly schema: z.ZodObject;
  readonly read: (
    value: unknown,
  ) =>
    | { readonly ok: true; readonly body: object; readonly write: (keep: Keeper) => C }
    | { readonly ok: false; readonly issues: z.core.$ZodIssue[] };
} {
  return {
    schema,
    read: (value) => {
      const parsed = schema.safeParse(value, { reportInput: true });
      if (!parsed.success) return { ok: false, issues: parsed.error.issues };
      return { ok: true, body: parsed.data, write: (keep) => write(parsed.data, keep) };
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
    // Who attaches the receipt of delivery has said that it was delivered.
    delivered: b.delivered || b.proof !== undefined,
    proof: b.proof ?? null,
  };
}

export function pendingOf(b: {
  readonly body?: string | undefined;
  readonly reference?: string | undefined;
  readonly lookAgainOn?: string | undefined;
}) {
  const said = { body: b.body ?? null, reference: b.reference || null, lookAgainOn: b.lookAgainOn ?? null };
  return Object.values(said).every((one) => one === null) ? null : said;
}

export function time(
  b: { readonly at?: string | undefined; readonly lateEntryReason?: string | undefined },
  keep: Keeper,
): WrittenLater {
  const lateEntryReason = keep.text('reason', b.lateEntryReason);
  return b.at === undefined ? {} : { at: utc(b.at), lateEntryReason };
}

type Defined<T> = { [K in keyof T]?: T[K] & (NonNullable<unknown> | null) };

/** Leaves out what was not given: the core tells "not said" from "nothing" (null). */
export function defined<T extends object>(value: T): Defined<T> {
  const kept: Defined<T> = {};
  for (const key in value) {
    const one = value[key];
    if (one !== undefined) kept[key] = one;
  }
  return kept;
}
