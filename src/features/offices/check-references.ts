import type { OfficeData } from '../../domain/office/office-data.ts';
import { nearestWord } from '../../domain/registers/nearest-word.ts';
import type { PathInFile, Remark } from './office-finding.ts';

/** Keys that must be there exactly once, and keys that must exist where they are named. */
export function checkReferences(office: OfficeData): readonly Remark[] {
  return [...checkDuplicates(office), ...checkNamedKeys(office)];
}

function checkDuplicates(office: OfficeData): readonly Remark[] {
  const lists: readonly (readonly [PathInFile, readonly string[], string])[] = [
    [['channels'], office.channels.map((one) => one.key), 'key'],
    [['units'], office.units.map((one) => one.key), 'key'],
    [['roles'], office.roles.map((one) => one.key), 'key'],
    [['officials'], office.officials.map((one) => one.role), 'role'],
    [['classes'], office.classes.map((one) => one.key), 'key'],
    [['kinds'], office.kinds.map((one) => one.key), 'key'],
    [['categories'], office.categories.map((one) => one.key), 'key'],
    [['services'], office.services.map((one) => one.key), 'key'],
    [['places'], office.places.map((one) => one.key), 'key'],
    [['duties'], office.duties.map((one) => one.key), 'key'],
    [['bodies'], office.bodies.map((one) => one.key), 'key'],
    [['legalBases'], office.legalBases.map((one) => one.id), 'id'],
    [['sops'], office.sops.map((one) => one.id), 'id'],
    [['sops'], office.sops.map((one, index) => one.number ?? `tanpa nomor ${index}`), 'number'],
    [['reports'], office.reports.map((one) => one.kind), 'kind'],
    [['hours', 'places'], office.hours.places.map((one) => one.key), 'key'],
    [['hours', 'ramadan'], office.hours.ramadan.map((one) => String(one.year)), 'year'],
    // A day that was called off keeps its row and may be closed again: only what stands must stand once.
    [
      ['hours', 'extraDays'],
      office.hours.extraDays.map(({ date, withdrawnOn }, index) =>
        withdrawnOn === null ? date : `dicabut ${index}`,
      ),
      'date',
    ],
    [['numbers', 'startAt'], office.numbers.startAt.map((one) => String(one.year)), 'year'],
    ...office.sops.map(
      (sop, index) => [['sops', index, 'actors'], sop.actors.map((one) => one.key), 'key'] as const,
    ),
  ];
  return lists.flatMap(([at, keys, name]) =>
    keys.flatMap((key, index): Remark[] =>
      keys.indexOf(key) === index
        ? []
        : [
            {
              at: [...at, index, name],
              message: `${name} "${key}" sudah dipakai pada daftar yang sama.`,
              remedy: 'Beri kunci lain, atau hapus yang berulang.',
              rule: 'duplicate-key',
            },
          ],
    ),
  );
}

function checkNamedKeys(office: OfficeData): readonly Remark[] {
  const units = office.units.map((one) => one.key);
  const services = office.services.map((one) => one.key);
  const classes = office.classes.map((one) => one.key);
  const kinds = office.kinds.map((one) => one.key);
  const roles = office.roles.map((one) => one.key);
  const sops = office.sops.map((one) => one.id);
  const remarks: Remark[] = [];
  const must = (at: PathInFile, name: string | null, known: readonly string[], what: string) => {
    if (name !== null && !known.includes(name)) remarks.push(unknownReference(at, name, known, what));
  };
  office.services.forEach((service, index) => {
    must(['services', index, 'unit'], service.unit, units, 'bidang');
    must(['services', index, 'severity'], service.severity, classes, 'kelas');
  });
  office.categories.forEach((category, index) => {
    category.kinds.forEach((kind, at) => {
      must(['categories', index, 'kinds', at], kind, kinds, 'jenis');
    });
    must(['categories', index, 'severity'], category.severity ?? null, classes, 'kelas');
  });
  office.channels.forEach((channel, index) => {
    must(['channels', index, 'sop'], channel.sop, sops, 'SOP');
  });
  office.officials.forEach((official, index) => {
    must(['officials', index, 'role'], official.role, roles, 'peran');
  });
  const { atDesk } = office;
  atDesk.kinds.forEach((kind, index) => {
    must(['atDesk', 'kinds', index], kind, kinds, 'jenis');
  });
  if (atDesk.services !== 'all') {
    atDesk.services.forEach((service, index) => {
      must(['atDesk', 'services', index], service, services, 'layanan');
    });
  }
  if (atDesk.severities !== 'all') {
    atDesk.severities.forEach((severity, index) => {
      must(['atDesk', 'severities', index], severity, classes, 'kelas');
    });
  }
  const { disposedBy } = office.clocks;
  must(['clocks', 'disposedBy'], disposedBy, roles, 'peran');
  if (office.roles.some(({ key, may }) => key === disposedBy && !may.includes('dispose'))) {
    remarks.push({
      at: ['clocks', 'disposedBy'],
      message: `Peran "${disposedBy}" tidak boleh mendisposisi, padahal kasus diteruskan kepadanya untuk itu.`,
      remedy: 'Pilih peran yang memiliki dispose, atau beri peran itu dispose.',
      rule: 'step-beyond-role',
    });
  }
  return remarks;
}

/** "… tidak ada" with the nearest key that exists. */
export function unknownReference(
  at: PathInFile,
  name: string,
  known: readonly string[],
  what: string,
): Remark {
  const near = nearestWord(name, known);
  const list = known.length === 0 ? 'Daftarnya masih kosong.' : `Yang ada: ${known.join(', ')}.`;
  return {
    at,
    message: `${what} "${name}" tidak ada pada kantor ini.`,
    remedy: near ? `Apakah maksud Anda "${near}"? ${list}` : list,
    rule: 'unknown-reference',
  };
}
