import { z } from 'zod';
import { formatLimit } from '../../domain/calendar/format-limit.ts';
import { CLOSING_OUTCOMES } from '../../domain/complaint/closed-event.ts';
import { ANSWER_WAYS, CHANNELS, KINDS, SEVERITIES } from '../../domain/complaint/vocabulary.ts';
import { type OfficeLimit, type OfficeSentences, SENTENCE_KEYS } from '../../domain/office/office-data.ts';
import { PAPER_KINDS, PAPER_RULES } from '../../domain/papers/paper-kind.ts';
import { REGISTER_COLUMN_KEYS } from '../../domain/registers/register-columns.ts';
import { complain, dayOrYear, key, limit, line, nullableLine, text } from './office-atoms.schema.ts';
import { officeHoursSchema } from './office-hours.schema.ts';

/** Channels that an office may offer: all but the mark of imported rows. */
const OFFERED_CHANNELS = CHANNELS.filter((channel) => channel !== 'tidak-tercatat');
/** Outcomes that a case handled in Tanggap may have (law 4). */

/** Papers whose number comes from the agenda, unless the office leaves it to Tanggap (rule 10). */
const AGENDA_PAPERS = PAPER_KINDS.filter((kind) => PAPER_RULES[kind].series === 'agenda');

const limitFields = { limit, printed: nullableLine, basis: line };
type LimitFields = { limit: OfficeLimit['limit']; printed: string | null; basis: string };

/** The printed words stand for themselves; without them the limit's own words are printed. */
function withPrinted<T extends LimitFields>(fields: T): T & { printed: string } {
  return { ...fields, printed: fields.printed ?? formatLimit(fields.limit) };
}

const officeLimit = z.strictObject(limitFields).transform(withPrinted);
const listed = z.strictObject({ key, label: line });

/** What is left empty is not there, as in a file that does not name it. */
const body = z
  .strictObject({
    ...{ key, label: line, address: line.nullish(), contact: line.nullish(), hours: line.nullish() },
    bring: z.array(line).default([]),
  })
  .transform(({ address, contact, hours, bring, ...named }) => ({
    ...named,
    ...(address == null ? {} : { address }),
    ...(contact == null ? {} : { contact }),
    ...(hours == null ? {} : { hours }),
    ...(bring.length === 0 ? {} : { bring }),
  }));
const category = z
  .strictObject({
    ...{ key, label: line, kinds: z.array(z.enum(KINDS)).min(1), oversight: z.boolean().default(false) },
    severity: z.enum(SEVERITIES).nullish(),
    form: z.enum(['a', 'b', 'c']).nullish(),
    deviation: z.enum(['informatif', 'penyimpangan']).nullish(),
  })
  .transform(({ severity, form, deviation, ...named }) => ({
    ...named,
    ...(severity == null ? {} : { severity }),
    ...(form == null ? {} : { form }),
    ...(deviation == null ? {} : { deviation }),
  }));

const sentence = z.string().trim().max(600).nullable().optional();
/** A sentence that is left empty is the usual one again. */
const sentences = z
  .strictObject({ acknowledged: sentence, asked: sentence, answered: sentence, closed: sentence })
  .transform((typed): OfficeSentences => {
    const said = SENTENCE_KEYS.flatMap((key) => (typed[key] ? [[key, typed[key]] as const] : []));
    return Object.fromEntries(said);
  })
  .optional();

/** `office.yaml`: who the office is, how it is reached, who works in it, how it counts. */
export const officeFileSchema = z.strictObject({
  slug: key,
  name: line,
  shortName: line,
  government: line,
  region: z.strictObject({ code: line, name: line, level: z.enum(['province', 'regency']) }),
  seat: line,
  zone: z.enum(['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura']),
  zoneLabel: z.enum(['WIB', 'WITA', 'WIT']),
  hours: officeHoursSchema,
  letterhead: z.strictObject({
    lines: z.array(line).min(1).max(6),
    address: z.array(line).max(6).default([]),
    emblem: z
      .string()
      .regex(/^[a-z0-9-]+\.(svg|png)$/)
      .nullable()
      .default(null),
  }),
  emergency: z.array(z.strictObject({ name: line, number: line })).default([]),
  channels: z
    .array(
      z.strictObject({
        key: z.enum(OFFERED_CHANNELS),
        label: line,
        address: nullableLine,
        sop: key,
        reportLabel: nullableLine,
      }),
    )
    .min(1),
  units: z.array(z.strictObject({ key, label: line, head: nullableLine })).min(1),
  roles: z
    .array(
      z.strictObject({
        key,
        title: line,
        heldBy: z.array(line).default([]),
        team: z.boolean().default(true),
        may: z.array(z.string()).min(1),
      }),
    )
    .min(1),
  officials: z
    .array(z.strictObject({ role: key, name: line, rank: nullableLine, nip: nullableLine }))
    .default([]),
  places: z.array(listed).default([]),
  bodies: z.array(body).default([]),
  duties: z
    .array(
      z.strictObject({
        key,
        label: line,
        within: limit.nullable().default(null),
        publishes: z.boolean().optional(),
      }),
    )
    .default([]),
  review: z.strictObject({ firstLook: z.boolean(), deputyDecidesAudit: z.boolean() }),
  atDesk: z.strictObject({
    kinds: z.array(z.enum(KINDS)).default([]),
    services: z.union([z.literal('all'), z.array(key)]).default([]),
    severities: z.union([z.literal('all'), z.array(z.enum(SEVERITIES))]).default([]),
    outcomes: z.array(z.enum(CLOSING_OUTCOMES)).default([]),
  }),
  approvals: z
    .array(
      z.strictObject({
        kinds: z.union([z.literal('all'), z.array(z.enum(KINDS)).min(1)]).default('all'),
        severities: z.union([z.literal('all'), z.array(z.enum(SEVERITIES)).min(1)]).default('all'),
        ways: z.union([z.literal('all'), z.array(z.enum(ANSWER_WAYS)).min(1)]).default('all'),
        by: z.array(key).min(1).max(10),
      }),
    )
    .max(20)
    .optional(),
  numbers: z.strictObject({
    registerPattern: line,
    printedBy: z.enum(['year', 'month']),
    startAt: z
      .array(z.strictObject({ year: z.int().min(2000).max(2100), next: z.int().min(1).max(9_999_999) }))
      .default([]),
    letterClassification: line,
    letters: z
      .array(z.strictObject({ kind: z.enum(AGENDA_PAPERS), pattern: line.regex(/\{number(?::\d)?\}/) }))
      .optional(),
  }),
  registerColumns: z
    .array(z.strictObject({ key: z.enum(REGISTER_COLUMN_KEYS), heading: line }))
    .min(2)
    .max(12)
    .optional(),
  clocks: z.strictObject({
    sp4n: z.enum(['own-channel', 'all']),
    confirmationWindow: limit,
    disposedBy: key,
  }),
  reminders: z
    .strictObject({
      before: z.array(z.int().min(1).max(30)).max(5).default([]),
      after: z.array(z.int().min(1).max(60)).max(5).default([]),
      urgentEveryMinutes: z.int().min(5).max(120),
    })
    .optional(),
  escalation: z
    .array(z.strictObject({ after: z.int().min(1).max(60), to: z.array(key).min(1).max(10) }))
    .max(5)
    .optional(),
  retention: z
    .array(
      z.strictObject({
        key,
        label: line,
        classification: nullableLine,
        kinds: z.array(z.enum(KINDS)).min(1),
        activeYears: z.int().min(0).max(100),
        inactiveYears: z.int().min(0).max(100),
        fate: z.enum(['destroy', 'keep', 'assess']),
        basis: nullableLine,
      }),
    )
    .max(30)
    .optional(),
  sentences,
});

/** `classes.yaml`: severity classes or the one limit, kinds, categories. */
export const classesFileSchema = z.strictObject({
  classes: z
    .array(
      z
        .strictObject({
          key: z.enum(SEVERITIES),
          label: line,
          ...limitFields,
          criteria: text.nullable().default(null),
          examples: z.array(line).default([]),
        })
        .transform(withPrinted),
    )
    .default([]),
  singleLimit: officeLimit.nullable().default(null),
  kinds: z
    .array(
      z.strictObject({
        key: z.enum(KINDS),
        label: line,
        limit: officeLimit.nullable().default(null),
        keywords: z.array(line).default([]),
      }),
    )
    .min(1),
  categories: z.array(category).default([]),
});

/** `services.yaml`: what the office does for people, and what a visitor must bring. */
export const servicesFileSchema = z.strictObject({
  services: z
    .array(
      z.strictObject({
        key,
        label: line,
        reportLabel: nullableLine,
        unit: key.nullable().default(null),
        what: text,
        who: text,
        bring: z.array(line).default([]),
        how: text,
        howLong: nullableLine,
        fee: line,
        keywords: z.array(line).default([]),
        severity: z.enum(SEVERITIES).nullable().default(null),
        protected: z.boolean().default(false),
      }),
    )
    .min(1),
});

/** `legal-bases.yaml`: rules with the days on which they held. */
export const legalBasesFileSchema = z.strictObject({
  legalBases: z.array(
    z
      .strictObject({
        id: key,
        title: text,
        inForceFrom: dayOrYear.nullable().default(null),
        inForceTo: dayOrYear.nullable().default(null),
        replacedBy: key.nullable().default(null),
        note: text.nullable().default(null),
      })
      .superRefine((basis, context) => {
        if (basis.inForceFrom && basis.inForceTo && basis.inForceTo < basis.inForceFrom) {
          complain(
            context,
            'Dasar hukum ini berakhir sebelum mulai berlaku.',
            { remedy: 'Tukar inForceFrom dan inForceTo, atau betulkan tahunnya.', rule: 'dates-reversed' },
            ['inForceTo'],
          );
        }
      }),
  ),
});
