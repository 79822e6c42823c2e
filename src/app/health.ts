import type { Context, Handler } from 'hono';
import { isLocalRequest } from '../platform/http/client-address.ts';
import { requestCounts } from '../platform/http/request-counts.ts';
import type { WebDesk } from './compose.ts';

/** The process is up. */
export function healthz(c: Context): Response {
  return c.text('ok\n', 200, { 'cache-control': 'no-store' });
}

/** The database is reached and migrated (a server that is not migrated never listens). */
export function readyz(desk: WebDesk): Handler {
  return async (c) => {
    const trouble = await desk.findTrouble();
    const headers = { 'cache-control': 'no-store' };
    return trouble === null
      ? c.text('ready\n', 200, headers)
      : c.text(`not ready: ${trouble}\n`, 503, headers);
  };
}

/** Prometheus text, for this machine only. */
export function metrics(c: Context): Response {
  if (!isLocalRequest(c)) return c.text('', 404);
  const { rss, heapUsed } = process.memoryUsage();
  const lines = [
    '# TYPE tanggap_resident_memory_bytes gauge',
    `tanggap_resident_memory_bytes ${rss}`,
    '# TYPE tanggap_heap_used_bytes gauge',
    `tanggap_heap_used_bytes ${heapUsed}`,
    '# TYPE tanggap_uptime_seconds gauge',
    `tanggap_uptime_seconds ${Math.round(process.uptime())}`,
    '# TYPE tanggap_http_requests_total counter',
    ...requestCounts().map(([status, count]) => `tanggap_http_requests_total{status="${status}"} ${count}`),
  ];
  return c.text(`${lines.join('\n')}\n`, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
}
