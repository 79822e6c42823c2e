import { delimiter, join } from 'node:path';

/** PATH as this machine has it, without the programs that npm puts before them: its own npm and its own Node. */
export const MACHINE_PATH = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
  .join(delimiter);
