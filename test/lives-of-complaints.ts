import type { CaseOperation } from '../src/domain/complaint/operation-table.ts';

export type Fields = Readonly<Record<string, string>>;
export type Step = readonly [operation: CaseOperation, fields?: Fields];

const TEXT = { text: 'Isi contoh.' };
const MESSAGE = { text: 'Pengaduan Anda kami terima.' };
const AGAIN = { text: 'Isi contoh yang lain.' };
const REASON = { reason: 'Alasan contoh.' };
const INCOMPLETE: Fields = { completeness: 'incomplete', missing: 'KTP\nKartu Keluarga' };
const COMPLETE: Fields = { completeness: 'complete', text: 'Sudah dibawa.' };

/** Lives of complaints that between them take every operation; `$1`, `$2` and `$3` are accounts, `$into` another ticket. */
export const LIVES: readonly (readonly Step[])[] = [
  [
    ['mark', { mark: 'urgent', on: 'ya', ...REASON }],
    ['accept-urgent'],
    ['set-safe-contact', { text: 'Lewat pesan, sore hari.' }],
    ['register'],
    ['acknowledge', { channel: 'whatsapp', ...MESSAGE }],
    ['read-back', { way: 'thumb-printed' }],
    ['verify', INCOMPLETE],
    ['prove-notice', { notice: 'incomplete' }],
    ['verify', COMPLETE],
    ['classify', { severity: 'light' }],
    ['forward'],
    ['dispose', { unit: 'sekretariat', instructions: 'Segera.' }],
    ['hand-over', { toUnit: 'rehabilitasi-sosial', ...REASON }],
    ['change-owner', { owner: '$1', ...REASON }],
    ['follow-up', { entry: 'aid', peopleHelped: '4', place: 'sambas', ...TEXT }],
    ['ask', TEXT],
    ['reply', TEXT],
    ['send-message', { channel: 'whatsapp', ...MESSAGE }],
    ['give-direction', TEXT],
    ['submit-answer', TEXT],
    ['return-answer', REASON],
    ['submit-answer', TEXT],
    ['approve-answer'],
    ['answer', { way: 'channel', channel: 'whatsapp' }],
    ['prove-notice', { notice: 'answer' }],
    ['confirm'],
    ['close', { outcome: 'resolved', closedBy: 'complainant', narrative: 'Selesai.' }],
    ['reopen', REASON],
    [
      'answer',
      { way: 'undeliverable', undeliverableReason: 'Pindah.', ...attempt(0), ...attempt(2), ...AGAIN },
    ],
    ['close', { outcome: 'explained' }],
    ['take-to-ombudsman', { returned: 'tidak', reference: '12/LM' }],
    ['correct', { channel: 'surat', ...REASON }],
    ['file', { box: 'B-1' }],
  ],
  [
    ['register'],
    ['refer', { way: 'transferred', body: '$body' }],
    ['confirm-transfer', { answerWay: 'oral', ...TEXT }],
  ],
  [['withdraw', REASON]],
  [
    ['archive', { outcome: 'archived-invalid', ...REASON }],
    ['prove-notice', { notice: 'ending' }],
  ],
  [
    ['merge', { into: '$into', ...REASON }],
    ['unmerge', REASON],
    ['cancel', REASON],
  ],
  [
    ['answer-at-desk', { way: 'oral', outcome: 'explained', severity: 'light', ...TEXT }],
    ['acknowledge-desk-answer'],
  ],
];
/** In an office that takes requests as PPID. */
export const REQUEST: readonly Step[] = [
  ['correct', { kind: 'permintaan-informasi', channel: 'ppid', ...REASON }],
  ['extend-request'],
  ['object', TEXT],
];
/** Who is complained of is said by a person: a token would be one more beside its maker (rule 28). */
export const SETTLING: readonly Step[] = [['settle-respondent', { respondent: '1', staff: '$3', ...REASON }]];
/** For the people whom the case names; a token is nobody (rule 27). */
export const CLOSED_LANE: readonly Step[] = [
  ['review/start', { reviewers: '$1' }],
  ['review/recommend', { recommendation: 'audit', ...TEXT }],
  ['review/decide', { decision: 'audit', readers: '$1' }],
  ['investigation/assign', { investigators: '$1', from: '2026-04-06', to: '2026-05-06', ...override() }],
  ['investigation/assess', { worthy: 'ya', grounds: 'Ada bukti awal.' }],
  ['investigation/find', { finding: 'below-standard', ...TEXT }],
  ['investigation/sanction', {}],
  ['approve-duty', { duty: 'permintaan-maaf', text: 'Kami meminta maaf atas pelayanan yang lambat.' }],
  ['fulfil-duty', { duty: 'permintaan-maaf', text: 'Diumumkan di halaman kantor hari ini.' }],
];

function attempt(row: number): Fields {
  return { [`attempts.${row}.on`]: '2026-04-06', [`attempts.${row}.how`]: 'Didatangi.' };
}

function override(): Fields {
  return { 'override.rule': 'reviewer-is-investigator', 'override.reason': 'Pegawai lain sedang cuti.' };
}

/** With the accounts and tickets of this installation put in. */
export function filled(fields: Fields, put: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, put[value] ?? value]));
}
