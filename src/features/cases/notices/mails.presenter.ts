import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import type { ListedMail } from './list-mails.read.ts';
import type { MailRow } from './mails.view.tsx';

export function mailRows(mails: readonly ListedMail[], { zone }: Office, words: Words): readonly MailRow[] {
  return mails.map(({ mailId, kind, state, why, reply, to, since }) => ({
    id: mailId,
    what: words(`mail.kind.${kind}`),
    to: to ?? words('mail.to.complainant'),
    since: formatInstant(since.getTime(), zone, words.language),
    state: words(`mail.state.${state}`),
    why:
      [
        ...(why === null ? [] : [words(`mail.why.${why}`)]),
        ...(reply === null || reply === 0 ? [] : [words('mail.reply', { reply })]),
      ].join('; ') || null,
    tone: state === 'unsure' ? 'attention' : state === 'waiting' ? 'calm' : 'plain',
    mayAgain: state === 'unsure',
    mayDiscard: state === 'unsure' || state === 'waiting',
  }));
}
