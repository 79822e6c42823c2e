import { z } from 'zod';
import {
  REPORT_KINDS,
  REPORT_TABLES,
  type ReportCondition,
  type ReportNode,
  type ReportTemplate,
  type When,
} from '../../domain/office/office-data.ts';
import { complain, key, line, text } from './office-atoms.schema.ts';

/** "register.total > 0" → a comparison; the figure's name is checked by `office check`. */
const condition = z.string().transform((value, context): ReportCondition => {
  const match = /^([A-Za-z0-9.+-]+) (=|!=|>|>=|<|<=) (\d{1,9})$/.exec(value.trim());
  const [figure, is, number] = [match?.[1], operator(match?.[2]), match?.[3]];
  if (figure === undefined || is === null || number === undefined) {
    complain(context, `"${value}" bukan syarat.`, {
      remedy: 'Tulis nama angka, tanda =, !=, >, >=, < atau <=, lalu bilangan: register.total > 0.',
      rule: 'not-allowed',
    });
    return z.NEVER;
  }
  return { figure, is, value: Number(number) };
});

function operator(sign: string | undefined): ReportCondition['is'] | null {
  const known: readonly ReportCondition['is'][] = ['=', '!=', '>', '>=', '<', '<='];
  return known.find((one) => one === sign) ?? null;
}

const when: z.ZodType<When> = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(condition).default([]),
);

const item = z.preprocess(
  (value) => (typeof value === 'string' ? { text: value } : value),
  z.strictObject({ text, when }),
);

/** Keys of `with` that each of these nodes takes. */
const words = {
  cover: z.strictObject({ title: line, subtitle: line.optional() }),
  contents: z.strictObject({ heading: line }),
  signature: z.strictObject({ role: key }),
  registers: z.strictObject({ heading: line }),
};

const node: z.ZodType<ReportNode> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('cover'), with: withoutAbsent(words.cover), when }),
    z.strictObject({ type: z.literal('contents'), with: words.contents, when }),
    z.strictObject({ type: z.literal('signature'), with: words.signature, when }),
    z.strictObject({ type: z.literal('registers'), with: words.registers, when }),
    z.strictObject({
      type: z.literal('section'),
      heading: line,
      numbering: z.enum(['roman-chapter', 'decimal', 'none']),
      body: z.array(node).default([]),
      when,
    }),
    z.strictObject({ type: z.literal('paragraph'), text, when }),
    z.strictObject({
      type: z.literal('list'),
      ordered: z.boolean().default(false),
      items: z.array(item).min(1),
      empty: text.nullable().default(null),
      when,
    }),
    z.strictObject({
      type: z.literal('legal-bases'),
      only: z.array(key).min(1).nullable().default(null),
      when,
    }),
    z.strictObject({ type: z.literal('channels'), when }),
    z.strictObject({ type: z.literal('roles'), when }),
    z.strictObject({ type: z.literal('classes'), when }),
    z.strictObject({ type: z.literal('services'), when }),
    z.strictObject({ type: z.literal('sop-steps'), sop: key, when }),
    z.strictObject({
      type: z.literal('table'),
      id: z.enum(REPORT_TABLES),
      title: line,
      chart: z.enum(['bar', 'column', 'line', 'share', 'none']).default('none'),
      key: line,
      when,
    }),
  ]),
);

/** `reports/<kind>.yaml`: the narrative of one kind of report. */
export const reportFileSchema: z.ZodType<ReportTemplate> = z.strictObject({
  kind: z.enum(REPORT_KINDS),
  title: line,
  body: z.array(node).min(1),
});

function withoutAbsent(schema: typeof words.cover) {
  return schema.transform(
    ({ title, subtitle }): Record<string, string> => ({
      title,
      ...(subtitle === undefined ? {} : { subtitle }),
    }),
  );
}
