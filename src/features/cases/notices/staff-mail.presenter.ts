import { formatDue, formatInstant } from '../../../domain/calendar/format-instant.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { instantMs } from '../../../domain/complaint/instant-ms.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import type { NoticeItem } from './notice-items.read.ts';

export type MailText = { readonly subject: string; readonly text: string };
/** A line that its reader may read now, with the state of its case; null where it is of none. */
export type ReadableItem = { readonly item: NoticeItem; readonly state: CaseState | null };
type Around = { readonly office: Office; readonly words: Words; readonly publicUrl: string | null };

/** The day's one message: numbers and dates, never what a complaint is about (rules 6, 20). */
export function digestMail(
  name: string,
  items: readonly ReadableItem[],
  { office, words, publicUrl }: Around,
): MailText {
  const lines = items.map(({ item, state }) => lineOf(item, state, office, words));
  return {
    subject: words('mail.digest.subject', { n: items.length }),
    text: [
      words('mail.greeting', { name }),
      '',
      words('mail.digest.lead', { office: office.data.shortName }),
      ...lines,
      '',
      openLine('/petugas/pemberitahuan', publicUrl, words),
      words('mail.settings'),
    ].join('\n'),
  };
}

/** Of a restricted case not even its number. */
export function restrictedMail(name: string, { office, words, publicUrl }: Around): MailText {
  return {
    subject: words('mail.restricted.subject'),
    text: [
      words('mail.greeting', { name }),
      '',
      words('mail.restricted.lead', { office: office.data.shortName }),
      '',
      openLine('/petugas/pemberitahuan', publicUrl, words),
    ].join('\n'),
  };
}

export function urgentMail(
  name: string,
  { state, round }: { readonly state: CaseState; readonly round: number },
  { office, words, publicUrl }: Around,
): MailText {
  const { ticket } = state;
  const when = formatInstant(instantMs(state.receivedAt), office.zone, words.language);
  return {
    subject: words('mail.urgent.subject', { ticket }),
    text: [
      words('mail.greeting', { name }),
      '',
      words('mail.urgent.lead', { ticket, when, round }),
      '',
      openLine(`/petugas/kasus/${ticket}`, publicUrl, words),
    ].join('\n'),
  };
}

function lineOf(item: NoticeItem, state: CaseState | null, office: Office, words: Words): string {
  const what = words(`notice.cause.${item.cause}`);
  if (state === null) return words('mail.line-plain', { what });
  const { ticket } = state;
  if (item.dueAt === null) return words('mail.line', { ticket, what });
  const when = formatDue(instantMs(item.dueAt), office.zone, words.language);
  return words('mail.line-due', { ticket, what, when });
}

function openLine(path: string, publicUrl: string | null, words: Words): string {
  return publicUrl === null ? words('mail.open-no-url') : words('mail.open', { url: `${publicUrl}${path}` });
}
