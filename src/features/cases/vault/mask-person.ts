import type { Person } from './person.ts';

/** Enough to tell people of one case apart, too little to know who they are: "W. C.", "••••11". */
export function maskPerson(person: Person): Person {
  return {
    name: person.name === null ? null : initials(person.name),
    phone: person.phone === null ? null : ending(person.phone.replaceAll(/\D/g, '')),
    email: person.email === null ? null : `••••@${person.email.split('@').at(-1) ?? ''}`,
    address: person.address === null ? null : '••••',
    nik: person.nik === null ? null : ending(person.nik),
    position: person.position ?? null,
    unit: person.unit ?? null,
  };
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => `${[...word][0]?.toUpperCase() ?? ''}.`).join(' ');
}

function ending(digits: string): string {
  return `••••${digits.slice(-2)}`;
}
