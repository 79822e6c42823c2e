import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureOrder } from '../src/app/feature-order.ts';
import { type NewFile, pascalCase, sentence, writeNewFiles } from './new-files.ts';

export interface NewPage {
  /** Of the declared order; pages of staff belong to features behind `offices`. */
  readonly feature: string;
  /** 'late-cases' gives late-cases.page.tsx and its sisters. */
  readonly name: string;
  /** '/petugas/terlambat': staff only. */
  readonly address: string;
  /** What the page shows, in one sentence. */
  readonly shows: string;
}

/**
 * A page of staff in four files: the page (who may, what is read), its presenter with a test that fails until the
 * sentence is true, and its view. Throws when names do not fit the house.
 */
export function newPageFiles({ feature, name, address, shows }: NewPage): readonly NewFile[] {
  const known: readonly string[] = featureOrder.filter((one) => one !== 'offices');
  if (!known.includes(feature)) throw new Error(`Feature: ${known.join(', ')}.`);
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error(`"${name}" is not kebab-case.`);
  if (!/^\/petugas\/[a-z/-]+$/.test(address)) throw new Error('The address begins with /petugas/.');
  const said = sentence(shows);
  const Name = pascalCase(name);
  const camel = `${Name.slice(0, 1).toLowerCase()}${Name.slice(1)}`;
  const people = feature === 'people' ? '.' : '../people';
  const folder = `src/features/${feature}`;
  const desk = `import { type StaffDesk, staffPage } from '${people}/staff-desk.tsx';`;
  const own = `import { present${Name} } from './${name}.presenter.ts';
import { ${Name}View } from './${name}.view.tsx';`;
  return [
    {
      path: `${folder}/${name}.page.tsx`,
      text: `import type { Handler } from 'hono';
import { page, wordsFor } from '../offices/public-desk.ts';
${desk}
${own}

/** \`${address}\`: ${said} */
export function ${camel}Page(desk: StaffDesk): Handler {
  return staffPage(desk, [], (c, work) => {
    const words = wordsFor(c);
    const body = <${Name}View staff={work.face} lines={present${Name}([], words)} />;
    return page(c, desk, { title: words('${name}.page') }, body);
  });
}
`,
    },
    {
      path: `${folder}/${name}.presenter.ts`,
      text: `import type { Words } from '../../platform/words/words.ts';

export type ${Name}Line = { readonly key: string; readonly text: string };

/** ${said} */
export function present${Name}(keys: readonly string[], words: Words): readonly ${Name}Line[] {
  return keys.map((key) => ({ key, text: words('${name}.page') }));
}
`,
    },
    {
      path: `${folder}/${name}.presenter.test.ts`,
      text: `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../platform/words/words.ts';
import { present${Name} } from './${name}.presenter.ts';

test('${said}', () => {
  const lines = present${Name}(['satu', 'dua'], wordsOf('id'));
  assert.deepEqual(
    lines.map((line) => line.text),
    ['what the reader sees first', 'what he sees next'],
  );
});
`,
    },
    {
      path: `${folder}/${name}.view.tsx`,
      text: `import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '${people}/staff-frame.view.tsx';
import type { ${Name}Line } from './${name}.presenter.ts';

type ${Name}Props = { readonly staff: StaffFace; readonly lines: readonly ${Name}Line[] };

export function ${Name}View({ staff, lines }: ${Name}Props) {
  return (
    <StaffFrame staff={staff} here={null}>
      <${Name} lines={lines} />
    </StaffFrame>
  );
}

function ${Name}({ lines }: Pick<${Name}Props, 'lines'>) {
  const words = useWords();
  return (
    <>
      <h1 class="govuk-heading-l">{words('${name}.page')}</h1>
      <ul class="govuk-list">
        {lines.map((line) => (
          <li key={line.key}>{line.text}</li>
        ))}
      </ul>
    </>
  );
}
`,
    },
  ];
}

/** Gives the page's title its place in both languages, so that the words compile; the English one is to be translated. */
export function addTitle(root: string, name: string, title: string): void {
  for (const language of ['id', 'en']) {
    const file = join(root, 'locales', `${language}.json`);
    const words: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, `${JSON.stringify({ ...words, [`${name}.page`]: title }, null, 2)}\n`);
  }
}

if (import.meta.main) {
  const [feature = '', name = '', address = '', title = '', shows = ''] = process.argv.slice(2);
  if (shows === '') {
    console.error('npm run new:page -- <feature> <name> <address> "<title>" "<what it shows, one sentence>"');
    console.error(
      'npm run new:page -- cases late-cases /petugas/terlambat "Terlambat" "Late cases stand oldest first."',
    );
    process.exitCode = 2;
  } else {
    const files = newPageFiles({ feature, name, address, shows });
    writeNewFiles(process.cwd(), files);
    addTitle(process.cwd(), name, title);
    console.log([...files.map((file) => file.path), '', 'Now:'].join('\n'));
    console.log(`src/app/routes.ts: app.get('${address}', …Page(desk)), and its address in docs/contract.md`);
    console.log('e2e/page-table.ts: its line, by which it is looked at; npm run screens takes its picture');
    console.log(`locales/en.json: the English title; the permission that ${name}.page.tsx asks for`);
    console.log('npm run format, then npm run check');
  }
}
