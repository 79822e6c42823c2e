import type { Context, Handler } from 'hono';
import { writeCsv } from '../../../adapters/documents/spreadsheet/write-csv.ts';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { startOfDay } from '../../../domain/calendar/instant.ts';
import { parseTypedDay } from '../../../domain/calendar/parse-typed-day.ts';
import { isWordKey, type Words } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { todayOf } from '../../people/accounts.page.tsx';
import { listAccounts } from '../../people/list-accounts.read.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { normalTicket } from '../store/ticket.ts';
import { ACCESS_ACTIONS } from '../vault/access-log.store.ts';
import { AccessLogView, type ShownLine } from './access-log.view.tsx';
import { type LogFilter, type LogLine, type LogPlace, readAccessLog } from './read-access-log.read.ts';

const LINES_A_PAGE = 100;
/** What one file holds at most; who needs more narrows the days. */
const LINES_A_FILE = 20_000;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** `/petugas/catatan`: the access log, for its auditor and nobody else (rules 23, 32). */
export function accessLogPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['log/read'], async (c, work) => {
    const words = wordsFor(c);
    const { values, errors, filter } = readFilter(c, work, words);
    const accounts = await listAccounts(desk.pool, desk.keyring, work.office.officeId, todayOf(desk, work));
    const asked = { filter, after: placeOf(c.req.query('sesudah')), limit: LINES_A_PAGE };
    const failed = Object.keys(errors).length > 0;
    const actor = actingAs(work, 'log/read');
    const found = failed
      ? { lines: [], next: null, withheld: 0 }
      : await readAccessLog(desk.cases, work.office.officeId, actor, asked, 'log-read', desk.clock());
    const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
    const next = new URLSearchParams(query);
    if (found.next !== null) next.set('sesudah', `${found.next.at}|${found.next.accessId}`);
    const body = (
      <AccessLogView
        staff={work.face}
        values={values}
        errors={errors}
        people={accounts.map(({ account, name }) => ({ value: account, label: name }))}
        actions={ACCESS_ACTIONS.map((action) => ({ value: action, label: words(`log.${action}`) }))}
        lines={found.lines.map((line) => shown(line, work, words))}
        next={found.next === null ? null : `/petugas/catatan?${next}`}
        file={`/petugas/catatan/unduh?${query}`}
        withheld={found.withheld}
      />
    );
    return page(c, desk, { title: words('log.title'), failed }, body, { status: failed ? 422 : 200 });
  });
}

/** The same lines as a file. */
export function accessLogFile(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['log/read'], async (c, work) => {
    const words = wordsFor(c);
    const { errors, filter } = readFilter(c, work, words);
    if (Object.keys(errors).length > 0) return c.notFound();
    const asked = { filter, after: null, limit: LINES_A_FILE };
    const actor = actingAs(work, 'log/read');
    const { officeId, slug } = work.office;
    const found = await readAccessLog(desk.cases, officeId, actor, asked, 'log-exported', desk.clock());
    const head = [
      words('log.when'),
      words('log.who'),
      words('log.what'),
      words('log.about'),
      words('log.why'),
    ];
    const rows = found.lines.map((line) => {
      const { when, who, what, about, why } = shown(line, work, words);
      return [when, who, what, about, why];
    });
    const rest = [
      ...(found.withheld === 0 ? [] : [[words('log.withheld', { n: found.withheld })]]),
      ...(found.next === null ? [] : [[words('log.more-than-file', { n: LINES_A_FILE })]]),
    ];
    return c.body(writeCsv([head, ...rows, ...rest]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="catatan-akses-${slug}.csv"`,
    });
  });
}

function readFilter(c: Context, { office }: AtWork, words: Words) {
  const { petugas = '', kasus = '', tindakan = '', dari = '', sampai = '' } = c.req.query();
  const values = { petugas, kasus: kasus.slice(0, 40), tindakan, dari, sampai };
  const errors: Record<string, string> = {};
  const ticket = kasus === '' ? null : normalTicket(kasus);
  if (kasus !== '' && ticket === null) errors.kasus = words('log.ticket-unknown');
  const day = (typed: string, name: string) => {
    const epochDay = typed === '' ? null : parseTypedDay(typed);
    if (typed !== '' && epochDay === null) errors[name] = words('form.invalid-date');
    return epochDay;
  };
  const [first, last] = [day(dari, 'dari'), day(sampai, 'sampai')];
  const filter: LogFilter = {
    account: UUID.test(petugas) ? petugas : null,
    ticket,
    action: ACCESS_ACTIONS.find((one) => one === tindakan) ?? null,
    from: first === null ? null : startOfDay(first, office.zone),
    until: last === null ? null : startOfDay(last + 1, office.zone),
  };
  return { values, errors, filter };
}

function placeOf(typed: string | undefined): LogPlace | null {
  const [at = '', accessId = ''] = (typed ?? '').split('|');
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at)) && UUID.test(accessId)
    ? { at, accessId }
    : null;
}

function shown(line: LogLine, { office }: AtWork, words: Words): ShownLine {
  const part = `log.part-${line.part ?? ''}`;
  return {
    key: line.accessId,
    when: formatInstant(Date.parse(line.at), office.zone, words.language),
    who: line.who ?? words('log.console'),
    what: words(`log.${line.action}`),
    about: [line.ticket, isWordKey(part) ? words(part) : null].filter((one) => one !== null).join(', '),
    why: line.reason ?? '',
  };
}
