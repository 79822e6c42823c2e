import { readFileSync } from 'node:fs';
import type { Context, Handler } from 'hono';
import type { BuiltAssets } from '../views/built-assets.ts';

const FOREVER = 'public, max-age=31536000, immutable';

/** A built file by its hashed name, already compressed; kept by browsers for good. */
export function serveAsset(assets: BuiltAssets): Handler {
  return (c) => {
    const asset = assets.find(c.req.param('file') ?? '');
    if (asset === null) return c.notFound();
    const accepted = c.req.header('accept-encoding') ?? '';
    const encoding = ['br', 'gzip'].find((name) => accepted.includes(name));
    const body = (encoding === undefined ? undefined : asset.encodings.get(encoding)) ?? asset.body;
    const headers = new Headers({
      'content-type': asset.type,
      'cache-control': FOREVER,
      vary: 'accept-encoding',
    });
    if (encoding !== undefined) headers.set('content-encoding', encoding);
    return new Response(new Uint8Array(body), { headers });
  };
}

let icon: string | undefined;

export function serveIcon(c: Context): Response {
  icon ??= readFileSync(new URL('../../../assets/icons/ikon.svg', import.meta.url), 'utf8');
  return c.body(icon, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' });
}
