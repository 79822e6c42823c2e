import { Button, Notice } from '../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

/** Where the imports are listed; each is taken back at the other. */
export const IMPORTS = '/petugas/impor/daftar';
const TAKE_BACK = '/petugas/impor/tarik';

/** Tickets that the page names; all of them are told by the command. */
const MOST_LEFT = 200;

export type ShownImport = {
  readonly importId: string;
  readonly file: string;
  readonly period: string;
  /** When, and by whom where that is known. */
  readonly made: string;
  readonly rows: number;
  readonly takenBack: number;
  readonly standing: number;
};

/** Every import of an old register; whoever may cancel takes one back as a whole (rule 11). */
export function ImportsView(props: {
  readonly staff: StaffFace;
  readonly imports: readonly ShownImport[];
  readonly mayTakeBack: boolean;
  readonly done: {
    readonly importId: string;
    readonly text: string;
    readonly left: readonly string[];
    readonly next: string | null;
  } | null;
}) {
  const words = useWords();
  const { imports, done } = props;
  const heads = ['import.file', 'import.period', 'imports.made'] as const;
  const counts = ['import.rows', 'imports.taken-back', 'imports.standing'] as const;
  return (
    <StaffFrame staff={props.staff} here="import">
      {done === null ? null : (
        <Notice tone={done.left.length === 0 && done.next === null ? 'done' : 'attention'} text={done.text}>
          {done.left.length === 0 ? null : <Left tickets={done.left} />}
          {done.next === null ? null : (
            <form method="post" action={TAKE_BACK}>
              <input type="hidden" name="impor" value={done.importId} />
              <input type="hidden" name="dari" value={done.next} />
              <Button text={words('imports.go-on')} name="sure" value="ya" />
            </form>
          )}
        </Notice>
      )}
      <h1 class="govuk-heading-l">{words('imports.title')}</h1>
      <p class="govuk-body tg-measure">{words('imports.lead')}</p>
      {imports.length === 0 ? (
        <p class="govuk-body tg-empty">{words('imports.empty')}</p>
      ) : (
        <ScrollBox label={words('imports.title')}>
          <table class="govuk-table">
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {heads.map((head) => (
                  <th key={head} scope="col" class="govuk-table__header">
                    {words(head)}
                  </th>
                ))}
                {counts.map((head) => (
                  <th key={head} scope="col" class="govuk-table__header govuk-table__header--numeric">
                    {words(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {imports.map((one) => (
                <tr class="govuk-table__row" key={one.importId}>
                  <th scope="row" class="govuk-table__header">
                    {one.file}
                    {props.mayTakeBack && one.standing > 0 ? (
                      <span class="tg-under">
                        <a class="govuk-link" href={`${TAKE_BACK}?impor=${one.importId}`}>
                          {words('imports.take-back')}
                          <span class="govuk-visually-hidden"> {one.file}</span>
                        </a>
                      </span>
                    ) : null}
                  </th>
                  <td class="govuk-table__cell">{one.period}</td>
                  <td class="govuk-table__cell">{one.made}</td>
                  {([one.rows, one.takenBack, one.standing] as const).map((count, index) => (
                    <td class="govuk-table__cell govuk-table__cell--numeric" key={counts[index]}>
                      {count}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </StaffFrame>
  );
}

function Left({ tickets }: { readonly tickets: readonly string[] }) {
  const words = useWords();
  const more = tickets.length - MOST_LEFT;
  return (
    <>
      <ul class="govuk-list">
        {tickets.slice(0, MOST_LEFT).map((ticket) => (
          <li key={ticket}>
            <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${ticket}`}>
              {ticket}
            </a>
          </li>
        ))}
      </ul>
      {more > 0 ? <p class="govuk-body">{words('imports.left-more', { count: more })}</p> : null}
    </>
  );
}

/** Asks before a whole import is taken back, and says how many cases that is. */
export function TakeBackView(props: {
  readonly staff: StaffFace;
  readonly line: ShownImport;
  /** Of those that stand, somebody has worked on as many. */
  readonly workedOn: number;
}) {
  const words = useWords();
  const { line, workedOn } = props;
  const count = line.standing - workedOn;
  return (
    <StaffFrame staff={props.staff} here="import">
      <h1 class="govuk-heading-l">{words('imports.ask', { file: line.file, period: line.period })}</h1>
      <p class="govuk-body">{line.made}</p>
      <p class="govuk-body tg-measure tg-strong">{words('imports.ask-count', { count })}</p>
      {workedOn === 0 ? null : (
        <p class="govuk-body tg-measure">{words('imports.ask-left', { count: workedOn })}</p>
      )}
      <p class="govuk-body tg-measure">{words('imports.ask-lead')}</p>
      {count === 0 ? null : (
        <form method="post" action={TAKE_BACK}>
          <input type="hidden" name="impor" value={line.importId} />
          <Button text={words('imports.sure', { count })} name="sure" value="ya" />
        </form>
      )}
      <a class="govuk-link" href={IMPORTS}>
        {words('imports.not')}
      </a>
    </StaffFrame>
  );
}
