import { formatDate } from '../../../domain/calendar/format-date.ts';
import { formatDue } from '../../../domain/calendar/format-instant.ts';
import { instantMs } from '../../../domain/complaint/instant-ms.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import type { ListedNotice } from './list-notices.read.ts';
import type { OwnTask } from './list-tasks.read.ts';
import type { NoticeCard, NoticesProps } from './notices.view.tsx';

/** Messages as cards, in words. */
export function noticeCards(
  notices: readonly ListedNotice[],
  { zone }: Office,
  words: Words,
): readonly NoticeCard[] {
  return notices.map(({ noticeId, kind, day, round, unread, items, withheld }) => ({
    id: noticeId,
    title: words(`notice.kind.${kind}`, { day: formatDate(day, 'weekday', words.language) }),
    round: kind === 'urgent' && round > 1 ? words('notice.round', { n: round }) : null,
    tone: kind === 'urgent' ? 'overdue' : kind === 'restricted' ? 'attention' : 'calm',
    unread,
    lines: items.map(({ cause, dueAt, ticket, stands }) => ({
      ticket,
      what: words(`notice.cause.${cause}`),
      when: dueAt === null ? null : formatDue(instantMs(dueAt), zone, words.language),
      settled: stands ? null : words('notice.settled'),
    })),
    withheld: withheld === 0 ? null : words('notice.withheld', { n: withheld }),
  }));
}

export function taskLines(tasks: readonly OwnTask[], { zone }: Office, words: Words): NoticesProps['tasks'] {
  return tasks.map(({ ticket, cause, dueAt }) => ({
    ticket,
    what: words(`notice.cause.${cause}`),
    when: dueAt === null ? null : formatDue(instantMs(dueAt), zone, words.language),
  }));
}
