import { join } from 'node:path';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { EXAMPLE_SLUG } from '../../features/offices/example-office.ts';
import { loadOffice } from '../../features/offices/load-office.ts';
import { Fault } from '../../platform/errors.ts';
import { trustedJson } from '../../platform/trusted-json.ts';
import { OFFICES_FOLDER } from '../open-system.ts';

/** What would tell of the real regency whose way of working the example borrows. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/TABALONG/g, 'CONTOH'],
  [/Tabalong/g, 'Contoh'],
  [/tabalong/g, 'contoh'],
  [/Kalimantan Selatan/g, 'Provinsi Contoh'],
  [/Bumi Saraba Kawa/g, 'Bumi Contoh'],
];
const ADDRESS = 'Jalan Contoh Nomor 1, Kota Contoh';
const TELEPHONE = '0812-0000-0000';
const EMAIL = 'dinsos@contoh.invalid';
/** Where the example is reached; its other ways in stand without an address. */
const REACHED_AT: Readonly<Record<string, string>> = {
  loket: ADDRESS,
  surat: ADDRESS,
  'kotak-saran': ADDRESS,
  telepon: TELEPHONE,
  whatsapp: TELEPHONE,
  email: EMAIL,
};
const PLACES = ['Utara', 'Selatan', 'Timur', 'Barat', 'Tengah', 'Hulu', 'Hilir'];

/** An office that does not exist: a real one's SOPs, services and classes under invented names and places. */
export async function demoOffice(): Promise<OfficeData> {
  const { office, findings } = await loadOffice(join(OFFICES_FOLDER, 'tabalong'));
  if (office === null)
    throw new Fault('office-invalid', `Kantor contoh tidak dapat disusun: ${findings.length} temuan.`);
  const text = NAMES.reduce((all, [name, other]) => all.replace(name, other), JSON.stringify(office));
  const renamed = trustedJson<OfficeData>(text);
  return {
    ...renamed,
    slug: EXAMPLE_SLUG,
    region: { code: '00.00', name: 'Kabupaten Contoh', level: 'regency' },
    seat: 'Kota Contoh',
    letterhead: {
      ...renamed.letterhead,
      lines: ['PEMERINTAH KABUPATEN CONTOH', 'DINAS SOSIAL'],
      address: [`${ADDRESS} · Telepon ${TELEPHONE} · Surel ${EMAIL}`],
    },
    channels: renamed.channels.map((channel) => ({ ...channel, address: REACHED_AT[channel.key] ?? null })),
    places: [
      ...PLACES.map((name) => ({ key: name.toLowerCase(), label: `Kecamatan ${name}` })),
      { key: 'luar-daerah', label: 'Luar Kabupaten Contoh' },
    ],
  };
}
