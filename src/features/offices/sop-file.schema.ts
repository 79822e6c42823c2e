import { z } from 'zod';
import { formatLimit } from '../../domain/calendar/format-limit.ts';
import { OPERATIONS } from '../../domain/complaint/vocabulary.ts';
import type { Sop } from '../../domain/office/office-data.ts';
import { complain, day, key, limit, line, nullableLine, text } from './office-atoms.schema.ts';

/** `sop/<id>.yaml`: one SOP; every step is bound to the operation that finishes it (rule 17). */
export const sopFileSchema: z.ZodType<Sop> = z
  .strictObject({
    id: key,
    title: line,
    number: nullableLine,
    undetermined: z.boolean(),
    madeOn: day.nullable().default(null),
    revisedOn: day.nullable().default(null),
    inForceFrom: day.nullable().default(null),
    basis: z.array(key).default([]),
    qualifications: z.array(line).default([]),
    related: z.array(line).default([]),
    equipment: z.array(line).default([]),
    warning: text,
    recording: text,
    actors: z.array(z.strictObject({ key, label: line, role: key.nullable().default(null) })).min(1),
    steps: z
      .array(
        z
          .strictObject({
            no: z.int().min(1).max(99),
            activity: text,
            actor: key,
            operation: z.enum(OPERATIONS),
            requires: z.array(line).default([]),
            standard: limit.nullable().default(null),
            standardPrinted: nullableLine,
            output: nullableLine,
            otherwise: z.int().min(1).max(99).optional(),
          })
          .transform((step) => ({
            ...step,
            standardPrinted: step.standardPrinted ?? (step.standard && formatLimit(step.standard)),
          })),
      )
      .min(1),
    approval: z
      .strictObject({
        made: nullableLine,
        checked: nullableLine,
        approved: nullableLine,
        acknowledged: z.array(line).max(3).default([]),
      })
      .optional(),
  })
  .superRefine((sop, context) => {
    const dates = [
      ['madeOn', sop.madeOn],
      ['revisedOn', sop.revisedOn],
      ['inForceFrom', sop.inForceFrom],
    ] as const;
    let last: string | null = null;
    for (const [name, date] of dates) {
      if (date !== null && last !== null && date < last) {
        complain(
          context,
          `Tanggal ${name} mendahului tanggal sebelumnya.`,
          {
            remedy: 'Urutannya: dibuat (madeOn), direvisi (revisedOn), berlaku (inForceFrom).',
            rule: 'dates-reversed',
          },
          [name],
        );
      }
      last = date ?? last;
    }
  });
