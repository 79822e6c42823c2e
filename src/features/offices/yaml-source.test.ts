import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readYamlSource } from './yaml-source.ts';

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'.split('').map((letter, index) => {
    const before = 'abcdefgh'[index];
    return `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
  }),
].join('\n');

const HOSTILE: readonly (readonly [string, string, number])[] = [
  ['an alias bomb', bomb, 1],
  ['an anchor', 'a: 1\nb: &x 2', 2],
  ['a tag of another language', 'a: 1\nb: !!js/function "x"', 2],
  ['a local tag', 'a: !include /etc/passwd', 1],
  ['a key that reaches the prototype', 'a: 1\n__proto__: { polluted: true }', 2],
  ['a key that reaches the constructor', 'a:\n  constructor: 1', 2],
  ['half of a letter', 'a: 1\nb: "x\\uD800"', 2],
  ['a NUL in a text', 'a: 1\nb: "x\\0"', 2],
  ['a map as a key', 'a: 1\n{ b: 1 }: 2', 2],
  ['brackets nested ten thousand deep', `a: ${'['.repeat(10_000)}`, 1],
  ['lists nested two thousand deep', `${'- '.repeat(2_000)}a`, 1],
  ['maps nested forty deep', Array.from({ length: 40 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 24],
];

describe('a hostile file is refused with its line and never becomes data', () => {
  for (const [what, text, line] of HOSTILE) {
    it(what, () => {
      const { source, findings } = readYamlSource('office.yaml', text);
      assert.equal(source, null);
      assert.ok(
        findings.some((one) => one.rule === 'hostile-file'),
        JSON.stringify(findings),
      );
      assert.equal(findings[0]?.line, line);
    });
  }

  it('pollutes no prototype', () => {
    readYamlSource('office.yaml', '__proto__: { polluted: true }');
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });

  it('a map of twenty thousand keys is read in linear time', () => {
    const workOf = (keys: number): number => {
      const text = Array.from({ length: keys }, (_, i) => `k${i}: 1`).join('\n');
      const before = process.cpuUsage();
      assert.notEqual(readYamlSource('office.yaml', text).source, null);
      return process.cpuUsage(before).user;
    };
    workOf(2_000);
    const few = workOf(2_000);
    // Ten times as many keys; a look at every pair of them would cost a hundred times as much.
    assert.ok(workOf(20_000) < 50 * few);
  });
});

describe('a file that is not YAML', () => {
  for (const [what, text, line] of [
    ['a tab for indentation', 'a:\n\tb: 1', 2],
    ['an open quote', 'a: 1\nb: "x\nc: 2', 2],
    ['two documents in one file', 'a: 1\n---\nb: 2', 2],
  ] as const) {
    it(`is answered with its line: ${what}`, () => {
      const { source, findings } = readYamlSource('office.yaml', text);
      assert.equal(source, null);
      assert.equal(findings[0]?.rule, 'not-yaml');
      assert.ok((findings[0]?.line ?? 0) >= line);
    });
  }
});

describe('a place in a file', () => {
  const { source } = readYamlSource('x.yaml', 'a:\n  - b: 1\n    c: [7, 8]\n');

  it('is the line and column of the value', () => {
    assert.deepEqual(source?.placeOf(['a', 0, 'c', 1]), { line: 3, column: 12 });
  });

  it('is that of the nearest part around it when the value is missing', () => {
    assert.deepEqual(source?.placeOf(['a', 0, 'd', 'e']), { line: 2, column: 5 });
  });

  it('is that of the key when a key is asked for', () => {
    assert.deepEqual(source?.placeOfKey(['a', 0], 'c'), { line: 3, column: 5 });
  });
});
