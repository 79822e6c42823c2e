import { toIsoDate } from '../../domain/calendar/epoch-day.ts';
import type { CaseState } from '../../domain/complaint/case-state.ts';
import { printRegisterNumber } from '../../domain/complaint/register-number.ts';
import { secretHash } from '../../features/cases/intake/ticket-secret.ts';
import { caseRow } from '../../features/cases/store/case-row.ts';
import { type FactLines, factLines, hashFactLines, stepLine } from '../../features/cases/store/facts-hash.ts';
import { hashPeople } from '../../features/cases/store/people-hash.ts';
import { hashLines, type RowLine } from '../../features/cases/store/row-lines.ts';
import { readersOf } from '../../features/cases/store/visible-cases.ts';
import { SEARCHED } from '../../features/cases/vault/keeper.ts';
import { sealTexts } from '../../features/cases/vault/seal-texts.ts';
import { searchWords } from '../../features/cases/vault/search-words.ts';
import { type SealedIdentity, sealIdentity } from '../../features/cases/vault/vault.ts';
import { CHAIN_START, entryMac } from '../../platform/chain.ts';
import type { Keyring } from '../../platform/keyring.ts';
import type { Random } from '../invented/open-random.ts';
import type { PlannedCase, SeedOffice } from './day-cases.ts';
import { inventId } from './invent-id.ts';
import { PLACEHOLDER } from './story-parts.ts';
import { STORY_SECONDS_MS } from './story-setting.ts';

/** What the names in a story stand for in one case made after it. */
export type CaseNames = { readonly caseId: string; readonly ticket: string };
export type CaseNumber = {
  readonly no: number;
  readonly printedNo: number;
  readonly year: number;
  readonly day: number;
};

/** Everything that one seeded case leaves in the store. */
export type SeededCase = {
  readonly caseId: string;
  readonly secretHash: Buffer;
  readonly row: readonly unknown[];
  readonly state: CaseState;
  readonly head: Buffer;
  readonly entries: readonly {
    readonly seq: number;
    readonly body: string;
    readonly mac: Buffer;
    readonly recordedAt: string;
  }[];
  readonly texts: readonly {
    readonly textId: string;
    readonly purpose: string;
    readonly body: string;
    readonly mac: Buffer;
    readonly writtenAt: string;
  }[];
  readonly words: readonly string[];
  readonly identities: readonly (SealedIdentity & { readonly createdAt: string })[];
  readonly readers: readonly string[];
  readonly register: {
    readonly printed: string;
    readonly no: number;
    readonly year: number;
    readonly givenAt: string;
    readonly cancelledAt: string | null;
  } | null;
  /** Written as they are hashed. */
  readonly facts: FactLines & { readonly steps: RowLine };
};

/** Makes the case: real entries, folds, seals and rows, as the operations themselves would have left them. */
export function seededCase(
  random: Random,
  keyring: Keyring,
  office: SeedOffice,
  planned: PlannedCase,
  names: ReadonlyMap<string, CaseNames>,
  number: CaseNumber | null,
): SeededCase {
  const { template } = planned;
  const own = names.get(template.name);
  if (own === undefined) throw new Error('A case without names');
  const { officeId } = office;
  const values = new Map<string, string>();
  for (const [name, { caseId, ticket }] of names) {
    values.set(PLACEHOLDER.caseId(name), caseId);
    values.set(PLACEHOLDER.ticket(name), ticket);
  }
  const printed = number === null ? '' : printNumber(office, number);
  if (number !== null) {
    values.set(PLACEHOLDER.printed(template.name), printed);
    values.set(String(PLACEHOLDER.registerNo(template.name)), String(number.no));
  }
  values.set(secondsOf(STORY_SECONDS_MS), secondsOf(planned.seconds));
  for (const { id } of [...template.texts, ...template.people]) {
    values.set(id, inventId(random, template.receivedAt));
  }
  const { acts, state, text, facts } = template.fill(values);
  const place = { officeId, caseId: own.caseId };
  const key = keyring.current.forUse('chain');
  const entries: SeededCase['entries'][number][] = [];
  let head: Buffer = CHAIN_START;
  for (const { recordedAt, bodies } of acts) {
    const at = Date.parse(recordedAt);
    for (const body of bodies) {
      const seq = entries.length + 1;
      head = entryMac(key, head, { ...place, seq, recordedAt: at }, body);
      entries.push({ seq, body, mac: head, recordedAt });
    }
  }
  const last = acts.at(-1);
  if (last === undefined) throw new Error('A case without acts');
  const recordedAt = (act: number): string => acts[act]?.recordedAt ?? last.recordedAt;
  const texts = template.texts.flatMap((text) => {
    const writtenAt = recordedAt(text.act);
    const written = { textId: idOf(values, text.id), purpose: text.purpose, body: text.write(random) };
    const sealed = sealTexts(keyring, place, [written], { author: null, at: writtenAt });
    return sealed.map((one) => ({ ...one, writtenAt }));
  });
  const searched = template.texts.flatMap((text, index) =>
    SEARCHED.has(text.purpose) ? (texts[index]?.body ?? '') : [],
  );
  const lines = { ...factLines(facts), steps: stepLine(facts.steps) };
  const identities = template.people.map((person) => ({
    ...sealIdentity(
      keyring,
      { ...place, identityId: idOf(values, person.id) },
      person.part,
      person.invent(random),
    ),
    createdAt: recordedAt(person.act),
  }));
  const beside = {
    facts: Buffer.concat([hashFactLines(lines), hashLines([lines.steps])]),
    people: hashPeople(identities),
    secret: secretHash(keyring, officeId, own.ticket, inventId(random, 0)),
  };
  const registeredAt = acts.find(({ registers }) => registers)?.recordedAt;
  return {
    caseId: own.caseId,
    secretHash: beside.secret,
    row: caseRow(keyring, office, own.caseId, state, head, beside, last.recordedAt, text),
    state,
    head,
    entries,
    texts,
    words: [...searchWords(searched.join(' '))].sort(),
    identities,
    readers: readersOf(state),
    register:
      number === null || registeredAt === undefined
        ? null
        : {
            printed,
            no: number.no,
            year: number.year,
            givenAt: registeredAt,
            cancelledAt: state.cancelled ? last.recordedAt : null,
          },
    facts: lines,
  };
}

function printNumber({ data }: SeedOffice, { no, printedNo, day }: CaseNumber): string {
  const { registerPattern, printedBy } = data.numbers;
  return printRegisterNumber(registerPattern, printedBy === 'month' ? printedNo : no, toIsoDate(day));
}

function idOf(values: ReadonlyMap<string, string>, placeholder: string): string {
  const id = values.get(placeholder);
  if (id === undefined) throw new Error(`No id for ${placeholder}`);
  return id;
}

/** Milliseconds within a minute as the end of an instant: 31,417 gives "31.417Z". */
function secondsOf(ms: number): string {
  return `${(ms / 1000).toFixed(3).padStart(6, '0')}Z`;
}
