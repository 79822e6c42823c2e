import {
  CHANNELS,
  KINDS,
  OUTCOMES,
  PRECISIONS,
  PROVENANCES,
  SEVERITIES,
  STATUSES,
} from '../../../domain/complaint/vocabulary.ts';
import { type ReportFact, SANCTIONS } from '../../../domain/reports/report-fact.ts';
import type { OfficeCodes } from '../../offices/office-codes.ts';
import type { Columns } from './columns.ts';
import { vocabularyCode } from './vocabulary-code.ts';

/** The columns of report_fact between its key and its times, in the order in which `factRow` gives their values. */
export const FACT_COLUMNS: Columns = [
  ['received_on', 'date'],
  ['kind', 'smallint'],
  ['channel', 'smallint'],
  ['service', 'smallint'],
  ['category', 'smallint'],
  ['severity_first', 'smallint'],
  ['severity', 'smallint'],
  ['status', 'smallint'],
  ['outcome', 'smallint'],
  ['unit', 'smallint'],
  ['place', 'smallint'],
  ['provenance', 'smallint'],
  ['receipt_precision', 'smallint'],
  ['counted', 'boolean'],
  ['cancelled', 'boolean'],
  ['anonymous', 'boolean'],
  ['urgent', 'boolean'],
  ['protected', 'boolean'],
  ['at_desk', 'boolean'],
  ['complainants', 'smallint'],
  ['answer_working_days', 'smallint'],
  ['register_year', 'smallint'],
  ['register_no', 'int'],
  ['first_reaction_at', 'timestamptz'],
  ['answered_at', 'timestamptz'],
  ['closed_at', 'timestamptz'],
  ['due_at', 'timestamptz'],
  ['registered_on', 'date'],
  ['found_on', 'date'],
  ['sanction', 'smallint'],
  ['sanctioned_on', 'date'],
];

/** The values of FACT_COLUMNS: words of vocabularies and the office's own keys as their numbers. */
export function factRow(fact: ReportFact, { codeOf }: OfficeCodes): readonly unknown[] {
  const { severity, severityFirst, outcome, sanction } = fact;
  return [
    fact.receivedOn,
    vocabularyCode(KINDS, fact.kind),
    vocabularyCode(CHANNELS, fact.channel),
    codeOf('service', fact.service),
    codeOf('category', fact.category),
    severityFirst === null ? null : vocabularyCode(SEVERITIES, severityFirst),
    severity === null ? null : vocabularyCode(SEVERITIES, severity),
    vocabularyCode(STATUSES, fact.status),
    outcome === null ? null : vocabularyCode(OUTCOMES, outcome),
    codeOf('unit', fact.unit),
    codeOf('place', fact.place),
    vocabularyCode(PROVENANCES, fact.provenance),
    vocabularyCode(PRECISIONS, fact.precision),
    fact.counted,
    fact.cancelled,
    fact.anonymous,
    fact.urgent,
    fact.protected,
    fact.atDesk,
    fact.complainants,
    fact.answerWorkingDays,
    fact.registerYear,
    fact.registerNo,
    fact.firstReactionAt,
    fact.answeredAt,
    fact.closedAt,
    fact.dueAt,
    fact.registeredOn,
    fact.foundOn,
    sanction === null ? null : vocabularyCode(SANCTIONS, sanction),
    fact.sanctionedOn,
  ];
}
