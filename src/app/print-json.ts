/** One JSON document, and nothing else, on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, process.stdout.isTTY ? 2 : undefined)}\n`);
}

export type Failure = { readonly code: string; readonly message: string; readonly remedy?: string | null };

/** What a command that was asked for JSON says when it cannot do it; `beside` is what it found out all the same. */
export function printFailure({ code, message, remedy = null }: Failure, beside: object = {}): void {
  printJson({ ...beside, ok: false, error: { code, message, remedy } });
}
