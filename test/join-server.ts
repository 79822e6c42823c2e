// A process that joins the embedded server of a folder, prints {"port","pid"} and leaves on SIGTERM: for tests of
// several processes. Use: node test/join-server.ts <data folder>
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinEmbeddedServer } from '../src/platform/database/embedded-server.ts';
import { describeError } from '../src/platform/errors.ts';
import { stopOnSignals } from '../src/platform/stop-on-signals.ts';

try {
  const server = await joinEmbeddedServer(process.argv[2] ?? '', { sync: false });
  stopOnSignals(server.leave, complain);
  const pid = Number(readFileSync(join(server.folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.stdout.write(`${JSON.stringify({ port: server.port(), pid })}\n`);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

function complain(error: unknown): void {
  process.stderr.write(`${describeError(error)}\n`);
}
