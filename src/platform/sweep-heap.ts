import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back what the start left on the heap, once, before there is work. Loading the modules makes V8's young generation 67 MB
 * wide, and it stays so for as long as a server has little to do: of 113 MB 39 are in use.
 */
export function sweepHeap(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
