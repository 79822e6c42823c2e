import type { MiddlewareHandler } from 'hono';
import type { IsSecure } from './client-address.ts';

const policy = [
  "default-src 'self'",
  "img-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const headers: readonly (readonly [string, string])[] = [
  ['content-security-policy', policy],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  // Not "no-referrer": forms would then send "Origin: null" and be refused on plain-http LAN names.
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()'],
];

/** Headers of every answer: no inline script or style anywhere, no framing. On https also HSTS for a day. */
export function securityHeaders(isSecure: IsSecure): MiddlewareHandler {
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    // One day only: an office that goes back to plain http must not be locked out for months.
    if (isSecure(c)) c.res.headers.set('strict-transport-security', 'max-age=86400');
  };
}
