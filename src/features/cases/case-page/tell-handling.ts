import {
  accountOf,
  classOf,
  contactOf,
  due,
  fact,
  files,
  hidden,
  listed,
  ofMachine,
  plain,
  said,
  type Tellers,
  textOf,
  told,
  word,
  written,
} from './event-fact.ts';

/** Entries of checking and classing, and of the way through the office. */
export const HANDLING = {
  'imported-from-register': (event) =>
    told(event, 'event.imported-from-register', {
      batch: ofMachine,
      row: ofMachine,
      status: fact('fact.book-status', word(`fact.book-status.${event.status}`)),
      statusWritten: fact('fact.status-written', textOf(event.statusWritten)),
      narrative: written(event.narrative),
      remarks: fact('fact.remarks', contactOf(event.remarks)),
      outcome: hidden('an old book gives none'),
    }),
  registered: (event) =>
    told(event, 'event.registered', {
      printed: said(plain(event.printed)),
      year: said(),
      no: said(),
    }),
  'form-read-back': (event) =>
    told(event, 'event.form-read-back', {
      way: said(word(`counter.read-back-${event.way}`)),
      scan: files(event.scan),
    }),
  verified: (event) =>
    told(event, `event.verified.${event.completeness}`, {
      completeness: said(),
      missing: fact(
        'fact.missing',
        event.missing.map((id) => ({ as: 'text', id })),
      ),
      authority: fact('field.authority', word(`field.authority.${event.authority}`)),
      text: written(event.text),
      due,
    }),
  'notice-proven': (event) => told(event, `event.notice-proven.${event.notice}`, { notice: said(), due }),
  completed: (event) => told(event, 'event.completed', { text: written(event.text), due }),
  acknowledged: (event) =>
    told(event, event.automatic ? 'event.acknowledged.automatic' : 'event.acknowledged.sent', {
      automatic: said(),
      channel: fact('field.channel', listed('channels', event.channel)),
      text: written(event.text),
    }),
  classified: (event) =>
    told(event, 'event.classified', {
      kind: fact('field.kind', listed('kinds', event.kind)),
      service: fact('field.service', listed('services', event.service)),
      category: fact('field.about', listed('categories', event.category)),
      severity: fact('field.severity', classOf(event.severity)),
      oversight: fact('field.oversight', event.oversight ? word('field.oversight.ya') : null),
      form: fact('field.form', event.form === null ? null : word(`field.form.${event.form}`)),
      deviation: fact(
        'field.deviation',
        event.deviation === null ? null : word(`field.deviation.${event.deviation}`),
      ),
      reason: written(event.reason),
      due,
    }),
  forwarded: (event) => told(event, 'event.forwarded', { toRole: said(listed('roles', event.toRole)) }),
  disposed: (event) =>
    told(event, 'event.disposed', {
      unit: said(listed('units', event.unit)),
      otherUnits: fact(
        'field.otherUnits',
        event.otherUnits.map((key) => ({ as: 'listed', list: 'units', key })),
      ),
      owner: fact('field.owner', accountOf(event.owner)),
      instructions: written(event.instructions),
    }),
  'handed-over': (event) =>
    told(event, event.back ? 'event.handed-over.back' : 'event.handed-over.on', {
      toUnit: said(listed('units', event.toUnit)),
      fromUnit: fact('fact.from-unit', listed('units', event.fromUnit)),
      back: said(),
      owner: fact('field.owner', accountOf(event.owner)),
      reason: written(event.reason),
    }),
  'owner-changed': (event) =>
    told(event, event.owner === null ? 'event.owner-changed.unit' : 'event.owner-changed.on', {
      owner: said(accountOf(event.owner)),
      from: fact('fact.former-owner', accountOf(event.from)),
      reason: written(event.reason),
    }),
  'followed-up': (event) =>
    told(event, 'event.followed-up', {
      entry: said(word(`field.entry.${event.entry}`)),
      text: written(event.text),
      place: fact('field.place', listed('places', event.place)),
      peopleHelped: fact('field.peopleHelped', plain(event.peopleHelped)),
      attachments: files(event.attachments),
    }),
  asked: (event) =>
    told(event, `event.asked.${event.to}`, {
      to: said(),
      body: said(listed('bodies', event.body)),
      text: written(event.text),
      pauses: fact(
        'field.pauses',
        event.pauses.map((clock) => word(`clock.${clock}`)),
      ),
    }),
  replied: (event) =>
    told(event, `event.replied.${event.from}`, {
      from: said(),
      body: said(listed('bodies', event.body)),
      text: written(event.text),
      due,
      attachments: files(event.attachments),
    }),
  'message-sent': (event) =>
    told(event, 'event.message-sent', {
      channel: fact('field.channel', listed('channels', event.channel)),
      text: written(event.text),
      proof: files(event.proof),
    }),
  'document-deferred': (event) =>
    told(event, 'event.document-deferred', {
      document: said(plain(event.document)),
      step: fact('fact.step', plain(event.step)),
      promisedBy: fact('fact.promised-by', textOf(event.promisedBy)),
    }),
  'document-received': (event) =>
    told(event, 'event.document-received', {
      document: said(plain(event.document)),
      step: fact('fact.step', plain(event.step)),
      attachment: files(event.attachment),
    }),
} satisfies Partial<Tellers>;
