import type { OfficeData } from '../office/office-data.ts';
import type { Signature } from './blocks.ts';

/** The block of the officer who signs, with placeholders until the office fills in its people. */
export function buildSignature(office: OfficeData, roleKey: string | null, dated: string): Signature {
  const role = office.roles.find((one) => one.key === roleKey);
  return {
    type: 'signature',
    place: office.seat,
    date: dated,
    signers: [
      {
        role: null,
        capacity: 'self',
        principal: null,
        position: [role?.heldBy[0] ?? role?.title ?? `Kepala ${office.name}`],
        name: '(nama pejabat)',
        rank: '(pangkat/golongan)',
        nip: '(NIP)',
      },
    ],
  };
}
