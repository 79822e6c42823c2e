import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { channelLabel, labelOf } from '../lists/labels.presenter.ts';
import type { Alike } from './find-alike.ts';

/** A complaint that may be the one at hand, in words. */
export type AlikeFace = {
  readonly ticket: string;
  readonly registerNo: string | null;
  readonly matter: string;
  readonly received: string;
  readonly channel: string;
  readonly status: string;
  readonly service: string;
  readonly place: string;
  readonly as: 'duplicate' | 'group';
  /** One sentence: what is the same. */
  readonly why: string;
  readonly inGroup: boolean;
};

export function alikeFaces(found: readonly Alike[], office: Office, words: Words): readonly AlikeFace[] {
  const { named: data, zone } = office;
  return found.map(({ line, matter, likeness, inGroup }) => ({
    ticket: line.ticket,
    registerNo: line.registerNumber,
    matter,
    received: formatInstant(Date.parse(line.receivedAt), zone, words.language),
    channel: channelLabel(data, line.channel, words),
    status: words(`status.${line.status}`),
    service: labelOf(data.services, line.service),
    place: labelOf(data.places, line.place),
    as: likeness.as,
    why: likeness.reasons.map((reason) => words(`likeness.reason.${reason}`)).join('; '),
    inGroup,
  }));
}
