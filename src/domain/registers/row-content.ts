import type { HeaderColumn } from './find-header.ts';
import { readOfficeValues } from './read-office-values.ts';
import { readPersons } from './read-persons.ts';
import { readPhones, splitPhones } from './read-phones.ts';
import type { ImportedRow, ReadingContext, Suggestion } from './register-row.ts';
import type { RowCells, SayDoubt } from './row-cells.ts';
import { readRowSecrecy, type SecrecyOfSheet } from './row-secrecy.ts';
import type { SheetPeriod } from './sheet-period.ts';
import type { KindSuggester } from './suggest-kind.ts';
import type { ServiceSuggester } from './suggest-service.ts';
import { readChannel, readKind, readStatus, saysStillOpen } from './written-values.ts';

export type Suggesters = { readonly service: ServiceSuggester; readonly kind: KindSuggester };

export type RowSetting = {
  readonly sheet: string;
  readonly columns: readonly HeaderColumn[];
  readonly period: SheetPeriod;
  readonly context: ReadingContext;
  readonly suggest: Suggesters;
  /** The file is an export of SP4N-LAPOR, whose rows came by that channel. */
  readonly fromSp4n: boolean;
  readonly secrecy: SecrecyOfSheet;
};

export type RowContent = Omit<
  ImportedRow,
  | 'sheet'
  | 'row'
  | 'joined'
  | 'sourceNumber'
  | 'doubts'
  | 'verdict'
  | 'reason'
  | 'receipt'
  | 'fingerprint'
  | 'likeness'
>;

/** What a row says besides its number and date. Every repair and every "cannot tell" is said. */
export function readContent(cells: RowCells, row: number, setting: RowSetting, say: SayDoubt): RowContent {
  const title = cells.text('title');
  const matter = [title, cells.text('matter')].filter((text) => text !== '').join('. ');
  const narrative = cells.text('narrative');
  if (matter === '')
    say('matter', 'missing-matter', '', null, 'Isi pengaduan tidak ditulis; baris diambil tanpa isi.');
  // "Bagja (0812…)": a number that was written beside the name.
  const named = splitPhones(cells.text('name'));
  const name = named.runs.length === 0 ? named.rest : named.rest.replace(/[\s,;/(-]+$/, '');
  const persons = readPersons(name, matter, narrative, say);
  const secrecy = readRowSecrecy(cells, setting.secrecy, say);
  const phones = readPhoneCell(
    [...named.runs, cells.text('phone')].filter((each) => each !== '').join(', '),
    say,
  );
  const address = readAddress(cells, say);
  const status = readStatusCell(cells, narrative, say);
  const kinds = readKindCell(cells, matter, setting, say);
  const channel = readChannelCell(cells, setting, say);
  const values = readOfficeValues(cells, setting.context, say);
  const served = cells.text('service');
  const suggested =
    matter === '' && served === '' ? null : suggestService(served, matter, narrative, setting);
  const suggestions: Suggestion[] = [];
  if (suggested !== null) suggestions.push({ sheet: setting.sheet, row, field: 'service', ...suggested });
  if (kinds.suggestion !== null)
    suggestions.push({ sheet: setting.sheet, row, field: 'kind', ...kinds.suggestion });
  const receivedTime = cells.text('received-time');
  if (receivedTime !== '') {
    const [{ heading } = { heading: '' }] = cells.under('received-time');
    say(
      'received-time',
      'meaning-unclear',
      receivedTime,
      null,
      `Arti kolom ${heading} tidak jelas (diterima atau dijawab); disimpan dengan nama kolomnya, tidak dipakai untuk menghitung waktu.`,
    );
  }
  return {
    dateWritten: [cells.text('weekday'), cells.text('date')].filter((each) => each !== '').join(' '),
    people: persons.people,
    anonymous: persons.anonymous || secrecy.anonymous,
    secret: secrecy.secret,
    concerns: persons.concerns,
    phones: phones.phones,
    email: cells.text('email') || null,
    nik: readNik(cells, say),
    address,
    place: values.place,
    matter,
    narrative,
    ...status,
    channel: channel.channel,
    severity: values.severity,
    category: values.category,
    service: values.service,
    kind: kinds.kind,
    kept: [
      ...cells.kept,
      ...values.kept,
      ...channel.kept,
      ...phones.unread.map((text) => ({ heading: phones.heading, text })),
    ],
    suggestions,
  };
}

function suggestService(
  served: string,
  matter: string,
  narrative: string,
  setting: RowSetting,
): Omit<Suggestion, 'sheet' | 'row' | 'field'> | null {
  const stated = served === '' ? null : setting.suggest.service(served, '');
  const named = stated?.by === 'keyword' ? stated : null;
  const found = named ?? setting.suggest.service(matter, narrative);
  if (found === null) return null;
  const { value, confidence, why } = found;
  return named === null
    ? { value, confidence, why }
    : { value, confidence: 0.99, why: `Kolom layanan register menyebutnya. ${why}` };
}

function readPhoneCell(
  text: string,
  say: SayDoubt,
): { phones: readonly string[]; unread: readonly string[]; heading: string } {
  const read = readPhones(text);
  if (read.phones.length > 1) {
    say(
      'phone',
      'several-phones',
      text,
      read.phones.join(', '),
      'Lebih dari satu nomor ditulis; semuanya diambil.',
      read.phones,
    );
  }
  if (read.repaired)
    say(
      'phone',
      'phone-repaired',
      text,
      read.phones.join(', '),
      'Angka 0 di depan nomor hilang atau ada tanda lain; nomor dirapikan.',
    );
  for (const piece of read.unread)
    say(
      'phone',
      'phone-invalid',
      piece,
      null,
      'Tidak dapat dibaca sebagai nomor telepon; disimpan sebagai teks.',
    );
  return { phones: read.phones, unread: read.unread, heading: 'Nomor telepon menurut register' };
}

function readAddress(cells: RowCells, say: SayDoubt): string | null {
  const parts = [cells.text('address'), cells.text('village'), cells.text('district')].filter(
    (text) => text !== '' && !/^[-–]+$/.test(text),
  );
  const expected = (['address', 'village', 'district'] as const).some((meaning) => cells.hasColumn(meaning));
  if (expected && parts.length === 0) say('address', 'missing-address', '', null, 'Alamat tidak ditulis.');
  return parts.length === 0 ? null : parts.join(', ');
}

function readStatusCell(
  cells: RowCells,
  narrative: string,
  say: SayDoubt,
): Pick<ImportedRow, 'statusWritten' | 'status'> {
  const written = cells.text('status');
  const status = written === '' ? null : readStatus(written);
  if (written === '')
    say('status', 'status-missing', '', null, 'Register tidak menyebut status; dicatat tidak tercatat.');
  else if (status === null)
    say(
      'status',
      'status-unclear',
      written,
      null,
      'Status ini tidak dikenal; disimpan sebagaimana tertulis dan dicatat tidak tercatat.',
    );
  const open = status === 'closed' ? saysStillOpen(narrative) : null;
  if (open !== null) {
    say(
      'status',
      'status-vs-narrative',
      `${written}; narasi: "${open}"`,
      written,
      'Register menyatakan selesai, tetapi narasinya menyebut masih berproses; dicatat selesai menurut register.',
    );
  }
  return { statusWritten: written || null, status };
}

function readKindCell(
  cells: RowCells,
  matter: string,
  setting: RowSetting,
  say: SayDoubt,
): { kind: ImportedRow['kind']; suggestion: Omit<Suggestion, 'sheet' | 'row' | 'field'> | null } {
  const stated = readKind(cells.text('kind'));
  if (stated !== null) return { kind: stated, suggestion: null };
  const suggestion = setting.suggest.kind(matter);
  if (suggestion !== null) {
    say(
      'kind',
      'kind-suggested',
      matter.slice(0, 200),
      'pengaduan',
      `Mungkin ${suggestion.value.replaceAll('-', ' ')}; tetap dicatat sebagai pengaduan sampai petugas mengubahnya.`,
      [suggestion.value],
    );
  }
  return { kind: 'pengaduan', suggestion };
}

function readChannelCell(
  cells: RowCells,
  setting: RowSetting,
  say: SayDoubt,
): Pick<ImportedRow, 'channel' | 'kept'> {
  const written = cells.text('channel');
  if (setting.fromSp4n) return { channel: 'sp4n-lapor', kept: cells.under('channel') };
  const channel = written === '' ? null : readChannel(written);
  if (written !== '' && channel === null)
    say(
      'channel',
      'channel-unclear',
      written,
      'tidak-tercatat',
      'Saluran ini tidak dikenal, atau lebih dari satu; dicatat tidak tercatat.',
    );
  return { channel: channel ?? 'tidak-tercatat', kept: [] };
}

function readNik(cells: RowCells, say: SayDoubt): string | null {
  const written = cells.text('nik');
  if (written === '' || /^[-–]+$/.test(written)) return null;
  const digits = written.replaceAll(/[\s'.-]/g, '');
  const lost = cells.cell('nik')?.number === true && digits.length > 15;
  if (/^\d{16}$/.test(digits) && !lost) return digits;
  say(
    'nik',
    'nik-invalid',
    written,
    null,
    lost
      ? 'NIK disimpan Excel sebagai angka sehingga angka terakhirnya hilang; tidak diambil.'
      : 'NIK bukan 16 angka; tidak diambil.',
  );
  return null;
}
