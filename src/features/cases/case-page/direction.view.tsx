import type { Direction } from '../../../domain/papers/build-direction-note.ts';
import { Notice } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import type { OfficeFace } from '../../offices/public-frame.view.tsx';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import { SlipLine, SlipWidths } from './slip.view.tsx';

export type DirectionProps = {
  readonly staff: StaffFace;
  readonly office: OfficeFace;
  readonly ticket: string;
  readonly direction: Direction;
  readonly directedOn: string;
  /** For the telephone or a message. */
  readonly message: string;
  /** Protected, and nobody knows a safe way to reach him: nothing is sent (rule 6). */
  readonly withoutSafeWay: boolean;
  readonly mayReceive: boolean;
};

/** Catatan arahan (rule 24), for a roll of 58 or 80 mm or a sheet of A5, and as text to copy. */
export function DirectionView(props: DirectionProps) {
  const words = useWords();
  const { direction, ticket } = props;
  const known: readonly (readonly [label: string, value: string | null])[] = [
    [words('direction.to'), direction.to],
    [words('admin.f.body-address'), direction.address],
    [words('admin.f.body-hours'), direction.hours],
    [words('admin.f.body-contact'), direction.contact],
  ];
  return (
    <StaffFrame staff={props.staff} here="inbox">
      <div class="tg-slipchoice">
        <div class="tg-no-print">
          <h1 class="govuk-heading-l">{words('direction.page')}</h1>
          <p class="govuk-body">{words('direction.lead')}</p>
          {direction.address === null ? <p class="govuk-body">{words('direction.unknown')}</p> : null}
          <SlipWidths />
        </div>
        <article class="tg-slip">
          <div class="tg-slip__head">
            {props.office.name}
            <br />
            <span>{props.office.address.join(', ')}</span>
          </div>
          <h2>{words('direction.title')}</h2>
          <p>{words('direction.why')}</p>
          <dl>
            {known.map(([label, value]) => (
              <SlipLine key={label} label={label} value={value ?? '…………………………'} />
            ))}
            <SlipLine label={words('receipt.ticket')} value={ticket} />
            <SlipLine label={words('direction.on')} value={props.directedOn} />
          </dl>
          <p>{words('direction.bring')}</p>
          <ul>
            {(direction.bring.length === 0 ? ['…………………………', '……………………'] : direction.bring).map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          {direction.remark === null ? null : <p>{direction.remark}</p>}
          <p>{words('direction.after')}</p>
        </article>
      </div>
      <section class="tg-no-print tg-before tg-measure">
        <h2 class="govuk-heading-m">{words('direction.message')}</h2>
        {props.withoutSafeWay ? <Notice tone="attention" text={words('direction.no-safe-way')} /> : null}
        <label class="govuk-label" for="pesan">
          {words('direction.message-hint')}
        </label>
        <textarea class="govuk-textarea" id="pesan" rows={12} readonly>
          {props.message}
        </textarea>
        <ul class="govuk-list">
          <li>
            <a
              class="govuk-link govuk-link--no-visited-state"
              href={`/petugas/kasus/${ticket}/surat/catatan-arahan`}
            >
              {words('direction.paper')}
            </a>
          </li>
          {props.mayReceive ? (
            <li>
              <a class="govuk-link govuk-link--no-visited-state" href="/petugas/loket">
                {words('slip.next-visitor')}
              </a>
            </li>
          ) : null}
          <li>
            <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${ticket}`}>
              {words('slip.open-case')}
            </a>
          </li>
        </ul>
      </section>
    </StaffFrame>
  );
}
