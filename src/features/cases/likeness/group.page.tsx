import type { Context, Handler } from 'hono';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { ANSWER_WAYS, type AnswerWay } from '../../../domain/complaint/vocabulary.ts';
import { type FormFields, readForm } from '../../../platform/http/read-form.ts';
import { randomToken } from '../../../platform/random-code.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { seeOther } from '../../../platform/views/html-reply.ts';
import type { Words } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import type { BodyResult } from '../acts/run-body.ts';
import { type CaseReading, readCase } from '../case-page/read-case.read.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { fieldSentences } from '../doors/field-sentences.ts';
import { keyOfForm } from '../doors/idempotency-key.ts';
import { refusalSentence } from '../doors/refusal-answers.ts';
import { normalTicket } from '../store/ticket.ts';
import { type AnsweredMember, answerGroup } from './answer-group.ts';
import { GroupView, type MemberFace } from './group.view.tsx';
import { unlinkCase } from './link-cases.ts';
import { type Member, readMembers } from './read-group.ts';

/** What cannot be delivered has attempts of its own, case by case; what is published goes out once it is approved (rule 31). */
const WAYS: readonly AnswerWay[] = ANSWER_WAYS.filter(
  (way) => way !== 'undeliverable' && way !== 'published',
);

type Show = {
  readonly form?: FormFields | null;
  readonly errors?: FieldErrors;
  readonly answered?: readonly AnsweredMember[];
  readonly status?: number;
};

/** `/petugas/kasus/{ticket}/rombongan`: the cases that came together, and one answer to all of them (rule 3). */
export function groupPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], (c, work) => showGroup(c, desk, work, {}));
}

export function sendGroup(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const words = wordsFor(c);
    const reading = await readHere(c, desk, work);
    const form = await readForm(c);
    if (reading === null || reading.state.group === null || form === null) return c.notFound();
    const { office } = work;
    const { values } = form;
    if (values.act === 'unlink') {
      const ref = { ticket: reading.state.ticket };
      const left = await unlinkCase(
        desk.cases,
        { office, ref, actor: actingAs(work, 'merge') },
        desk.clock(),
      );
      if (left.ok) return seeOther(`/petugas/kasus/${ref.ticket}`);
      return showGroup(c, desk, work, { form, errors: { '': refusalSentence(left, words) }, status: 409 });
    }
    const members = await readMembers(desk.cases, office, work.actor, reading.state.group);
    const ticked = new Set(form.all('member'));
    const chosen = members.filter(({ mayAnswer, state }) => mayAnswer && ticked.has(state.ticket));
    const way = WAYS.find((one) => one === values.way);
    const errors = {
      ...(values.text === undefined ? { text: words('form.required') } : {}),
      ...(way === undefined ? { way: words('form.choose') } : {}),
      ...(chosen.length === 0 ? { '': words('group.none-chosen') } : {}),
    };
    if (values.text === undefined || way === undefined || chosen.length === 0) {
      return showGroup(c, desk, work, { form, errors, status: 422 });
    }
    const delivered = values.delivered !== undefined;
    const answer = { text: values.text, way, channel: values.channel ?? null, delivered };
    const by = { office, actor: actingAs(work, 'answer') };
    const key = keyOfForm(values.idempotencyKey);
    const answered = await answerGroup(desk.cases, by, chosen, answer, key, desk.clock());
    return showGroup(c, desk, work, { form, answered });
  });
}

function readHere(c: Context, desk: CasePagesDesk, work: AtWork): Promise<CaseReading | null> {
  const ticket = normalTicket(c.req.param('ticket') ?? '') ?? '';
  return readCase(desk.cases, work.office, { ticket }, work.actor, desk.clock());
}

async function showGroup(c: Context, desk: CasePagesDesk, work: AtWork, show: Show): Promise<Response> {
  const words = wordsFor(c);
  const reading = await readHere(c, desk, work);
  if (reading === null || reading.state.group === null) return c.notFound();
  const { office } = work;
  const members = await readMembers(desk.cases, office, work.actor, reading.state.group);
  const { form = null, errors = {}, answered = [] } = show;
  const refused = answered.filter(({ result }) => !result.ok);
  const all = answered.length > 0 && refused.length === 0;
  const ticked =
    form === null
      ? new Set(members.map(({ state }) => state.ticket))
      : new Set(
          answered.length === 0 ? form.all('member') : refused.map(({ member }) => member.state.ticket),
        );
  const faces = members.map((member) => memberFace(member, { ticked, answered, office, words }));
  const body = (
    <GroupView
      staff={work.face}
      ticket={reading.state.ticket}
      members={faces}
      ways={WAYS.map((value) => ({ value, label: words(`way.${value}`) }))}
      channels={office.data.channels.map(({ key, label }) => ({ value: key, label }))}
      values={all || form === null ? {} : form.values}
      errors={errors}
      done={all ? words('group.done', { count: answered.length }) : null}
      // What could not be answered is sent again under the key that the others were answered under.
      idempotencyKey={all || form === null ? randomToken() : keyOfForm(form.values.idempotencyKey)}
    />
  );
  const failed = Object.keys(errors).length > 0;
  return page(c, desk, { title: words('group.title'), failed }, body, { status: show.status ?? 200 });
}

function memberFace(
  { state, matter, mayAnswer, mayUnlink }: Member,
  setting: {
    readonly ticked: ReadonlySet<string>;
    readonly answered: readonly AnsweredMember[];
    readonly office: AtWork['office'];
    readonly words: Words;
  },
): MemberFace {
  const { ticked, answered, office, words } = setting;
  const result = answered.find(({ member }) => member.state.ticket === state.ticket)?.result;
  return {
    ticket: state.ticket,
    matter,
    received: formatInstant(Date.parse(state.receivedAt), office.zone, words.language),
    status: words(`status.${state.status}`),
    mayAnswer,
    mayUnlink,
    ticked: ticked.has(state.ticket),
    said: result === undefined ? null : { ok: result.ok, text: saidOf(result, words) },
  };
}

function saidOf(result: BodyResult, words: Words): string {
  if (result.ok) return words('group.answered');
  if ('issues' in result) return fieldSentences(result.issues, words)[0]?.message ?? words('form.invalid');
  return refusalSentence(result, words);
}
