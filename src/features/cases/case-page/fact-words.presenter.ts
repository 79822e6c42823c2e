import { formatDate } from '../../../domain/calendar/format-date.ts';
import { formatDue } from '../../../domain/calendar/format-instant.ts';
import type { AttachmentId, TextId } from '../../../domain/complaint/event.ts';
import { CHANNELS } from '../../../domain/complaint/vocabulary.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { channelLabel, labelOf } from '../lists/labels.presenter.ts';
import type { FactValue } from './event-fact.ts';
import { receivedWords } from './received-words.presenter.ts';

/** What the words of a fact need; each null is said in words that give nothing away. */
export type FactSetting = {
  readonly office: Office;
  readonly words: Words;
  /** Text of an id; null when it was erased. */
  readonly textOf: (id: TextId) => string | null;
  /** Whether this reader may see how somebody is reached without giving a reason (rule 32). */
  readonly seesContacts: boolean;
  /** Name of a file of the case; null when it was erased or is not for this reader. */
  readonly fileOf: (id: AttachmentId) => string | null;
  readonly nameOf: (account: string) => string | null;
  /** Somebody of the case, no more openly than beside the timeline. */
  readonly personOf: (identity: string) => string | null;
  /** Ticket of another case; null when it is not for this reader (rules 6, 27, 28). */
  readonly ticketOf: (caseId: string) => string | null;
};

/** A value of an entry as people read it. */
export function factWords(value: FactValue, setting: FactSetting): string {
  const { office, words } = setting;
  const { named: data, zone } = office;
  switch (value.as) {
    case 'word':
      return words(value.key);
    case 'plain':
      return String(value.value);
    case 'day':
      return formatDate(value.day, 'weekday', words.language);
    case 'received':
      return receivedWords({ receivedAt: value.at, precision: value.precision }, zone, words);
    case 'due':
      return value.at === null
        ? words('left.waiting')
        : formatDue(Date.parse(value.at), zone, words.language);
    case 'listed': {
      if (value.list !== 'channels') return label(value.list, value.key, office);
      const channel = CHANNELS.find((one) => one === value.key);
      return channel === undefined ? value.key : channelLabel(data, channel, words);
    }
    case 'class':
      return data.classes.find((one) => one.key === value.severity)?.label ?? value.severity;
    case 'text':
      return setting.textOf(value.id) ?? words('fact.erased');
    case 'contact':
      if (!setting.seesContacts) return words('fact.for-handlers');
      return setting.textOf(value.id) ?? words('fact.erased');
    case 'file':
      return setting.fileOf(value.id) ?? words('file.erased');
    case 'account':
      return setting.nameOf(value.account) ?? words('fact.former-staff');
    case 'person':
      return setting.personOf(value.identity) ?? words('case.hidden-person');
    case 'case':
      return setting.ticketOf(value.caseId) ?? words('fact.other-case');
    case 'joined':
      return value.values.map((one) => factWords(one, setting)).join(': ');
  }
}

function label(
  list: Exclude<Extract<FactValue, { readonly as: 'listed' }>['list'], 'channels'>,
  key: string,
  { named: data }: Office,
): string {
  if (list === 'roles') return data.roles.find((role) => role.key === key)?.title ?? key;
  return labelOf(data[list], key);
}
