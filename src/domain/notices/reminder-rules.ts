import type { EscalationStep, OfficeData, ReminderData } from '../office/office-data.ts';

/** When people are reminded, and whom a limit that has passed goes up to, step by step. */
export type ReminderRules = ReminderData & { readonly escalation: readonly EscalationStep[] };

export const USUAL_REMINDERS: ReminderData = { before: [3, 1], after: [1, 3, 7], urgentEveryMinutes: 15 };

/**
 * The office's rules; where its files do not say, the usual ones: after one working day to whoever disposes, after three to
 * whoever decides on audits, which is the head.
 */
export function reminderRulesOf(
  office: Pick<OfficeData, 'reminders' | 'escalation' | 'clocks' | 'roles'>,
): ReminderRules {
  const { reminders = USUAL_REMINDERS, escalation, clocks, roles } = office;
  const heads = roles.filter(({ may }) => may.includes('review/decide')).map(({ key }) => key);
  const usual = [
    { after: 1, to: [clocks.disposedBy] },
    { after: 3, to: heads },
  ];
  return { ...reminders, escalation: escalation ?? usual };
}
