import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compile } from 'sass';
import indonesian from '../locales/id.json' with { type: 'json' };

const root = fileURLToPath(new URL('../', import.meta.url));
const files = globSync(['{src,test,scripts,bench,e2e}/**/*.{ts,tsx,mjs}'], { cwd: root })
  .filter((file) => !file.includes('node_modules'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const ESCAPED = /[.*+?^${}()|[\]\\]/g;

test('every sentence of the interface is said somewhere', () => {
  const source = files
    .filter(({ file }) => file.startsWith('src/') && !file.includes('.test.'))
    .map(({ text }) => text)
    .join('\n');
  const said = new Set([...source.matchAll(/['"`]([a-z][\w.-]*)['"`]/g)].map(([, key]) => key));
  // A key that ends in a code of a closed list: `event.${type}`; the code itself stands somewhere, too.
  const literals = [...source.matchAll(/['"`=]([\w][\w/.-]*)['"`]/g), ...source.matchAll(/\b(\d+)\b/g)];
  const names = source.matchAll(/(?<![\w.-])([a-z][\w-]*)\??:/g);
  const codes = new Set([...literals, ...names].map(([, code]) => code));
  const composed = [...source.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{[^`]*?\}([\w.-]*)`/g)].map(
    ([, before = '', after = '']) =>
      new RegExp(`^${before.replaceAll(ESCAPED, '\\$&')}(.+)${after.replaceAll(ESCAPED, '\\$&')}$`),
  );
  const isComposed = (key: string): boolean =>
    composed.some((pattern) => (pattern.exec(key)?.[1] ?? '').split('.').every((code) => codes.has(code)));
  const unsaid = Object.keys(indonesian).filter((key) => !said.has(key) && !isComposed(key));
  assert.deepEqual(unsaid, []);
});

test('every class of our styles is worn somewhere, and every class that is worn has a style', () => {
  const { css } = compile(join(root, 'assets/styles/app.scss'), {
    quietDeps: true,
  });
  const source = files
    .filter(({ file }) => file.startsWith('src/') && !file.includes('.test.'))
    .map(({ text }) => text)
    .join('\n');
  const CLASS = /(?<![\w-])tg-[a-z0-9_-]+/g;
  const styled = new Set(css.match(/(?<=\.)tg-[a-z0-9_-]+/g));
  const worn = new Set(source.match(CLASS));
  // `tg-tag--${tone}`: what stands before the tone is what is worn.
  const stems = [...worn].filter((name) => name.endsWith('--'));
  assert.deepEqual(
    [...styled].filter((name) => !worn.has(name) && !stems.some((stem) => name.startsWith(stem))),
    [],
  );
  assert.deepEqual(
    [...worn].filter((name) => !styled.has(name) && !stems.includes(name)),
    [],
  );
});

const STOP_WORDS =
  /(?<![\p{L}-])(?:yang|tidak|dan|untuk|dengan|atau|belum|sudah|dari|pada|ini|itu|oleh|bila|agar|akan|harus|dapat|bukan|anda|tulis|pilih)(?![\p{L}-])/iu;

test('what pages and the API say stands in the two languages of locales/, not beside the code', () => {
  const beside = files
    .filter(({ file }) =>
      /^src\/(?:features|app|platform)\/.*(?:\.(?:page|view|presenter|api|island)\.tsx?|\/(?:doors|http|views)\/[^/]+\.tsx?)$/.test(
        file,
      ),
    )
    .filter(({ file }) => !file.includes('.test.'))
    .flatMap(({ file, text }) =>
      [
        ...text
          .replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
          .matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`|>([^<>{}]+)</g),
      ]
        .map((match) => match.slice(1).find((part) => part !== undefined) ?? '')
        .filter((said) => /\s/.test(said) && STOP_WORDS.test(said))
        .map((said) => `${file}: ${said.trim()}`),
    );
  assert.deepEqual(beside, []);
});
