import type { Context, Handler } from 'hono';
import { requestCounts } from '../platform/http/request-counts.ts';
import { atMostEach } from './at-most-each.ts';
import type { WebDesk } from './compose.ts';
import { ANCHORS_STAND_STILL } from './read-waiting.ts';

/** The process is up. */
export function healthz(c: Context): Response {
  return c.text('ok\n', 200, { 'cache-control': 'no-store' });
}

/**
 * The database is reached and migrated (a server that is not migrated never listens). What is wrong, and anchors that
 * stand still, are told to this machine only: complaints can come in all the same.
 */
export function readyz(desk: WebDesk): Handler {
  // Anybody may ask, and each look costs the database.
  const lookAgain = atMostEach(1_000, desk.clock, async () => {
    const trouble = await desk.findTrouble();
    return { trouble, anchors: trouble === null ? ((await desk.findWaiting())?.anchors ?? 0) : 0 };
  });
  return async (c) => {
    const { trouble, anchors } = await lookAgain();
    const isHere = desk.isHere(c);
    const headers = { 'cache-control': 'no-store' };
    if (trouble !== null) return c.text(isHere ? `not ready: ${trouble}\n` : 'not ready\n', 503, headers);
    const late = isHere && anchors >= ANCHORS_STAND_STILL ? `anchors stand still: ${anchors} s\n` : '';
    return c.text(`ready\n${late}`, 200, headers);
  };
}

/** Prometheus text, for this machine only. */
export function metrics(desk: WebDesk): Handler {
  return async (c) => {
    if (!desk.isHere(c)) return c.text('', 404);
    const text = `${(await metricLines(desk)).join('\n')}\n`;
    return c.text(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  };
}

async function metricLines(desk: WebDesk): Promise<readonly string[]> {
  const { rss, heapUsed } = process.memoryUsage();
  const waiting = await desk.findWaiting();
  return [
    '# TYPE tanggap_resident_memory_bytes gauge',
    `tanggap_resident_memory_bytes ${rss}`,
    '# TYPE tanggap_heap_used_bytes gauge',
    `tanggap_heap_used_bytes ${heapUsed}`,
    '# TYPE tanggap_uptime_seconds gauge',
    `tanggap_uptime_seconds ${Math.round(process.uptime())}`,
    '# TYPE tanggap_http_requests_total counter',
    ...requestCounts().map(([status, count]) => `tanggap_http_requests_total{status="${status}"} ${count}`),
    ...(waiting === null
      ? []
      : [
          '# TYPE tanggap_anchors_waiting_seconds gauge',
          `tanggap_anchors_waiting_seconds ${waiting.anchors}`,
          '# TYPE tanggap_outbox_waiting_seconds gauge',
          `tanggap_outbox_waiting_seconds ${waiting.outbox}`,
        ]),
  ];
}
