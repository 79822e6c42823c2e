import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type {
  DayIntervals,
  HoursPair,
  OfficeData,
  ReportNode,
  WeekHours,
  When,
} from '../../domain/office/office-data.ts';
import { exportOffice } from './export-office.ts';
import { loadOffice, loadOfficeFolder } from './load-office.ts';

const { office: tabalong } = await loadOffice(
  fileURLToPath(new URL('../../../offices/tabalong', import.meta.url)),
);
assert.ok(tabalong);
const base: OfficeData = tabalong;

/** A record as JSON has it: with a prototype. */
function record<T>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record<T>(parts, { noNullPrototype: true });
}

/** Words that trouble a file format: quotes, colons, dashes, hashes, numbers, line ends, foreign letters. */
const words = fc
  .array(
    fc.constantFrom(
      'laporan',
      'yes',
      'null',
      '- x',
      ': y',
      '#',
      '"',
      "'",
      '&a',
      '*a',
      '!t',
      '12',
      '07.30',
      '2023-01-03',
      '…',
      'Sarмita',
      '@',
      '%',
      '|',
      '>',
      '[',
      ']',
      ',',
      '\\',
      '~',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(' '));
const text = fc.oneof(
  words,
  fc.tuple(words, words).map(([a, b]) => `${a}\n\n${b}`),
);

const intervals: fc.Arbitrary<DayIntervals> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 6 })
  .map((points) => {
    const sorted = points.sort((a, b) => a - b);
    const pairs: [number, number][] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2) pairs.push([sorted[i] ?? 0, sorted[i + 1] ?? 0]);
    return pairs;
  });
const week: fc.Arbitrary<WeekHours> = record({
  mon: fc.constant<DayIntervals>([[450, 960]]),
  tue: intervals,
  wed: intervals,
  thu: intervals,
  fri: intervals,
  sat: intervals,
  sun: intervals,
});
const pair: fc.Arbitrary<HoursPair> = record({ service: week, work: week });
const day = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const when: fc.Arbitrary<When> = fc.array(
  record({
    figure: fc.constantFrom('register.total', 'by-service.pbi-jk.count'),
    is: fc.constantFrom(
      '=' as const,
      '!=' as const,
      '>' as const,
      '>=' as const,
      '<' as const,
      '<=' as const,
    ),
    value: fc.nat(999_999),
  }),
  { maxLength: 2 },
);
const leaf: fc.Arbitrary<ReportNode> = fc.oneof(
  record({ type: fc.constant('paragraph' as const), text, when }),
  record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(record({ text, when }), { minLength: 1, maxLength: 3 }),
    empty: fc.option(text),
    when,
  }),
  record({
    type: fc.constant('table' as const),
    id: fc.constantFrom('by-service' as const, 'on-time' as const),
    title: words,
    chart: fc.constantFrom('bar' as const, 'none' as const),
    key: words,
    when,
  }),
);
const node: fc.Arbitrary<ReportNode> = fc.oneof(
  leaf,
  record({
    type: fc.constant('section' as const),
    heading: words,
    numbering: fc.constantFrom('roman-chapter' as const, 'decimal' as const, 'none' as const),
    body: fc.array(leaf, { maxLength: 3 }),
    when,
  }),
);

const office: fc.Arbitrary<OfficeData> = record({
  name: words,
  seat: words,
  normal: pair,
  pattern: fc.option(pair),
  extraDay: record({ date: day, name: words, decree: words, announcedOn: day }),
  calledOff: fc.boolean(),
  address: fc.option(words),
  official: record({
    role: fc.constantFrom(...base.roles.map(({ key }) => key)),
    name: words,
    rank: fc.option(words),
    nip: fc.option(fc.constant('99999999 999999 9 999')),
  }),
  keywords: fc.uniqueArray(words, { maxLength: 5 }),
  what: text,
  protected: fc.boolean(),
  criteria: fc.option(text),
  count: fc.integer({ min: 1, max: 100 }),
  unit: fc.constantFrom(
    'service-minute' as const,
    'service-hour' as const,
    'clock-hour' as const,
    'calendar-day' as const,
    'working-day' as const,
    'month' as const,
  ),
  body: fc.array(node, { minLength: 1, maxLength: 5 }),
}).map((made) => ({
  ...base,
  name: made.name,
  seat: made.seat,
  hours: {
    ...base.hours,
    normal: made.normal,
    ramadanPattern: made.pattern,
    extraDays: [
      {
        ...made.extraDay,
        kind: 'penutupan',
        withdrawnOn:
          made.calledOff && made.extraDay.announcedOn <= made.extraDay.date
            ? made.extraDay.announcedOn
            : null,
      },
    ],
  },
  officials: [made.official],
  channels: base.channels.map((channel) => ({ ...channel, address: made.address })),
  services: base.services.map((service) => ({
    ...service,
    what: made.what,
    keywords: made.keywords,
    protected: made.protected,
  })),
  classes: base.classes.map((one) => ({
    ...one,
    criteria: made.criteria,
    limit: { count: made.count, unit: made.unit },
  })),
  approvals: [
    { kinds: ['pengaduan'], severities: 'all', ways: ['letter'], by: ['koordinator'] },
    { kinds: 'all', severities: 'all', ways: 'all', by: ['penanggung-jawab', 'koordinator'] },
  ],
  duties: [{ key: 'permintaan-maaf', label: made.name, within: null, publishes: made.protected }],
  clocks: { ...base.clocks, confirmationWindow: { count: made.count, unit: made.unit } },
  reports: [{ kind: 'tahunan', title: made.name, body: made.body }],
}));

describe('an office written out as files', () => {
  it('loads as the same office, whatever its words, hours, limits and report nodes', () => {
    fc.assert(
      fc.property(office, (made) => {
        const files = exportOffice(made);
        const again = loadOfficeFolder({ name: made.slug, files, pictures: [], findings: [] });
        assert.deepEqual(
          again.findings.filter((finding) => finding.severity === 'error'),
          [],
        );
        assert.deepEqual(again.office, made);
      }),
      { numRuns: 25 },
    );
  });

  it('reads in the order of the files people write, also when a database has shuffled its keys', () => {
    const files = exportOffice(shuffled(base));
    assert.deepEqual(files, exportOffice(base));
    assert.match(files.find((file) => file.path === 'office.yaml')?.text ?? '', /^slug: tabalong\nname: /);
  });
});

/** The same value with the keys of every object sorted by name. */
function shuffled<T>(value: T): T {
  const sorted: T = JSON.parse(
    JSON.stringify(value, (_key, one: unknown) =>
      typeof one === 'object' && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ),
  );
  return sorted;
}
