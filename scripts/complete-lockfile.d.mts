/** Adds what is missing to the parsed lockfile in place; gives back the added paths. */
export function completeLockfile(lock: { packages: Record<string, unknown> }): string[];
