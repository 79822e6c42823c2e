import type { OfficeData } from '../../domain/office/office-data.ts';
import type { Remark } from './office-finding.ts';

/** Rules 15 and 16: criteria and two examples per class; classes and a single limit exclude each other. */
export function checkClasses(office: OfficeData): readonly Remark[] {
  const remarks: Remark[] = office.classes.flatMap((one, index): Remark[] =>
    one.criteria !== null && one.examples.length >= 2
      ? []
      : [
          {
            severity: 'warning',
            at: ['classes', index],
            message: `Kelas "${one.label}" belum memiliki kriteria dan dua contoh.`,
            remedy: 'Isi criteria dan paling sedikit dua examples, supaya setiap petugas menilai sama.',
            rule: 'class-without-criteria',
          },
        ],
  );
  if (office.classes.length > 0 && office.singleLimit !== null) {
    remarks.push({
      at: ['singleLimit'],
      message: 'Kantor ini memiliki kelas sekaligus satu batas tunggal.',
      remedy: 'Hapus salah satu: classes, atau singleLimit.',
      rule: 'class-without-limit',
    });
  }
  if (office.classes.length === 0 && office.singleLimit === null) {
    remarks.push({
      severity: 'warning',
      at: ['classes'],
      message: 'Kantor ini tidak menjanjikan batas waktu; tepat waktu dihitung dari 60 hari undang-undang.',
      remedy: 'Isi classes atau singleLimit bila kantor menetapkan batas waktunya.',
      rule: 'no-limit',
    });
  }
  return remarks;
}
