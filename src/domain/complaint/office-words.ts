import type { OfficeData, OfficeService } from '../office/office-data.ts';
import { type Refused, refuse } from './decision.ts';
import type { Channel, Kind, Severity } from './vocabulary.ts';

/** Coded values that a command brings; only those that are given are looked up. */
export type CodedValues = {
  readonly kind?: Kind;
  readonly channel?: Channel;
  readonly service?: string | null;
  readonly category?: string | null;
  readonly place?: string | null;
  readonly severity?: Severity | null;
};

/** The first value that the office's own lists do not have; null when all are known there. */
export function unknownValue(values: CodedValues, office: OfficeData): Refused | null {
  const { kind, channel, service, category, place, severity } = values;
  if (kind !== undefined && !office.kinds.some((one) => one.key === kind)) {
    return refuse({ refusal: 'unknown-kind', kind });
  }
  if (channel !== undefined && !office.channels.some((one) => one.key === channel)) {
    return refuse({ refusal: 'unknown-channel', channel });
  }
  if (service != null && findService(office, service) === null) {
    return refuse({ refusal: 'unknown-service', service });
  }
  if (category != null && !office.categories.some((one) => one.key === category)) {
    return refuse({ refusal: 'unknown-category', category });
  }
  // Also where an office has no list of places: free words may name somebody, and have no place in the history (law 7).
  if (place != null && !office.places.some((one) => one.key === place)) {
    return refuse({ refusal: 'unknown-place', place });
  }
  if (severity != null && !office.classes.some((one) => one.key === severity)) {
    return refuse({ refusal: 'unknown-severity', severity });
  }
  return null;
}

export function findService(office: OfficeData, key: string | null): OfficeService | null {
  return office.services.find((service) => service.key === key) ?? null;
}

export function unknownUnit(units: readonly string[], office: OfficeData): Refused | null {
  const unit = units.find((key) => !office.units.some((one) => one.key === key));
  return unit === undefined ? null : refuse({ refusal: 'unknown-unit', unit });
}

export function unknownBody(body: string, office: OfficeData): Refused | null {
  return office.bodies.some((one) => one.key === body) ? null : refuse({ refusal: 'unknown-body', body });
}
