/** DER (X.690): the few shapes that a certificate is made of. Each function gives tag, length and content. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const length = content.length;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

export function derSequence(...parts: readonly Uint8Array[]): Buffer {
  return der(0x30, ...parts);
}

export function derSet(...parts: readonly Uint8Array[]): Buffer {
  return der(0x31, ...parts);
}

/** Big-endian bytes of a number that is not negative. */
export function derInteger(bytes: Uint8Array): Buffer {
  return der(0x02, ((bytes[0] ?? 0) & 0x80) === 0 ? bytes : Buffer.concat([Buffer.of(0), bytes]));
}

export function derBoolean(value: boolean): Buffer {
  return der(0x01, Buffer.of(value ? 0xff : 0));
}

export function derOctets(content: Uint8Array): Buffer {
  return der(0x04, content);
}

/** `unused` bits at the end of the last byte do not count. */
export function derBits(content: Uint8Array, unused = 0): Buffer {
  return der(0x03, Buffer.of(unused), content);
}

export function derText(text: string): Buffer {
  return der(0x0c, Buffer.from(text));
}

/** An instant in milliseconds as UTCTime until 2049, then as GeneralizedTime (RFC 5280, 4.1.2.5). */
export function derTime(instant: number): Buffer {
  const digits = `${new Date(instant).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;
  return digits < '2050' ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

/** '2.5.29.30' */
export function derOid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const groups = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
  return groups;
}
