import type { OfficeData } from '../../domain/office/office-data.ts';
import type { Remark } from './office-finding.ts';

const LABEL_OF_ZONE: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** Slug against folder, zone against its label, numbers (rule 9), hours (rule 18). */
export function checkIdentity(office: OfficeData, folder: string): readonly Remark[] {
  const remarks: Remark[] = [];
  const slug = folder.replace(/^_/, '');
  if (office.slug !== slug) {
    remarks.push({
      severity: 'warning',
      at: ['slug'],
      message: `slug "${office.slug}" tidak sama dengan nama foldernya, "${folder}".`,
      remedy: `Kantor dimuat sebagai "${office.slug}". Bila bukan itu maksudnya, tulis slug: ${slug}.`,
      rule: 'unknown-reference',
    });
  }
  const label = LABEL_OF_ZONE[office.zone];
  if (label !== office.zoneLabel) {
    remarks.push({
      at: ['zoneLabel'],
      message: `Zona ${office.zone} bukan ${office.zoneLabel}.`,
      remedy: `Tulis zoneLabel: ${label ?? 'sesuai zonanya'}, atau betulkan zone.`,
      rule: 'zone',
    });
  }
  return [...remarks, ...checkNumbers(office), ...checkHours(office)];
}

const PLACEHOLDERS = ['number', 'year', 'month', 'month-roman'];

/** Rule 9: the printed number needs its number, and its month where it runs by month. */
function checkNumbers({ numbers }: OfficeData): readonly Remark[] {
  const used = [...numbers.registerPattern.matchAll(/\{([^{}:]*)(?::\d)?\}/g)].map(([, name = '']) => name);
  const unknown = used.find((name) => !PLACEHOLDERS.includes(name));
  const at = ['numbers', 'registerPattern'];
  const remedy = `Yang diterima: ${PLACEHOLDERS.map((name) => `{${name}}`).join(', ')}; {number} wajib ada.`;
  if (unknown !== undefined || !used.includes('number')) {
    const message =
      unknown === undefined
        ? 'Pola nomor tidak memuat {number}.'
        : `"{${unknown}}" tidak dikenal pada pola nomor.`;
    return [{ at, message, remedy, rule: 'number-pattern' }];
  }
  const byMonth = used.includes('month') || used.includes('month-roman');
  if ((numbers.printedBy === 'month' && !byMonth) || !used.includes('year')) {
    const message = 'Nomor yang tercetak dengan pola ini berulang dan tidak dapat dibedakan.';
    return [{ at, message, remedy, rule: 'number-pattern' }];
  }
  return [];
}

function checkHours({ hours }: OfficeData): readonly Remark[] {
  const remarks: Remark[] = [];
  if (Object.values(hours.normal.work).every((intervals) => intervals.length === 0)) {
    remarks.push({
      at: ['hours', 'normal', 'work'],
      message: 'Tidak ada satu hari kerja pun.',
      remedy: 'Isi jam kerja paling sedikit pada satu hari, misalnya mon: [07.30-16.00].',
      rule: 'missing',
    });
  }
  if (hours.undetermined) {
    remarks.push({
      severity: 'warning',
      at: ['hours', 'undetermined'],
      message: 'Jam kantor belum ditetapkan; yang dipakai jam bawaan.',
      remedy: 'Isi jam layanan dan jam kerja menurut ketetapan kantor, lalu tulis undetermined: false.',
      rule: 'hours-undetermined',
    });
  }
  return remarks;
}
