import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { KINDS } from '../../domain/complaint/vocabulary.ts';
import type { OfficeData, ReportNode } from '../../domain/office/office-data.ts';
import { exportOffice } from './export-office.ts';
import { type ListedOffice, listOffices } from './list-offices.ts';
import { loadOfficeFolder } from './load-office.ts';
import { readOfficeFolder } from './read-office-folder.ts';

const root = fileURLToPath(new URL('../../../offices', import.meta.url));
const listed = await listOffices(root);

/** What the papers of each office leave open, and therefore what its check says. */
const OPEN: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'buru-selatan': {
    'no-limit': 1,
    'hours-undetermined': 1,
    'ramadan-without-circular': 1,
    'sop-undetermined': 2,
    'operation-without-step': 6,
  },
  'kalimantan-barat': {
    'class-without-criteria': 4,
    'hours-undetermined': 1,
    'ramadan-without-circular': 1,
    'sop-undetermined': 2,
    'operation-without-step': 6,
  },
  karangasem: {
    'hours-undetermined': 1,
    'ramadan-without-circular': 1,
    'sop-undetermined': 2,
    'operation-without-step': 6,
  },
  'kutai-kartanegara': {
    'no-limit': 1,
    'hours-undetermined': 1,
    'ramadan-without-circular': 1,
    'operation-without-step': 6,
  },
  tabalong: {
    'class-without-criteria': 3,
    'hours-undetermined': 1,
    'ramadan-without-circular': 1,
    'operation-without-step': 6,
  },
  _blank: {
    'no-limit': 1,
    'hours-undetermined': 1,
    'ramadan-without-circular': 1,
    'sop-undetermined': 2,
    'operation-without-step': 6,
  },
};

function officeOf(listing: ListedOffice) {
  assert.ok(
    listing.office,
    `${listing.folder}: ${JSON.stringify(listing.findings.filter((f) => f.severity === 'error'))}`,
  );
  return listing.office;
}
const named = (slug: string) => {
  const listing = listed.find((one) => one.folder === slug);
  assert.ok(listing, slug);
  return officeOf(listing);
};

const leaves = (nodes: readonly ReportNode[]): readonly ReportNode[] =>
  nodes.flatMap((node) => (node.type === 'section' ? leaves(node.body) : [node]));

describe('the five offices and the blank one', () => {
  it('are all there, the template last', () => {
    assert.deepEqual(
      listed.map((one) => one.folder),
      ['buru-selatan', 'kalimantan-barat', 'karangasem', 'kutai-kartanegara', 'tabalong', '_blank'],
    );
    assert.deepEqual(
      listed.filter((one) => one.template).map((one) => one.folder),
      ['_blank'],
    );
  });

  for (const listing of listed) {
    it(`${listing.folder} has no error, and its warnings are what its papers leave open`, () => {
      officeOf(listing);
      const counts: Record<string, number> = {};
      for (const finding of listing.findings) counts[finding.rule] = (counts[finding.rule] ?? 0) + 1;
      assert.deepEqual(counts, OPEN[listing.folder]);
      assert.ok(listing.findings.every((finding) => finding.severity === 'warning'));
    });

    it(`${listing.folder} written out as files and loaded again is the same office`, () => {
      const office = officeOf(listing);
      const again = loadOfficeFolder({
        name: listing.folder,
        files: exportOffice(office),
        pictures: [],
        findings: [],
      });
      assert.deepEqual(again.office, office);
    });

    it(`${listing.folder} writes a period within a sentence without a capital in its middle`, async () => {
      const folder = await readOfficeFolder(`${root}/${listing.folder}`);
      const lines = folder.files.flatMap(({ text }) => text.split('\n'));
      const capitals = lines.filter((line) => /\{period\.label\}/.test(line) && !/title: /.test(line));
      assert.deepEqual(capitals, []);
    });

    it(`${listing.folder} knows the five kinds, can write a year's and a month's report, and holds no person`, async () => {
      const office = officeOf(listing);
      assert.deepEqual(
        office.kinds.map((kind) => kind.key),
        [...KINDS],
      );
      const kinds = office.reports.map((report) => report.kind);
      assert.ok(kinds.includes('tahunan') && kinds.includes('bulanan'));
      assert.deepEqual(office.officials, []);
      const { files } = await readOfficeFolder(`${root}/${listing.folder}`);
      for (const { path, text } of files) {
        assert.doesNotMatch(text, /\b\d{18}\b|\b\d{16}\b|\b\d{8} \d{6} \d \d{3}\b/, `${path}: NIP or NIK`);
        assert.doesNotMatch(text, /(?<!\d)(?:\+62|62|0)8\d{8,}/, `${path}: mobile number`);
        assert.doesNotMatch(
          text,
          /\b(?:Drs?|Hj?|Ir|Dra)\.\s+[A-Z][a-z]+\s+[A-Z]|,\s*(?:S\.|M\.)[A-Z]/,
          `${path}: a person's name`,
        );
        assert.doesNotMatch(
          text,
          /(?<![\w:/.])\.{0,2}\/[\w.-]+\/[\w./-]*/,
          `${path}: a place that is not of the project`,
        );
      }
    });
  }
});

it('an office tells each kind of report in its own words, else in those of the empty office', () => {
  const [tabalong, empty] = [named('tabalong'), named('_blank')];
  const told = (office: OfficeData, kind: string) => office.reports.find((report) => report.kind === kind);
  assert.deepEqual(
    tabalong.reports.map(({ kind }) => kind),
    empty.reports.map(({ kind }) => kind),
  );
  assert.deepEqual(told(tabalong, 'bulanan'), told(empty, 'bulanan'));
  assert.notDeepEqual(told(tabalong, 'tahunan'), told(empty, 'tahunan'));
});

describe('what the papers say stands in the data', () => {
  it('Tabalong: eight services, classes of 3, 7 and 14 working days with their printed ranges', () => {
    const office = named('tabalong');
    assert.deepEqual(
      office.services.map((service) => service.key),
      ['pbi-jk', 'aslut', 'bpnt', 'pkh', 'rasda', 'rutilahu', 'kks', 'lain-lain'],
    );
    assert.deepEqual(
      office.classes.map(({ key, limit, printed }) => [key, limit.count, limit.unit, printed]),
      [
        ['light', 3, 'working-day', '1–3 hari kerja'],
        ['moderate', 7, 'working-day', '3–7 hari kerja'],
        ['special', 14, 'working-day', 'maksimal 14 hari kerja'],
      ],
    );
    assert.equal(office.clocks.disposedBy, 'koordinator');
    assert.equal(office.review.firstLook, true);
  });

  it('Kalimantan Barat: eight services, 3 service hours and 3, 7, 14 calendar days, apology and merchandise', () => {
    const office = named('kalimantan-barat');
    assert.equal(office.services.length, 8);
    assert.deepEqual(
      office.classes.map(({ limit }) => `${limit.count} ${limit.unit}`),
      ['3 service-hour', '3 calendar-day', '7 calendar-day', '14 calendar-day'],
    );
    assert.deepEqual(
      office.duties.map((duty) => duty.key),
      ['permintaan-maaf', 'merchandise'],
    );
    assert.equal(office.zoneLabel, 'WIB');
  });

  it('Buru Selatan: forty-four services, six social media, no class and no limit', () => {
    const office = named('buru-selatan');
    assert.equal(office.services.length, 44);
    const channels: readonly string[] = office.channels.map((channel) => channel.key);
    for (const key of [
      'x',
      'instagram',
      'facebook',
      'linkedin',
      'youtube',
      'tiktok',
      'ppid',
      'aplikasi-chat',
    ]) {
      assert.ok(channels.includes(key), key);
    }
    assert.deepEqual([office.classes, office.singleLimit], [[], null]);
    assert.equal(office.zoneLabel, 'WIT');
  });

  it('Karangasem: one limit of 30 calendar days, six categories, the head disposes', () => {
    const office = named('karangasem');
    assert.deepEqual(office.singleLimit?.limit, { count: 30, unit: 'calendar-day' });
    assert.equal(office.categories.length, 6);
    assert.deepEqual(
      office.categories.filter((category) => category.oversight).map((category) => category.key),
      ['pelanggaran-disiplin', 'penyalahgunaan-wewenang'],
    );
    assert.equal(office.clocks.disposedBy, 'penanggung-jawab');
  });

  it('rule 39: the six jenis of Karangasem are its categories: informasi/saran holds no complaint, penyimpangan is of oversight', () => {
    const { categories } = named('karangasem');
    const informasi = categories.find(({ key }) => key === 'informasi-saran');
    assert.deepEqual(informasi?.kinds, ['permintaan-informasi', 'aspirasi']);
    for (const { key, kinds, oversight, deviation } of categories) {
      assert.equal(oversight, deviation === 'penyimpangan', key);
      if (oversight) assert.ok(kinds.includes('pengaduan'), key);
    }
  });

  for (const listing of listed) {
    it(`${listing.folder}: SOP langsung 40 minutes, 2 and 10 working days; online 110 minutes, then periodic`, () => {
      const [inPerson, online] = ['langsung', 'online'].map((id) =>
        officeOf(listing).sops.find((sop) => sop.id === id),
      );
      assert.deepEqual(
        inPerson?.steps.map((step) => `${step.operation} ${step.standard?.count} ${step.standard?.unit}`),
        [
          'intake 10 service-minute',
          'register 10 service-minute',
          'forward 10 service-minute',
          'dispose 10 service-minute',
          'submit-answer 2 working-day',
          'file 10 working-day',
        ],
      );
      assert.deepEqual(
        online?.steps.map((step) => step.operation),
        [
          'intake',
          'verify',
          'acknowledge',
          'forward',
          'dispose',
          'follow-up',
          'submit-answer',
          'answer',
          'issue-report',
        ],
      );
      assert.equal(
        online?.steps.reduce((sum, step) => sum + (step.standard?.count ?? 0), 0),
        110,
      );
      assert.equal(online?.steps.at(-1)?.standardPrinted, '3 bulan/6 bulan');
    });
  }

  it('every report has words above its signature, which else could stand alone on a page', () => {
    for (const report of listed.flatMap((one) => officeOf(one).reports)) {
      const printed = leaves(report.body).filter((node) => node.type !== 'registers');
      const above = printed.flatMap((node, at) => (node.type === 'signature' ? [printed[at - 1]?.type] : []));
      assert.ok(above.length > 0, report.title);
      for (const type of above) assert.match(type ?? 'nothing', /^(?:paragraph|list)$/, report.title);
    }
  });

  it('every office without a published SOP marks its own as belum ditetapkan (rule 21)', () => {
    const undetermined = listed.filter((one) => officeOf(one).sops.some((sop) => sop.undetermined));
    assert.deepEqual(
      undetermined.map((one) => one.folder),
      ['buru-selatan', 'kalimantan-barat', 'karangasem', '_blank'],
    );
  });

  it('says in SOURCE.md what is not settled and which faults were left behind', async () => {
    for (const { folder } of listed) {
      const source = await readFile(`${root}/${folder}/SOURCE.md`, 'utf8');
      assert.match(source, /## Belum ditetapkan/, folder);
    }
  });
});
