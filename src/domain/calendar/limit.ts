export type LimitUnit =
  | 'service-minute'
  | 'service-hour'
  | 'clock-hour'
  | 'calendar-day'
  | 'working-day'
  | 'month';

/** A duration that carries its unit; `count` is a whole number from 1 on. */
export type Limit = {
  readonly count: number;
  readonly unit: LimitUnit;
};
