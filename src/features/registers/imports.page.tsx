import type { Context, Handler } from 'hono';
import { formatInstant } from '../../domain/calendar/format-instant.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import type { Words } from '../../platform/words/words.ts';
import { recordId } from '../cases/doors/plain-text.schema.ts';
import type { Office } from '../offices/office.read.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { type AtWork, actingAs, staffPage } from '../people/staff-desk.tsx';
import type { ImportPagesDesk } from './import.page.tsx';
import { IMPORTS, ImportsView, type ShownImport, TakeBackView } from './imports.view.tsx';
import { findImport, type ImportLine, listImports } from './list-imports.read.ts';
import { type TakenBack, takeBackImport } from './take-back-import.ts';

/** `/petugas/impor/daftar`: what was imported, when, by whom, and what of it still counts. */
export function importsPage(desk: ImportPagesDesk): Handler {
  return staffPage(desk, ['register/import', 'cancel'], (c, work) => show(c, desk, work, null));
}

type Done = TakenBack & { readonly importId: string };

async function show(c: Context, desk: ImportPagesDesk, work: AtWork, taken: Done | null) {
  const words = wordsFor(c);
  const { office, actor, face } = work;
  const imports = await withOffice(desk.pool, office.officeId, (tx) => listImports(tx, office.officeId));
  const body = (
    <ImportsView
      staff={face}
      imports={imports.map((line) => shownImport(line, office, words))}
      mayTakeBack={actor.may.has('cancel')}
      done={taken === null ? null : { ...taken, text: saidOf(taken, words) }}
    />
  );
  return page(c, desk, { title: words('imports.title') }, body);
}

/** `/petugas/impor/tarik`: asks first. */
export function takeBackPage(desk: ImportPagesDesk): Handler {
  return staffPage(desk, ['cancel'], async (c, work) => {
    const words = wordsFor(c);
    const { officeId } = work.office;
    const importId = recordId.safeParse(c.req.query('impor')).data;
    if (importId === undefined) return seeOther(IMPORTS);
    const found = await withOffice(desk.pool, officeId, (tx) => findImport(tx, officeId, importId), {
      readOnly: true,
      long: true,
    });
    if (found === undefined) return seeOther(IMPORTS);
    const shown = shownImport(found.line, work.office, words);
    const body = <TakeBackView staff={work.face} line={shown} workedOn={found.workedOn} />;
    return page(c, desk, { title: words('imports.take-back') }, body);
  });
}

/** Rows, some ten seconds of work: a proxy, and whoever looks at the page, waits no longer. */
const MOST_AT_ONCE = 2000;

export function sendTakeBack(desk: ImportPagesDesk): Handler {
  return staffPage(desk, ['cancel'], async (c, work) => {
    const values = (await readForm(c))?.values ?? {};
    const { office } = work;
    const importId = recordId.safeParse(values.impor).data;
    if (importId === undefined || values.sure !== 'ya') return seeOther(IMPORTS);
    const [line] = await withOffice(desk.pool, office.officeId, (tx) =>
      listImports(tx, office.officeId, importId),
    );
    if (line === undefined) return seeOther(IMPORTS);
    const after = recordId.safeParse(values.dari).data;
    const asked = { office, importId, actor: actingAs(work, 'cancel'), after, most: MOST_AT_ONCE };
    const taken = await takeBackImport(desk.cases, asked, desk.clock());
    return show(c, desk, work, { ...taken, importId });
  });
}

function shownImport(line: ImportLine, { zone }: Office, words: Words): ShownImport {
  const at = formatInstant(line.importedAt.getTime(), zone, words.language);
  return { ...line, made: line.by === null ? at : words('imports.made-by', { at, name: line.by }) };
}

function saidOf({ cancelled, left, withheld, next }: TakenBack, words: Words): string {
  return [
    words('imports.done', { count: cancelled }),
    ...(next === null ? [] : [words('imports.more')]),
    ...(left.length > 0 ? [words('imports.left', { count: left.length })] : []),
    ...(withheld > 0 ? [words('imports.withheld', { count: withheld })] : []),
  ].join(' ');
}
