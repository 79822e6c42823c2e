import type { Context, Handler } from 'hono';
import { formatDate } from '../../../domain/calendar/format-date.ts';
import { localDate } from '../../../domain/calendar/instant.ts';
import { USUAL_RETENTION } from '../../../domain/office/retention.ts';
import { isBookNumber } from '../../../domain/registers/book-number.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { seeOther } from '../../../platform/views/html-reply.ts';
import type { Words } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { day } from '../doors/plain-text.schema.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import { normalTicket } from '../store/ticket.ts';
import { type DestructionRefusal, decideDestruction } from './decide-destruction.ts';
import { listRetention, MOST_DUE, type RetainedCase } from './list-retention.read.ts';
import { RetentionView, type SeriesFace } from './retention.view.tsx';

type Typed = {
  readonly values: Readonly<Record<string, string>>;
  readonly tickets: readonly string[];
  readonly errors: FieldErrors;
};

/** `/petugas/retensi`: the retention schedule, what falls due by it, and the berita acara pemusnahan (rule 26's archive). */
export function retentionPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['identity/erase'], (c, work) =>
    show(c, desk, work, { values: {}, tickets: [], errors: {} }, 200),
  );
}

export function sendDestruction(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['identity/erase'], async (c, work) => {
    const words = wordsFor(c);
    const form = await readForm(c);
    const values = form?.values ?? {};
    const tickets = (form?.all('ticket') ?? []).flatMap((one) => normalTicket(one) ?? []).slice(0, MOST_DUE);
    const { number = '', on = '' } = values;
    const errors: FieldErrors = {
      ...(tickets.length === 0 ? { ticket: words('retention.destruction-nothing') } : {}),
      ...(number === '' || number.length > 40 || !isBookNumber(number)
        ? { number: words('retention.number-required') }
        : {}),
      ...(day.safeParse(on).success ? {} : { on: words('form.invalid-date') }),
      ...(values.sure === undefined ? { sure: words('erase.unsure') } : {}),
    };
    if (Object.keys(errors).length > 0) return show(c, desk, work, { values, tickets, errors }, 422);
    const actor = actingAs(work, 'identity/erase');
    const result = await decideDestruction(
      desk.cases,
      work.office,
      actor,
      { number, on, tickets },
      desk.clock(),
    );
    if (result.ok) return seeOther(`/petugas/retensi?selesai=${result.cases}`);
    const told = { [FIELD_OF[result.refusal]]: words(`retention.${result.refusal}`) };
    return show(c, desk, work, { values, tickets, errors: told }, 409);
  });
}

const FIELD_OF: Readonly<Record<DestructionRefusal, string>> = {
  'destruction-nothing': 'ticket',
  'destruction-in-future': 'on',
  'destruction-number-used': 'number',
  'destruction-not-due': 'ticket',
};

async function show(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  { values, tickets, errors }: Typed,
  status: number,
): Promise<Response> {
  const words = wordsFor(c);
  const { office, actor } = work;
  const now = desk.clock();
  const { due, destructions } = await listRetention(desk.cases, office, actor, now);
  const done = Number(c.req.query('selesai'));
  const failed = Object.keys(errors).length > 0;
  const body = (
    <RetentionView
      staff={work.face}
      series={(office.data.retention ?? USUAL_RETENTION).map((one): SeriesFace => {
        const kinds = one.kinds.map((kind) => labelOf(office.data.kinds, kind) || kind).join(', ');
        return {
          ...{ key: one.key, label: one.label, kinds },
          classification: one.classification ?? words('retention.not-set'),
          years: words('retention.years', { active: one.activeYears, inactive: one.inactiveYears }),
          fate: words(`retention.fate.${one.fate}`),
          basis: one.basis ?? words('retention.not-set'),
        };
      })}
      due={due.map((one) => faceOf(one, office.zone, words))}
      more={due.length === MOST_DUE}
      destructions={destructions.map(({ id, number, on, cases, done: gone }) => ({
        ...{ id, number, on: formatDate(on, 'long', words.language) },
        state: words(gone < cases.length ? 'retention.under-way' : 'retention.done', {
          done: gone,
          all: cases.length,
        }),
      }))}
      chosen={tickets}
      values={{ on: localDate(now, office.zone), ...values }}
      errors={errors}
      done={done > 0 ? words('retention.decided', { n: done }) : null}
    />
  );
  return page(c, desk, { title: words('retention.page'), failed }, body, { status });
}

function faceOf(one: RetainedCase, zone: Parameters<typeof localDate>[1], words: Words) {
  const { ticket, registerNumber, receivedAt, retention } = one;
  const { hold, inactiveTo, series } = retention;
  return {
    ...{ ticket, registerNo: registerNumber },
    received: formatDate(localDate(Date.parse(receivedAt), zone), 'long', words.language),
    keptTo: inactiveTo === null ? '' : formatDate(inactiveTo, 'long', words.language),
    series: series?.label ?? '',
    fate: series === null ? '' : words(`retention.fate.${series.fate}`),
    hold: hold === null ? null : words(`retention.hold.${hold}`),
  };
}
