/** Village and district named in an address such as "Ds. X Rt 02 Kec. Y"; null where the address does not say. */
export function readPlace(address: string): { village: string | null; district: string | null } {
  return {
    village: named(address, /(?<!\p{L})(?:desa|ds|kelurahan|kel|nagari|kampung)(?!\p{Ll}{2})[\s.]*/iu),
    district: named(address, /(?<!\p{L})(?:kecamatan|kec)[\s.]*/iu),
  };
}

function named(address: string, lead: RegExp): string | null {
  const start = lead.exec(address);
  if (start === null) return null;
  const rest = address.slice(start.index + start[0].length);
  // The first word is the name's own, even where it is "Kota".
  const first = /^\p{L}+/u.exec(rest)?.[0].length ?? 0;
  const end = END.exec(rest.slice(first));
  const name = (end === null ? rest : rest.slice(0, first + end.index))
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.-]+$/, '')
    .trim();
  return name === '' ? null : name;
}

const END =
  /[,;\n(]|\d|(?<!\p{L})(?:rt|rw|no|jl|jalan|kec|kecamatan|kab|kabupaten|kota|prov|provinsi|desa|ds|kel|kelurahan)(?!\p{Ll})/iu;
