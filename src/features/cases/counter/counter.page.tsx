import type { Context, Handler } from 'hono';
import { toIsoInstant } from '../../../domain/calendar/instant.ts';
import type { Zone } from '../../../domain/calendar/zone.ts';
import type { TwoChoices } from '../../../domain/complaint/derive-axes.ts';
import { instantOf } from '../../../domain/complaint/instant-ms.ts';
import { isLateEntry } from '../../../domain/complaint/late-entry.ts';
import { CONVERSATIONS } from '../../../domain/complaint/receive-case.ts';
import type { Channel } from '../../../domain/complaint/vocabulary.ts';
import { startingSop } from '../../../domain/sop/starting-sop.ts';
import { randomToken } from '../../../platform/random-code.ts';
import type { FieldErrors, Option } from '../../../platform/views/fields.view.tsx';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { listColleagues } from '../../people/list-colleagues.read.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import { fileErrors } from '../attachments/file-words.presenter.ts';
import { filesDeskOf } from '../attachments/files-desk.ts';
import { sameFiles, type Upload } from '../attachments/read-uploads.read.ts';
import { readReceivedForm } from '../attachments/received-form.page.ts';
import { uploaderOf } from '../attachments/uploader-of.ts';
import { showSlip } from '../case-page/slip.page.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { fieldSentences } from '../doors/field-sentences.ts';
import { utc } from '../doors/plain-text.schema.ts';
import { refusalAnswer } from '../doors/refusal-answers.ts';
import { type ComplaintBody, complaintSchema } from '../intake/complaint.schema.ts';
import { derivedFace } from '../intake/derived.presenter.ts';
import { formErrors } from '../intake/form-errors.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { speaksOf, writeComplaint, writeDeskAnswer } from '../intake/write-complaint.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import { listToday } from '../lists/list-today.read.ts';
import { findUnknownRecords } from '../store/named-records.read.ts';
import { openLines } from '../vault/open-lines.read.ts';
import { type CounterRow, CounterView } from './counter.view.tsx';
import { counterComplaintOfForm, counterTimes } from './counter-complaint.ts';
import { derivedFields } from './derived-fields.presenter.ts';

type Values = Readonly<Record<string, string>>;
/** What was typed, and what was brought already. */
type Sent = { readonly values: Values; readonly files: readonly Upload[] };
const NOTHING_SENT: Sent = { values: {}, files: [] };

export function counterPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['intake'], (c, work) => showForm(c, desk, work, NOTHING_SENT, {}, 200));
}

/** *Simpan dan cetak*: the complaint, and its answer when it was given at once, then the slip to print. */
export function sendCounter(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['intake'], async (c, work) => {
    const words = wordsFor(c);
    const { office } = work;
    const who = { officeId: office.officeId, uploader: uploaderOf(work.actor) };
    const received = await readReceivedForm(c, filesDeskOf(desk), () => Promise.resolve(who), desk.clock());
    const values = received?.form.values ?? {};
    const files = received?.files('attachments') ?? [];
    const fileTrouble = fileErrors(received?.refused ?? [], words);
    const wrong = (issues: Parameters<typeof fieldSentences>[0]) =>
      showForm(
        c,
        desk,
        work,
        { values, files },
        { ...formErrors(fieldSentences(issues, words, words('complain.text-missing'))), ...fileTrouble },
        422,
      );
    const parsed = complaintSchema.safeParse(
      { ...counterComplaintOfForm(values, office.zone), attachments: files.map(({ id }) => id) },
      { reportInput: true },
    );
    if (!parsed.success) return wrong(parsed.error.issues);
    if (Object.keys(fileTrouble).length > 0) return wrong([]);
    const unknown = await findUnknownRecords(desk.pool, office.officeId, work.actor, parsed.data);
    if (unknown.length > 0) return wrong(unknown);
    const now = desk.clock();
    if (answerTimeUnsaid(parsed.data, now, office.zone)) {
      const errors = { deskAt: words('counter.desk-at-unsaid') };
      // A conversation is proposed to have ended as it began; the person says so by sending it.
      const { receivedAt } = values;
      const proposed = receivedAt !== undefined && CONVERSATIONS.has(parsed.data.channel);
      const shown = proposed ? { ...values, deskAt: receivedAt } : values;
      return showForm(c, desk, work, { values: shown, files }, errors, 422);
    }
    const answer = writeDeskAnswer(parsed.data);
    const taken = await intakeComplaint(
      desk.cases,
      {
        office,
        actor: actingAs(
          work,
          answer === undefined ? 'intake' : 'answer-at-desk',
          startingSop(parsed.data.channel, office.data),
        ),
        command: writeComplaint(parsed.data, counterTimes(values)),
        ...(answer === undefined ? {} : { answer }),
        idempotency: {
          key: values.idempotencyKey ?? randomToken(),
          body: JSON.stringify({ ...parsed.data, attachments: sameFiles(files) }),
        },
      },
      now,
    );
    if (!taken.ok) {
      const refused = refusalAnswer(taken, words, speaksOf(parsed.data, now));
      const errors = formErrors([{ field: refused.field ?? '', message: refused.sentence }]);
      // A new key: what is sent next is another complaint than the one that this key stands for.
      const { idempotencyKey: _, ...kept } = values;
      return showForm(
        c,
        desk,
        work,
        { values: taken.refusal === 'idempotency-key-reused' ? kept : values, files },
        errors,
        refused.status,
      );
    }
    return showSlip(c, desk, work, {
      ticket: taken.answer.ticket,
      secret: taken.answer.ticketSecret,
    });
  });
}

/** Received earlier and answered in the same form: only the person knows when (rules 1, 36). */
function answerTimeUnsaid({ receivedAt, answeredAtDesk }: ComplaintBody, now: number, zone: Zone): boolean {
  if (receivedAt === undefined || answeredAtDesk === undefined || answeredAtDesk.at !== undefined)
    return false;
  return isLateEntry(utc(receivedAt), instantOf(now), zone);
}

async function showForm(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  { values, files }: Sent,
  errors: FieldErrors,
  status: number,
): Promise<Response> {
  const words = wordsFor(c);
  const { data } = work.office;
  const body = (
    <CounterView
      staff={work.face}
      values={values}
      files={files}
      errors={errors}
      idempotencyKey={values.idempotencyKey ?? randomToken()}
      openedAt={values.openedAt ?? new Date(desk.clock()).toISOString()}
      channels={data.channels.filter(({ key }) => !NOT_WRITTEN_DOWN.includes(key)).map(option)}
      kinds={data.kinds.map(option)}
      services={data.services.map(option)}
      categories={data.categories.map(option)}
      places={data.places.map(option)}
      colleagues={await listColleagues(desk.pool, work.office)}
      deskOutcomes={data.atDesk.outcomes.map((value) => ({ value, label: words(`outcome.${value}`) }))}
      bodies={data.bodies.map(option)}
      mayAnswerAtDesk={work.actor.may.has('answer-at-desk')}
      derived={derivedFace(choicesOf(values), null, data, words)}
      derivedFields={work.actor.may.has('classify') ? derivedFields(data, words) : []}
      today={await todayRows(c, desk, work)}
    />
  );
  const failed = Object.keys(errors).length > 0;
  return page(c, desk, { title: words('counter.page'), failed, islands: ['staff'] }, body, { status });
}

function choicesOf({ service, category }: Values): TwoChoices {
  return { service: service ?? null, category: category ?? null };
}

/** Channels that no clerk writes down by hand. */
const NOT_WRITTEN_DOWN: readonly Channel[] = ['website', 'tidak-tercatat'];

async function todayRows(c: Context, desk: CasePagesDesk, work: AtWork): Promise<readonly CounterRow[]> {
  const words = wordsFor(c);
  const { office } = work;
  const today = await listToday(desk.pool, office, work.actor, desk.clock());
  const { lines, matters } = await openLines(desk.cases, office, work.actor, today);
  return lines.map((line) => ({
    ticket: line.ticket,
    time: toIsoInstant(Date.parse(line.receivedAt), office.zone).slice(11, 16).replace(':', '.'),
    what: line.protected ? labelOf(office.data.kinds, line.kind) : firstWords(matters.get(line.caseId) ?? ''),
    status: words(`status.${line.status}`),
  }));
}

function firstWords(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 70 ? `${line.slice(0, 68).trimEnd()}…` : line;
}

function option(item: { readonly key: string; readonly label: string }): Option {
  return { value: item.key, label: item.label };
}
