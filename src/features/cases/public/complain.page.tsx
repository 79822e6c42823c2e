import type { Context, Handler } from 'hono';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import type { OfficeData } from '../../../domain/office/office-data.ts';
import { PUBLIC_ACTOR } from '../../../domain/people/case-actor.ts';
import type { FormFields } from '../../../platform/http/read-form.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { publicOffices } from '../../offices/example-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { officeFace } from '../../offices/office-face.presenter.ts';
import { officeOf, page, wordsFor } from '../../offices/public-desk.ts';
import { NOBODY_OF_OURS } from '../attachments/attachment-key.ts';
import { fileErrors } from '../attachments/file-words.presenter.ts';
import { filesDeskOf } from '../attachments/files-desk.ts';
import { sameFiles, type Upload } from '../attachments/read-uploads.read.ts';
import { readReceivedForm } from '../attachments/received-form.page.ts';
import { dueLines } from '../case-page/due-words.presenter.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { fieldSentences } from '../doors/field-sentences.ts';
import { actOnce, keyOfForm } from '../doors/idempotency-key.ts';
import { refusalAnswer } from '../doors/refusal-answers.ts';
import { complaintSchema } from '../intake/complaint.schema.ts';
import { formErrors } from '../intake/form-errors.ts';
import { type IntakeResult, intakeComplaint } from '../intake/intake-complaint.ts';
import { writeComplaint } from '../intake/write-complaint.ts';
import { ChooseOfficeView, ComplainFormView } from './complain-form.view.tsx';
import { ComplainReceiptView } from './complain-receipt.view.tsx';
import { complaintOfForm } from './complaint-form.presenter.ts';

type Values = Readonly<Record<string, string>>;
/** What was typed, and what was brought already. */
type Sent = { readonly values: Values; readonly files: readonly Upload[] };

export function complainPage(desk: CasePagesDesk): Handler {
  return async (c) => {
    const asked = c.req.query('kantor');
    const office = await officeOf(desk, asked);
    if (office === null) return chooseOffice(c, desk, asked !== undefined);
    const kind = c.req.query('jenis');
    return showForm(c, desk, office, { values: kind === undefined ? {} : { kind }, files: [] }, {});
  };
}

async function chooseOffice(c: Context, desk: CasePagesDesk, failed: boolean): Promise<Response> {
  const words = wordsFor(c);
  const offices = publicOffices(await desk.offices.all(desk.clock()));
  // Before there is any office the home page leads on to the first visit.
  if (offices.length === 0) return seeOther('/');
  const options = offices.map(({ slug, data }) => ({ value: slug, label: data.name, hint: data.government }));
  const error = failed ? words('form.choose') : undefined;
  const body = <ChooseOfficeView offices={options} kind={c.req.query('jenis')} error={error} />;
  return page(c, desk, { title: words('complain.page'), failed }, body, { status: failed ? 422 : 200 });
}

/** Takes the complaint without JavaScript; what was typed stays when something is missing. */
export function sendComplaint(desk: CasePagesDesk): Handler {
  return async (c) => {
    const words = wordsFor(c);
    const [address, now] = [desk.clientAddress(c), desk.clock()];
    // Counted before its body is read; what was typed comes back also to whoever has sent too many.
    const isWithin = desk.intakeLimit.take(address, now);
    const received = await readReceivedForm(
      c,
      filesDeskOf(desk),
      (form) => whoBrings(desk, form, !isWithin),
      now,
    );
    const values = received?.form.values ?? {};
    const office = await officeOf(desk, values.office);
    const files = received?.files('attachments') ?? [];
    const fileTrouble = fileErrors(received?.refused ?? [], words);
    if (!isWithin && office !== null) {
      return showForm(c, desk, office, { values, files }, { '': words('problem.too-many-requests') }, 429);
    }
    const parsed = complaintSchema.safeParse(
      { ...complaintOfForm(values, 'website'), attachments: files.map(({ id }) => id) },
      { reportInput: true },
    );
    const isTaken = parsed.success && Object.keys(fileTrouble).length === 0;
    // A slip of the pen costs nothing; what was kept on the disk does.
    const isFree = (received?.brought ?? 0) === 0;
    if (isWithin && isFree && (office === null || !isTaken)) desk.intakeLimit.giveBack(address, now);
    if (office === null) return chooseOffice(c, desk, true);
    if (!parsed.success || !isTaken) {
      const issues = parsed.success ? [] : parsed.error.issues;
      const wrong = formErrors(fieldSentences(issues, words, words('complain.text-missing')));
      return showForm(c, desk, office, { values, files }, { ...wrong, ...fileTrouble });
    }
    const body = JSON.stringify({ ...parsed.data, attachments: sameFiles(files) });
    const take = (key: string): Promise<IntakeResult> =>
      intakeComplaint(
        desk.cases,
        { office, actor: PUBLIC_ACTOR, command: writeComplaint(parsed.data), idempotency: { key, body } },
        desk.clock(),
      );
    // Somebody who went back and wrote another complaint on the same form has told a new one (design law 1).
    const taken = await actOnce(keyOfForm(values.idempotencyKey), take);
    if (!taken.ok) {
      const answer = refusalAnswer(taken, words);
      const errors = { [answer.field ?? '']: answer.sentence };
      return showForm(c, desk, office, { values, files }, errors, answer.status);
    }
    const { ticket, ticketSecret, receivedAt, due } = taken.answer;
    const receipt = (
      <ComplainReceiptView
        office={officeFace(office.slug, office.data, words)}
        ticket={ticket}
        secret={ticketSecret}
        receivedAt={formatInstant(Date.parse(receivedAt), office.zone, words.language)}
        due={dueLines(due, office, words)}
        urgentAsked={parsed.data.urgent}
      />
    );
    return page(c, desk, { title: words('receipt.page') }, receipt, { status: 201 });
  };
}

/** Strangers bring files to the office that their form names before the first file. */
async function whoBrings(desk: CasePagesDesk, { values }: FormFields, isStopped: boolean) {
  const office = await officeOf(desk, values.office);
  return office === null ? null : { officeId: office.officeId, uploader: NOBODY_OF_OURS, isStopped };
}

function showForm(
  c: Context,
  desk: CasePagesDesk,
  office: Office,
  { values, files }: Sent,
  errors: FieldErrors,
  status = 422,
): Response {
  const words = wordsFor(c);
  const failed = Object.keys(errors).length > 0;
  const body = (
    <ComplainFormView
      office={officeFace(office.slug, office.data, words)}
      values={values}
      files={files}
      errors={errors}
      idempotencyKey={keyOfForm(values.idempotencyKey)}
      kinds={publicKinds(office.data)}
      services={office.data.services.map(({ key, label }) => ({ value: key, label }))}
      places={office.data.places.map(({ key, label }) => ({ value: key, label }))}
    />
  );
  return page(c, desk, { title: words('complain.page'), failed }, body, { status: failed ? status : 200 });
}

/** Whistleblowing comes from inside and has its own lane; the public form offers the other kinds (rule 2). */
function publicKinds(data: OfficeData) {
  return data.kinds
    .filter(({ key }) => key !== 'whistleblowing')
    .map(({ key, label }) => ({ value: key, label }));
}
