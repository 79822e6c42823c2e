import { formatDate } from '../../../domain/calendar/format-date.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { safeReferralDay } from '../../../domain/complaint/safe-referral.ts';
import type { Option } from '../../../platform/views/fields.view.tsx';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { labelOf } from '../lists/labels.presenter.ts';

/** Rule 6: by when a protected case is referred safely, and who sees to it: its owner, its unit, else who disposes. */
export function safeReferralWords(
  state: CaseState,
  { data, named, zone }: Office,
  colleagues: readonly Option[],
  words: Words,
): string | null {
  const day = safeReferralDay(state, zone);
  if (day === null) return null;
  const owner = colleagues.find(({ value }) => value === state.owner)?.label;
  const disposer = named.roles.find(({ key }) => key === data.clocks.disposedBy)?.title ?? '';
  const who = owner ?? (labelOf(named.units, state.unit) || disposer);
  return words('case.safe-referral', { day: formatDate(day, 'weekday', words.language), who });
}
