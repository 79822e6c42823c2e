import type { TlsFiles } from './open-tls.ts';

interface SecureServer {
  setSecureContext(options: { readonly cert: string; readonly key: string }): void;
}

const twiceADay = 43_200_000;

/**
 * Looks twice a day whether the certificate has to be another (near its end, new address of the machine) and gives
 * it to the running server; connections that stand keep the old one. `reopen` is openTls with the same settings.
 * A failure is told to `onError` and tried again next time. Returns what stops it.
 */
export function keepTlsFresh(
  server: SecureServer,
  reopen: () => TlsFiles | undefined,
  options: { readonly everyMs?: number; readonly onError?: (error: unknown) => void } = {},
): () => void {
  let current: string | undefined;
  const timer = setInterval(() => {
    try {
      const files = reopen();
      if (!files || files.certificate === current) return;
      current = files.certificate;
      server.setSecureContext({ cert: files.certificate, key: files.key });
    } catch (error) {
      options.onError?.(error);
    }
  }, options.everyMs ?? twiceADay);
  timer.unref();
  return () => clearInterval(timer);
}
