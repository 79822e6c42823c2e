import { localDay, startOfDay } from '../../domain/calendar/instant.ts';
import { parseTypedDay } from '../../domain/calendar/parse-typed-day.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { type SeedProgress, seedRegister } from '../seed/seed-register.ts';
import { print, requireOffice, runInSystem, wrongUse } from './run-in-system.ts';

/** A register ends in the afternoon of this day, unless `--until` names another: the same order gives the same cases. */
const UNTIL = '2026-10-30';
const CLOSING_MINUTE = 960;
const MOST_CASES = 20_000_000;

export async function seed(given: Given): Promise<number> {
  const complaints = wholeNumber(given.text('complaints'), 1, MOST_CASES);
  const years = wholeNumber(given.text('years'), 1, 30);
  const until = parseTypedDay(given.maybe('until') ?? UNTIL);
  if (complaints === null) return wrongUse(given, `--complaints: bilangan 1 sampai ${MOST_CASES}.`);
  if (years === null) return wrongUse(given, '--years: bilangan 1 sampai 30.');
  if (until === null) return wrongUse(given, '--until: tanggal, mis. 2026-10-30.');
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const end = startOfDay(until, office.zone) + CLOSING_MINUTE * 60_000;
    if (localDay(end, office.zone) > localDay(now, office.zone))
      return wrongUse(given, '--until tidak boleh di masa depan.');
    const order = { complaints, years, seed: given.maybe('seed') ?? '1', until: end };
    const result = await seedRegister(system, office, order, watch(complaints));
    const seconds = Math.round(result.seconds * 10) / 10;
    if (given.json)
      printJson({ ok: true, office: office.slug, complaints, years, seed: order.seed, seconds });
    else print(`${complaints} kasus rekaan ditulis ke register ${office.slug} dalam ${seconds} detik.`);
    return exitCode.done;
  });
}

const STEPS = { indexes: 'membuat indeks', statistics: 'menghitung statistik' } as const;

/** Progress for a person who watches; nothing where nobody does. */
function watch(complaints: number): SeedProgress {
  if (!process.stderr.isTTY) return () => undefined;
  const started = performance.now();
  return (step, done) => {
    const seconds = Math.round((performance.now() - started) / 1000);
    const what = step === 'cases' ? `${done} dari ${complaints} kasus` : STEPS[step];
    process.stderr.write(`\r${what}, ${seconds} detik\u001b[K${step === 'statistics' ? '\n' : ''}`);
  };
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return /^\d{1,9}$/.test(text) && value >= least && value <= most ? value : null;
}
