import type { Signature } from '../documents/blocks.ts';
import type { OfficeData } from '../office/office-data.ts';

/** The block of the officer who signs, with placeholders where the office's file names nobody in that role. */
export function buildSignature(office: OfficeData, roleKey: string | null, dated: string): Signature {
  const role = office.roles.find((one) => one.key === roleKey);
  const official = office.officials.find((one) => one.role === roleKey);
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
        ...(official === undefined
          ? NOBODY_YET
          : { name: official.name, rank: official.rank, nip: official.nip }),
      },
    ],
  };
}

const NOBODY_YET = { name: '(nama pejabat)', rank: '(pangkat/golongan)', nip: '(NIP)' } as const;
