/**
 * Ends the process in order on SIGINT, SIGTERM or SIGHUP: runs `close` once, then exits with 0, or with 1 when it
 * failed (`onError` is told). A second signal ends at once, for somebody who will not wait.
 */
export function stopOnSignals(close: () => Promise<void>, onError: (error: unknown) => void): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      close().then(
        () => process.exit(0),
        (error) => {
          onError(error);
          process.exit(1);
        },
      );
    });
  }
}
