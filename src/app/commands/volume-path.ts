import { join, parse } from 'node:path';

/** "laporan.pdf" → "laporan-jilid-2.pdf"; the first volume keeps the name that was asked for. */
export function volumePath(path: string, volume: number): string {
  if (volume === 1) return path;
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}-jilid-${volume}${ext}`);
}
