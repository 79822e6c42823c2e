import { useWords } from '../../../platform/words/words.ts';
import type { OfficeFace } from '../../offices/public-frame.view.tsx';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type SlipProps = {
  readonly staff: StaffFace;
  readonly office: OfficeFace;
  readonly ticket: string;
  /** Only on the page that follows the intake; null when printed again. */
  readonly secret: string | null;
  readonly registerNo: string | null;
  readonly receivedAt: string;
  /** Null when the case is protected: slips carry no topic (rule 6). */
  readonly topic: string | null;
  readonly answeredAtDesk: boolean;
  readonly due: readonly { readonly label: string; readonly when: string }[];
  /** Who received the complaint, to sign; null = the line stays empty. */
  readonly receiver: string | null;
  /** He was told to go elsewhere: the note says where (rule 24). */
  readonly directed: boolean;
  /** Whether this reader writes complaints down at the counter. */
  readonly mayReceive: boolean;
};

const WIDTHS = ['58', '80', 'a5'] as const;

/** Tanda terima (UU 25/2009 ps. 43), for a roll of 58 or 80 mm or a sheet of A5. */
export function SlipView(props: SlipProps) {
  const words = useWords();
  const again = props.secret === null;
  const title = again ? 'slip.page' : props.answeredAtDesk ? 'slip.done-desk' : 'slip.done';
  return (
    <StaffFrame staff={props.staff} here={again ? 'inbox' : 'counter'}>
      <div class="tg-slipchoice">
        <div class="tg-no-print">
          <h1 class="govuk-heading-l">{words(title)}</h1>
          <p class="govuk-body">{words('slip.lead')}</p>
          {again ? null : (
            <p class="govuk-body">
              <a
                class="govuk-link govuk-link--no-visited-state"
                href={`/petugas/kasus/${props.ticket}/ganda`}
              >
                {words('likeness.check')}
              </a>
            </p>
          )}
          {props.directed ? (
            <p class="govuk-body">
              <a class="govuk-button govuk-button--secondary" href={`/petugas/kasus/${props.ticket}/arahan`}>
                {words('direction.print')}
              </a>
            </p>
          ) : null}
          <SlipWidths />
        </div>
        <article class="tg-slip">
          <div class="tg-slip__head">
            {props.office.name}
            <br />
            <span>{props.office.address.join(', ')}</span>
          </div>
          <h2>{words('slip.title')}</h2>
          <dl>
            <SlipLine label={words('receipt.ticket')} value={props.ticket} />
            {props.secret === null ? null : <SlipLine label={words('receipt.secret')} value={props.secret} />}
            {props.registerNo === null ? null : (
              <SlipLine label={words('slip.register')} value={props.registerNo} />
            )}
            <SlipLine label={words('slip.received')} value={props.receivedAt} />
            {props.topic === null ? null : <SlipLine label={words('slip.topic')} value={props.topic} />}
            {props.due.map((limit) => (
              <SlipLine key={limit.label} label={limit.label} value={limit.when} />
            ))}
          </dl>
          {props.answeredAtDesk ? <p>{words('slip.answered')}</p> : <p>{words('slip.next')}</p>}
          <p class="tg-slip__sign">
            {words('slip.receiver')}
            <br />
            <br />
            <br />
            {props.receiver ?? '…………………………'}
          </p>
        </article>
      </div>
      <p class="govuk-body tg-no-print tg-before">
        {props.mayReceive ? (
          <>
            <a class="govuk-link govuk-link--no-visited-state" href="/petugas/loket">
              {words('slip.next-visitor')}
            </a>{' '}
            ·{' '}
          </>
        ) : null}
        <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${props.ticket}`}>
          {words('slip.open-case')}
        </a>
      </p>
    </StaffFrame>
  );
}

/** For which paper the slip is drawn; the style sheet shows it so. */
export function SlipWidths() {
  const words = useWords();
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend">{words('slip.paper')}</legend>
      <div class="govuk-radios govuk-radios--small govuk-radios--inline">
        {WIDTHS.map((width) => (
          <div class="govuk-radios__item" key={width}>
            <input
              class="govuk-radios__input"
              type="radio"
              name="lebar"
              id={`lebar-${width}`}
              value={width}
              checked={width === '80'}
            />
            <label class="govuk-label govuk-radios__label" for={`lebar-${width}`}>
              {words(`slip.width-${width}`)}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

export function SlipLine({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
