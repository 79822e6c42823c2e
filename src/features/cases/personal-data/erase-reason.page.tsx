import type { Context, Handler } from 'hono';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { FieldErrors, Option } from '../../../platform/views/fields.view.tsx';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { logAccess } from '../vault/access-log.store.ts';
import { eraseOfficeText, listOfficeTexts } from '../vault/office-text.store.ts';
import { EraseView } from './erase.view.tsx';
import { readErasure } from './read-erasure.ts';

const PATH = '/petugas/hapus-alasan';

/**
 * `/petugas/hapus-alasan`: the reasons of searches and of exports with names, which belong to no case. They are chosen by
 * who wrote them and when: what they say may be about whoever looks (rule 28).
 */
export function eraseReasonPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['identity/erase'], async (c, work) =>
    show(c, work, desk, await reasonsOf(c, desk, work), {}, {}),
  );
}

export function sendEraseReason(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['identity/erase'], async (c, work) => {
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const reasons = await reasonsOf(c, desk, work);
    const read = readErasure(values, reasons, words);
    if (!read.ok) return show(c, work, desk, reasons, values, read.errors);
    const { officeId } = work.office;
    const actor = actingAs(work, 'identity/erase');
    const [erasureId, accessId] = [desk.cases.newId(), desk.cases.newId()];
    const at = desk.clock();
    await withOffice(desk.pool, officeId, async (tx) => {
      const { subject: textId, ground } = read;
      const erasure = { textId, erasureId, ground, account: actor.account, at };
      if (!(await eraseOfficeText(tx, officeId, erasure))) return;
      await logAccess(tx, officeId, { accessId, at, actor, action: 'text-erased', reason: erasureId });
    });
    return seeOther(`${PATH}?selesai`);
  });
}

async function reasonsOf(c: Context, desk: CasePagesDesk, { office }: AtWork): Promise<readonly Option[]> {
  const words = wordsFor(c);
  const texts = await listOfficeTexts(desk.pool, office.officeId);
  return texts.map(({ textId, name, at }) => ({
    value: textId,
    label: `${formatInstant(at, office.zone, words.language)}: ${name ?? words('erase.reason-console')}`,
  }));
}

function show(
  c: Context,
  work: AtWork,
  desk: CasePagesDesk,
  subjects: readonly Option[],
  values: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Response | Promise<Response> {
  const words = wordsFor(c);
  const failed = Object.keys(errors).length > 0;
  const body = (
    <EraseView
      nothing={words('erase.no-reason')}
      staff={work.face}
      here="people"
      done={!failed && c.req.query('selesai') !== undefined ? words('done.erased') : null}
      title={words('erase.reason-title')}
      lead={words('erase.reason-lead')}
      back={{ href: '/petugas/cari-orang', text: words('find.page') }}
      action={PATH}
      subjects={subjects}
      values={values}
      errors={errors}
    />
  );
  return page(c, desk, { title: words('erase.reason-title'), failed }, body, { status: failed ? 422 : 200 });
}
