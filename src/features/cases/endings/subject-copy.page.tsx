import type { Context, Handler } from 'hono';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { isWordKey, type Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import { type HeldInCase, readSubjectCopy, type SubjectCopy } from './subject-copy.read.ts';
import { type HeldFace, SubjectCopyView } from './subject-copy.view.tsx';

type Values = Readonly<Record<string, string>>;

/** `/petugas/salinan-data`: what is held on one person, for himself. What is looked for is posted, so that it is in no address. */
export function subjectCopyPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['identity/open'], (c, work) => show(c, desk, work, {}, {}, null, 200));
}

export function sendSubjectCopy(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['identity/open'], async (c, work) => {
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const { key = '', name = '', reason = '' } = values;
    const now = desk.clock();
    const actor = actingAs(work, 'identity/open');
    const asked = { key, name, reason };
    const copy = await readSubjectCopy(desk.cases, work.office, actor, asked, now);
    if (!copy.ok) {
      const errors = { [FIELD_OF[copy.refusal]]: words(`copy.${copy.refusal}`) };
      return show(c, desk, work, values, errors, null, copy.refusal === 'not-permitted' ? 403 : 422);
    }
    if (values.format === 'json') {
      const { name: title, slug } = work.office.data;
      const file = {
        office: title,
        madeAt: new Date(now).toISOString(),
        basis: 'UU 27/2022 Pasal 7',
        held: copy.held,
      };
      return c.body(`${JSON.stringify(file, null, 2)}\n`, 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="salinan-data-${slug}.json"`,
        'cache-control': 'no-store',
      });
    }
    return show(c, desk, work, values, {}, copy.held, 200);
  });
}

const FIELD_OF: Readonly<Record<Extract<SubjectCopy, { readonly ok: false }>['refusal'], string>> = {
  'not-permitted': '',
  'key-required': 'key',
  'name-required': 'name',
  'reason-required': 'reason',
};

function show(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  values: Values,
  errors: FieldErrors,
  held: readonly HeldInCase[] | null,
  status: number,
): Response | Promise<Response> {
  const words = wordsFor(c);
  const body = (
    <SubjectCopyView
      staff={work.face}
      office={work.office.data.name}
      made={formatInstant(desk.clock(), work.office.zone, words.language)}
      values={values}
      errors={errors}
      held={held?.map((one, index) => faceOf(one, index, work.office, words)) ?? null}
    />
  );
  const failed = Object.keys(errors).length > 0;
  return page(c, desk, { title: words('copy.page'), failed }, body, { status });
}

function faceOf(
  { part, person, about, opened }: HeldInCase,
  index: number,
  { zone, named, data }: Office,
  words: Words,
): HeldFace {
  const said = (at: string) => formatInstant(Date.parse(at), zone, words.language);
  const fields = (
    ['name', 'phone', 'email', 'address', 'nik', 'position', 'unit', 'relation'] as const
  ).flatMap((field) => {
    const value = person[field];
    return value == null || value === '' ? [] : [{ label: words(`copy.field.${field}`), value }];
  });
  return {
    key: String(index),
    title: about === null ? words('copy.as-respondent') : words('copy.in-case', { ticket: about.ticket }),
    as: words(`copy.as.${part}`),
    fields,
    facts:
      about === null
        ? []
        : [
            words('copy.received', { when: said(about.receivedAt) }),
            labelOf(data.kinds, about.kind),
            labelOf(named.services, about.service),
            words(`status.${about.status}`),
            about.outcome === null ? '' : words(`outcome.${about.outcome}`),
            about.files === 0 ? '' : words('copy.files', { n: about.files }),
          ].filter((one) => one !== ''),
    texts: (about?.texts ?? []).map(({ kind, at, text }) => ({
      what: `${words(`copy.text.${kind}`)}, ${said(at)}`,
      text: text ?? words('copy.erased'),
    })),
    opened: opened.map(({ at, action }) => {
      const key = `log.${action}`;
      return `${said(at)}: ${isWordKey(key) ? words(key) : action}`;
    }),
  };
}
