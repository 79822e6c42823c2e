import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SPREADSHEET_REFUSALS } from '../src/adapters/documents/spreadsheet/spreadsheet-refusal.ts';
import {
  ANSWER_WAYS,
  CHANNELS,
  CLOCKS,
  CLOSED_BY,
  KINDS,
  OPERATIONS,
  OUTCOMES,
  PRECISIONS,
  PROVENANCES,
  REFERRAL_WAYS,
  REPORTER_ROLES,
  SEVERITIES,
  SMALLER_ACTS,
  STATUSES,
  WORKS_HERE,
} from '../src/domain/complaint/vocabulary.ts';
import {
  MAIL_KINDS,
  MAIL_REASONS,
  MAIL_STATES,
  NOTICE_CAUSES,
} from '../src/domain/notices/notice-vocabulary.ts';
import { REPORT_KINDS, REPORT_TABLES } from '../src/domain/office/office-data.ts';
import { READS_AND_ADMINISTRATION } from '../src/domain/people/permissions.ts';
import { DOUBT_RULES } from '../src/domain/registers/doubt-rules.ts';
import { CHECKS } from '../src/domain/reports/check-report.ts';
import { STEP_ENDS } from '../src/domain/reports/fact-of-steps.ts';
import { CHANGE_KEYS, PROMISE_KEYS, RESPONSE_KEYS, WAY_KEYS } from '../src/domain/reports/report-cell.ts';
import { ELAPSED_KEYS, SANCTIONS } from '../src/domain/reports/report-fact.ts';
import { REFUSAL_STATUS } from '../src/features/cases/doors/refusal-answers.ts';
import { UNITS } from '../src/features/cases/store/step-fact-row.ts';
import { REPORT_FORMATS } from '../src/features/reports/draw-report.ts';
import { EDGE_PROBLEMS } from '../src/platform/http/bad-request.ts';
import { platformProblems } from '../src/platform/http/problem.ts';

/** The vocabularies whose words are stored as their place in the list, by their names in the code. */
export const STORED_AS_NUMBERS = {
  KINDS,
  CHANNELS,
  STATUSES,
  OUTCOMES,
  CLOCKS,
  SEVERITIES,
  PROVENANCES,
  PRECISIONS,
  SANCTIONS,
  STEP_ENDS,
  UNITS,
  RESPONSE_KEYS,
  PROMISE_KEYS,
  ELAPSED_KEYS,
  ANSWER_WAYS,
  WAY_KEYS,
  CHANGE_KEYS,
} as const satisfies Readonly<Record<string, readonly string[]>>;

const root = fileURLToPath(new URL('../', import.meta.url));

/** Every closed list of the code under the heading that it has in docs/contract.md. */
export function closedLists(): ReadonlyMap<string, readonly string[]> {
  return new Map<string, readonly string[]>([
    ['Kinds', KINDS],
    ['Channels', CHANNELS],
    ['Statuses', STATUSES],
    ['Outcomes', OUTCOMES],
    ['Ways of an answer', ANSWER_WAYS],
    ['Closed by', CLOSED_BY],
    ['Clocks', CLOCKS],
    ['As whom a complainant stands', REPORTER_ROLES],
    ['Whether the person complained of works here', WORKS_HERE],
    ['Severities', SEVERITIES],
    ['Provenances', PROVENANCES],
    ['Precisions of a receipt', PRECISIONS],
    ['Ways out of house', REFERRAL_WAYS],
    ['Operations', OPERATIONS],
    ['Smaller acts', SMALLER_ACTS],
    ['Permissions beside the operations', READS_AND_ADMINISTRATION],
    ['Events', eventTypes()],
    ['Kinds of report', REPORT_KINDS],
    ['Formats of a report', REPORT_FORMATS],
    ['Tables of a report', REPORT_TABLES],
    ['Answering times', RESPONSE_KEYS],
    ['Promises', PROMISE_KEYS],
    ['Answered how', WAY_KEYS],
    ['Changes of class', CHANGE_KEYS],
    ['Measured times', ELAPSED_KEYS],
    ['Sanctions', SANCTIONS],
    ['Ends of an SOP step', STEP_ENDS],
    ['Units of an SOP step', UNITS],
    ['Checks before issuing', CHECKS],
    ['Refusals of a report', unionOf('src/features/reports/build-report.ts', 'ReportRefusal')],
    ['Why not now', unionOf('src/domain/complaint/refusal.ts', 'NotNow')],
    ['Doubts that ask for a person', doubts('ask')],
    ['Doubts that only tell', doubts('note')],
    ['Fields of a register', unionOf('src/domain/registers/doubt-rules.ts', 'RegisterField')],
    ['Refusals of a file', Object.keys(SPREADSHEET_REFUSALS)],
    ['Rules of office check', unionOf('src/features/offices/office-finding.ts', 'OfficeRule')],
    ['Causes of a notice', NOTICE_CAUSES],
    ['Kinds of mail', MAIL_KINDS],
    ['States of mail', MAIL_STATES],
    ['Why a mail waits or did not go', MAIL_REASONS],
    ['Findings of verify: chains', unionOf('src/features/cases/verify/verify-chains.ts', 'ChainRule')],
    ['Findings of verify: anchors', unionOf('src/features/cases/verify/verify-anchors.ts', 'AnchorRule')],
    ['Findings of verify: totals', unionOf('src/features/cases/verify/verify-totals.ts', 'TotalRule')],
    ['Findings of verify: papers', unionOf('src/features/papers/verify-papers.ts', 'PaperFindingRule')],
    [
      'Findings of verify: attachments',
      unionOf('src/features/cases/verify/verify-attachments.ts', 'AttachmentRule'),
    ],
    ['Findings of verify: texts', unionOf('src/features/cases/verify/verify-texts.ts', 'TextRule')],
    ['Findings of verify: identities', unionOf('src/features/cases/verify/case-findings.ts', 'PeopleRule')],
    ['Findings of verify: states', unionOf('src/features/cases/verify/verify-states.ts', 'StateRule')],
    ['Findings of doctor', unionOf('src/app/doctor/finding.ts', 'FindingId')],
  ]);
}

/** Refusals and problems by the HTTP status that they are answered with. */
export function codesByStatus(): ReadonlyMap<number, readonly string[]> {
  const platform = Object.values(platformProblems).map(({ code, status }) => [code, status] as const);
  const all = [...Object.entries(REFUSAL_STATUS), ...Object.entries(EDGE_PROBLEMS), ...platform];
  const grouped = Map.groupBy(all, ([, status]) => status);
  return new Map([...grouped].map(([status, codes]) => [status, codes.map(([code]) => code)]));
}

/** The constants that a file of the store turns into numbers or reads back from them: `vocabularyCode(KINDS, …)`. */
export function storedVocabularies(): ReadonlySet<string> {
  const files = globSync('src/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] });
  const calls = files.flatMap((file) => [
    ...codeOf(file).matchAll(/\bvocabulary(?:Code|Word)\(\s*([A-Z][A-Z_]+)\b/g),
  ]);
  return new Set(calls.map(([, name = '']) => name));
}

function doubts(tone: 'ask' | 'note'): readonly string[] {
  return Object.entries(DOUBT_RULES).flatMap(([rule, own]) => (own === tone ? [rule] : []));
}

/** Types leave nothing at run time, so a union is read from its source. */
function unionOf(file: string, name: string): readonly string[] {
  const source = codeOf(file);
  const start = source.indexOf(`export type ${name} =`);
  if (start < 0) throw new Error(`${file} has no type ${name}`);
  const body = source.slice(start, endOfType(source, start));
  return [...body.matchAll(/'([^']+)'/g)].map(([, code = '']) => code);
}

/** The semicolon outside of braces that ends a type. */
function endOfType(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    if (source[at] === '{') depth += 1;
    if (source[at] === '}') depth -= 1;
    if (source[at] === ';' && depth === 0) return at;
  }
  return source.length;
}

function eventTypes(): readonly string[] {
  return ['event', 'closed-event', 'closed-lane-event', 'custody-event', 'joining-event'].flatMap((name) =>
    [...codeOf(`src/domain/complaint/${name}.ts`).matchAll(/\bOf<\s*'([a-z-]+)'/g)].map(
      ([, type = '']) => type,
    ),
  );
}

function codeOf(file: string): string {
  return readFileSync(`${root}${file}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
}
