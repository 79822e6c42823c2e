import { type FormFields, MOST_FIELDS } from '../../platform/http/read-form.ts';

/** Fields of a form that could not be taken because nobody was signed in, with where it goes; the order is kept. */
export type CarriedForm = {
  readonly to: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
};

/** Before each name while the fields travel through the sign-in form. */
export const CARRIED_PREFIX = 'isi.';
/** Leaves the sign-in form room within the limits of its body and of its fields. */
export const MOST_CARRIED_BYTES = 60_000;
const MOST_CARRIED = MOST_FIELDS - 10;

/** What is carried of a posted form; null when it is empty or too large to come back through the sign-in form. */
export function carryForm(form: FormFields, to: string): CarriedForm | null {
  const fields = fieldsOf(form).filter(([name]) => !isSecret(name));
  const sent = new URLSearchParams(fields.map(([name, value]) => [`${CARRIED_PREFIX}${name}`, value]));
  // A browser sends each line end as two letters.
  const bytes = sent.toString().replaceAll('%0A', '%0D%0A').length;
  const tooMuch = bytes > MOST_CARRIED_BYTES || fields.length > MOST_CARRIED;
  return fields.length === 0 || tooMuch ? null : { to, fields };
}

/** The same fields as the sign-in form brings them back; null when it carries none. */
export function carriedForm(form: FormFields, to: string): CarriedForm | null {
  const fields = fieldsOf(form).flatMap(([name, value]) =>
    name.startsWith(CARRIED_PREFIX) ? [[name.slice(CARRIED_PREFIX.length), value] as const] : [],
  );
  const open = fields.filter(([name]) => !isSecret(name));
  return open.length === 0 ? null : { to, fields: open };
}

function fieldsOf({ values, all }: FormFields) {
  return Object.keys(values).flatMap((name) => all(name).map((value) => [name, value] as const));
}

/** A password never goes back to a browser, nor does the `current` one of the password page. */
function isSecret(name: string): boolean {
  return /password|sandi|^current$/i.test(name);
}
