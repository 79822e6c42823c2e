/** A Ctrl+C reaches everybody in front of the terminal, and npm passes on the one that it got: both are one wish. */
const ONE_WISH_MS = 1_000;

/**
 * Ends the process in order on SIGINT, SIGTERM or SIGHUP: runs `close` once, then exits with 0, or with 1 when it
 * failed (`onError` is told). A further signal, more than a second later, ends at once, for somebody who will not wait.
 */
export function stopOnSignals(close: () => Promise<void>, onError: (error: unknown) => void): void {
  let since: number | null = null;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (since !== null) {
        if (performance.now() - since > ONE_WISH_MS) process.exit(1);
        return;
      }
      since = performance.now();
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
