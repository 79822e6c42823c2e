import type { Zone } from '../../../domain/calendar/zone.ts';
import type { FormFields } from '../../../platform/http/read-form.ts';
import { officeTime } from '../doors/office-time.ts';

const LISTS: ReadonlySet<string> = new Set(['reviewers', 'readers', 'otherUnits']);
const TICKS: ReadonlySet<string> = new Set(['delivered', 'templateConfirmed', 'deemed']);
const YES_OR_NO: ReadonlySet<string> = new Set(['on', 'worthy']);

/**
 * The fields of an operation's form as the JSON body that the API takes; empty fields are not there. Times were typed
 * in the office's zone.
 */
export function operationBodyOfForm(
  operation: string,
  form: FormFields,
  zone: Zone,
): Record<string, unknown> {
  const { values } = form;
  if (operation === 'investigation/sanction') return sanction(values);
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (name === 'version' || name === 'idempotencyKey') continue;
    if (name === 'missing')
      body.missing = value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    else if (name === 'investigators') body.investigators = form.all(name).map((account) => ({ account }));
    else if (LISTS.has(name)) body[name] = form.all(name);
    else if (TICKS.has(name)) body[name] = true;
    else if (name === 'receivedAt') body[name] = officeTime(value, zone);
    else if (YES_OR_NO.has(name)) body[name] = value === 'ya';
    else if (name !== 'attemptOn' && name !== 'attemptHow') body[name] = value;
  }
  const { attemptOn, attemptHow } = values;
  if (attemptOn !== undefined || attemptHow !== undefined)
    body.attempts = [{ on: attemptOn, how: attemptHow }];
  return body;
}

function sanction({ number, sanctionOn, authority, degree }: FormFields['values']): Record<string, unknown> {
  return { sanction: number === undefined ? null : { number, on: sanctionOn, authority, degree } };
}
