import { Fault } from './errors.ts';

/** Too much waits already: whoever comes now is told at once to come again (503), instead of waiting behind the others. */
export function busyFault(): Fault {
  return new Fault('busy', 'Terlalu banyak permintaan sedang menunggu.', {
    remedy: 'Ulangi beberapa detik lagi.',
  });
}
