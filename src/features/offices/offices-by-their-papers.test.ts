import assert from 'node:assert/strict';
import { it } from 'node:test';
import { officeFromFiles } from '../../../test/a-counted-report.ts';

/** What each office's own reports and decrees say of it; the sources stand in its SOURCE.md. */
const PAPERS = {
  'buru-selatan': {
    zone: 'Asia/Jayapura',
    head: 'PEMERINTAH KABUPATEN BURU SELATAN',
    services: 44,
    places: 7,
    units: ['sekretariat', 'pembinaan-program', 'rehabilitasi-sosial', 'perlindungan-jaminan-sosial'],
    channels: [
      ...['x', 'instagram', 'facebook', 'linkedin', 'youtube', 'tiktok', 'aplikasi-chat'],
      ...['website', 'ppid', 'sp4n-lapor', 'email', 'telepon', 'loket'],
    ],
  },
  'kalimantan-barat': {
    zone: 'Asia/Pontianak',
    head: 'PEMERINTAH PROVINSI KALIMANTAN BARAT',
    services: 8,
    places: 15,
    units: ['sekretariat', 'pemberdayaan-sosial', 'rehabilitasi-sosial', 'perlindungan-jaminan-sosial'],
    channels: [
      ...['loket', 'kotak-saran', 'surat', 'sp4n-lapor', 'whatsapp', 'telegram', 'telepon', 'faks'],
      ...['website', 'email', 'facebook', 'x', 'instagram'],
    ],
  },
  karangasem: {
    zone: 'Asia/Makassar',
    head: 'PEMERINTAH KABUPATEN KARANGASEM',
    services: 8,
    places: 9,
    units: ['sekretariat', 'sosial', 'pppa', 'ppkb'],
    channels: [
      ...['loket', 'kotak-saran', 'telepon', 'sp4n-lapor', 'website'],
      ...['facebook', 'instagram', 'youtube', 'email'],
    ],
  },
  'kutai-kartanegara': {
    zone: 'Asia/Makassar',
    head: 'PEMERINTAH KABUPATEN KUTAI KARTANEGARA',
    services: 7,
    places: 21,
    units: ['sekretariat', 'pemberdayaan-sosial', 'rehabilitasi-sosial', 'perlindungan-jaminan-sosial'],
    channels: ['loket', 'telepon', 'lain', 'email', 'website', 'sp4n-lapor'],
  },
  tabalong: {
    zone: 'Asia/Makassar',
    head: 'PEMERINTAH KABUPATEN TABALONG',
    services: 8,
    places: 13,
    units: ['sekretariat', 'pemberdayaan-sosial', 'rehabilitasi-sosial', 'perlindungan-jaminan-sosial'],
    channels: [
      ...['loket', 'kotak-saran', 'telepon', 'whatsapp', 'website'],
      ...['facebook', 'instagram', 'email', 'sp4n-lapor', 'surat'],
    ],
  },
} as const;

for (const [slug, papers] of Object.entries(PAPERS)) {
  it(`${slug} has the zone, letterhead, divisions, places and every channel that its papers name`, async () => {
    const office = await officeFromFiles(slug);
    const units = office.units.map(({ key }) => key);
    assert.equal(office.zone, papers.zone);
    assert.equal(office.letterhead.lines[0], papers.head);
    assert.deepEqual(office.channels.map(({ key }) => key).sort(), [...papers.channels].sort());
    assert.deepEqual([office.services.length, office.places.length], [papers.services, papers.places]);
    for (const unit of papers.units) assert.ok(units.includes(unit), unit);
  });

  it(`${slug} tells a visitor for every service what it is, who may have it, what to bring, how and the fee`, async () => {
    for (const service of (await officeFromFiles(slug)).services) {
      assert.ok(service.bring.length > 0, service.key);
      for (const said of [service.what, service.who, service.how, service.fee]) assert.notEqual(said, '');
    }
  });

  it(`${slug} has its own words for the kinds of an old register, whistleblowing excepted (rule 2)`, async () => {
    const { kinds } = await officeFromFiles(slug);
    const silent = kinds.filter(({ keywords }) => keywords.length === 0).map(({ key }) => key);
    assert.deepEqual(silent, ['whistleblowing']);
  });
}
