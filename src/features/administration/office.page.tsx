import type { Context, Handler } from 'hono';
import { formatDate } from '../../domain/calendar/format-date.ts';
import { formatInstant } from '../../domain/calendar/format-instant.ts';
import { DAY_MS } from '../../domain/calendar/instant.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import type { Words } from '../../platform/words/words.ts';
import { readOfficeHistory } from '../offices/changed-since-files.read.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { listColleagues } from '../people/list-colleagues.read.ts';
import { type AtWork, staffPage } from '../people/staff-desk.tsx';
import { type AdministrationDesk, actingOn } from './administration-desk.ts';
import { differencesOfChange, itemOfChange, titleOfSection } from './change.presenter.ts';
import { findSection, hasSection } from './edit-sections-table.ts';
import { pictureOfEdit } from './emblem-edit.ts';
import { type OfficePartDoor, OfficeView, type WaitingChange } from './office.view.tsx';
import { countRefusedSince, listWaitingChanges, type OfficeChange } from './office-change.store.ts';
import { EDITORS } from './part.page.tsx';
import { PART_GROUPS } from './part-groups-table.ts';
import { refusalWord } from './refusal-words.ts';
import { decideChange } from './save-edit.ts';

/** Whoever changes a part of the office, or approves what reaches the public. */
export const OFFICE_READERS = [...EDITORS, 'publication/approve'] as const;

/** `/petugas/kantor`: the parts of the office, what waits, and what was changed here since its files were applied. */
export function officePage(desk: AdministrationDesk): Handler {
  return staffPage(desk, OFFICE_READERS, (c, work) => showOffice(c, desk, work, null));
}

/** A change that waits is approved or taken back. */
export function sendChange(desk: AdministrationDesk): Handler {
  return staffPage(desk, OFFICE_READERS, async (c, work) => {
    const words = wordsFor(c);
    const { officeId } = work.office;
    const id = c.req.param('change') ?? '';
    const decision = (await readForm(c))?.values.putusan === 'setuju' ? 'approve' : 'withdraw';
    const changes = await withOffice(desk.pool, officeId, (tx) => listWaitingChanges(tx, officeId));
    const change = changes.find((one) => one.id === id);
    if (change === undefined) return showOffice(c, desk, work, words('admin.change-gone'));
    const may = mayDecide(work, change);
    if (!may[decision]) return showOffice(c, desk, work, words('admin.not-yours'));
    const acting = actingOn(desk, work, may.approve ? 'publication/approve' : 'office/administer');
    const decided = await decideChange(desk.owner, work.office, id, decision, acting);
    if (!decided.ok) {
      return showOffice(c, desk, work, words(refusalWord(decided.refusal)));
    }
    desk.offices.forget();
    return seeOther(`/petugas/kantor?${decided.as}=${change.section}`);
  });
}

function mayDecide(
  { actor }: AtWork,
  change: OfficeChange,
): { readonly approve: boolean; readonly withdraw: boolean } {
  const approves = actor.may.has('publication/approve');
  return {
    approve: approves && change.state === 'proposed',
    withdraw: approves || actor.may.has('office/administer') || actor.account === change.proposedBy,
  };
}

async function showOffice(
  c: Context,
  desk: AdministrationDesk,
  work: AtWork,
  failure: string | null,
): Promise<Response> {
  const words = wordsFor(c);
  const { office, actor } = work;
  const monthAgo = new Date(desk.clock() - 30 * DAY_MS);
  const { waiting, history, refused } = await withOffice(desk.pool, office.officeId, async (tx) => ({
    waiting: await listWaitingChanges(tx, office.officeId),
    history: await readOfficeHistory(tx, office.officeId, 10),
    refused: await countRefusedSince(tx, office.officeId, monthAgo),
  }));
  const colleagues = await listColleagues(desk.pool, office);
  const names = new Map(colleagues.map(({ value, label }) => [value, label]));
  const administers = actor.may.has('office/administer');
  const body = (
    <OfficeView
      staff={work.face}
      groups={doorsOf(work, words)}
      administers={administers}
      seesChanges={administers || actor.may.has('publication/approve')}
      refused={refused}
      waiting={waiting.map((change) => shownChange(change, work, names, words))}
      versions={history.versions.map(({ version, source, at, by }) => ({
        version,
        at: formatInstant(at.getTime(), office.zone, words.language),
        source: words(source === 'files' ? 'admin.from-files' : 'admin.from-application'),
        by: by === null ? '' : (names.get(by) ?? words('admin.former-account')),
      }))}
      changed={administers ? history.changed : []}
      done={doneWords(c, words)}
      failure={failure}
    />
  );
  return page(c, desk, { title: words('admin.title'), failed: failure !== null }, body, {
    status: failure === null ? 200 : 409,
  });
}

/** The parts that somebody may change, under their headings. */
function doorsOf({ office: { data }, actor }: AtWork, words: Words) {
  const administers = actor.may.has('office/administer');
  const doors = (part: string): readonly OfficePartDoor[] => {
    const section = findSection(part);
    if (section !== undefined) {
      const isOpen = hasSection(data, section) && section.needs.some((need) => actor.may.has(need));
      const door = {
        href: `/petugas/kantor/${part}`,
        title: words(section.title),
        lead: words(section.lead),
      };
      return isOpen ? [door] : [];
    }
    if (!administers) return [];
    switch (part) {
      case 'sop':
        return [
          ...data.sops.map(({ id, title }) => ({
            ...{ href: `/petugas/kantor/sop/${id}`, title, lead: words('admin.l.sops') },
          })),
          {
            href: '/petugas/kantor/sop/baru',
            title: words('admin.sop-new'),
            lead: words('admin.sop-new-lead'),
          },
        ];
      case 'laporan':
        return data.reports.map(({ kind }) => ({
          href: `/petugas/kantor/laporan/${kind}`,
          title: `${words('admin.s.reports')}: ${words(`report.kind.${kind}`)}`,
          lead: words('admin.l.reports'),
        }));
      case 'kalender':
        return [
          {
            href: '/petugas/kantor/kalender',
            title: words('admin.s.calendar'),
            lead: words('admin.l.calendar'),
          },
        ];
      default:
        return [
          { href: '/petugas/kantor/lambang', title: words('admin.s.emblem'), lead: words('admin.l.emblem') },
        ];
    }
  };
  return PART_GROUPS.map(({ group, parts }) => ({ group, parts: parts.flatMap(doors) })).filter(
    ({ parts }) => parts.length > 0,
  );
}

function doneWords(c: Context, words: Words): string | null {
  for (const as of ['applied', 'planned', 'proposed', 'withdrawn'] as const) {
    const section = c.req.query(as);
    if (section === undefined) continue;
    return words(`admin.done-${as}`, { section: titleOfSection(section, words) });
  }
  return null;
}

function shownChange(
  change: OfficeChange,
  work: AtWork,
  names: ReadonlyMap<string, string>,
  words: Words,
): WaitingChange {
  const { data, zone } = work.office;
  return {
    id: change.id,
    title: titleOfSection(change.section, words),
    item: itemOfChange(data, change),
    removing: change.edit.value === null,
    state: words(change.state === 'proposed' ? 'admin.state-proposed' : 'admin.state-planned', {
      day: formatDate(change.from, 'long', words.language),
    }),
    by: words('admin.by', {
      name: names.get(change.proposedBy) ?? words('admin.former-account'),
      when: formatInstant(change.proposedAt.getTime(), zone, words.language),
    }),
    differences: differencesOfChange(data, change, words),
    picture: pictureOfEdit(change.edit),
    ...mayDecide(work, change),
  };
}
