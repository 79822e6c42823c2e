import type { Context, Handler } from 'hono';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { may } from '../../../domain/people/may.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { LONGEST_TEXT } from '../../../platform/http/request-limits.ts';
import { randomToken } from '../../../platform/random-code.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { seeOther } from '../../../platform/views/html-reply.ts';
import type { Words } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import { readCase } from '../case-page/read-case.read.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { actOnce, keyOfForm } from '../doors/idempotency-key.ts';
import { refusalAnswer } from '../doors/refusal-answers.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import { normalTicket } from '../store/ticket.ts';
import { firstLook } from './first-look.ts';
import { FirstLookView, RECOMMENDATIONS } from './first-look.view.tsx';

type Values = Readonly<Record<string, string>>;

/** `/petugas/telaah/{ticket}`: what came in, and the short telaah of it in one form (rule 27). */
export function firstLookPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['review/recommend'], (c, work) => show(c, desk, work, {}, {}, 200));
}

export function sendFirstLook(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['review/recommend'], async (c, work) => {
    const words = wordsFor(c);
    const ticket = normalTicket(c.req.param('ticket') ?? '');
    if (ticket === null) return c.notFound();
    const values = (await readForm(c))?.values ?? {};
    const recommendation = RECOMMENDATIONS.find((one) => one === values.recommendation);
    const text = textOf(values, words);
    const errors: FieldErrors = {
      ...(values.content === undefined ? { content: words('lane.content-required') } : {}),
      ...(values.evidence === undefined ? { evidence: words('lane.evidence-required') } : {}),
      ...(recommendation === undefined ? { recommendation: words('lane.recommendation-required') } : {}),
      ...(text.length > LONGEST_TEXT ? { content: words('lane.too-long') } : {}),
    };
    if (Object.keys(errors).length > 0 || recommendation === undefined) {
      return show(c, desk, work, values, errors, 422);
    }
    const version = Number(values.version);
    const expectedVersion = Number.isSafeInteger(version) && version > 0 ? version : null;
    const { office } = work;
    const look = { office, ref: { ticket }, actor: actingAs(work, 'review/recommend'), expectedVersion };
    const result = await actOnce(keyOfForm(values.idempotencyKey), (key) =>
      firstLook(
        desk.cases,
        {
          ...look,
          recommendation,
          text,
          idempotency: { key, body: JSON.stringify({ recommendation, text }) },
        },
        desk.clock(),
      ),
    );
    if (result.ok) return seeOther('/petugas/telaah?selesai=telaah');
    const { sentence, status } = refusalAnswer(result, words, () => false);
    return show(c, desk, work, values, { '': sentence }, status);
  });
}

/** One text under three headings: it is printed as the telaahan staf. */
function textOf({ content = '', evidence = '', considerations }: Values, words: Words): string {
  return [
    `${words('lane.content')}: ${content}`,
    `${words('lane.evidence')}: ${evidence}`,
    ...(considerations === undefined ? [] : [`${words('lane.considerations')}: ${considerations}`]),
  ]
    .join('\n\n')
    .toWellFormed();
}

async function show(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  values: Values,
  errors: FieldErrors,
  status: number,
): Promise<Response> {
  const words = wordsFor(c);
  const { office, actor } = work;
  const ticket = normalTicket(c.req.param('ticket') ?? '') ?? '';
  const reading = await readCase(desk.cases, office, { ticket }, actor, desk.clock());
  if (reading === null || !may(actor, 'review/recommend', reading.state)) return c.notFound();
  const { state, texts } = reading;
  const failed = Object.keys(errors).length > 0;
  const body = (
    <FirstLookView
      staff={work.face}
      ticket={state.ticket}
      version={reading.version}
      idempotencyKey={randomToken()}
      matter={texts.get(state.matter)?.body ?? null}
      facts={[
        [words('field.service'), labelOf(office.named.services, state.service)],
        [words('field.place'), labelOf(office.named.places, state.place)],
        [words('lane.received'), formatInstant(Date.parse(state.receivedAt), office.zone, words.language)],
      ].flatMap(([label = '', value = '']) => (value === '' ? [] : [{ label, value }]))}
      isOver={state.review !== null && state.review.recommendation !== null}
      values={values}
      errors={errors}
    />
  );
  return page(c, desk, { title: words('lane.look-page'), failed }, body, { status });
}
