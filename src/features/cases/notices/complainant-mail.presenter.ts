import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { instantMs } from '../../../domain/complaint/instant-ms.ts';
import type { ComplainantMail } from '../../../domain/notices/notice-vocabulary.ts';
import { type Language, type Words, wordsOf } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import type { MailText } from './staff-mail.presenter.ts';

const LANGUAGES: readonly Language[] = ['id', 'en'];

/**
 * Word to a complainant in the languages of the pages: a number and where to read on, never the matter, a name, or the code
 * of the ticket. Of a protected case neither the office nor what it is stands in it (rule 6).
 */
export function complainantMail(
  kind: ComplainantMail,
  state: CaseState,
  office: Office,
  publicUrl: string | null,
): MailText {
  const safe = state.marks.protected;
  const { ticket } = state;
  const subject = safe
    ? wordsOf('id')('mail.complainant.subject-safe')
    : wordsOf('id')('mail.complainant.subject', { office: office.data.shortName, ticket });
  const parts = LANGUAGES.map((language) => partOf(wordsOf(language), kind, state, office, publicUrl));
  return { subject, text: parts.join('\n\n--\n\n') };
}

function partOf(
  words: Words,
  kind: ComplainantMail,
  state: CaseState,
  office: Office,
  publicUrl: string | null,
): string {
  const { ticket, marks, receivedAt } = state;
  const when = formatInstant(instantMs(receivedAt), office.zone, words.language);
  const lead = marks.protected
    ? words('mail.safe.lead', { ticket })
    : (ownSentence(words, kind, office)?.replaceAll('{ticket}', ticket).replaceAll('{when}', when) ??
      words(`mail.${kind}.lead`, kind === 'acknowledged' ? { ticket, when } : { ticket }));
  const track =
    publicUrl === null ? words('mail.track-no-url') : words('mail.track', { url: `${publicUrl}/lacak` });
  return [words('mail.complainant.hello'), '', lead, track, '', words('mail.no-reply')].join('\n');
}

/** What the office says in words of its own, in the language that it writes. */
function ownSentence({ language }: Words, kind: ComplainantMail, { data }: Office): string | undefined {
  return language === 'id' ? data.sentences?.[kind] : undefined;
}
