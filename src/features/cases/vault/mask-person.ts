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

/**
 * Nothing of who they are, for cases whose people take a second person to open, and for protected ones (rules 6 and
 * 32): in a small place two letters and two digits are a name. `place` tells people of one case apart: "•••• 2".
 */
export function maskWholly(person: Person, place: number): Person {
  const hidden = (value: string | null): string | null => (value === null ? null : '••••');
  return {
    name: person.name === null ? null : `•••• ${place}`,
    phone: hidden(person.phone),
    email: hidden(person.email),
    address: hidden(person.address),
    nik: hidden(person.nik),
    position: null,
    unit: null,
  };
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => `${[...word][0]?.toUpperCase() ?? ''}.`).join(' ');
}

function ending(digits: string): string {
  return `••••${digits.slice(-2)}`;
}
