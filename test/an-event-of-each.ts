import type { ComplaintEvent, EventType, RespondentRef } from '../src/domain/complaint/event.ts';
import {
  ANSWER_WAYS,
  CLOSED_BY,
  MOVE_CAUSES,
  OUTCOMES,
  REFERRAL_WAYS,
} from '../src/domain/complaint/vocabulary.ts';
import { aComplaint } from './a-complaint.ts';

type Of<T extends EventType> = Extract<ComplaintEvent, { readonly type: T }>;
type Samples = { readonly [T in EventType]: readonly [Of<T>, ...Of<T>[]] };

const at = '2026-03-02T01:00:00.000Z';
const later = '2026-04-02T08:00:00.000Z';
const day = '2026-03-09';
const reason = 'alasan-1';
const text = 'teks-1';
const account = 'petugas-1';
const [first] = aComplaint().received().events();
if (first?.event.type !== 'received') throw new Error('Nothing was received');
const received = first.event;

const verified = {
  type: 'verified',
  at,
  missing: ['kurang-1'],
  authority: 'own',
  text: 'periksa-1',
  due: [],
} as const;
const answered = {
  ...({ type: 'answered', at, channel: 'whatsapp', text, attempts: [{ on: day, how: 'cara-1' }] } as const),
  ...{ undeliverableReason: reason, toldTo: 'pelapor-1', atDesk: false, delivered: true, proof: null },
};
/** A limit that passes before the class makes it another kind. */
const passed = {
  ...({ clock: 'office', limit: '3 hari kerja', from: '2026-02-02T01:00:00.000Z', basis: 'SK' } as const),
  ...{ dueAt: '2026-02-05T08:00:00.000Z', waiting: null },
};
const closed = { type: 'closed', at, pending: null, narrative: text } as const;
const moved = { type: 'deadline-moved', at, clock: 'office', from: at, to: later } as const;
const imported = {
  ...({ type: 'imported-from-register', at, batch: 'b', row: 'r', outcome: null } as const),
  ...{ statusWritten: 'status-1', narrative: text, remarks: 'ragu-1' },
};
/** All that a history may say of one, at once: the compiler asks for a member that is left out. */
const respondent: Required<RespondentRef> = {
  ...{ identity: null, account: null, unit: null, standing: 'undecided' },
  ...{ said: { by: account, staff: [account] }, settledBy: account, alone: true },
};
const decree = { number: '800/7', on: day, authority: 'pejabat-1' } as const;

/** An entry of every type with every field filled, one for each way that it can have gone. */
export const EVENTS: Samples = {
  received: [{ ...received, safeContact: 'aman-1', happenedOn: day, sourceNumber: '12/A', place: 'utara' }],
  'imported-from-register': [
    { ...imported, status: 'closed' },
    { ...imported, status: 'in-progress' },
    { ...imported, status: 'received' },
  ],
  registered: [{ type: 'registered', at, year: 2026, no: 7, printed: '7/2026' }],
  'form-read-back': [
    { type: 'form-read-back', at, way: 'signed', scan: null },
    { type: 'form-read-back', at, way: 'thumb-printed', scan: null },
    { type: 'form-read-back', at, way: 'by-phone', scan: null },
  ],
  verified: [
    { ...verified, completeness: 'incomplete' },
    { ...verified, completeness: 'complete' },
    { ...verified, completeness: 'complete', authority: 'other' },
  ],
  'notice-proven': [
    { type: 'notice-proven', at, notice: 'incomplete', due: [] },
    { type: 'notice-proven', at, notice: 'answer', due: [] },
    { type: 'notice-proven', at, notice: 'ending', due: [] },
  ],
  completed: [{ type: 'completed', at, text, due: [passed] }],
  acknowledged: [
    { type: 'acknowledged', at, automatic: false, channel: 'whatsapp', text },
    { type: 'acknowledged', at, automatic: true, channel: 'whatsapp', text },
  ],
  classified: [
    {
      ...{
        type: 'classified',
        at,
        kind: 'aspirasi',
        service: 'pbi-jk',
        category: 'layanan',
        severity: 'light',
      },
      ...{ oversight: true, form: 'b', deviation: 'penyimpangan', reason, due: [] },
    },
  ],
  forwarded: [{ type: 'forwarded', at, toRole: 'koordinator' }],
  disposed: [
    { type: 'disposed', at, unit: 'linjamsos', otherUnits: ['rehsos'], owner: account, instructions: text },
  ],
  'handed-over': [
    { type: 'handed-over', at, fromUnit: 'linjamsos', toUnit: 'rehsos', owner: account, reason, back: false },
    { type: 'handed-over', at, fromUnit: 'linjamsos', toUnit: 'rehsos', owner: account, reason, back: true },
  ],
  'owner-changed': [
    { type: 'owner-changed', at, from: account, owner: account, reason },
    { type: 'owner-changed', at, from: account, owner: null, reason },
  ],
  'followed-up': [
    followedUp('note'),
    followedUp('field-check'),
    followedUp('shelter'),
    followedUp('aid'),
    followedUp('coordination'),
    followedUp('evidence'),
    followedUp('safe-handover'),
  ],
  asked: [
    { type: 'asked', at, to: 'complainant', body: null, text, pauses: [] },
    { type: 'asked', at, to: 'body', body: 'kemensos', text, pauses: ['sp4n'] },
  ],
  replied: [
    { type: 'replied', at, from: 'complainant', body: null, text, due: [] },
    { type: 'replied', at, from: 'body', body: 'kemensos', text, due: [] },
  ],
  'message-sent': [{ type: 'message-sent', at, channel: 'whatsapp', text, proof: null }],
  'document-deferred': [{ type: 'document-deferred', at, step: 3, document: 'KK', promisedBy: 'janji-1' }],
  'document-received': [{ type: 'document-received', at, step: 3, document: 'KK', attachment: 'berkas-1' }],
  'answer-submitted': [{ type: 'answer-submitted', at, text, attachments: [] }],
  'answer-returned': [{ type: 'answer-returned', at, reason, due: [] }],
  'answer-approved': [
    { type: 'answer-approved', at, due: [] },
    { type: 'answer-approved', at, due: [], as: 'koordinator' },
  ],
  answered: [
    { ...answered, way: ANSWER_WAYS[0] },
    ...ANSWER_WAYS.slice(1).map((way) => ({ ...answered, way })),
    ...(['oral', 'letter', 'channel'] as const).map((way) => ({ ...answered, way, atDesk: true })),
  ],
  closed: [
    {
      ...{ ...closed, outcome: 'pending-elsewhere', closedBy: 'office' },
      pending: { body: 'kemensos', reference: '7/KS', lookAgainOn: day },
    },
    ...OUTCOMES.map((outcome) => ({ ...closed, outcome, closedBy: CLOSED_BY[0] })),
    ...CLOSED_BY.slice(1).map((closedBy) => ({ ...closed, outcome: OUTCOMES[0], closedBy })),
  ],
  confirmed: [{ type: 'confirmed', at }],
  reopened: [
    { type: 'reopened', at, reason, by: 'complainant', due: [] },
    { type: 'reopened', at, reason, by: 'office', due: [] },
  ],
  referred: [referred(REFERRAL_WAYS[0]), ...REFERRAL_WAYS.slice(1).map((way) => referred(way))],
  'transfer-confirmed': [{ type: 'transfer-confirmed', at, body: 'kemensos', reference: '7/KS' }],
  withdrawn: [
    { type: 'withdrawn', at, reason, deemed: false },
    { type: 'withdrawn', at, reason, deemed: true },
  ],
  archived: [
    { type: 'archived', at, outcome: 'archived-invalid', reason },
    { type: 'archived', at, outcome: 'archived-duplicate', reason },
  ],
  filed: [{ type: 'filed', at, box: 'B-7', classification: '460' }],
  'reported-in-period': [{ type: 'reported-in-period', at, report: 'r' }],
  'desk-answer-acknowledged': [{ type: 'desk-answer-acknowledged', at }],
  'taken-to-ombudsman': [
    { type: 'taken-to-ombudsman', at, reference: '12/LM', returned: false },
    { type: 'taken-to-ombudsman', at, reference: '12/LM', returned: true },
  ],
  objected: [{ type: 'objected', at, text }],
  corrected: [
    {
      ...{ type: 'corrected', at, reason, due: [] },
      changes: {
        ...{ kind: 'aspirasi', channel: 'surat', service: null, category: 'layanan', place: 'utara' },
        ...{ oversight: true },
        ...{ respondents: [{ ...respondent, standing: 'not-staff' }] },
        ...{ receivedAt: at, precision: 'day', happenedOn: day, sourceNumber: '12/A', matter: 'isi-2' },
      },
    },
  ],
  cancelled: [{ type: 'cancelled', at, reason }],
  merged: [{ type: 'merged', at, into: 'kasus-2', reason }],
  absorbed: [{ type: 'absorbed', at, other: 'kasus-2', otherReceivedAt: at, otherPrecision: 'instant' }],
  unmerged: [{ type: 'unmerged', at, from: 'kasus-2', reason }],
  released: [{ type: 'released', at, other: 'kasus-2' }],
  unlinked: [{ type: 'unlinked', at, group: 'g' }],
  linked: [{ type: 'linked', at, group: 'g' }],
  marked: [
    marked('urgent', true),
    ...(['protected', 'restricted', 'anonymous', 'secret'] as const).map((mark) => marked(mark, true)),
    ...(['urgent', 'protected', 'restricted', 'anonymous', 'secret'] as const).map((mark) =>
      marked(mark, false),
    ),
  ],
  'urgent-accepted': [{ type: 'urgent-accepted', at, owner: account }],
  'safe-contact-set': [{ type: 'safe-contact-set', at, text }],
  'review-started': [{ type: 'review-started', at, reviewers: [account] }],
  'review-recommended': [
    { type: 'review-recommended', at, recommendation: 'unit', text },
    { type: 'review-recommended', at, recommendation: 'audit', text },
    { type: 'review-recommended', at, recommendation: 'stop', text },
  ],
  'review-decided': [
    { type: 'review-decided', at, decision: 'unit', directions: text, readers: [account] },
    { type: 'review-decided', at, decision: 'audit', directions: text, readers: [account] },
    { type: 'review-decided', at, decision: 'stop', directions: text, readers: [account] },
    { type: 'review-decided', at, decision: 'inspectorate', directions: text, readers: [account] },
  ],
  'investigation-assessed': [
    { type: 'investigation-assessed', at, worthy: true, grounds: text },
    { type: 'investigation-assessed', at, worthy: false, grounds: text },
  ],
  'investigation-assigned': [
    {
      ...{ type: 'investigation-assigned', at, investigators: [account], from: day, to: '2026-04-09' },
      ...{ letterNumber: '094/7', overridden: { rule: 'own-unit', reason } },
    },
  ],
  'investigation-found': [
    { type: 'investigation-found', at, finding: 'proven', text },
    { type: 'investigation-found', at, finding: 'not-proven', text },
    { type: 'investigation-found', at, finding: 'below-standard', text },
  ],
  'sanction-recorded': [
    { type: 'sanction-recorded', at, sanction: { ...decree, degree: 'light' } },
    { type: 'sanction-recorded', at, sanction: { ...decree, degree: 'moderate' } },
    { type: 'sanction-recorded', at, sanction: { ...decree, degree: 'severe' } },
    { type: 'sanction-recorded', at, sanction: null },
  ],
  'duty-opened': [{ type: 'duty-opened', at, duty: 'permintaan-maaf', dueOn: day }],
  'duty-approved': [{ type: 'duty-approved', at, duty: 'permintaan-maaf', text }],
  'duty-fulfilled': [{ type: 'duty-fulfilled', at, duty: 'permintaan-maaf', text, proof: null }],
  'direction-given': [{ type: 'direction-given', at, text }],
  'deadline-moved': [
    { ...moved, cause: MOVE_CAUSES[0] },
    ...MOVE_CAUSES.slice(1).map((cause) => ({ ...moved, cause })),
  ],
  'clock-paused': [{ type: 'clock-paused', at, clock: 'sp4n', reason: 'r' }],
  'clock-resumed': [{ type: 'clock-resumed', at, clock: 'sp4n', due: [] }],
  'identity-opened': [{ type: 'identity-opened', at, identity: 'pelapor-1', reason }],
  'identity-opening-asked': [{ type: 'identity-opening-asked', at, identity: 'pelapor-1', reason }],
  'identity-opening-agreed': [
    { type: 'identity-opening-agreed', at, identity: 'pelapor-1', asker: account, reason },
  ],
  'identity-erased': [{ type: 'identity-erased', at, identity: 'pelapor-1', ledger: 'l' }],
  'text-erased': [{ type: 'text-erased', at, text, ledger: 'l' }],
  'attachment-erased': [{ type: 'attachment-erased', at, attachment: 'berkas-1', ledger: 'l' }],
};

function followedUp(entry: Of<'followed-up'>['entry']): Of<'followed-up'> {
  return { type: 'followed-up', at, entry, text, place: 'utara', peopleHelped: 4, attachments: [] };
}

function referred(way: Of<'referred'>['way']): Of<'referred'> {
  return { type: 'referred', at, way, body: 'kemensos', text, reference: '7/KS' };
}

function marked(mark: Of<'marked'>['mark'], on: boolean): Of<'marked'> {
  return { type: 'marked', at, mark, on, reason, readers: [account] };
}
