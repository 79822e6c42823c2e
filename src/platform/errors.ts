/**
 * A fault: something that should not happen and that a person has to mend (a broken file, a missing server).
 * It is not a refusal (an expected "no"), which is a value. `message` is an Indonesian sentence that may be
 * shown to whoever runs Tanggap; it holds no personal data. `remedy` says how to mend it.
 */
export class Fault extends Error {
  readonly code: string;
  readonly remedy: string | undefined;

  constructor(
    code: string,
    message: string,
    options: { readonly remedy?: string; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Fault';
    this.code = code;
    this.remedy = options.remedy;
  }
}

/** Exit codes of every command (contract): done, refused or found something, wrong use. */
export const exitCode = { done: 0, refused: 1, wrongUse: 2 } as const;

/** The message of anything thrown, with its remedy when it is a fault; for people, without a stack. */
export function describeError(error: unknown): string {
  if (error instanceof Fault) return error.remedy ? `${error.message}\n${error.remedy}` : error.message;
  return error instanceof Error ? error.message : String(error);
}

/** The `code` of a system or database error ('ENOENT', '23505'), or undefined. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
