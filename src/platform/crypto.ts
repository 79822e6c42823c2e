import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hash,
  type KeyObject,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto';
import { Fault } from './errors.ts';

/** A first byte tells how something was sealed, so that another way can be added. */
const gcmVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;
const gcmOptions = { authTagLength: tagBytes };
/** What SHA-256 takes at once, and gives. */
const blockBytes = 64;
const hashBytes = 32;
const keyBytes = 32;

/**
 * Seals with AES-256-GCM. `context` is not stored but must be given again to open: name the record
 * ('identity/3/<id>'), so that a sealed value moved to another record does not open.
 * Result: version byte, 12-byte nonce, ciphertext, 16-byte tag.
 */
export function seal(key: KeyObject, plain: string | Uint8Array, context: string): Buffer {
  const nonce = takeRandom(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, gcmOptions);
  cipher.setAAD(Buffer.from(context));
  const first = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  const last = cipher.final();
  return Buffer.concat([Buffer.of(gcmVersion), nonce, first, last, cipher.getAuthTag()]);
}

/** Opens what `seal` made. Throws Fault 'seal-broken' for another key, another context or a changed byte. */
export function open(key: KeyObject, sealed: Uint8Array, context: string | Uint8Array): Buffer {
  const tagAt = sealed.length - tagBytes;
  if (sealed[0] !== gcmVersion || tagAt < 1 + nonceBytes) throw broken();
  try {
    const nonce = sealed.subarray(1, 1 + nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, gcmOptions);
    decipher.setAAD(typeof context === 'string' ? Buffer.from(context) : context);
    decipher.setAuthTag(sealed.subarray(tagAt));
    const plain = decipher.update(sealed.subarray(1 + nonceBytes, tagAt));
    // Gives nothing more in this mode, and throws where the tag is another.
    decipher.final();
    return plain;
  } catch (cause) {
    throw broken(cause);
  }
}

function broken(cause?: unknown): Fault {
  return new Fault('seal-broken', 'Data tersegel tidak dapat dibuka: kuncinya lain, atau isinya berubah.', {
    cause,
  });
}

/** A fresh key for one record; kept only wrapped. */
export function newRecordKey(): KeyObject {
  const bytes = takeRandom(keyBytes);
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

const pool = Buffer.alloc(64 * keyBytes);
let taken = pool.length;

/** Chance of the system, fetched for many at once, since asking costs as much as a seal; what is given is not kept. */
function takeRandom(bytes: number): Buffer {
  if (taken + bytes > pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  const given = Buffer.alloc(bytes);
  pool.copy(given, 0, taken, taken + bytes);
  pool.fill(0, taken, taken + bytes);
  taken += bytes;
  return given;
}

/** Seals a record's key with another key; `context` as in `seal`. */
export function wrapKey(wrapping: KeyObject, recordKey: KeyObject, context: string): Buffer {
  return seal(wrapping, recordKey.export(), context);
}

/** The record's key again. Throws Fault 'seal-broken'. */
export function unwrapKey(wrapping: KeyObject, wrapped: Uint8Array, context: string | Uint8Array): KeyObject {
  return createSecretKey(open(wrapping, wrapped, context));
}

/** HMAC-SHA256 over the parts, one after the other, 32 bytes. The caller sees to it that parts cannot run together. */
export function hmac(key: KeyObject, ...parts: readonly (string | Uint8Array)[]): Buffer {
  let mac = macs.get(key);
  if (mac === undefined) {
    mac = openHmac(key);
    macs.set(key, mac);
  }
  return Buffer.from(mac(...parts), 'latin1');
}

const macs = new WeakMap<KeyObject, ReturnType<typeof openHmac>>();

/**
 * HMAC-SHA256 under one key as text of 32 letters, a byte each (`latin1`). Two plain hashes (RFC 2104) over blocks
 * that are kept take a third of the time of `createHmac`, which makes several objects for each message.
 */
export function openHmac(key: KeyObject): (...parts: readonly (string | Uint8Array)[]) => string {
  const inner = Buffer.alloc(blockBytes, 0x36);
  const outer = Buffer.alloc(blockBytes + hashBytes, 0x5c);
  const bytes = key.export();
  for (const [index, byte] of (bytes.length > blockBytes ? sha256(bytes) : bytes).entries()) {
    inner[index] = byte ^ 0x36;
    outer[index] = byte ^ 0x5c;
  }
  let message = Buffer.concat([inner, Buffer.alloc(8 * 1024)]);
  return (...parts) => {
    let used = blockBytes;
    for (const part of parts) {
      // Three bytes a letter are the most that UTF-8 takes.
      const most = used + part.length * 3;
      if (most > message.length) message = Buffer.concat([message, Buffer.alloc(most)]);
      if (typeof part === 'string') used += message.write(part, used);
      else {
        message.set(part, used);
        used += part.length;
      }
    }
    outer.write(hash('sha256', message.subarray(0, used), 'binary'), blockBytes, 'latin1');
    return hash('sha256', outer, 'binary');
  };
}

/** SHA-256, 32 bytes: for what is random enough to need no key (session and API tokens, file contents). */
export function sha256(data: string | Uint8Array): Buffer {
  // Asked for a Buffer, Node takes twice as long as for text: 1.4 µs instead of 0.7.
  return Buffer.from(hash('sha256', data, 'binary'), 'latin1');
}

/** Compares without telling by its time where two values differ. */
export function isEqualSecret(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
