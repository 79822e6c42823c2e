import { type DeadlineAnswer, explainDeadline } from '../../domain/calendar/explain-deadline.ts';
import { readReferenceCalendar } from '../../features/offices/calendar.store.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { print, requireOffice, runInSystem, wrongUse } from './run-in-system.ts';

type Misread = Extract<DeadlineAnswer, { ok: false }>;
const SENTENCES: Readonly<Record<Misread['refusal'], string>> = {
  'from-unreadable': 'Saat --from tidak terbaca. Contoh: 2023-04-17T10:00 atau 2023-04-17T10:00:00+08:00.',
  'as-of-unreadable': 'Saat --as-of tidak terbaca. Contoh: 2025-08-06 atau 2025-08-06T12:00.',
  'place-unknown': 'Tempat itu tidak ada pada kantor ini.',
  'limit-unreadable':
    'Batas tidak terbaca. Contoh: "3 hari kerja", "10 menit", "3 jam", "14 hari", "3 bulan".',
  'limit-words-differ': 'Bilangan dan kata pada batas itu berbeda.',
  'limit-out-of-range': 'Batas itu nol atau melebihi sepuluh tahun.',
};

export function deadlineExplain(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const asOf = given.maybe('as-of');
    const place = given.maybe('place');
    const answer = explainDeadline({
      reference: await readReferenceCalendar(system.database.app),
      schedule: { zone: office.zone, ...office.data.hours },
      from: given.text('from'),
      limit: given.text('limit'),
      ...(asOf === null ? {} : { asOf }),
      ...(place === null ? {} : { place }),
      now,
    });
    if (!answer.ok) return wrongUse(given, SENTENCES[answer.refusal]);
    const { ok, json, lines } = answer.explained;
    if (given.json) printJson(json);
    else print(...lines);
    return ok ? exitCode.done : exitCode.refused;
  });
}
