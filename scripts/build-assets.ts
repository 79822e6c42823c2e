// Builds styles and islands into one folder, with the hash of their content in the name and compressed copies
// beside them. Run in a child process, so that the server never loads Sass and esbuild:
//   node scripts/build-assets.ts FOLDER KEY
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';
import { compile } from 'sass';

const root = fileURLToPath(new URL('..', import.meta.url));
const [folder = '', key = ''] = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
const styles = keep('app', 'css', buildStyles());
const paper = transformSync(readFileSync(join(root, 'assets/paper/paper.css'), 'utf8'), {
  loader: 'css',
  minify: true,
});
const sheets = { paper: keep('paper', 'css', paper.code) };
const islands: Record<string, string> = {};
for (const file of readdirSync(join(root, 'src/browser')).filter((name) => name.endsWith('.island.ts'))) {
  const name = basename(file, '.island.ts');
  islands[name] = keep(name, 'js', buildIsland(join(root, 'src/browser', file)));
}
// Last and at once: whoever finds the manifest finds the files it names.
const draft = join(folder, `manifest.${process.pid}`);
writeFileSync(draft, JSON.stringify({ key, styles, sheets, islands }));
renameSync(draft, join(folder, 'manifest.json'));

function buildStyles(): string {
  const { css } = compile(join(root, 'assets/styles/app.scss'), { style: 'compressed', quietDeps: true });
  return transformSync(css, { loader: 'css', minify: true, target: ['chrome80', 'firefox78', 'safari14'] })
    .code;
}

function buildIsland(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome80', 'firefox78', 'safari14'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

function keep(name: string, extension: string, text: string): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  const file = `${name}-${hash}.${extension}`;
  writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, `${file}.gz`), gzipSync(text, { level: 9 }));
  writeFileSync(join(folder, `${file}.br`), brotliCompressSync(text));
  return file;
}
