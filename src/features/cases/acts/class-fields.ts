import { z } from '@hono/zod-openapi';
import type { ClassifyBeside } from '../../../domain/complaint/decide-classify.ts';
import { KINDS, SEVERITIES } from '../../../domain/complaint/vocabulary.ts';
import { officeKey } from '../doors/plain-text.schema.ts';
import { asked } from './form-field.ts';
import { defined } from './operation-body.schema.ts';

export const kind = asked(z.enum(KINDS), { list: 'kinds' });
export const service = asked(officeKey, { list: 'services' });
export const about = asked(officeKey, { list: 'categories' });

/** The two things that are chosen (rule 22). */
export const twoChoices = {
  service: asked(service, { start: (state) => state.service }).nullish(),
  about: asked(about, { start: (state) => state.category }).nullish(),
};

/** What follows from them by the office's rules, folded away: nothing chosen leaves it to the rules. */
const BY_RULE = { none: 'field.by-rule', under: 'form.derived' } as const;
export const derivedAxes = {
  severity: asked(z.enum(SEVERITIES), {
    ...BY_RULE,
    ...{ list: 'classes', axis: 'severity' },
    start: (state) => state.severity.now,
  }).nullish(),
  form: asked(z.enum(['a', 'b', 'c']), { ...BY_RULE, control: 'select', axis: 'form' }).nullish(),
  deviation: asked(z.enum(['informatif', 'penyimpangan']), {
    ...BY_RULE,
    ...{ control: 'select', axis: 'deviation' },
  }).nullish(),
  oversight: asked(z.boolean(), { control: 'yes-no', under: 'form.derived', axis: 'oversight' }).optional(),
};

/** The same, asked as part of another act. */
export const classBeside = {
  service: asked(twoChoices.service, { beside: 'classify' }),
  about: asked(twoChoices.about, { beside: 'classify' }),
  severity: asked(derivedAxes.severity, { beside: 'classify' }),
  form: asked(derivedAxes.form, { beside: 'classify' }),
  deviation: asked(derivedAxes.deviation, { beside: 'classify' }),
  oversight: asked(derivedAxes.oversight, { beside: 'classify' }),
};

type Said = z.infer<z.ZodObject<typeof classBeside>>;

/** Undefined where nothing of it was said. */
export function classSaid({ about: category, ...rest }: Said): ClassifyBeside | undefined {
  const said = { ...defined(rest), ...(category === undefined ? {} : { category }) };
  return Object.keys(said).length === 0 ? undefined : said;
}
