import type { Signature, Signer } from '../documents/blocks.ts';
import type { OfficeData } from '../office/office-data.ts';

/** Who stands in on the day of the paper, and as what (rule 33). */
export type SigningDeputy = {
  /** The role that he does. */
  readonly role: string;
  readonly capacity: 'plh' | 'plt' | 'an';
  readonly name: string;
  /** His own roles, for his rank and NIP; of an *a.n.* the first names his post. */
  readonly ownRoles: readonly string[];
};

type Asked = {
  readonly role: string | null;
  /** Null leaves room for a pen. */
  readonly dated: string | null;
  /** Deputies of that day, of whichever role. */
  readonly deputies?: readonly SigningDeputy[];
  readonly opening?: 'decree' | 'none';
};

/**
 * The block of the officer who signs, with placeholders where the office's file names nobody in that role; for the days of a
 * deputation its deputy, as *Plh.*, *Plt.* or *a.n.* (rule 33).
 */
export function signatureBlock(office: OfficeData, asked: Asked): Signature {
  return {
    type: 'signature',
    place: office.seat,
    date: asked.dated,
    ...(asked.opening === undefined ? {} : { opening: asked.opening }),
    signers: [signerOf(office, asked.role, asked.deputies ?? [])],
  };
}

/** One officer for a block of several, such as *Mengetahui*. */
export function signerOf(
  office: OfficeData,
  roleKey: string | null,
  deputies: readonly SigningDeputy[] = [],
  above: string | null = null,
): Signer {
  const post = postOf(office, roleKey);
  const deputy = deputies.find((one) => one.role === roleKey);
  if (deputy === undefined) {
    return { role: above, capacity: 'self', principal: null, position: [post], ...personOf(office, roleKey) };
  }
  const own = deputy.ownRoles.find((role) => office.officials.some((one) => one.role === role));
  const { rank, nip } = own === undefined ? { rank: null, nip: null } : personOf(office, own);
  const mandated = deputy.capacity === 'an';
  return {
    role: above,
    capacity: deputy.capacity,
    principal: mandated ? post : null,
    position: [mandated ? postOf(office, deputy.ownRoles[0] ?? null) : post],
    ...{ name: deputy.name, rank, nip },
  };
}

/** Somebody without a post of the office: a complainant, a witness. Null leaves dots for the name. */
export function plainSigner(position: string, name: string | null): Signer {
  return {
    ...{ role: null, capacity: 'self', principal: null },
    position: [position],
    name: name ?? '(……………………)',
    ...{ rank: null, nip: null },
  };
}

/** The post behind a role, as papers name it. */
export function postOf(office: OfficeData, roleKey: string | null): string {
  const role = office.roles.find((one) => one.key === roleKey);
  return role?.heldBy[0] ?? role?.title ?? `Kepala ${office.name}`;
}

function personOf(office: OfficeData, roleKey: string | null): Pick<Signer, 'name' | 'rank' | 'nip'> {
  const official = office.officials.find((one) => one.role === roleKey);
  return official === undefined
    ? NOBODY_YET
    : { name: official.name, rank: official.rank, nip: official.nip };
}

const NOBODY_YET = { name: '(nama pejabat)', rank: '(pangkat/golongan)', nip: '(NIP)' } as const;
