import type { DocumentTree, Signer } from '../documents/blocks.ts';

/** Who signs a paper, each as "Plh. Kepala Dinas, Dewi Contoh"; a name that nobody has given yet is left out. */
export function signersOfPaper({ body }: Pick<DocumentTree, 'body'>): readonly string[] {
  return body.flatMap((block) => (block.type === 'signature' ? block.signers.map(signerWords) : []));
}

function signerWords({ capacity, principal, position, name }: Signer): string {
  const post = position.join(' ');
  const as = capacity === 'an' ? `a.n. ${principal ?? ''}, ${post}` : `${PREFIX[capacity]}${post}`;
  return name.startsWith('(') ? as : `${as}, ${name}`;
}

const PREFIX = { self: '', plh: 'Plh. ', plt: 'Plt. ' } as const;
