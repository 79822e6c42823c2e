import {
  day,
  everybody,
  fact,
  files,
  listed,
  parts,
  plain,
  said,
  type Tellers,
  textOf,
  told,
  word,
  written,
} from './event-fact.ts';

/** Entries of telaah awal and jalur pemeriksaan: whoever reads the case is named for it (rules 27–30). */
export const CLOSED_LANE = {
  'review-started': (event) =>
    told(event, 'event.review-started', {
      reviewers: fact('field.reviewers', everybody(event.reviewers)),
    }),
  'review-recommended': (event) =>
    told(event, 'event.review-recommended', {
      recommendation: said(word(`field.recommend.${event.recommendation}`)),
      text: written(event.text),
    }),
  'review-decided': (event) =>
    told(event, 'event.review-decided', {
      decision: said(word(`field.recommend.${event.decision}`)),
      directions: written(event.directions),
      readers: fact('field.readers', everybody(event.readers)),
    }),
  'investigation-assessed': (event) =>
    told(event, 'event.investigation-assessed', {
      worthy: said(word(event.worthy ? 'field.worthy.ya' : 'field.worthy.tidak')),
      grounds: written(event.grounds),
    }),
  'investigation-assigned': (event) =>
    told(event, 'event.investigation-assigned', {
      investigators: fact('field.investigators', everybody(event.investigators)),
      from: fact('field.from', day(event.from)),
      to: fact('field.to', day(event.to)),
      letterNumber: fact('field.letterNumber', plain(event.letterNumber) ?? word('fact.number-follows')),
      overridden: parts({
        rule: fact(
          'field.override.rule',
          event.overridden === null ? null : word(`field.rule.${event.overridden.rule}`),
        ),
        reason: fact('field.override.reason', textOf(event.overridden?.reason)),
      }),
    }),
  'investigation-found': (event) =>
    told(event, 'event.investigation-found', {
      finding: said(word(`field.finding.${event.finding}`)),
      text: written(event.text),
    }),
  'sanction-recorded': (event) => {
    const { sanction } = event;
    return told(event, sanction === null ? 'event.sanction.none' : 'event.sanction.decided', {
      sanction: parts({
        degree: said(sanction === null ? null : word(`field.degree.${sanction.degree}`)),
        number: fact('field.sanction.number', plain(sanction?.number)),
        on: fact('field.sanction.on', day(sanction?.on)),
        authority: fact('field.sanction.authority', textOf(sanction?.authority)),
      }),
    });
  },
  'duty-opened': (event) =>
    told(event, 'event.duty-opened', {
      duty: said(listed('duties', event.duty)),
      dueOn: fact('fact.due-on', day(event.dueOn)),
    }),
  'duty-approved': (event) =>
    told(event, 'event.duty-approved', {
      duty: said(listed('duties', event.duty)),
      text: written(event.text),
    }),
  'duty-fulfilled': (event) =>
    told(event, 'event.duty-fulfilled', {
      duty: said(listed('duties', event.duty)),
      text: written(event.text),
      proof: files(event.proof),
    }),
  'direction-given': (event) => told(event, 'event.direction-given', { text: written(event.text) }),
} satisfies Partial<Tellers>;
