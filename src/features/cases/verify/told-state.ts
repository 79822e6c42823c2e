import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { nearestDue } from '../../../domain/complaint/deadlines-of-case.ts';
import type { Instant } from '../../../domain/complaint/event.ts';
import type { Clock, Precision, Severity } from '../../../domain/complaint/vocabulary.ts';
import { owedUntil } from '../../../domain/reports/fact-of-case.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';
import { isOpen } from '../store/case-row.ts';
import { readersOf } from '../store/visible-cases.ts';

/** What the folded state of a case tells of the columns, figures, people and texts beside it. */
export type ToldState = {
  readonly ticket: string;
  readonly receivedAt: Instant;
  readonly precision: Precision;
  readonly recordedAt: Instant;
  /** The office's own keys, of which the row beside has the numbers. */
  readonly keys: Readonly<Record<'service' | 'category' | 'unit' | 'place', string | null>>;
  readonly severityFirst: Severity | null;
  readonly cancelled: boolean;
  readonly anonymous: boolean;
  readonly atDesk: boolean;
  readonly complainants: number;
  readonly answeredAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly owedUntil: Instant | null;
  /** The clock of the date that the row is sorted by. */
  readonly dueClock: Clock | null;
  readonly printed: string | null;
  /** Accounts complained of, each once; and the rows of case_reader. */
  readonly respondents: readonly string[];
  readonly readers: readonly string[];
  /** The texts that must be there, and all that was erased. */
  readonly texts: readonly string[];
  readonly erased: readonly string[];
};

export function toldBy(state: CaseState): ToldState {
  const { people, answer, draftAnswer, closed } = state;
  const texts = [state.matter, state.safeContact, answer?.text, draftAnswer?.text, closed?.narrative];
  return {
    ticket: state.ticket,
    receivedAt: state.receivedAt,
    precision: state.precision,
    recordedAt: state.recordedAt,
    keys: { service: state.service, category: state.category, unit: state.unit, place: state.place },
    severityFirst: state.severity.first,
    cancelled: state.cancelled,
    anonymous: state.marks.anonymous,
    atDesk: answer?.atDesk ?? false,
    complainants: people.reporters.length,
    answeredAt: state.answeredAt,
    closedAt: state.closedAt,
    owedUntil: owedUntil(state),
    dueClock: isOpen(state) ? (nearestDue(state)?.clock ?? null) : null,
    printed: state.register?.printed ?? null,
    respondents: [...new Set(people.respondents.flatMap(({ account }) => account ?? []))],
    readers: readersOf(state),
    texts: texts.flatMap((id) => id ?? []),
    erased: state.erased,
  };
}

const FLAG = '(true|false)';
/** A string that needs no unescaping, or null. */
const PLAIN = 'null|"[^"\\\\]*"';
const [TEXT, UNREAD] = [`(${PLAIN})`, `(?:${PLAIN})`];
const PENDING = `(?:null|\\{"body":${UNREAD},"reference":${UNREAD},"lookAgainOn":${UNREAD}\\})`;

/**
 * The members that `skimTold` reads, in the order in which a state is written. None of them can be met within a
 * string, where quotes are escaped; nor can a list end within one, since the name of what follows it stands behind.
 */
const MEMBERS = new RegExp(
  [
    `^\\{"version":\\d+,"ticket":${TEXT},"status":"(?:closed|filed)"`,
    `"service":${TEXT},"category":${TEXT},"severity":\\{"first":${TEXT}`,
    `"place":${TEXT},"receivedAt":${TEXT},"precision":${TEXT}`,
    `"recordedAt":${TEXT}`,
    `"matter":${TEXT},"people":\\{"reporters":\\[([^\\]]*)\\],"concerns":\\[[^\\]]*\\],"respondents":\\[\\]\\}`,
    `"register":(?:null|\\{"year":\\d+,"no":\\d+,"printed":${TEXT}\\})`,
    `"restricted":false,"anonymous":${FLAG}`,
    `"safeContact":${TEXT}`,
    `"unit":${TEXT}`,
    `"due":\\[\\],"ended":(\\[[^\\]]*\\]),"ppidExtendedAt":${UNREAD}`,
    `"draftAnswer":(?:null|\\{"text":${TEXT}\\})`,
    `"answer":(?:null|\\{"text":${TEXT},"way":${UNREAD},"at":${UNREAD},"atDesk":${FLAG},"deliveredAt":${UNREAD}\\})`,
    `"closed":(?:null|\\{"at":${UNREAD},"by":${UNREAD},"pending":${PENDING},"narrative":${TEXT}\\})`,
    `"cancelled":${FLAG}`,
    `"answeredAt":${TEXT},"closedAt":${TEXT}`,
    `"erased":\\[([^\\]]*)\\]`,
  ].join(',(?:[^]*?,)?'),
);

/**
 * What `toldBy` gives, found in the state's text without making an object of all of it: measured at 100,000 cases, that
 * costs 10 µs a case more, 5 to 7 % of all the CPU that `verify` takes. `told-state.prop.test.ts` holds the two together.
 * Null for a case that is open, restricted, complained of a known person or otherwise not plain. Only for the text of a
 * seal that holds: it is read as the program writes it.
 */
export function skimTold(text: string): ToldState | null {
  // No string can hold it, in which quotes are escaped; it judges, wherever it stands.
  if (text.includes('"missed":')) return null;
  const found = MEMBERS.exec(text);
  if (found === null) return null;
  const [, ticket, service, category, severity, place, received, precision, recorded, ...rest] = found;
  const [matter, reporters, printed, ...more] = rest;
  const [anonymous, contact, unit, ended, draft, answer, atDesk, narrative, cancelled, ...times] = more;
  const [answered, closed, erased] = times;
  const end = { answeredAt: plain(answered), closedAt: plain(closed) };
  return {
    ticket: plain(ticket) ?? '',
    receivedAt: plain(received) ?? '',
    precision: trustedJson<Precision>(precision ?? ''),
    recordedAt: plain(recorded) ?? '',
    keys: { service: plain(service), category: plain(category), unit: plain(unit), place: plain(place) },
    severityFirst: trustedJson<Severity | null>(severity ?? ''),
    cancelled: cancelled === 'true',
    anonymous: anonymous === 'true',
    atDesk: atDesk === 'true',
    complainants: (reporters ?? '').split('{').length - 1,
    ...end,
    owedUntil: owedUntil({ due: [], ended: trustedJson<CaseState['ended']>(ended ?? ''), ...end }),
    dueClock: null,
    printed: plain(printed),
    respondents: [],
    readers: [],
    texts: [matter, contact, answer, draft, narrative].flatMap((id) => plain(id) ?? []),
    erased: erased === '' ? [] : trustedJson<readonly string[]>(`[${erased}]`),
  };
}

/** A string of JSON without escapes; null for null and for what is not there. */
function plain(written: string | undefined): string | null {
  return written === undefined || written === 'null' ? null : written.slice(1, -1);
}
