import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A new file of the house: its path from the root, and its text. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Writes the files of a scaffold, or none of them: throws when one is there already. */
export function writeNewFiles(root: string, files: readonly NewFile[]): void {
  const there = files.find((file) => existsSync(join(root, file.path)));
  if (there !== undefined) throw new Error(`${there.path} is there already.`);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** 'review/start' or 'accept-urgent' → 'ReviewStart', 'AcceptUrgent'. */
export function pascalCase(name: string): string {
  return name
    .split(/[-/]/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('');
}

/** One sentence as it stands in a comment or in the name of a test; throws when it could end either. */
export function sentence(text: string): string {
  const clean = text.trim();
  if (clean === '' || /[\n'\\]|\*\//.test(clean)) {
    throw new Error('Say the rule in one sentence, without apostrophe, backslash or line end.');
  }
  return clean;
}
