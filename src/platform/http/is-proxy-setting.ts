import { isIP } from 'node:net';

/** Whether `openClientAddress` takes this: an address, or a network with its bits that is not the whole internet. */
export function isProxySetting(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return most > 0 && (bits === undefined || (Number(bits) > 0 && Number(bits) <= most));
}
