import type { Channel } from '../../../domain/complaint/vocabulary.ts';

type Values = Readonly<Record<string, string>>;

/**
 * The fields of a form as the JSON of the contract, for the one schema to judge. Empty fields are not there; what
 * was ticked is true. What only staff may say stands in `counterComplaintOfForm`.
 */
export function complaintOfForm(values: Values, channel: Channel): Record<string, unknown> {
  const { name, phone, email, address, nik, concernName, respondent, worksHere, where } = values;
  const hasReporter = [name, phone, email, address, nik].some((value) => value !== undefined);
  return {
    ...pick(values, ['kind', 'text', 'occurredOn', 'service', 'safeContact']),
    channel,
    reporters: hasReporter ? [{ ...pick(values, ['name', 'phone', 'email', 'address', 'nik', 'as']) }] : [],
    concerns: concernName === undefined ? [] : [{ name: concernName }],
    // Somebody of this office without a name is somebody, too.
    respondents:
      respondent === undefined && worksHere !== 'yes'
        ? []
        : [{ ...(respondent === undefined ? {} : { name: respondent }), ...pick(values, ['worksHere']) }],
    pastFrontOffice: values.pastFrontOffice !== undefined,
    anonymous: values.anonymous !== undefined,
    secret: values.secret !== undefined,
    urgent: values.urgent !== undefined,
    ...(values.category === undefined ? {} : { about: values.category }),
    ...(values.place === undefined ? {} : { place: values.place }),
    // Where the office has no list to choose from, the place stands with what happened.
    ...(where === undefined || values.text === undefined
      ? {}
      : { text: `${values.text}\n\nTempat: ${where}` }),
  };
}

/** The named fields that were filled. */
export function pick(values: Values, names: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = values[name];
    if (value !== undefined) found[name] = value;
  }
  return found;
}
