import type { Context, Handler } from 'hono';
import { formatInstant } from '../../domain/calendar/format-instant.ts';
import { LETTER_KINDS, LETTER_TAGS, neededTags } from '../../domain/papers/letter-values.ts';
import type { PaperKind } from '../../domain/papers/paper-kind.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { readMultipart } from '../../platform/http/read-multipart.ts';
import type { FieldErrors } from '../../platform/views/fields.view.tsx';
import { seeOther } from '../../platform/views/html-reply.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { type AtWork, staffPage } from '../people/staff-desk.tsx';
import {
  findLetterTemplate,
  isLetterKind,
  listLetterTemplates,
  setLetterTemplate,
} from './letter-template.store.ts';
import { LetterTemplatesView } from './letter-templates.view.tsx';
import type { PaperDesk } from './paper-desk.ts';
import { drawingTurn, paperFile } from './paper-file.page.ts';

/** `/petugas/surat/naskah`: the office's own letters in DOCX. */
export function letterTemplatesPage(desk: PaperDesk): Handler {
  return staffPage(desk, ['office/administer'], (c, work) => show(c, desk, work, {}));
}

/** Takes a letter, looked through before it is kept; what is refused is said with the part or tag that is at fault. */
export function sendLetterTemplate(desk: PaperDesk): Handler {
  return staffPage(desk, ['office/administer'], async (c, work) => {
    const words = wordsFor(c);
    const { MOST_TEMPLATE_BYTES } = await import(
      '../../adapters/documents/letter-template/check-letter-template.ts'
    );
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    const form = await readMultipart(c, async ({ field, content }) => {
      if (field !== 'naskah') return;
      for await (const piece of content) {
        bytes += piece.length;
        // What is beyond is read on and forgotten.
        if (bytes <= MOST_TEMPLATE_BYTES) pieces.push(piece);
      }
    });
    const kind = form?.values.jenis ?? '';
    if (form === null || !isLetterKind(kind)) return c.notFound();
    if (bytes === 0) return show(c, desk, work, { naskah: words('papers.template-choose') });
    const file = Buffer.concat(pieces);
    const opened =
      bytes > MOST_TEMPLATE_BYTES
        ? ({ ok: false, refusal: 'template-too-large', what: '' } as const)
        : await openSample(work, kind, file);
    if (!opened.ok) {
      const { refusal, what } = opened;
      return show(c, desk, work, { naskah: words(`papers.${refusal}`, { what }) });
    }
    const { officeId } = work.office;
    await setLetterTemplate(actsOf(desk), { officeId, kind, file, actor: work.actor }, desk.clock());
    return seeOther('/petugas/surat/naskah');
  });
}

/** Takes a letter out: what is issued from then on comes on our own paper. */
export function sendEndLetterTemplate(desk: PaperDesk): Handler {
  return staffPage(desk, ['office/administer'], async (c, work) => {
    const kind = (await readForm(c))?.values.jenis ?? '';
    if (!isLetterKind(kind)) return c.notFound();
    const { officeId } = work.office;
    await setLetterTemplate(actsOf(desk), { officeId, kind, file: null, actor: work.actor }, desk.clock());
    return seeOther('/petugas/surat/naskah');
  });
}

/** `/petugas/surat/naskah/contoh?jenis=`: the letter filled with the names of its tags. */
export function letterTemplateSample(desk: PaperDesk): Handler {
  return staffPage(desk, ['office/administer'], async (c, work) => {
    const kind = c.req.query('jenis') ?? '';
    const found = isLetterKind(kind) ? await findLetterTemplate(desk, work.office.officeId, kind) : null;
    if (found === null) return c.notFound();
    const opened = await openSample(work, found.kind, found.file);
    return opened.ok ? paperFile(opened.file, 'docx', `contoh-${kind}`) : c.notFound();
  });
}

/** The letter looked through, and filled with the names of its tags: one that cannot be filled is found before it is kept. */
async function openSample(work: AtWork, kind: PaperKind, file: Uint8Array) {
  const { openLetterTemplate } = await import(
    '../../adapters/documents/letter-template/open-letter-template.ts'
  );
  const values = Object.fromEntries(LETTER_TAGS.map((tag) => [tag, `(${tag})`]));
  return drawingTurn(work, () => openLetterTemplate(file, values, neededTags(kind)));
}

function actsOf(desk: PaperDesk) {
  return { pool: desk.pool, keyring: desk.keyring, newId: desk.cases.newId };
}

async function show(c: Context, desk: PaperDesk, work: AtWork, errors: FieldErrors): Promise<Response> {
  const words = wordsFor(c);
  const { office } = work;
  const found = await listLetterTemplates(desk, office.officeId);
  const failed = Object.keys(errors).length > 0;
  const body = (
    <LetterTemplatesView
      staff={work.face}
      tags={LETTER_TAGS}
      kinds={LETTER_KINDS.map((kind) => {
        const template = found.find((one) => one.kind === kind);
        return {
          kind,
          since:
            template === undefined
              ? null
              : formatInstant(template.uploadedAt.getTime(), office.zone, words.language),
        };
      })}
      errors={errors}
    />
  );
  return page(c, desk, { title: words('papers.templates'), failed }, body, { status: failed ? 422 : 200 });
}
