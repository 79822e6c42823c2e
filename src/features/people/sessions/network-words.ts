import { siteOf } from '../../../platform/http/network-of.ts';

/** The first part of an address, for its holder to know a session by: '203.0.113.*', '2001:db8:1:*'; '' where there is none. */
export function networkWords(address: string): string {
  const site = siteOf(address);
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(site)) return `${site.split('.').slice(0, 3).join('.')}.*`;
  const [network] = /^[\da-f:]+(?=::\/48$)/.exec(site) ?? [];
  return network === undefined ? '' : `${network}:*`;
}
