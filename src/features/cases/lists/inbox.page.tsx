import type { Context, Handler } from 'hono';
import { FINISHED } from '../../../domain/complaint/status-sets.ts';
import { STATUSES, type Status } from '../../../domain/complaint/vocabulary.ts';
import { formatNumber } from '../../../domain/documents/format-number.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import type { Words } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type AtWork, staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { openLines } from '../vault/open-lines.read.ts';
import { inboxGroups, urgentRows } from './inbox.presenter.ts';
import { type InboxProps, InboxView } from './inbox.view.tsx';
import { countInbox, listInbox, type UpToThousand } from './list-inbox.read.ts';
import { listPassedOn } from './list-passed-on.read.ts';
import { cursorOf, readCursor } from './list-place.ts';
import { listUrgentWithheld } from './list-urgent-withheld.read.ts';
import { logFound } from './log-found.ts';
import { countFound, maySearch, searchCases } from './search-cases.read.ts';

type Queue = 'saya' | 'bidang' | 'semua';
type Asked = {
  readonly q: string;
  readonly status: Status | null;
  readonly unit: string | null;
  readonly queue: Queue;
  /** As the address has it; empty = from the top. */
  readonly cursor: string;
};

const PAGE_ROWS = 50;
const UNRECORDED: Status = 'not-recorded';
const NO_CASE: UpToThousand = { count: 0, more: false };

/** `/petugas`: what waits, by time left; with a search, what was found, newest first. */
export function inboxPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const { may } = work.actor;
    // Whoever only administers has no inbox: his room is the accounts.
    if (!may.has('case/read-open') && may.has('account/administer')) return seeOther('/petugas/akun');
    const words = wordsFor(c);
    const asked = readAsked(c, work);
    const now = desk.clock();
    const { office, actor } = work;
    const unit = asked.queue === 'bidang' ? (actor.units[0] ?? null) : asked.unit;
    const owner = asked.queue === 'saya' ? work.staff.account : null;
    const refused = asked.q !== '' && !maySearch(actor, asked.q);
    const found = asked.q !== '' && !refused;
    const cursor = readCursor(asked.cursor);
    const lost = asked.cursor !== '' && cursor === null;
    const filter = { status: asked.status, unit, owner };
    const search = { q: asked.q, status: asked.status, unit };
    const isFirst = cursor === null && asked.q === '' && asked.status === null && asked.unit === null;
    const none = { lines: [], count: 0 };
    const [listed, count, passedOn, urgent, unrecorded] = await Promise.all([
      found
        ? searchCases(desk.pool, office, actor, { ...search, cursor, limit: PAGE_ROWS })
        : listInbox(desk.pool, office, actor, { filter, cursor, limit: PAGE_ROWS }),
      found ? countFound(desk.pool, office, actor, search) : countInbox(desk.pool, office, actor, filter),
      isFirst ? listPassedOn(desk.cases, office, actor, now) : none,
      isFirst ? listUrgentWithheld(desk.pool, office, actor) : none,
      isFirst ? countInbox(desk.pool, office, actor, { ...filter, status: UNRECORDED }) : NO_CASE,
    ]);
    const first = { ...(await openLines(desk.cases, office, actor, passedOn.lines)), count: passedOn.count };
    const { lines, matters } = await openLines(desk.cases, office, actor, listed.lines);
    if (found) await logFound(desk.cases, office, actor, lines, now);
    const body = (
      <InboxView
        staff={work.face}
        tabs={tabs(asked, work, words)}
        groups={inboxGroups(lines, { matters, now, office, words, found, passedOn: first })}
        urgent={urgentRows(urgent, { now, office, words })}
        count={words(found ? 'inbox.found' : 'inbox.count', { count: numberWords(count, words) })}
        unrecorded={unrecordedLink(unrecorded, asked, words)}
        filters={{ q: asked.q, status: asked.status ?? '', unit: asked.unit ?? '', antrean: asked.queue }}
        chips={chips(asked, work, words)}
        statuses={STATUSES.map((status) => ({ value: status, label: words(`status.${status}`) }))}
        units={office.data.units.map(({ key, label }) => ({ value: key, label }))}
        nextHref={listed.next === null ? null : hrefOf(asked, { cursor: cursorOf(listed.next) })}
        problem={lost ? words('inbox.lost-place') : null}
        searchError={refused ? words('inbox.search-by-number') : undefined}
        emptyBecause={emptyBecause(asked)}
      />
    );
    return page(c, desk, { title: words('inbox.page'), failed: refused, islands: ['staff'] }, body, {
      status: refused ? 403 : lost ? 422 : 200,
    });
  });
}

/** The inbox holds what is open; whoever looks for the rest in it is told where it is found. */
function emptyBecause({ q, status, unit }: Asked): InboxProps['emptyBecause'] {
  if (q === '' && status !== null && FINISHED.includes(status)) return 'inbox.empty-closed';
  return q === '' && status === null && unit === null ? 'inbox.empty' : 'inbox.empty-filter';
}

function readAsked(c: Context, work: AtWork): Asked {
  const status = STATUSES.find((one) => one === c.req.query('status')) ?? null;
  const unit = work.office.data.units.find((one) => one.key === c.req.query('unit'))?.key ?? null;
  const queues: readonly Queue[] = ['saya', 'bidang', 'semua'];
  const usual: Queue = work.actor.units.length > 0 && !work.actor.may.has('dispose') ? 'bidang' : 'semua';
  const q = (c.req.query('q') ?? '').replaceAll('\0', '').trim().slice(0, 200);
  return {
    q,
    status,
    unit,
    // A search goes through everybody's cases, so no narrower queue stands marked over what it finds.
    queue: q === '' ? (queues.find((one) => one === c.req.query('antrean')) ?? usual) : 'semua',
    cursor: c.req.query('cursor') ?? '',
  };
}

function hrefOf(asked: Asked, change: Partial<Asked>): string {
  const { q, status, unit, queue, cursor } = { ...asked, cursor: '', ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ antrean: queue, q, status, unit, cursor })) {
    if (value) query.set(name, value);
  }
  return `/petugas?${query}`;
}

function tabs(asked: Asked, work: AtWork, words: Words): InboxProps['tabs'] {
  const queues: readonly { readonly key: Queue; readonly label: string; readonly shown: boolean }[] = [
    { key: 'saya', label: words('inbox.mine'), shown: true },
    { key: 'bidang', label: words('inbox.my-unit'), shown: work.actor.units.length > 0 },
    { key: 'semua', label: words('inbox.everything'), shown: true },
  ];
  return queues
    .filter(({ shown }) => shown)
    .map(({ key, label }) => ({
      key,
      label,
      href: hrefOf(asked, { queue: key, q: '' }),
      here: asked.queue === key,
    }));
}

function chips(asked: Asked, work: AtWork, words: Words): InboxProps['chips'] {
  const unit = work.office.data.units.find((one) => one.key === asked.unit)?.label;
  return [
    ...(asked.q === '' ? [] : [{ label: `“${asked.q}”`, href: hrefOf(asked, { q: '' }) }]),
    ...(asked.status === null
      ? []
      : [{ label: words(`status.${asked.status}`), href: hrefOf(asked, { status: null }) }]),
    ...(unit === undefined ? [] : [{ label: unit, href: hrefOf(asked, { unit: null }) }]),
  ];
}

function numberWords({ count, more }: UpToThousand, words: Words): string {
  const number = formatNumber(count, 0, words.language);
  return more ? words('inbox.more-than', { count: number }) : number;
}

/** The day's work is not buried under an old book without statuses; that its cases wait is said all the same (rule 37). */
function unrecordedLink(count: UpToThousand, asked: Asked, words: Words): InboxProps['unrecorded'] {
  if (count.count === 0) return null;
  const text = words('inbox.unrecorded', { count: numberWords(count, words) });
  return { text, href: hrefOf(asked, { status: UNRECORDED }) };
}
