import type { Context, Handler } from 'hono';
import { toIsoDue, toIsoInstant } from '../../../domain/calendar/instant.ts';
import { standingLimits } from '../../../domain/complaint/deadlines-of-case.ts';
import type { DueDate } from '../../../domain/complaint/event.ts';
import { isOlderThanThirtyDays } from '../../../domain/complaint/older-than-thirty-days.ts';
import { STATUSES } from '../../../domain/complaint/vocabulary.ts';
import { jsonResponse } from '../../../platform/http/json-response.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { listColleagues } from '../../people/list-colleagues.read.ts';
import { factSetting, listeners } from '../case-page/case.presenter.ts';
import { eventWords } from '../case-page/event-words.presenter.ts';
import { readCase } from '../case-page/read-case.read.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { edgeProblem, refusalProblem } from '../doors/problems.ts';
import { findTokenWork } from '../doors/token-work.ts';
import { listInbox } from '../lists/list-inbox.read.ts';
import { cursorOf, readCursor } from '../lists/list-place.ts';
import { logFound } from '../lists/log-found.ts';
import { maySearch, searchCases } from '../lists/search-cases.read.ts';
import { openBySecret } from '../public/open-by-secret.ts';
import { normalTicket } from '../store/ticket.ts';
import { openLines } from '../vault/open-lines.read.ts';

const words = wordsOf('id');

/** `GET /api/v1/complaints/{ticket}`: fit for who reads; 404 for a wrong secret as for a missing ticket. */
export function getComplaint(desk: CasePagesDesk): Handler {
  return async (c) => {
    if (c.req.header('authorization') !== undefined) return readByToken(c, desk);
    const secret = c.req.header('x-ticket-secret');
    if (secret === undefined) return edgeProblem(c, 'unauthenticated');
    const tracked = await openBySecret(desk, desk.clientAddress(c), {
      ticket: c.req.param('ticket') ?? '',
      secret,
    });
    if (tracked === 'slow') return edgeProblem(c, 'too-many-requests');
    if (tracked === null) return edgeProblem(c, 'ticket-unknown');
    const { office, steps, due, ...known } = tracked;
    const { caseId: _, ...shown } = known;
    return answer(shown.version, {
      ...shown,
      office: office.slug,
      receivedAt: local(shown.receivedAt, office),
      closedAt: shown.closedAt === null ? null : local(shown.closedAt, office),
      due: due === null ? null : dueOf(due, office),
      timeline: steps.map(({ key: _, ...step }) => ({ ...step, at: local(step.at, office) })),
    });
  };
}

async function readByToken(c: Context, desk: CasePagesDesk): Promise<Response> {
  const work = await findTokenWork(c, desk);
  if (work === null) return edgeProblem(c, 'unauthenticated');
  const { office, actor } = work;
  const ticket = normalTicket(c.req.param('ticket') ?? '');
  const reading =
    ticket === null ? null : await readCase(desk.cases, office, { ticket }, actor, desk.clock());
  if (reading === null) return edgeProblem(c, 'ticket-unknown');
  const { state, texts } = reading;
  const colleagues = await listColleagues(desk.pool, office);
  const people = listeners({ reading, contacts: null, words });
  const setting = factSetting(reading, office, words, colleagues, people);
  const text = (id: string | null | undefined) => (id == null ? null : (texts.get(id)?.body ?? null));
  return answer(reading.version, {
    office: office.slug,
    ticket: state.ticket,
    version: reading.version,
    status: state.status,
    kind: state.kind,
    channel: state.channel,
    service: state.service,
    about: state.category,
    severity: state.severity.now,
    unit: state.unit,
    place: state.place,
    outcome: state.outcome,
    provenance: state.provenance,
    receivedAt: local(state.receivedAt, office),
    recordedAt: local(state.recordedAt, office),
    registerNumber: state.register?.printed ?? null,
    marks: { ...state.marks, olderThanThirtyDays: isOlderThanThirtyDays(state, office.zone) },
    text: text(state.matter),
    answer:
      state.answer === null
        ? null
        : { text: text(state.answer.text), way: state.answer.way, at: local(state.answer.at, office) },
    due: standingLimits(state).map((one) => dueOf(one, office)),
    actions: reading.actions.map((action) => action.operation),
    people: reading.people.map(({ identityId, part, masked }) => ({
      id: identityId,
      part,
      name: masked?.name ?? null,
    })),
    attachments: [...reading.files.values()].map(({ id, name, mediaType, bytes, isErased }) => ({
      ...{ id, name, mediaType, bytes },
      erased: isErased,
    })),
    withheld: reading.withheld.length,
    timeline: reading.timeline.map(({ event, actor: by, recordedAt }) => {
      const { what, ...told } = eventWords(event, setting, state);
      return {
        type: event.type,
        at: local(event.at, office),
        recordedAt: local(recordedAt, office),
        by: by.by,
        role: by.role,
        label: what,
        ...told,
      };
    }),
  });
}

/** `GET /api/v1/offices/{office}/complaints?status&unit&q&cursor&limit`: the inbox, keyset paging. */
export function listComplaints(desk: CasePagesDesk): Handler {
  return async (c) => {
    const work = await findTokenWork(c, desk);
    if (work === null) return edgeProblem(c, 'unauthenticated');
    const { office, actor } = work;
    if (office.slug !== c.req.param('office')) return edgeProblem(c, 'other-office');
    const asked = readQuery(c, office);
    if (asked instanceof Response) return asked;
    const { q, status, unit, cursor, limit } = asked;
    if (q !== '' && !maySearch(actor, q)) {
      return refusalProblem(c, { ok: false, refusal: 'not-permitted', operation: 'case/search' });
    }
    const { lines: found, next } =
      q === ''
        ? await listInbox(desk.pool, office, actor, { filter: { status, unit }, cursor, limit })
        : await searchCases(desk.pool, office, actor, { q, status, unit, cursor, limit });
    const { lines } = await openLines(desk.cases, office, actor, found);
    if (q !== '') await logFound(desk.cases, office, actor, lines, desk.clock());
    const complaints = lines.map(({ caseId: _, owner: __, ...line }) => ({
      ...line,
      receivedAt: local(line.receivedAt, office),
      changedAt: local(line.changedAt, office),
      dueAt: line.dueAt === null ? null : toIsoDue(Date.parse(line.dueAt), office.zone),
    }));
    return jsonResponse({ complaints, next: next === null ? null : cursorOf(next) });
  };
}

/** What the address asks for, or a 422 that names every field which is none of ours. */
function readQuery(c: Context, { codes, data }: Office) {
  const { status = '', unit = '', q = '', cursor = '', limit = '50' } = c.req.query();
  const known = STATUSES.find((one) => one === status) ?? null;
  const place = readCursor(cursor);
  const rows = /^\d{1,3}$/.test(limit) ? Number(limit) : 0;
  const wrong = [
    {
      field: 'status',
      refused: status !== '' && known === null,
      message: words('api.one-of', { list: STATUSES.join(', ') }),
    },
    {
      field: 'unit',
      refused: unit !== '' && codes.codeOf('unit', unit) === null,
      message: words('api.one-of', { list: data.units.map(({ key }) => key).join(', ') }),
    },
    {
      field: 'cursor',
      refused: cursor !== '' && place === null,
      message: words('api.cursor'),
    },
    { field: 'limit', refused: rows < 1 || rows > 200, message: words('api.limit') },
  ].filter(({ refused }) => refused);
  if (wrong.length > 0) {
    return edgeProblem(
      c,
      'validation-failed',
      wrong.map(({ field, message }) => ({ field, message })),
    );
  }
  return {
    status: known,
    unit: unit || null,
    q: q.replaceAll('\0', '').trim().slice(0, 200),
    cursor: place,
    limit: rows,
  };
}

function answer(version: number, body: Record<string, unknown>): Response {
  return jsonResponse(body, 200, { etag: `"${version}"`, vary: 'authorization, x-ticket-secret' });
}

function local(at: string, { zone }: Office): string {
  return toIsoInstant(Date.parse(at), zone);
}

function dueOf({ clock, limit, dueAt, basis, waiting }: DueDate, { zone }: Office) {
  const at = dueAt === null ? null : toIsoDue(Date.parse(dueAt), zone);
  return { clock, limit, dueAt: at, basis, waiting };
}
