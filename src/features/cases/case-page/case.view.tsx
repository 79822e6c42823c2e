import type { Option } from '../../../platform/views/fields.view.tsx';
import { ErrorSummary, Notice, Tag } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import { type ClockFace, ClockView } from '../lists/time-left.view.tsx';
import { type CaseMailLine, CaseMails } from '../notices/case-mails.view.tsx';
import { Act, type ActionForm, type Failed, scopeOf } from './act.view.tsx';
import { ACTION_GROUPS } from './action-groups.ts';
import type { FileGroup } from './file-faces.presenter.ts';
import { FilesView } from './files.view.tsx';
import { AddPerson, type PersonFace, PersonView } from './person.view.tsx';
import { type ServiceAside, ServiceAsideView } from './service-aside.view.tsx';
import type { SopStepFace } from './sop-progress.presenter.ts';
import { SopProgressView } from './sop-progress.view.tsx';
import { Timeline, type TimelineEntry } from './timeline.view.tsx';
import type { TimelinePage } from './timeline-page.ts';

export type CaseProps = {
  readonly staff: StaffFace;
  readonly ticket: string;
  readonly version: number;
  /** One for each showing of the page: a button pressed twice acts once. */
  readonly idempotencyKey: string;
  readonly title: string;
  readonly status: string;
  readonly marks: readonly { readonly label: string; readonly tone: 'overdue' | 'attention' | 'plain' }[];
  readonly restricted: boolean;
  /** Nobody above the units can open it. */
  readonly leftAlone: boolean;
  /** Rule 28: nobody has said yet who is complained of. */
  readonly respondentUndecided: boolean;
  readonly settledByReader: boolean;
  /** Whose approval the answer waits for, in words; null = nobody's. */
  readonly approval: string | null;
  /** The neutral sentence for the public thread where the complaint stands (rule 25); null = it stands in none. */
  readonly thread: string | null;
  /** By when it is to be referred safely, and by whom (rule 6); null = it is not. */
  readonly safeReferral: string | null;
  readonly matter: string | null;
  readonly files: readonly FileGroup[];
  /** One of a rombongan (rule 3). */
  readonly inGroup: boolean;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly draft: string | null;
  readonly answer: string | null;
  /** *Diarahkan*: there is a note to hand over (rule 24). */
  readonly directed: boolean;
  readonly actions: readonly ActionForm[];
  /** Which form was sent and refused, with what was typed. */
  readonly failed: (Failed & { readonly operation: string }) | null;
  readonly clocks: readonly ClockFace[];
  /** The one of these that binds next; told at the head where the clocks stand far below. */
  readonly nextLimit: ClockFace | null;
  readonly sop: readonly SopStepFace[];
  readonly people: readonly PersonFace[];
  readonly mayCorrect: boolean;
  /** Who may be named as a terlapor from among the staff. */
  readonly colleagues: readonly Option[];
  readonly mayErase: boolean;
  readonly timeline: TimelinePage<TimelineEntry>;
  readonly service: ServiceAside | null;
  /** The operation into whose form the service sheet was written; null = it was not asked for. */
  readonly insertInto: string | null;
  readonly done: string | null;
  /** What went to the complainant by mail. */
  readonly mails?: readonly CaseMailLine[];
};

const FEW_ACTS = 6;

export function CaseView(props: CaseProps) {
  const words = useWords();
  const main = props.actions.filter((action) => action.primary);
  const other = props.actions.filter((action) => !action.primary);
  const [before, after] = props.title.split(props.ticket);
  const named = after !== undefined;
  /** Many other acts are folded by what they serve, so that the timeline is near; a refused one is never hidden. */
  const standsOpen = (group: readonly ActionForm[]): boolean =>
    other.length <= FEW_ACTS ||
    group.some(({ operation }) => operation === (props.failed?.operation ?? props.insertInto));
  const page = (
    <>
      {props.failed === null ? null : (
        <ErrorSummary
          errors={props.failed.errors}
          scope={scopeOf(props.failed.operation)}
          labels={labelsOf(props.actions.find(({ operation }) => operation === props.failed?.operation))}
        />
      )}
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      {props.leftAlone ? <Notice tone="attention" text={words('case.left-alone')} /> : null}
      {props.respondentUndecided ? (
        <Notice tone="attention" text={words('case.respondent-undecided')} />
      ) : null}
      {props.safeReferral === null ? null : <Notice tone="attention" text={props.safeReferral} />}
      {props.approval === null ? null : <Notice tone="attention" text={props.approval} />}
      {props.settledByReader ? <Notice tone="attention" text={words('case.settled-by-you')} /> : null}
      <div class="tg-print-only tg-letterhead">{props.staff.office}</div>
      <div class="tg-casehead">
        <a class="govuk-back-link tg-no-print" href="/petugas">
          {words('case.back')}
        </a>
        <h1 class="govuk-heading-l">
          {named ? before : props.title}
          {named ? <span class="tg-ticket">{props.ticket}</span> : null}
          {after}
        </h1>
        <div class="tg-row">
          <Tag tone="calm">{props.status}</Tag>
          {props.marks.map((mark) => (
            <Tag key={mark.label} tone={mark.tone}>
              {mark.label}
            </Tag>
          ))}
          {named ? null : <span class="tg-muted tg-numbers tg-ticket">{props.ticket}</span>}
          <a
            class="govuk-link govuk-link--no-visited-state tg-small tg-no-print"
            href={`/petugas/kasus/${props.ticket}/tanda-terima`}
          >
            {words('case.slip')}
          </a>
          <a
            class="govuk-link govuk-link--no-visited-state tg-small tg-no-print"
            href={`/petugas/kasus/${props.ticket}/surat`}
          >
            {words('papers.page')}
          </a>
        </div>
        {props.nextLimit === null ? null : (
          <p class="tg-nextlimit tg-no-print">
            <span class={`tg-left tg-left--${props.nextLimit.left.tone}`}>{props.nextLimit.left.words}</span>
            {props.nextLimit.left.date === '' ? '' : `, ${props.nextLimit.left.date}`}
          </p>
        )}
      </div>
      <div class="tg-two">
        <div>
          <section class="tg-after">
            <h2 class="govuk-heading-s">{words('case.matter')}</h2>
            <p class="govuk-body tg-prose">{props.matter ?? words('case.hidden-matter')}</p>
          </section>
          <FilesView ticket={props.ticket} groups={props.files} />
          {props.draft === null ? null : <Written title={words('case.draft')} text={props.draft} />}
          {props.answer === null ? null : <Written title={words('case.answer')} text={props.answer} />}
          {props.directed ? (
            <p class="govuk-body tg-no-print">
              <a class="govuk-button govuk-button--secondary" href={`/petugas/kasus/${props.ticket}/arahan`}>
                {words('direction.print')}
              </a>
            </p>
          ) : null}
          {props.thread === null ? null : (
            <section class="tg-no-print">
              <h2 class="govuk-heading-s">{words('case.thread')}</h2>
              <p class="govuk-body">{words('case.thread-lead')}</p>
              <p class="govuk-inset-text">{props.thread}</p>
            </section>
          )}
          {props.actions.length === 0 ? <p class="govuk-body tg-muted">{words('case.no-actions')}</p> : null}
          {main.length === 0 ? null : (
            <section class="tg-next tg-no-print">
              <h2 class="govuk-heading-m">{words('case.next')}</h2>
              {main.map((action, index) => (
                <Act key={action.operation} {...actProps(props, action, index === 0)} />
              ))}
            </section>
          )}
          {other.length === 0 ? null : (
            <section class="tg-after tg-no-print">
              <h2 class="govuk-heading-s">{words('case.other-actions')}</h2>
              {ACTION_GROUPS.map((group) => ({
                group,
                actions: other.filter((action) => action.group === group),
              }))
                .filter(({ actions }) => actions.length > 0)
                .map(({ group, actions }) => (
                  <details key={group} class="tg-actgroup" open={standsOpen(actions)}>
                    <summary>
                      <h3>{words(`case.group.${group}`)}</h3>
                    </summary>
                    {actions.map((action) => (
                      <Act key={action.operation} {...actProps(props, action, false)} />
                    ))}
                  </details>
                ))}
            </section>
          )}
          <SopProgressView steps={props.sop} />
          <h2 class="govuk-heading-m" id="riwayat">
            {words('track.timeline')}
          </h2>
          <Timeline entries={props.timeline.shown} />
          <TimelineTurns address={`/petugas/kasus/${props.ticket}`} timeline={props.timeline} />
        </div>
        <aside class="tg-side">
          <section>
            <h2>{words('case.clocks')}</h2>
            {props.clocks.length === 0 ? <p>{words('case.no-clocks')}</p> : null}
            {props.clocks.map((clock) => (
              <ClockView key={clock.key} clock={clock} />
            ))}
          </section>
          <section>
            <h2>{words('case.people')}</h2>
            {props.people.length === 0 ? <p>{words('case.no-people')}</p> : null}
            {props.people.map((person) => (
              <PersonView key={person.identity} person={person} form={props} failed={props.failed} />
            ))}
            {props.mayCorrect ? <AddPerson form={props} failed={props.failed} /> : null}
            {props.mayErase ? (
              <p>
                <a
                  class="govuk-link govuk-link--no-visited-state tg-no-print"
                  href={`/petugas/kasus/${props.ticket}/hapus-data`}
                >
                  {words('erase.link')}
                </a>
              </p>
            ) : null}
          </section>
          <section class="tg-no-print">
            <h2>{words('likeness.title')}</h2>
            <p>
              <a
                class="govuk-link govuk-link--no-visited-state"
                href={`/petugas/kasus/${props.ticket}/ganda`}
              >
                {words('likeness.check')}
              </a>
            </p>
            {props.inGroup ? (
              <p>
                <a
                  class="govuk-link govuk-link--no-visited-state"
                  href={`/petugas/kasus/${props.ticket}/rombongan`}
                >
                  {words('likeness.to-group')}
                </a>
              </p>
            ) : null}
          </section>
          <section>
            <h2>{words('case.facts')}</h2>
            <dl>
              {props.facts.map((fact) => (
                <div key={fact.label}>
                  <dt>{fact.label}</dt>
                  <dd>{fact.value}</dd>
                </div>
              ))}
            </dl>
          </section>
          <CaseMails mails={props.mails ?? []} />
          {props.service === null ? null : <ServiceAsideView service={props.service} />}
        </aside>
      </div>
    </>
  );
  return (
    <StaffFrame staff={props.staff} here="inbox">
      {props.restricted ? <div class="tg-frame-restricted">{page}</div> : page}
    </StaffFrame>
  );
}

function TimelineTurns(props: { readonly address: string; readonly timeline: TimelinePage<TimelineEntry> }) {
  const words = useWords();
  const { older, hasNewer } = props.timeline;
  if (older === null && !hasNewer) return null;
  return (
    <p class="govuk-body tg-row">
      {older === null ? null : (
        <a
          class="govuk-link govuk-link--no-visited-state"
          href={`${props.address}?sebelum=${older.before}#riwayat`}
          rel="next"
        >
          {words('timeline.older', { count: older.count })}
        </a>
      )}
      {hasNewer ? (
        <a class="govuk-link govuk-link--no-visited-state" href={`${props.address}#riwayat`}>
          {words('timeline.newest')}
        </a>
      ) : null}
    </p>
  );
}

function Written({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section>
      <h2 class="govuk-heading-s">{title}</h2>
      <div class="govuk-inset-text tg-prose">{text}</div>
    </section>
  );
}

function labelsOf(action: ActionForm | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(action?.fields.map(({ name, label }) => [name, label]) ?? []);
}

/** A form is open where it was refused, else the first of the step to take. */
function actProps(props: CaseProps, action: ActionForm, first: boolean) {
  const { ticket, version, idempotencyKey } = props;
  const failed = props.failed?.operation === action.operation ? props.failed : null;
  return {
    ticket,
    version,
    idempotencyKey,
    action,
    failed,
    open: props.failed === null ? first || action.operation === props.insertInto : failed !== null,
  };
}
