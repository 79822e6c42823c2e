import { formatDue } from '../../../domain/calendar/format-instant.ts';
import { sayLimit } from '../../../domain/calendar/format-limit.ts';
import type { DueDate } from '../../../domain/complaint/event.ts';
import { instantMs } from '../../../domain/complaint/instant-ms.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';

export type DueLine = { readonly label: string; readonly when: string; readonly basis: string };

/** Limits in words, the nearest first; one that waits for its calendar says so (design law 3). */
export function dueLines(due: readonly DueDate[], office: Office, words: Words): readonly DueLine[] {
  return due
    .toSorted((a, b) => (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'))
    .map((one) => ({
      label: `${words(`clock.${one.clock}`)} (${sayLimit(one.limit, words.language)})`,
      when:
        one.dueAt === null
          ? words('left.waiting')
          : words('left.by', { when: formatDue(instantMs(one.dueAt), office.zone, words.language) }),
      basis: one.basis,
    }));
}
