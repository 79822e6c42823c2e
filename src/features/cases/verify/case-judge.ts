import type { Zone } from '../../../domain/calendar/zone.ts';
import type { ComplaintEvent } from '../../../domain/complaint/event.ts';
import { datedActs } from '../../../domain/reports/fact-of-dated-acts.ts';
import type { CopiedRows } from '../../../platform/database/copied-rows.ts';
import type { OfficeCodes } from '../../offices/office-codes.ts';
import { datedEntry } from '../history/dated-entry.ts';
import { hashFactLines } from '../store/facts-hash.ts';
import { hashPersonLines } from '../store/people-hash.ts';
import { hashLines, type RowLine } from '../store/row-lines.ts';
import { type CaseFindings, openFindings } from './case-findings.ts';
import { ENTRY, FACT, type Line, PART, PAST, PERSON, ROW } from './case-streams.ts';
import { type CasePlace, uuidText } from './open-case-rows.ts';
import { openChainJudge } from './verify-chains.ts';
import type { Macs } from './verify-keys.ts';
import { type BesideCase, isNumberOf, judgeState, type RowFrame } from './verify-states.ts';
import { openTextJudge } from './verify-texts.ts';

/** What the rows of an office are read with. */
export type OfficeFrame = { readonly zone: Zone; readonly codes: OfficeCodes };

export type CaseVerdict = {
  readonly texts: number;
  readonly cases: number;
  readonly entries: number;
  readonly findings: CaseFindings;
};

/**
 * Judges one case after the other: `begin`, every row of every stream that is the case's, its own row after all
 * others, `end`.
 */
export type CaseJudge = {
  readonly begin: (place: CasePlace) => void;
  readonly entry: (rows: CopiedRows) => void;
  readonly text: (rows: CopiedRows) => void;
  readonly past: (rows: CopiedRows) => void;
  readonly person: (rows: CopiedRows) => void;
  readonly row: (rows: CopiedRows) => void;
  readonly end: () => void;
  readonly verdict: () => CaseVerdict;
};

/** The case at hand: what has come of it so far. */
type CaseAtHand = {
  readonly place: CasePlace;
  readonly beside: Beside;
  /** The events that reports count by their own day. */
  readonly dated: { readonly event: ComplaintEvent }[];
  /** Under the seal of its row. */
  readonly pastLines: RowLine[];
  readonly personLines: RowLine[];
  hasRow: boolean;
};
/** `BesideCase`, being gathered. */
type Beside = {
  readonly [List in keyof BesideCase]: BesideCase[List] extends readonly (infer One)[]
    ? One[]
    : Map<string, boolean>;
};

export function openCaseJudge(macs: Macs, frameOf: (officeId: number) => OfficeFrame): CaseJudge {
  const findings = openFindings();
  const chains = openChainJudge(macs, findings.ofChain);
  const texts = openTextJudge(macs.all, findings.ofText);
  let cases = 0;
  let atHand = begun({ officeId: 0, caseId: '' });

  function entry(rows: CopiedRows): void {
    chains.entry(rows);
    const dated = datedEntry(rows.bytes(ENTRY.body));
    if (dated !== null) atHand.dated.push(dated);
  }

  function text(rows: CopiedRows): void {
    const { place, beside } = atHand;
    const { textId, isErased } = texts.judge(rows, place.officeId, place.caseId);
    beside.texts.set(textId, isErased);
  }

  function past(rows: CopiedRows): void {
    atHand.pastLines.push(copyOf(rows, PAST.line));
    if (!rows.bool(PAST.isKnown)) return;
    atHand.beside.stretches.push({ from: rows.instant(PAST.from), to: rows.instant(PAST.to) });
    if (rows.bool(PAST.differs)) findings.ofState('fact-differs', 'report_fact_past beside the fact');
  }

  function person(rows: CopiedRows): void {
    const { place, beside, personLines } = atHand;
    const part = rows.int16(PERSON.part);
    if (part === PART.respondent) beside.respondents.push(uuidText(rows.bytes(PERSON.id)));
    else if (part === PART.reader) beside.readers.push(uuidText(rows.bytes(PERSON.id)));
    else {
      personLines.push(copyOf(rows, PERSON.line));
      if (part === PART.erased) beside.erasedPeople.push(uuidText(rows.bytes(PERSON.id)));
      else if (macs.find(rows.latin1(PERSON.keyId)) === null) findings.ofPeople('key-missing', place);
    }
  }

  function row(rows: CopiedRows): void {
    const { place, beside, dated } = atHand;
    cases += 1;
    atHand.hasRow = true;
    const isSealed = chains.row(rows);
    const { zone, codes } = frameOf(place.officeId);
    const frame: RowFrame = { zone, codes, acts: chains.isWhole() ? datedActs(dated, { zone }) : null };
    const state = judgeState(rows, isSealed, frame, beside, findings.ofState);
    if (state !== null && !isNumberOf(state, rows, frame)) {
      findings.ofTotal('register-differs', 'register_entry beside the case');
    }
    judgeSealed(rows);
  }

  /** People and figures against the hashes that the row was sealed with. */
  function judgeSealed(rows: CopiedRows): void {
    const { place, personLines, pastLines } = atHand;
    if (!hashPersonLines(personLines).equals(rows.bytes(ROW.peopleHash))) {
      findings.ofPeople('people-changed', place);
    }
    if (rows.isNull(FACT.from)) {
      findings.ofTotal('fact-missing', 'report_fact');
      return;
    }
    if (rows.bool(FACT.differs)) findings.ofTotal('fact-differs', 'report_fact');
    if (!factsHash(rows, pastLines).equals(rows.bytes(ROW.factsHash))) {
      findings.ofTotal('fact-differs', 'figures beside their seal');
    }
  }

  return {
    begin: (place) => {
      atHand = begun(place);
      chains.begin(place);
    },
    entry,
    text,
    past,
    person,
    row,
    end: () => {
      chains.end();
      const { hasRow, beside } = atHand;
      if (!hasRow && beside.texts.size > 0) findings.ofTotal('dangling', 'case_text', beside.texts.size);
    },
    verdict: () => ({ cases, entries: chains.entries(), texts: texts.count(), findings: findings.all() }),
  };
}

function begun(place: CasePlace): CaseAtHand {
  return {
    place,
    beside: { texts: new Map(), stretches: [], respondents: [], readers: [], erasedPeople: [] },
    dated: [],
    pastLines: [],
    personLines: [],
    hasRow: false,
  };
}

/** Of the figures of the case at hand with all of its past: both halves, as its row is sealed with them. */
function factsHash(rows: CopiedRows, past: readonly RowLine[]): Buffer {
  const { figures, steps } = FACT;
  return Buffer.concat([
    hashFactLines({ current: rows.line(figures.first, figures.last), past }),
    hashLines([rows.line(steps.first, steps.last)]),
  ]);
}

/** A row is good until the next: what is kept of it is copied. */
function copyOf(rows: CopiedRows, { first, last }: Line): RowLine {
  return Buffer.from(rows.line(first, last));
}
