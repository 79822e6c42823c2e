import type { Handler } from 'hono';
import { FINISHED } from '../../../domain/complaint/status-sets.ts';
import type { Status } from '../../../domain/complaint/vocabulary.ts';
import { formatNumber } from '../../../domain/documents/format-number.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import type { Words } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { listColleagues } from '../../people/list-colleagues.read.ts';
import { type AtWork, staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { openLines } from '../vault/open-lines.read.ts';
import { inboxGroups, urgentRows } from './inbox.presenter.ts';
import { type InboxProps, InboxView } from './inbox.view.tsx';
import { inboxFilter } from './inbox-filter.presenter.ts';
import { type InboxAsked, inboxHref, inboxQuery, isFiltered, readInboxAsked } from './inbox-filter.ts';
import { countInbox, type InboxFilter, listInbox, type UpToThousand } from './list-inbox.read.ts';
import { listPassedOn } from './list-passed-on.read.ts';
import { cursorOf, readCursor } from './list-place.ts';
import { listUrgentWithheld } from './list-urgent-withheld.read.ts';
import { logFound } from './log-found.ts';
import { listSavedViews, type SavedView } from './saved-views.store.ts';
import type { SavedViewsProps } from './saved-views.view.tsx';
import { countFound, maySearch, searchCases } from './search-cases.read.ts';

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
    const { office, actor } = work;
    const views = await listSavedViews(desk.pool, office, work.staff.account);
    const asked = askedOf(c.req.query(), views, work);
    const now = desk.clock();
    const refused = asked.q !== '' && !maySearch(actor, asked.q);
    const found = asked.q !== '' && !refused;
    const cursor = readCursor(asked.cursor);
    const lost = asked.cursor !== '' && cursor === null;
    const filter = filterOf(asked, work, now);
    const search = { q: asked.q, status: asked.status, unit: asked.unit };
    const isFirst = cursor === null && asked.q === '' && !isFiltered(asked);
    const none = { lines: [], count: 0 };
    const [listed, count, passedOn, urgent, unrecorded, colleagues] = await Promise.all([
      found
        ? searchCases(desk.pool, office, actor, { ...search, cursor, limit: PAGE_ROWS })
        : listInbox(desk.pool, office, actor, { filter, cursor, limit: PAGE_ROWS }),
      found ? countFound(desk.pool, office, actor, search) : countInbox(desk.pool, office, actor, filter),
      isFirst ? listPassedOn(desk.cases, office, actor, now) : none,
      isFirst ? listUrgentWithheld(desk.pool, office, actor) : none,
      isFirst ? countInbox(desk.pool, office, actor, { ...filter, status: UNRECORDED }) : NO_CASE,
      listColleagues(desk.pool, office),
    ]);
    const first = { ...(await openLines(desk.cases, office, actor, passedOn.lines)), count: passedOn.count };
    const { lines, ...opened } = await openLines(desk.cases, office, actor, listed.lines);
    if (found) await logFound(desk.cases, office, actor, lines, now);
    const searchError = refused ? words('inbox.search-by-number') : undefined;
    const told = { now, office, words, colleagues };
    const body = (
      <InboxView
        staff={work.face}
        tabs={tabs(asked, work, words)}
        groups={inboxGroups(lines, { ...opened, ...told, found, passedOn: first })}
        urgent={urgentRows(urgent, told)}
        count={words(found ? 'inbox.found' : 'inbox.count', { count: numberWords(count, words) })}
        unrecorded={unrecordedLink(unrecorded, asked, words)}
        filter={inboxFilter(asked, { office, words, colleagues, searchError })}
        saved={savedViews(views, asked, c.req.query('tampilan'), words)}
        bulk={bulkActs(work, words)}
        nextHref={listed.next === null ? null : inboxHref(asked, { cursor: cursorOf(listed.next) })}
        problem={lost ? words('inbox.lost-place') : null}
        done={c.req.query('tampilan') === 'disimpan' ? words('work.view-saved') : null}
        emptyBecause={emptyBecause(asked)}
      />
    );
    return page(c, desk, { title: words('inbox.page'), failed: refused, islands: ['staff'] }, body, {
      status: refused ? 403 : lost ? 422 : 200,
    });
  });
}

/** Where the address asks for nothing, what this person keeps as his own beginning. */
function askedOf(
  query: Readonly<Record<string, string>>,
  views: readonly SavedView[],
  { actor, office }: AtWork,
): InboxAsked {
  const begin = Object.keys(query).length === 0 ? views.find(({ isDefault }) => isDefault) : undefined;
  const kept = new URLSearchParams(begin?.query ?? '');
  return readInboxAsked((name) => query[name] ?? kept.get(name) ?? undefined, actor, office);
}

/** "Bidang saya" is every unit that this person works in; a unit chosen beside it narrows that. */
function filterOf(asked: InboxAsked, { actor, staff }: AtWork, now: number): InboxFilter {
  const { queue, status, unit, channel, service, severity, mark } = asked;
  const own = unit === null ? actor.units : actor.units.filter((one) => one === unit);
  const where = queue === 'bidang' && actor.units.length > 0 ? { units: own } : { unit };
  return {
    ...where,
    ...{ status, channel, service, severity, mark },
    owner: queue === 'saya' ? staff.account : asked.owner,
    dueBefore: asked.late ? now : null,
  };
}

/** The inbox holds what is open; whoever looks for the rest in it is told where it is found. */
function emptyBecause(asked: InboxAsked): InboxProps['emptyBecause'] {
  if (asked.q === '' && asked.status !== null && FINISHED.includes(asked.status)) return 'inbox.empty-closed';
  return asked.q === '' && !isFiltered(asked) ? 'inbox.empty' : 'inbox.empty-filter';
}

function tabs(asked: InboxAsked, work: AtWork, words: Words): InboxProps['tabs'] {
  const queues = [
    { key: 'saya' as const, label: words('inbox.mine'), shown: true },
    { key: 'bidang' as const, label: words('inbox.my-unit'), shown: work.actor.units.length > 0 },
    { key: 'semua' as const, label: words('inbox.everything'), shown: true },
  ];
  return queues
    .filter(({ shown }) => shown)
    .map(({ key, label }) => ({
      key,
      label,
      href: inboxHref(asked, { queue: key, q: '' }),
      here: asked.queue === key,
    }));
}

function savedViews(
  views: readonly SavedView[],
  asked: InboxAsked,
  told: string | undefined,
  words: Words,
): SavedViewsProps {
  const query = inboxQuery({ ...asked, cursor: '' });
  const error =
    told === 'nama' ? words('work.view-unnamed') : told === 'penuh' ? words('work.view-full') : undefined;
  return {
    views: views.map(({ query: kept, ...view }) => ({
      ...view,
      href: `/petugas?${kept}`,
      here: kept === query,
    })),
    query: asked.q === '' && isFiltered(asked) ? query : null,
    error,
    name: '',
  };
}

/** What this person may do with several cases at once. */
function bulkActs({ actor }: AtWork, words: Words): InboxProps['bulk'] {
  const acts = ['dispose', 'acknowledge'] as const;
  return acts.filter((act) => actor.may.has(act)).map((act) => ({ act, label: words(`work.bulk-${act}`) }));
}

function numberWords({ count, more }: UpToThousand, words: Words): string {
  const number = formatNumber(count, 0, words.language);
  return more ? words('inbox.more-than', { count: number }) : number;
}

/** The day's work is not buried under an old book without statuses; that its cases wait is said all the same (rule 37). */
function unrecordedLink(count: UpToThousand, asked: InboxAsked, words: Words): InboxProps['unrecorded'] {
  if (count.count === 0) return null;
  const text = words('inbox.unrecorded', { count: numberWords(count, words) });
  return { text, href: inboxHref(asked, { status: UNRECORDED }) };
}
