import type { OfficeData } from '../../domain/office/office-data.ts';
import { unknownReference } from './check-references.ts';
import type { Remark } from './office-finding.ts';

/** Answers are approved by roles that are there and may answer, for kinds and classes that the office has. */
export function checkApprovals({ approvals = [], roles, kinds, classes }: OfficeData): readonly Remark[] {
  const roleKeys = roles.map(({ key }) => key);
  const able = new Set(roles.filter(({ may }) => may.includes('answer')).map(({ key }) => key));
  return approvals.flatMap((rule, index): readonly Remark[] => {
    const place = ['approvals', index] as const;
    const unknown = (part: 'kinds' | 'severities', known: readonly string[], what: string) => {
      const named: readonly string[] = rule[part] === 'all' ? [] : rule[part];
      return named.flatMap((name, at) =>
        known.includes(name) ? [] : [unknownReference([...place, part, at], name, known, what)],
      );
    };
    const unfit = rule.by.flatMap((role, at): readonly Remark[] => {
      if (!roleKeys.includes(role)) return [unknownReference([...place, 'by', at], role, roleKeys, 'peran')];
      if (able.has(role)) return [];
      return [
        {
          at: [...place, 'by', at],
          message: `Peran "${role}" tidak boleh menjawab, jadi tidak dapat menyetujui jawaban.`,
          remedy: 'Pilih peran yang memiliki answer, atau beri peran itu answer.',
          rule: 'approval',
        },
      ];
    });
    const kindKeys = kinds.map(({ key }) => key);
    const classKeys = classes.map(({ key }) => key);
    return [...unknown('kinds', kindKeys, 'jenis'), ...unknown('severities', classKeys, 'kelas'), ...unfit];
  });
}
