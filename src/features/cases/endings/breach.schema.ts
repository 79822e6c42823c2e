import { z } from '@hono/zod-openapi';
import type { Zone } from '../../../domain/calendar/zone.ts';
import { BREACH_DATA, BREACH_TOLD } from '../../../domain/people/breach.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import type { Words } from '../../../platform/words/words.ts';
import { officeTime } from '../doors/office-time.ts';
import { day, instant, requiredText, utc } from '../doors/plain-text.schema.ts';
import type { BreachCommand } from './keep-breach.ts';

type Values = Readonly<Record<string, string>>;
type Read =
  | { readonly ok: true; readonly command: BreachCommand; readonly text: string }
  | { readonly ok: false; readonly errors: FieldErrors };

const longText = requiredText(10_000);
const people = z.coerce.number().int().min(0).max(1_000_000_000);

/** The form of a new breach. */
export function readNewBreach(values: Values, data: readonly string[], zone: Zone, words: Words): Read {
  const knownAt = instant.safeParse(officeTime(values.knownAt ?? '', zone));
  const happenedOn = values.happenedOn === undefined ? null : day.safeParse(values.happenedOn);
  const count = values.people === undefined ? null : people.safeParse(values.people);
  const text = longText.safeParse(values.text);
  const kinds = BREACH_DATA.filter((one) => data.includes(one));
  const errors: FieldErrors = {
    ...(text.success ? {} : { text: words('breach.text-required') }),
    ...(knownAt.success ? {} : { knownAt: words('breach.known-required') }),
    ...(happenedOn === null || happenedOn.success ? {} : { happenedOn: words('form.invalid-date') }),
    ...(count === null || count.success ? {} : { people: words('breach.people-number') }),
    ...(kinds.length > 0 ? {} : { data: words('breach.data-required') }),
  };
  if (Object.keys(errors).length > 0 || !knownAt.success || !text.success) return { ok: false, errors };
  return {
    ok: true,
    text: text.data,
    command: {
      type: 'breach-recorded',
      knownAt: utc(knownAt.data),
      happenedOn: happenedOn?.success === true ? happenedOn.data : null,
      people: count?.success === true ? count.data : null,
      data: kinds,
    },
  };
}

/** The forms below a breach: that somebody was told, or that it is closed. */
export function readBreachStep(values: Values, breach: string, zone: Zone, words: Words): Read {
  const text = longText.safeParse(values.text);
  const told = values.act === 'told';
  const whom = BREACH_TOLD.find((one) => one === values.whom);
  const toldAt = instant.safeParse(officeTime(values.toldAt ?? '', zone));
  const errors: FieldErrors = {
    ...(text.success ? {} : { text: words(told ? 'breach.how-required' : 'breach.measures-required') }),
    ...(!told || whom !== undefined ? {} : { whom: words('form.choose') }),
    ...(!told || toldAt.success ? {} : { toldAt: words('breach.told-at-required') }),
  };
  if (Object.keys(errors).length > 0 || !text.success) return { ok: false, errors };
  if (told && whom !== undefined && toldAt.success) {
    return {
      ok: true,
      text: text.data,
      command: { type: 'breach-told', breach, whom, toldAt: utc(toldAt.data) },
    };
  }
  return { ok: true, text: text.data, command: { type: 'breach-closed', breach } };
}
