import { OPERATIONS } from '../../domain/complaint/vocabulary.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { holdsRefusedPair, isPermission, PERMISSIONS } from '../../domain/people/permissions.ts';
import { nearestWord } from '../../domain/registers/nearest-word.ts';
import type { Remark } from './office-finding.ts';

/** Every role is held by a post, may only what the closed list names, and no role joins the refused pair (rule 23). */
export function checkRoles(office: OfficeData): readonly Remark[] {
  return [
    ...office.roles.flatMap(checkRole),
    ...operationsThatNobodyMay(office),
    ...lanesThatStayShut(office),
  ];
}

type Role = OfficeData['roles'][number];

function checkRole(role: Role, index: number): readonly Remark[] {
  const remarks: Remark[] = [];
  if (role.heldBy.length === 0) {
    remarks.push({
      at: ['roles', index],
      message: `Peran "${role.title}" tidak dipegang siapa pun.`,
      remedy: 'Tulis pada heldBy jabatan yang memegangnya (jabatan, bukan nama orang), atau hapus peran ini.',
      rule: 'role-unheld',
    });
  }
  role.may.forEach((permission, at) => {
    if (isPermission(permission)) return;
    const near = nearestWord(permission, PERMISSIONS);
    remarks.push({
      at: ['roles', index, 'may', at],
      message: `Izin "${permission}" tidak dikenal.`,
      remedy: near
        ? `Apakah maksud Anda "${near}"?`
        : 'Daftarnya ada di docs/operations/berkas-kantor.md, bagian Wewenang.',
      rule: 'unknown-permission',
    });
  });
  if (holdsRefusedPair(role.may)) {
    remarks.push({
      at: ['roles', index, 'may'],
      message: 'Peran ini menggabungkan administrator dengan pemeriksa catatan.',
      remedy: 'Pisahkan log/read ke peran lain; satu orang tidak boleh memegang keduanya.',
      rule: 'refused-pair',
    });
  }
  return remarks;
}

/** An operation that no role may do could never happen in this office. */
function operationsThatNobodyMay(office: OfficeData): readonly Remark[] {
  const held = new Set(office.roles.flatMap((role) => role.may));
  return OPERATIONS.filter((operation) => !held.has(operation)).map((operation) => ({
    severity: 'warning',
    at: ['roles'],
    message: `Tidak ada peran yang berizin melakukan "${operation}".`,
    remedy: `Tambahkan ${operation} pada may salah satu peran.`,
    rule: 'operation-unheld',
  }));
}

/** *Terbatas* is taken off by somebody who still reads the case then: a role that reads it and decides on it (rule 27). */
function lanesThatStayShut({ roles }: OfficeData): readonly Remark[] {
  const readers = roles.filter(({ may }) => may.includes('case/read-restricted'));
  const opens = ({ may }: Role) =>
    may.includes('mark') && (may.includes('review/decide') || may.includes('case/unmark'));
  if (readers.length === 0 || readers.some(opens)) return [];
  return [
    {
      severity: 'warning',
      at: ['roles'],
      message: 'Tidak ada peran yang membaca pengaduan terbatas dan boleh mencabut tanda terbatas.',
      remedy:
        'Tambahkan mark dan case/unmark pada may salah satu peran dengan case/read-restricted, biasanya pimpinan.',
      rule: 'operation-unheld',
    },
  ];
}
