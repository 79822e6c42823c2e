import type {
  DirectionGiven,
  DutyFulfilled,
  DutyOpened,
  InvestigationAssessed,
  InvestigationAssigned,
  InvestigationFound,
  ReviewDecided,
  ReviewRecommended,
  ReviewStarted,
  SanctionRecorded,
} from '../../../domain/complaint/closed-lane-event.ts';
import {
  day,
  everybody,
  fact,
  hidden,
  listed,
  parts,
  plain,
  said,
  type ToldEvent,
  textOf,
  told,
  word,
  written,
} from './event-fact.ts';

const files = hidden('files cannot be opened yet');

export type ClosedLaneEvent =
  | DirectionGiven
  | DutyFulfilled
  | DutyOpened
  | InvestigationAssessed
  | InvestigationAssigned
  | InvestigationFound
  | ReviewDecided
  | ReviewRecommended
  | ReviewStarted
  | SanctionRecorded;

/** Telaah awal and jalur pemeriksaan: whoever reads the case is named for it (rules 27–30). */
export function tellClosedLane(event: ClosedLaneEvent): ToldEvent {
  switch (event.type) {
    case 'review-started':
      return told(event, 'event.review-started', {
        reviewers: fact('field.reviewers', everybody(event.reviewers)),
      });
    case 'review-recommended':
      return told(event, 'event.review-recommended', {
        recommendation: said(word(`field.recommend.${event.recommendation}`)),
        text: written(event.text),
      });
    case 'review-decided':
      return told(event, 'event.review-decided', {
        decision: said(word(`field.recommend.${event.decision}`)),
        directions: written(event.directions),
        readers: fact('field.readers', everybody(event.readers)),
      });
    case 'investigation-assessed':
      return told(event, 'event.investigation-assessed', {
        worthy: said(word(event.worthy ? 'field.worthy.ya' : 'field.worthy.tidak')),
        grounds: written(event.grounds),
      });
    case 'investigation-assigned':
      return told(event, 'event.investigation-assigned', {
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
      });
    case 'investigation-found':
      return told(event, 'event.investigation-found', {
        finding: said(word(`field.finding.${event.finding}`)),
        text: written(event.text),
      });
    case 'sanction-recorded': {
      const { sanction } = event;
      return told(event, sanction === null ? 'event.sanction.none' : 'event.sanction.decided', {
        sanction: parts({
          degree: said(sanction === null ? null : word(`field.degree.${sanction.degree}`)),
          number: fact('field.sanction.number', plain(sanction?.number)),
          on: fact('field.sanction.on', day(sanction?.on)),
          authority: fact('field.sanction.authority', textOf(sanction?.authority)),
        }),
      });
    }
    case 'duty-opened':
      return told(event, 'event.duty-opened', {
        duty: said(listed('duties', event.duty)),
        dueOn: fact('fact.due-on', day(event.dueOn)),
      });
    case 'duty-fulfilled':
      return told(event, 'event.duty-fulfilled', {
        duty: said(listed('duties', event.duty)),
        text: written(event.text),
        proof: files,
      });
    case 'direction-given':
      return told(event, 'event.direction-given', { text: written(event.text) });
  }
}
