import type { Calendar } from '../../domain/calendar/calendar.ts';
import { localDay } from '../../domain/calendar/instant.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import type { SopEdition } from '../../domain/sop/sop-editions.ts';
import type { OfficeCodes } from '../../features/offices/office-codes.ts';
import type { Random } from '../invented/open-random.ts';
import { factHistory } from './fact-history.ts';
import type { PlannedDay, SeedOrder } from './seed-plan.ts';
import { STORIES, STORIES_THAT_STALL } from './stories.ts';
import { drawSetting } from './story-setting.ts';
import { openTemplate, type Template } from './story-template.ts';
import { cutAfter, type WrittenCase } from './write-history.ts';

export type SeedOffice = {
  readonly officeId: number;
  readonly ticketPrefix: string;
  readonly version: number;
  readonly data: OfficeData;
  readonly sopEditions: readonly SopEdition[];
  readonly codes: OfficeCodes;
  readonly calendar: Calendar;
};

/** A case to be made: which history it follows, and the seconds that are its own. */
export type PlannedCase = {
  readonly template: Template;
  /** Cases of one story carry the same number. */
  readonly story: number;
  /** 0 to 59,999 ms, added to every instant of the history that stands on no full minute. */
  readonly seconds: number;
};

/** A fresh history for each case of a small register; in a large one some cases of a day share theirs. */
const HISTORIES_A_DAY = 16;
/** Cases of the order that are left unfinished where they would have been closed by now. */
const STALLED_SHARE = 0.0165;
/** How fast the office gives up on old cases: after so many days a third of the stalled ones is left. */
const STALLED_DAYS = 120;
/** Cases of the very last day that nobody has written into the register yet. */
const UNREGISTERED_SHARE = 0.3;

/** The cases of one day, in the order in which they were written into the register. */
export function casesOfDay(
  random: Random,
  office: SeedOffice,
  order: SeedOrder,
  planned: PlannedDay,
): readonly PlannedCase[] {
  const lastDay = localDay(order.until, office.calendar.zone);
  const stalls = stallChance(lastDay - planned.day, order.years);
  const each = Math.ceil(planned.cases / HISTORIES_A_DAY);
  const cases: PlannedCase[] = [];
  for (let left = planned.cases, story = 0; left > 0; ) {
    const setting = drawSetting(random, office, planned.day);
    const stalled = random.isTrue(stalls);
    const written = random.pickWeighted(stalled ? STORIES_THAT_STALL : STORIES)(setting);
    if (written.length > left) continue;
    const cut = written.map((one) => cutAfter(one, actsLeft(one, order.until, stalled ? random : null)));
    const unregistered = planned.day === lastDay && stalled && random.isTrue(UNREGISTERED_SHARE);
    const templates = cut.map((one) =>
      openTemplate(unregistered ? cutAfter(one, 1) : one, (acts) => factHistory(acts, office)),
    );
    for (let copies = Math.min(each, Math.floor(left / written.length)); copies > 0; copies -= 1) {
      const seconds = random.whole(60_000);
      for (const template of templates) cases.push({ template, story, seconds });
      left -= written.length;
      story += 1;
    }
  }
  return cases.sort((a, b) => a.template.registeredAt - b.template.registeredAt || a.seconds - b.seconds);
}

/** Chance that a case of this age was left lying, so that the share of open cases of the whole register is as wished. */
function stallChance(age: number, years: number): number {
  const mean = (STALLED_DAYS / (years * 365)) * (1 - Math.exp((-years * 365) / STALLED_DAYS));
  return Math.min(0.9, (STALLED_SHARE / mean) * Math.exp(-age / STALLED_DAYS));
}

/** What had been recorded by then; `random` = stalled somewhere between register and end. */
function actsLeft({ acts }: WrittenCase, until: number, random: Random | null): number {
  const recorded = acts.findIndex((act) => Date.parse(act.recordedAt) > until);
  const most = recorded === -1 ? acts.length : recorded;
  if (random === null) return most;
  const end = acts.findIndex((act) => act.events.some((event) => event.type === 'closed'));
  const latest = Math.min(most, end === -1 ? acts.length : end);
  return Math.min(latest, 2 + random.whole(Math.max(latest - 1, 1)));
}
