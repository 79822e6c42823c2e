import { Tag } from '../../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type SopSheet = {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly undetermined: boolean;
  /** For those who may print it. */
  readonly sheetHref: string | null;
  readonly lanes: readonly { readonly key: string; readonly label: string }[];
  readonly steps: readonly {
    readonly no: number;
    readonly activity: string;
    readonly lane: string;
    readonly needs: readonly string[];
    readonly time: string;
    readonly output: string;
    readonly shape: 'end' | 'act' | 'choice';
  }[];
};

/** The office's SOPs as swim lanes, drawn from its data. */
export function SopView(props: { readonly staff: StaffFace; readonly sops: readonly SopSheet[] }) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="sop">
      <div class="tg-lying">
        <div class="tg-print-only tg-letterhead">{props.staff.office}</div>
        <h1 class="govuk-heading-l">{words('sop.title')}</h1>
        <p class="govuk-body">{words('sop.lead')}</p>
        {props.sops.map((sop) => (
          <Sheet key={sop.id} sop={sop} />
        ))}
      </div>
    </StaffFrame>
  );
}

function Sheet({ sop }: { readonly sop: SopSheet }) {
  const words = useWords();
  return (
    <section class="tg-after">
      <h2 class="govuk-heading-m">{sop.title}</h2>
      {sop.sheetHref === null ? null : (
        <p class="govuk-body tg-no-print">
          <a class="govuk-link" href={sop.sheetHref}>
            {words('sop-sheet.open')}
            <span class="govuk-visually-hidden">: {sop.title}</span>
          </a>
        </p>
      )}
      {sop.number === null && !sop.undetermined ? null : (
        <p class="govuk-body">
          {sop.number === null ? null : `${words('sop.number')}: ${sop.number} `}
          {sop.undetermined ? <Tag tone="attention">{words('sop.undetermined')}</Tag> : null}
        </p>
      )}
      <ScrollBox label={sop.title}>
        <table class="tg-sop">
          <thead>
            <tr>
              <th scope="col">{words('sop.step')}</th>
              <th scope="col">{words('sop.activity')}</th>
              {sop.lanes.map((lane) => (
                <th scope="col" key={lane.key} class="tg-sop__lane">
                  {lane.label.replaceAll('/', '/\u200b')}
                </th>
              ))}
              <th scope="col">{words('sop.needs')}</th>
              <th scope="col">{words('sop.time')}</th>
              <th scope="col">{words('sop.output')}</th>
            </tr>
          </thead>
          <tbody>
            {sop.steps.map((step) => (
              <tr key={step.no}>
                <td>{step.no}</td>
                <th scope="row">{step.activity}</th>
                {sop.lanes.map((lane) => (
                  <td key={lane.key} class="tg-sop__lane">
                    {lane.key === step.lane ? <Shape shape={step.shape} /> : null}
                  </td>
                ))}
                <td>{step.needs.join('; ')}</td>
                <td>{step.time}</td>
                <td>{step.output}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function Shape({ shape }: { readonly shape: SopSheet['steps'][number]['shape'] }) {
  const words = useWords();
  return (
    <>
      <svg class="tg-sop__shape" viewBox="0 0 44 24" aria-hidden="true" focusable="false">
        {shape === 'choice' ? (
          <path d="M22 1 43 12 22 23 1 12z" />
        ) : (
          <rect x="1" y="1" width="42" height="22" rx={shape === 'end' ? 11 : 2} />
        )}
      </svg>
      <span class="govuk-visually-hidden">{words('sop.doer')}</span>
    </>
  );
}
