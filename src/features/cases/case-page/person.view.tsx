import { REPORTER_ROLES } from '../../../domain/complaint/vocabulary.ts';
import {
  type FieldErrors,
  type Option,
  SelectField,
  TextArea,
  TextField,
} from '../../../platform/views/fields.view.tsx';
import { Button } from '../../../platform/views/notices.view.tsx';
import { useWords, type WordKey } from '../../../platform/words/words.ts';
import type { PersonPart } from '../vault/person.ts';

export type PersonFace = {
  readonly identity: string;
  readonly part: PersonPart;
  /** What the person is to the case, in words. */
  readonly role: string;
  /** Initials, by which people of one case are told apart. */
  readonly hint: string;
  readonly shown: readonly { readonly label: string; readonly value: string }[] | null;
  /** What stands in the form that mends it; null where this reader may not, or does not see it. */
  readonly mend: Readonly<Record<string, string>> | null;
  readonly mayOpen: boolean;
  /** What was asked of a second person (rule 32), in words. */
  readonly waits: string | null;
  /** A second person has agreed: it opens for the reason agreed to, which is not asked for again. */
  readonly agreed: boolean;
  /** Requests of colleagues that this reader may agree to. */
  readonly asked: readonly {
    readonly asker: string;
    readonly name: string;
    /** Id of the reason, and what it says. */
    readonly reason: string;
    readonly why: string;
  }[];
};

/** What every form of the page carries. */
export type FormOfCase = {
  readonly ticket: string;
  readonly version: number;
  readonly idempotencyKey: string;
  /** Who may be named as a terlapor from among the staff (rule 28). */
  readonly colleagues: readonly Option[];
};
type Failed = {
  readonly operation: string;
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string>>;
} | null;

/** A number broken at its hyphens is hard to dial. */
function isNumber(value: string): boolean {
  return /^[+\d][\d\s-]+$/.test(value);
}

export function PersonView(props: {
  readonly person: PersonFace;
  readonly form: FormOfCase;
  readonly failed: Failed;
}) {
  const words = useWords();
  const { person, form } = props;
  return (
    <div class="tg-after">
      {person.shown === null ? (
        <p>
          {person.role}: {person.hint === '' ? '' : `${person.hint} `}
          <em>({words('case.hidden-person')})</em>
        </p>
      ) : (
        <dl>
          <dt>{person.role}</dt>
          <dd>
            {person.shown.map((line) => (
              <div key={line.label}>
                {line.label === '' ? '' : `${line.label}: `}
                <span class={isNumber(line.value) ? 'tg-ticket' : undefined}>{line.value}</span>
              </div>
            ))}
          </dd>
        </dl>
      )}
      {person.waits === null ? null : <p class="tg-small">{person.waits}</p>}
      {person.asked.map((request) => (
        <form
          key={request.asker}
          method="post"
          class="tg-no-print"
          action={`/petugas/kasus/${form.ticket}/identitas/${person.identity}/setuju`}
        >
          <input type="hidden" name="asker" value={request.asker} />
          <input type="hidden" name="reason" value={request.reason} />
          <p class="tg-small">{words('identity.asks', { name: request.name, reason: request.why })}</p>
          <Button text={words('identity.agree')} secondary />
        </form>
      ))}
      {person.mayOpen && person.shown === null ? <OpenForm {...props} /> : null}
      {person.mend === null ? null : (
        <MendForm
          title={words('person.mend')}
          scope={`orang-${person.identity}`}
          path={person.identity}
          part={person.part}
          start={person.mend}
          form={form}
          failed={props.failed}
        />
      )}
    </div>
  );
}

/** Somebody who was forgotten when the case was written down. */
export function AddPerson({ form, failed }: { readonly form: FormOfCase; readonly failed: Failed }) {
  const words = useWords();
  return (
    <MendForm
      title={words('person.add')}
      scope="orang-baru"
      path="baru"
      part={null}
      start={{}}
      form={form}
      failed={failed}
    />
  );
}

function OpenForm({
  person,
  form,
  failed,
}: {
  readonly person: PersonFace;
  readonly form: FormOfCase;
  readonly failed: Failed;
}) {
  const words = useWords();
  const error = failed?.operation === person.identity ? failed.errors.reason : undefined;
  return (
    <details open={error !== undefined} class="tg-no-print">
      <summary>{words('case.open-identity')}</summary>
      <form method="post" action={`/petugas/kasus/${form.ticket}/identitas/${person.identity}`} novalidate>
        {person.agreed ? null : (
          <TextField
            name="reason"
            scope={person.identity}
            label={words('case.open-reason')}
            hint={words('case.open-hint')}
            error={error}
          />
        )}
        <Button text={words('case.open-identity')} secondary />
      </form>
    </details>
  );
}

const CONTACTS = [
  ['name', 'complain.name'],
  ['phone', 'complain.phone'],
  ['nik', 'counter.nik'],
] as const satisfies readonly (readonly [string, WordKey])[];
const OF_REPORTERS = [
  ['email', 'complain.email'],
  ['address', 'complain.address'],
] as const satisfies readonly (readonly [string, WordKey])[];

function MendForm(props: {
  readonly title: string;
  readonly scope: string;
  readonly path: string;
  /** Null: whoever fills the form in says it. */
  readonly part: PersonPart | null;
  readonly start: Readonly<Record<string, string>>;
  readonly form: FormOfCase;
  readonly failed: Failed;
}) {
  const words = useWords();
  const { scope, form, part } = props;
  const failed = props.failed?.operation === scope ? props.failed : null;
  const field = (name: string) => ({
    name,
    scope,
    value: (failed === null ? props.start : failed.values)[name],
    error: failed?.errors[name],
  });
  return (
    <details open={failed !== null} class="tg-no-print">
      <summary>{props.title}</summary>
      <form method="post" action={`/petugas/kasus/${form.ticket}/orang/${props.path}`} novalidate>
        <input type="hidden" name="version" value={form.version} />
        <input type="hidden" name="idempotencyKey" value={form.idempotencyKey} />
        {part === null ? (
          <SelectField
            {...field('part')}
            label={words('person.part')}
            options={(['reporter', 'concern', 'respondent'] as const).map((value) => ({
              value,
              label: words(`person.${value}`),
            }))}
          />
        ) : (
          <input type="hidden" name="part" value={part} />
        )}
        {(part === 'respondent' ? CONTACTS.slice(0, 1) : CONTACTS).map(([name, word]) => (
          <TextField key={name} {...field(name)} label={words(word)} />
        ))}
        {part === 'reporter' || part === null ? (
          <>
            {OF_REPORTERS.map(([name, word]) => (
              <TextField key={name} {...field(name)} label={words(word)} />
            ))}
            <SelectField
              {...field('as')}
              label={words('counter.as')}
              options={REPORTER_ROLES.map((value) => ({ value, label: words(`reporter.${value}`) }))}
            />
          </>
        ) : null}
        {part === 'concern' || part === null ? (
          <TextField {...field('relation')} label={words('counter.relation')} />
        ) : null}
        {part === 'respondent' || part === null ? (
          <>
            <TextField {...field('position')} label={words('counter.respondent-position')} />
            <SelectField
              {...field('staffId')}
              label={words('counter.respondent-staff')}
              hint={words('counter.respondent-staff-hint')}
              options={[{ value: '', label: words('form.not-chosen') }, ...form.colleagues]}
            />
          </>
        ) : null}
        <TextArea {...field('reason')} label={words('field.reason')} rows={2} />
        <Button text={words('op.correct')} secondary />
      </form>
    </details>
  );
}
