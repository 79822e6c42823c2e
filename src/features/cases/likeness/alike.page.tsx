import type { Context, Handler } from 'hono';
import { instantOf } from '../../../domain/complaint/instant-ms.ts';
import { needsSecondPerson } from '../../../domain/complaint/opening-consent.ts';
import { KINDS } from '../../../domain/complaint/vocabulary.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { isWordKey } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import { type CaseReading, readCase } from '../case-page/read-case.read.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { refusalSentence } from '../doors/refusal-answers.ts';
import { normalTicket } from '../store/ticket.ts';
import type { Person } from '../vault/person.ts';
import { readPeople } from '../vault/read-people.ts';
import { AlikeView, WrittenAlikeView } from './alike.view.tsx';
import { alikeFaces } from './alike-faces.presenter.ts';
import { type Alike, findAlike, queryOf } from './find-alike.ts';
import { keepUnlike } from './likeness.store.ts';
import { linkCases } from './link-cases.ts';

/** `/petugas/kasus/{ticket}/ganda`: what may be the same complaint. */
export function alikePage(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], (c, work) => showAlike(c, desk, work, {}, 200));
}

/** Linked as a rombongan, or said to be another matter; a merge is looked at first. */
export function sendAlike(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const words = wordsFor(c);
    const reading = await readHere(c, desk, work);
    if (reading === null || !mayJoin(reading)) return c.notFound();
    const { ticket } = reading.state;
    const { act, other: typed = '' } = (await readForm(c))?.values ?? {};
    const other = normalTicket(typed);
    const missing = { other: words('likeness.not-found') };
    if (other === null) return showAlike(c, desk, work, missing, 422);
    if (act === 'merge') return seeOther(`/petugas/kasus/${ticket}/gabung?dengan=${other}`);
    const { office } = work;
    if (act === 'link') {
      const actor = actingAs(work, 'merge');
      const request = { office, ref: { ticket }, other: { ticket: other }, actor };
      const linked = await linkCases(desk.cases, request, desk.clock());
      if (linked.ok) return seeOther(`/petugas/kasus/${ticket}/rombongan`);
      const sentence = linked.refusal === 'case-not-found' ? missing.other : refusalSentence(linked, words);
      return showAlike(c, desk, work, { other: sentence }, 409);
    }
    // Of a case that is not for him nobody says anything, be it that it is another.
    const beside = await readCase(desk.cases, office, { ticket: other }, work.actor, desk.clock());
    if (beside === null || beside.caseId === reading.caseId) return showAlike(c, desk, work, missing, 422);
    await withOffice(desk.pool, office.officeId, (tx) =>
      keepUnlike(tx, office.officeId, [reading.caseId, beside.caseId], {
        account: work.actor.account,
        at: instantOf(desk.clock()),
      }),
    );
    return seeOther(`/petugas/kasus/${ticket}/ganda?selesai=unlike`);
  });
}

/** Whether this reader may join this case with others: what `merge` asks (rule 3). */
export function mayJoin({ actions }: Pick<CaseReading, 'actions'>): boolean {
  return actions.some(({ operation }) => operation === 'merge');
}

function readHere(c: Context, desk: CasePagesDesk, work: AtWork): Promise<CaseReading | null> {
  const ticket = normalTicket(c.req.param('ticket') ?? '') ?? '';
  return readCase(desk.cases, work.office, { ticket }, work.actor, desk.clock());
}

async function showAlike(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  errors: FieldErrors,
  status: number,
): Promise<Response> {
  const words = wordsFor(c);
  const reading = await readHere(c, desk, work);
  if (reading === null) return c.notFound();
  const { state } = reading;
  const matter = reading.texts.get(state.matter)?.body ?? '';
  const found = await alikeOf(desk, work, reading, matter);
  const key = `likeness.done.${c.req.query('selesai') ?? ''}`;
  const body = (
    <AlikeView
      staff={work.face}
      ticket={state.ticket}
      matter={matter}
      found={alikeFaces(found, work.office, words)}
      mayJoin={mayJoin(reading)}
      inGroup={state.group !== null}
      errors={errors}
      done={isWordKey(key) ? words(key) : null}
    />
  );
  const failed = Object.keys(errors).length > 0;
  return page(c, desk, { title: words('likeness.title'), failed }, body, { status });
}

async function alikeOf(
  desk: CasePagesDesk,
  { office, actor }: AtWork,
  { caseId, state }: CaseReading,
  matter: string,
): Promise<readonly Alike[]> {
  // Of a case that takes a second person nobody is compared (rule 32).
  const people = needsSecondPerson(state) ? [] : await peopleOf(desk, office.officeId, caseId);
  const { kind, place, service, group } = state;
  const face = { text: matter, kind, place, service, receivedAt: Date.parse(state.receivedAt) };
  return findAlike(desk.cases, office, actor, { face, people, caseId, group });
}

async function peopleOf(desk: CasePagesDesk, officeId: number, caseId: string): Promise<readonly Person[]> {
  const people = await withOffice(
    desk.pool,
    officeId,
    (tx) => readPeople(tx, desk.keyring, officeId, caseId),
    { readOnly: true },
  );
  return people.flatMap(({ part, person }) => (part === 'respondent' || person === null ? [] : [person]));
}

/** Fewer letters tell nothing yet. */
const LEAST_LETTERS = 20;

/**
 * `POST /petugas/loket/ganda`: the counter's form as it is being written, by its button in a tab of its own, or by a script as
 * one types.
 */
export function writtenAlikePage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['intake'], async (c, work) => {
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const { text = '', name, phone, nik, email, anonymous, secret } = values;
    const tooShort = text.length < LEAST_LETTERS || queryOf(text) === null;
    const named = anonymous === undefined && secret === undefined;
    const person: Person = {
      ...{ name: name ?? null, phone: phone ?? null, nik: nik ?? null, email: email ?? null },
      address: null,
    };
    const face = {
      text,
      kind: KINDS.find((kind) => kind === values.kind) ?? ('pengaduan' as const),
      place: values.place ?? null,
      service: values.service ?? null,
      receivedAt: desk.clock(),
    };
    const sought = { face, people: named ? [person] : [], caseId: null, group: null };
    const found = tooShort ? [] : await findAlike(desk.cases, work.office, work.actor, sought);
    const faces = alikeFaces(found, work.office, words);
    const body = <WrittenAlikeView staff={work.face} found={faces} tooShort={tooShort} />;
    return page(c, desk, { title: words('likeness.title') }, body);
  });
}
