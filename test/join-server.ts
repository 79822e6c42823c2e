// A process that joins the embedded server of a folder, prints {"port","pid"} and leaves on SIGTERM: for tests of
// several processes. Use: node test/join-server.ts <data folder>
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinEmbeddedServer } from '../src/platform/database/embedded-server.ts';
import { describeError } from '../src/platform/errors.ts';
import { stopOnSignals } from '../src/platform/stop-on-signals.ts';

try {
  const server = await joinEmbeddedServer(process.argv[2] ?? '', { sync: false });
  stopOnSignals(server.leave, (error) => console.error(describeError(error)));
  const pid = Number(readFileSync(join(server.folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  console.log(JSON.stringify({ port: server.port(), pid }));
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
