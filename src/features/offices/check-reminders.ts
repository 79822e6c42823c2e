import type { OfficeData } from '../../domain/office/office-data.ts';
import { unknownReference } from './check-references.ts';
import type { Remark } from './office-finding.ts';

/** Escalation goes to roles that are there and can read a case, later steps later; no day is named twice (rule 13). */
export function checkReminders({ reminders, escalation = [], roles }: OfficeData): readonly Remark[] {
  const keys = roles.map(({ key }) => key);
  const readers = new Set(roles.filter(({ may }) => may.includes('case/read-open')).map(({ key }) => key));
  const twice = (list: 'before' | 'after'): readonly Remark[] =>
    (reminders?.[list] ?? []).flatMap((day, index, days) =>
      days.indexOf(day) === index
        ? []
        : [
            {
              at: ['reminders', list, index],
              message: `Hari ke-${day} ditulis dua kali.`,
              remedy: 'Tulis tiap hari satu kali, misalnya [3, 1].',
              rule: 'duplicate-key',
            },
          ],
    );
  const steps = escalation.flatMap(({ after, to }, index): Remark[] => {
    const before = escalation[index - 1]?.after ?? 0;
    const notRising: Remark = {
      at: ['escalation', index, 'after'],
      message: `Langkah ini ${after} hari kerja sesudah batas waktu, padahal yang sebelumnya ${before}.`,
      remedy: 'Urutkan dari yang paling cepat, dan beri tiap langkah hari yang lain.',
      rule: 'escalation',
    };
    const roleRemarks = to.flatMap((role, at): Remark[] => {
      const place = ['escalation', index, 'to', at];
      if (!keys.includes(role)) return [unknownReference(place, role, keys, 'peran')];
      if (readers.has(role)) return [];
      return [
        {
          at: place,
          message: `Peran "${role}" tidak membaca kasus, jadi tidak dapat diberi tahu.`,
          remedy: 'Pilih peran yang memiliki case/read-open.',
          rule: 'escalation',
        },
      ];
    });
    return after > before ? roleRemarks : [notRising, ...roleRemarks];
  });
  return [...twice('before'), ...twice('after'), ...steps];
}
