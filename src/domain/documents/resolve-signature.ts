import { formatDate } from '../calendar/format-date.ts';
import type { Signature, Signer } from './blocks.ts';
import { cleanLine } from './clean-text.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { ResolvedSignature, ResolvedSigner } from './resolved-document.ts';

/** Place and date, then each signer as the paper shows deputies (rule 33): Plh., Plt. or a.n. its principal. */
export function resolveSignature(signature: Signature, { tree, words }: ResolveContext): ResolvedSignature {
  const date = signature.date === null ? '……………………' : formatDate(signature.date, 'long', tree.meta.language);
  const place = cleanLine(signature.place);
  const opening = {
    plain: [`${place}, ${date}`],
    decree: [`${words.decreedAt} ${place}`, `${words.decreedOn} ${date}`],
    none: [],
  } as const;
  return {
    type: 'signature',
    opening: opening[signature.opening ?? 'plain'],
    signers: signature.signers.map((signer) => resolveSigner(signer, words.nip)),
  };
}

function resolveSigner(signer: Signer, nip: string): ResolvedSigner {
  const [first = '', ...rest] = signer.position.flatMap((line) => brokenWell(cleanLine(line).toUpperCase()));
  const above = signer.role === null ? [] : [cleanLine(signer.role)];
  if (signer.capacity === 'an') above.push(`a.n. ${cleanLine(signer.principal ?? '').toUpperCase()}`, first);
  else above.push(`${PREFIX[signer.capacity]}${first}`);
  const below = signer.rank === null ? [] : [cleanLine(signer.rank)];
  if (signer.nip !== null) below.push(`${nip} ${cleanLine(signer.nip)}`);
  return { above: [...above, ...rest], name: cleanLine(signer.name), below };
}

const PREFIX = { self: '', plh: 'Plh. ', plt: 'Plt. ' } as const;

/** A long position breaks before its region, as papers do, and not wherever the line ends. */
function brokenWell(line: string): readonly string[] {
  return line.length > 30 ? line.split(/ (?=(?:KABUPATEN|KOTA|PROVINSI) )/) : [line];
}
