// The command line under the project's own Node. Whatever ends it, the embedded database is left in order.
import './run-tsx.mjs';

// `tanggap … | head` closes our output early: the command still has to finish and to leave its database.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.once(signal, async () => {
    const { leaveEmbeddedServers } = await import('../src/platform/database/embedded-server.ts');
    await leaveEmbeddedServers();
    process.exit(code);
  });
}

await import('../src/app/cli.ts');
