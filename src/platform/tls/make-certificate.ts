import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import { isIP } from 'node:net';
import {
  der,
  derBits,
  derBoolean,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derSet,
  derText,
  derTime,
} from './der.ts';
import { addressBytes, encodeNameConstraints } from './name-constraints.ts';

export interface CertificateAndKey {
  /** PEM. */
  readonly certificate: string;
  /** PKCS #8 in PEM. */
  readonly key: string;
}

const day = 86_400_000;
const organisation = 'Tanggap';

/** A new certificate authority for ten years, bound to local names and to `hostName`. */
export function makeAuthority(hostName: string, now: number): CertificateAndKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = authorityName(hostName);
  return issue({
    subject: name,
    issuer: name,
    notBefore: now - day,
    notAfter: now + 3650 * day,
    publicKey,
    key: privateKey,
    signingKey: privateKey,
    extensions: [
      // basicConstraints: an authority that may not make further authorities.
      extension('2.5.29.19', true, derSequence(derBoolean(true), derInteger(Buffer.of(0)))),
      // keyUsage: keyCertSign, cRLSign.
      extension('2.5.29.15', true, derBits(Buffer.of(0b00000110), 1)),
      extension('2.5.29.30', true, encodeNameConstraints(hostName)),
      extension('2.5.29.14', false, derOctets(keyIdentifier(publicKey))),
    ],
  });
}

/** A server certificate for 397 days (the most that browsers take) on these names and addresses. */
export function makeCertificate(
  authority: CertificateAndKey,
  names: readonly string[],
  now: number,
): CertificateAndKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = new X509Certificate(authority.certificate);
  const authorityId = keyIdentifier(issuer.publicKey);
  return issue({
    subject: distinguishedName(names[0] ?? 'localhost'),
    issuer: authorityName(authorityHostName(issuer)),
    notBefore: now - day,
    notAfter: Math.min(now + 397 * day, Date.parse(issuer.validTo)),
    publicKey,
    key: privateKey,
    signingKey: createPrivateKey(authority.key),
    extensions: [
      extension('2.5.29.19', true, derSequence()),
      // keyUsage: digitalSignature; extendedKeyUsage: serverAuth.
      extension('2.5.29.15', true, derBits(Buffer.of(0b10000000), 7)),
      extension('2.5.29.37', false, derSequence(derOid('1.3.6.1.5.5.7.3.1'))),
      extension('2.5.29.17', false, derSequence(...names.map(generalName))),
      extension('2.5.29.35', false, derSequence(der(0x80, authorityId))),
      extension('2.5.29.14', false, derOctets(keyIdentifier(publicKey))),
    ],
  });
}

/** The machine name that an authority of ours was made for. */
export function authorityHostName(authority: X509Certificate): string {
  return /CN=Tanggap (\S+)/.exec(authority.subject)?.[1] ?? 'localhost';
}

function authorityName(hostName: string): Buffer {
  return distinguishedName(`Tanggap ${hostName}`);
}

function distinguishedName(commonName: string): Buffer {
  const part = (oid: string, text: string): Buffer => derSet(derSequence(derOid(oid), derText(text)));
  return derSequence(part('2.5.4.10', organisation), part('2.5.4.3', commonName));
}

interface CertificateRequest {
  readonly subject: Buffer;
  readonly issuer: Buffer;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: KeyObject;
  readonly key: KeyObject;
  readonly signingKey: KeyObject;
  readonly extensions: readonly Buffer[];
}

/** RFC 5280, 4.1: version 3, signed with ECDSA and SHA-256. */
function issue(request: CertificateRequest): CertificateAndKey {
  const algorithm = derSequence(derOid('1.2.840.10045.4.3.2'));
  // Positive and unique: two certificates of one authority must never share a number.
  const serial = Buffer.concat([Buffer.of(1), randomBytes(15)]);
  const content = derSequence(
    der(0xa0, derInteger(Buffer.of(2))),
    derInteger(serial),
    algorithm,
    request.issuer,
    derSequence(derTime(request.notBefore), derTime(request.notAfter)),
    request.subject,
    request.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, derSequence(...request.extensions)),
  );
  const signature = sign('sha256', content, request.signingKey);
  return {
    certificate: new X509Certificate(derSequence(content, algorithm, derBits(signature))).toString(),
    key: request.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function extension(oid: string, critical: boolean, value: Uint8Array): Buffer {
  return derSequence(derOid(oid), ...(critical ? [derBoolean(true)] : []), derOctets(value));
}

function generalName(name: string): Buffer {
  return isIP(name) === 0 ? der(0x82, Buffer.from(name, 'latin1')) : der(0x87, addressBytes(name));
}

/** SHA-1 of the key's bits (RFC 5280, 4.2.1.2); of P-256 these are the last 65 bytes. */
function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }).subarray(-65))
    .digest();
}
