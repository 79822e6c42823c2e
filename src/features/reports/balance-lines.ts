/**
 * The lines of the balance, each as a condition over a case received until the period's end: `before` it began, whether
 * it `was_open` at the last instant before, is `open` at its end, rests on the old register only (`imported`), and whether
 * that does not tell its status (`unrecorded`).
 * By these the lines are counted, and the cases behind them opened (rule 36).
 */
export const BALANCE_LINES = {
  opening: 'before and was_open',
  received: 'not before',
  reopened: 'before and not was_open and open',
  finished: 'not open and not imported and (not before or was_open)',
  'old-register': 'not open and imported and not unrecorded and (not before or was_open)',
  'not-recorded': 'unrecorded and (not before or was_open)',
  closing: 'open',
} as const;
