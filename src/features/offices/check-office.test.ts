import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadOfficeFolder } from './load-office.ts';
import type { OfficeFinding, OfficeRule } from './office-finding.ts';
import { type OfficeFolder, readOfficeFolder } from './read-office-folder.ts';

const whole = await readOfficeFolder(fileURLToPath(new URL('../../../offices/tabalong', import.meta.url)));

/** One fault put into a whole office: `from` (first place) becomes `to`; the finding must stand at `at` within it. */
type Fault = {
  readonly fault: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly at?: string;
  readonly rule: OfficeRule;
  readonly message: RegExp;
  readonly remedy?: RegExp;
};

const ERRORS: readonly Fault[] = [
  {
    fault: 'an unknown key, with the key that was meant',
    file: 'office.yaml',
    from: 'shortName:',
    to: 'shortNmae:',
    rule: 'unknown-key',
    message: /Kunci "shortNmae" tidak dikenal/,
    remedy: /maksud Anda "shortName"/,
  },
  {
    fault: 'an unknown key deep inside',
    file: 'sop/online.yaml',
    from: '    output: Dokumen materi pengaduan',
    to: '    outptu: Dokumen materi pengaduan',
    at: 'outptu',
    rule: 'unknown-key',
    message: /"outptu"/,
    remedy: /"output"/,
  },
  {
    fault: 'an unknown key in a report node, by the keys of that node',
    file: 'reports/tahunan.yaml',
    from: '    with: { heading: Daftar Isi }',
    to: '    with: { headign: Daftar Isi }',
    at: 'headign',
    rule: 'unknown-key',
    message: /"headign"/,
    remedy: /"heading"/,
  },
  {
    fault: 'a class without a limit',
    file: 'classes.yaml',
    from: '    limit: 3 hari kerja\n',
    to: '',
    at: 'key: light',
    rule: 'class-without-limit',
    message: /tidak memiliki batas waktu/,
  },
  {
    fault: 'a class with a range instead of one upper limit',
    file: 'classes.yaml',
    from: 'limit: 3 hari kerja',
    to: 'limit: 1–3 hari kerja',
    at: '1–3 hari kerja',
    rule: 'class-without-limit',
    message: /rentang/,
    remedy: /printed/,
  },
  {
    fault: 'a limit without a unit',
    file: 'classes.yaml',
    from: 'limit: 7 hari kerja',
    to: 'limit: "7"',
    at: '"7"',
    rule: 'not-allowed',
    message: /bukan batas waktu/,
  },
  {
    fault: 'a step bound to no operation',
    file: 'sop/langsung.yaml',
    from: '    operation: forward\n',
    to: '',
    at: 'no: 3',
    rule: 'step-without-operation',
    message: /tidak terikat/,
  },
  {
    fault: 'a step bound to an operation that the contract does not have',
    file: 'sop/langsung.yaml',
    from: 'operation: dispose',
    to: 'operation: dispos',
    at: 'dispos\n',
    rule: 'step-without-operation',
    message: /"dispos" tidak diterima/,
    remedy: /maksud Anda "dispose"/,
  },
  {
    fault: 'a step whose actor does not exist',
    file: 'sop/langsung.yaml',
    from: 'actor: sekretaris',
    to: 'actor: sekertaris',
    at: 'sekertaris',
    rule: 'unknown-reference',
    message: /pelaksana "sekertaris"/,
    remedy: /"sekretaris"/,
  },
  {
    fault: 'a step that its role may not do',
    file: 'sop/langsung.yaml',
    from: '    actor: sekretaris\n    operation: dispose',
    to: '    actor: petugas\n    operation: dispose',
    at: 'dispose\n    requires: [Dokumen materi pengaduan, Formulir penyaluran',
    rule: 'step-beyond-role',
    message: /tidak berizin/,
  },
  {
    fault: 'an actor whose role does not exist',
    file: 'sop/online.yaml',
    from: 'role: front-office',
    to: 'role: front-ofice',
    at: 'front-ofice',
    rule: 'unknown-reference',
    message: /peran "front-ofice"/,
    remedy: /"front-office"/,
  },
  {
    fault: 'a role that nobody holds',
    file: 'office.yaml',
    from: '    heldBy: [Sekretaris Dinas]\n',
    to: '',
    at: 'key: koordinator',
    rule: 'role-unheld',
    message: /tidak dipegang siapa pun/,
  },
  {
    fault: 'a permission that does not exist',
    file: 'office.yaml',
    from: '      - desk/acknowledge-day',
    to: '      - desk/acknowledge-dya',
    at: 'desk/acknowledge-dya',
    rule: 'unknown-permission',
    message: /"desk\/acknowledge-dya"/,
    remedy: /"desk\/acknowledge-day"/,
  },
  {
    fault: 'a role that joins administrator and auditor of the log',
    file: 'office.yaml',
    from: 'may: [log/read]',
    to: 'may: [log/read, account/administer]',
    at: '[log/read, account/administer]',
    rule: 'refused-pair',
    message: /administrator/,
  },
  {
    fault: 'a service whose division does not exist',
    file: 'services.yaml',
    from: 'unit: rehabilitasi-sosial',
    to: 'unit: rehabilitasi',
    at: 'rehabilitasi\n',
    rule: 'unknown-reference',
    message: /bidang "rehabilitasi"/,
  },
  {
    fault: 'a service whose class the office does not have',
    file: 'services.yaml',
    from: 'severity: special',
    to: 'severity: severe',
    at: 'severe',
    rule: 'unknown-reference',
    message: /kelas "severe"/,
  },
  {
    fault: 'an answer at the desk for a service that does not exist',
    file: 'office.yaml',
    from: '  services: all',
    to: '  services: [pbi-jk, pbi-jkn]',
    at: 'pbi-jkn]',
    rule: 'unknown-reference',
    message: /layanan "pbi-jkn"/,
  },
  {
    fault: 'a disposing role that does not exist',
    file: 'office.yaml',
    from: 'disposedBy: koordinator',
    to: 'disposedBy: ketua-tim',
    at: 'ketua-tim',
    rule: 'unknown-reference',
    message: /peran "ketua-tim"/,
  },
  {
    fault: 'two services of one key',
    file: 'services.yaml',
    from: 'key: bpnt\n',
    to: 'key: pbi-jk\n',
    at: 'pbi-jk\n    label: Bantuan Pangan',
    rule: 'duplicate-key',
    message: /"pbi-jk" sudah dipakai/,
  },
  {
    fault: 'a key written twice in one map',
    file: 'office.yaml',
    from: 'seat: Tanjung\n',
    to: 'seat: Tanjung\nseat: Tanjung\n',
    at: 'seat: Tanjung\nzone',
    rule: 'duplicate-key',
    message: /"seat" tertulis dua kali/,
  },
  {
    fault: 'hours that overlap',
    file: 'office.yaml',
    from: 'mon: [07.30-16.00]',
    to: 'mon: [07.30-12.30, 12.00-16.00]',
    at: '12.00-16.00',
    rule: 'hours-overlap',
    message: /tumpang tindih/,
  },
  {
    fault: 'an office that closes before it opens',
    file: 'office.yaml',
    from: 'fri: [07.30-16.30]',
    to: 'fri: [16.30-07.30]',
    at: '16.30-07.30',
    rule: 'hours-reversed',
    message: /tidak sesudah jam buka/,
  },
  {
    fault: 'an hour that does not exist',
    file: 'office.yaml',
    from: 'tue: [07.30-16.00]',
    to: 'tue: [07.30-16.75]',
    at: '07.30-16.75',
    rule: 'not-allowed',
    message: /bukan jam buka/,
  },
  {
    fault: 'a zone that Indonesia does not have',
    file: 'office.yaml',
    from: 'zone: Asia/Makassar',
    to: 'zone: Asia/Makasar',
    at: 'Asia/Makasar\n',
    rule: 'zone',
    message: /"Asia\/Makasar"/,
    remedy: /"Asia\/Makassar"/,
  },
  {
    fault: 'a zone label of another zone',
    file: 'office.yaml',
    from: 'zoneLabel: WITA',
    to: 'zoneLabel: WIB',
    at: 'WIB\n',
    rule: 'zone',
    message: /bukan WIB/,
    remedy: /WITA/,
  },
  {
    fault: 'a legal basis that ends before it begins',
    file: 'legal-bases.yaml',
    from: 'inForceTo: 2023-12-31',
    to: 'inForceTo: 2022-12-31',
    at: '2022-12-31',
    rule: 'dates-reversed',
    message: /berakhir sebelum/,
  },
  {
    fault: 'an SOP in force before it was made',
    file: 'sop/langsung.yaml',
    from: 'inForceFrom: 2023-04-06',
    to: 'inForceFrom: 2023-01-06',
    at: '2023-01-06',
    rule: 'dates-reversed',
    message: /mendahului/,
  },
  {
    fault: 'a day that does not exist',
    file: 'sop/langsung.yaml',
    from: 'madeOn: 2023-01-02',
    to: 'madeOn: 2023-02-30',
    at: '2023-02-30',
    rule: 'not-allowed',
    message: /bukan tanggal/,
  },
  {
    fault: 'an SOP on a legal basis that the office does not list',
    file: 'sop/langsung.yaml',
    from: 'perbup-40-2023]',
    to: 'perbup-41-2023]',
    at: 'perbup-41-2023]',
    rule: 'unknown-reference',
    message: /dasar hukum "perbup-41-2023"/,
  },
  {
    fault: 'a figure that does not exist, in a text',
    file: 'reports/tahunan.yaml',
    from: 'Selama {period.label} tidak ada laporan yang diterima (nihil).',
    to: 'Selama {periode.label} tidak ada laporan yang diterima (nihil).',
    at: 'Selama {periode',
    rule: 'unknown-figure',
    message: /"periode\.label" tidak ada/,
    remedy: /"period\.label"/,
  },
  {
    fault: 'a figure that does not exist, in a condition',
    file: 'reports/tahunan.yaml',
    from: 'when: register.merged > 0',
    to: 'when: register.merge > 0',
    at: 'register.merge > 0',
    rule: 'unknown-figure',
    message: /"register\.merge" tidak ada/,
  },
  {
    fault: 'a condition that is none',
    file: 'reports/tahunan.yaml',
    from: 'when: register.urgent > 0',
    to: 'when: register.urgent banyak',
    at: 'register.urgent banyak',
    rule: 'not-allowed',
    message: /bukan syarat/,
  },
  {
    fault: 'a form of a figure that does not exist',
    file: 'reports/tahunan.yaml',
    from: '{register.complainants:terbilang}',
    to: '{register.complainants:kata}',
    at: 'Jumlah pelapornya',
    rule: 'unknown-figure',
    message: /"\{register\.complainants:kata\}"/,
  },
  {
    fault: 'a brace that is never closed',
    file: 'reports/tahunan.yaml',
    from: 'pelapor tidak perlu datang kembali.',
    to: 'pelapor tidak perlu datang {kembali.',
    at: '>-\n              Sebanyak {register.at-desk}',
    rule: 'unknown-figure',
    message: /kurung kurawal/,
  },
  {
    fault: 'a signature of a role that does not exist',
    file: 'reports/tahunan.yaml',
    from: 'with: { role: penanggung-jawab }',
    to: 'with: { role: kepala-dinas }',
    at: 'kepala-dinas',
    rule: 'unknown-reference',
    message: /peran "kepala-dinas"/,
  },
  {
    fault: 'a table that the contract does not have',
    file: 'reports/tahunan.yaml',
    from: 'id: by-service',
    to: 'id: by-servis',
    at: 'by-servis',
    rule: 'not-allowed',
    message: /"by-servis"/,
    remedy: /"by-service"/,
  },
  {
    fault: 'a kind of node that does not exist',
    file: 'reports/tahunan.yaml',
    from: '- type: contents',
    to: '- type: content',
    at: 'content\n',
    rule: 'not-allowed',
    message: /"content"|"type"/,
  },
  {
    fault: 'a channel that the vocabulary does not have',
    file: 'office.yaml',
    from: 'key: whatsapp\n',
    to: 'key: whatsap\n',
    at: 'whatsap\n',
    rule: 'not-allowed',
    message: /"whatsap"/,
    remedy: /"whatsapp"/,
  },
  {
    fault: 'the channel of imported rows offered to people',
    file: 'office.yaml',
    from: 'key: surat\n',
    to: 'key: tidak-tercatat\n',
    at: 'tidak-tercatat\n',
    rule: 'not-allowed',
    message: /"tidak-tercatat"/,
  },
  {
    fault: 'a number where a text is due',
    file: 'office.yaml',
    from: 'letterClassification: "460"',
    to: 'letterClassification: 460',
    at: '460',
    rule: 'wrong-type',
    message: /harus berupa teks/,
    remedy: /"460"/,
  },
  {
    fault: 'an emblem that is not in the folder',
    file: 'office.yaml',
    from: '  address:\n',
    to: '  emblem: lambang.svg\n  address:\n',
    at: 'lambang.svg',
    rule: 'file-missing',
    message: /lambang/,
  },
  {
    fault: "an official's mobile number",
    file: 'office.yaml',
    from: 'heldBy: [Sekretaris Dinas]',
    to: 'heldBy: ["Sekretaris Dinas, 0812-0000-0001"]',
    at: '"Sekretaris Dinas, 0812',
    rule: 'personal-data',
    message: /nomor telepon seluler/,
  },
  {
    fault: "an official's NIP",
    file: 'office.yaml',
    from: 'heldBy: [Petugas loket pelayanan]',
    to: 'heldBy: ["Petugas, NIP 19990101 202401 1 001"]',
    at: '"Petugas, NIP',
    rule: 'personal-data',
    message: /NIP/,
  },
  {
    fault: 'a register number without its number',
    file: 'office.yaml',
    from: '"{number}/{month-roman}/{year}"',
    to: '"{nomor}/{month-roman}/{year}"',
    at: '"{nomor}',
    rule: 'number-pattern',
    message: /"\{nomor\}"/,
  },
  {
    fault: 'a number that restarts each month and prints no month',
    file: 'office.yaml',
    from: '"{number}/{month-roman}/{year}"',
    to: '"{number}/{year}"',
    at: '"{number}/{year}"',
    rule: 'number-pattern',
    message: /berulang/,
  },
  {
    fault: 'a file that is not YAML',
    file: 'services.yaml',
    from: 'services:\n',
    to: 'services:\n\t- key: x\n',
    at: '\t- key: x',
    rule: 'not-yaml',
    message: /bukan YAML/,
  },
];

describe('office check answers every fault with file, line, what is wrong and what would be right', () => {
  for (const one of ERRORS) {
    it(`${one.fault} is an error of ${one.file}`, () => {
      const found = faultIn(one);
      assert.equal(found.severity, 'error');
      assert.match(found.message, one.message);
      assert.match(found.remedy, one.remedy ?? /\S/);
    });
  }
});

const WARNINGS: readonly Fault[] = [
  {
    fault: 'a slug that is not the name of the folder',
    file: 'office.yaml',
    from: 'slug: tabalong',
    to: 'slug: tabalung',
    at: 'tabalung',
    rule: 'unknown-reference',
    message: /nama foldernya/,
  },
  {
    fault: 'an operation that the life requires and no step names (rule 17)',
    file: 'sop/online.yaml',
    from: 'operation: answer',
    to: 'operation: ask',
    at: '- no: 1',
    rule: 'operation-without-step',
    message: /penyampaian jawaban \(answer\)/,
  },
  {
    fault: 'a class without criteria and two examples (rule 15)',
    file: 'classes.yaml',
    from: 'label: Sedang',
    to: 'label: Menengah',
    at: 'key: moderate',
    rule: 'class-without-criteria',
    message: /"Menengah"/,
  },
  {
    fault: 'hours that are not settled',
    file: 'office.yaml',
    from: 'undetermined: true',
    to: 'undetermined: true',
    at: 'true',
    rule: 'hours-undetermined',
    message: /belum ditetapkan/,
  },
  {
    fault: 'an SOP that is not settled',
    file: 'sop/langsung.yaml',
    from: 'undetermined: false',
    to: 'undetermined: true',
    at: 'true',
    rule: 'sop-undetermined',
    message: /belum ditetapkan/,
  },
  {
    fault: "a legal basis not in force on the document's day",
    file: 'sop/langsung.yaml',
    from: 'uu-14-2008,',
    to: 'permenpanrb-24-2014,',
    at: 'permenpanrb-24-2014,',
    rule: 'legal-basis-not-in-force',
    message: /tidak berlaku pada 2023-04-06/,
    remedy: /Nomor 62 Tahun 2018/,
  },
  {
    fault: 'a Ramadan period without a circular',
    file: 'office.yaml',
    from: '  ramadanPattern:',
    to: '  ramadan:\n    - { year: 2023, from: 2023-03-23, to: 2023-04-21, hours: { service: {}, work: {} } }\n  ramadanPattern:',
    at: '{ year: 2023',
    rule: 'ramadan-without-circular',
    message: /Ramadan 2023/,
  },
];

describe('office check warns, and still loads the office, of', () => {
  for (const one of WARNINGS) {
    it(one.fault, () => {
      const { office } = loadOfficeFolder(broken(one));
      assert.notEqual(office, null);
      assert.match(faultIn(one).message, one.message);
      assert.match(faultIn(one).remedy, one.remedy ?? /\S/);
      assert.equal(faultIn(one).severity, 'warning');
    });
  }
});

describe('a report text may name only the figures that are allowed', () => {
  it('takes the list as an argument', () => {
    const figures = new Set(['period.label']);
    const { office, findings } = loadOfficeFolder(whole, { figures });
    assert.equal(office, null);
    assert.ok(findings.some((one) => one.rule === 'unknown-figure' && /register\.total/.test(one.message)));
  });
});

describe('an office that lacks a file', () => {
  for (const path of ['office.yaml', 'classes.yaml', 'services.yaml', 'legal-bases.yaml', 'SOURCE.md']) {
    it(`is told that ${path} is missing`, () => {
      const files = whole.files.filter((file) => file.path !== path);
      const { office, findings } = loadOfficeFolder({ ...whole, files });
      assert.equal(office, null);
      assert.deepEqual(
        findings.filter((one) => one.severity === 'error').map(({ file, rule }) => ({ file, rule })),
        [{ file: path, rule: 'file-missing' }],
      );
    });
  }
});

function broken({ file, from, to }: Fault): OfficeFolder {
  const files = whole.files.map((one) => {
    if (one.path !== file) return one;
    assert.ok(one.text.includes(from), `${file} no longer holds ${JSON.stringify(from)}`);
    return { ...one, text: one.text.replace(from, () => to) };
  });
  return { ...whole, files };
}

/** The finding that stands exactly where the fault was put. */
function faultIn(fault: Fault): OfficeFinding {
  const folder = broken(fault);
  const text = folder.files.find((one) => one.path === fault.file)?.text ?? '';
  const offset = text.indexOf(fault.at ?? fault.to);
  assert.ok(offset >= 0, `${fault.file} holds no ${JSON.stringify(fault.at ?? fault.to)}`);
  const before = text.slice(0, offset).split('\n');
  const line = before.length;
  const { findings } = loadOfficeFolder(folder);
  const found = findings.find(
    (one) =>
      one.file === fault.file &&
      one.line === line &&
      one.rule === fault.rule &&
      fault.message.test(one.message),
  );
  assert.ok(
    found,
    `expected ${fault.rule} at ${fault.file}:${line}, got ${JSON.stringify(
      findings.filter((one) => one.severity === 'error' || one.rule === fault.rule),
      null,
      1,
    )}`,
  );
  assert.equal(found.column, (before.at(-1)?.length ?? 0) + 1, 'column');
  return found;
}
