import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseMailLine } from './case-mails.view.tsx';
import type { CaseMail } from './list-mails.read.ts';

export function caseMailLines(
  mails: readonly CaseMail[],
  { zone }: Office,
  words: Words,
): readonly CaseMailLine[] {
  return mails.map(({ mailId, kind, state, why, at }) => ({
    id: mailId,
    text: words('mail.case-line', {
      what: words(`mail.kind.${kind}`),
      state: why === null ? words(`mail.state.${state}`) : words(`mail.why.${why}`),
      when: formatInstant(at.getTime(), zone, words.language),
    }),
  }));
}
