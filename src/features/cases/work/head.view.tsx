import { ScrollBox } from '../../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import type { Wait } from './waits.ts';

type Load = {
  readonly label: string;
  readonly open: number;
  readonly late: number;
  readonly href: string | null;
};
export type HeadProps = {
  readonly staff: StaffFace;
  /** When it was counted, in words. */
  readonly moment: string;
  readonly figures: readonly { readonly key: Wait; readonly count: string; readonly href: string }[];
  /** Letters that wait for a signature; null for who issues none. */
  readonly unsigned: string | null;
  readonly load: readonly Load[];
  /** Open cases that this reader does not see (rule 28). */
  readonly withheld: number;
};

/** The page of the head: its numbers and one chart beside its table. */
export function HeadView({ staff, moment, figures, unsigned, load, withheld }: HeadProps) {
  const words = useWords();
  return (
    <StaffFrame staff={staff} here="head">
      <div class="tg-row">
        <h1 class="govuk-heading-l">{words('head.title')}</h1>
        <p class="govuk-body tg-muted">{words('head.moment', { moment })}</p>
      </div>
      <ul class="tg-sixes">
        {figures.map(({ key, count, href }) => (
          <li key={key}>
            <a href={href}>
              <span class="tg-sixes__number">{count}</span>
              <span>{words(`waits.${key}`)}</span>
            </a>
          </li>
        ))}
        {unsigned === null ? null : (
          <li>
            <a href="/petugas/surat?keadaan=to-sign">
              <span class="tg-sixes__number">{unsigned}</span>
              <span>{words('head.unsigned')}</span>
            </a>
          </li>
        )}
      </ul>
      {withheld === 0 ? null : <p class="govuk-body">{words('head.withheld', { n: withheld })}</p>}
      <section>
        <h2 class="govuk-heading-m">{words('head.load')}</h2>
        <p class="govuk-body">{words('head.load-lead')}</p>
        <div class="tg-chartrow">
          <LoadChart load={load} />
          <ScrollBox label={words('head.load')}>
            <table class="tg-grid tg-numbers">
              <thead>
                <tr>
                  <th scope="col">{words('inbox.unit')}</th>
                  <th scope="col" class="tg-right">
                    {words('head.open')}
                  </th>
                  <th scope="col" class="tg-right">
                    {words('head.late')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {load.map((one) => (
                  <tr key={one.label}>
                    <th scope="row">{one.label}</th>
                    <td class="tg-right">
                      <Linked count={one.open} href={one.href} what={one.label} />
                    </td>
                    <td class="tg-right">
                      <Linked
                        count={one.late}
                        href={one.href === null ? null : `${one.href}&terlambat=ya`}
                        what={`${one.label}, ${words('head.late')}`}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </div>
      </section>
    </StaffFrame>
  );
}

function Linked(props: { readonly count: number; readonly href: string | null; readonly what: string }) {
  if (props.href === null) return <>{props.count}</>;
  return (
    <a
      class="govuk-link govuk-link--no-visited-state"
      href={props.href}
      aria-label={`${props.count}, ${props.what}`}
    >
      {props.count}
    </a>
  );
}

const BAR = 44;

/** Bars in two tones, named in words beside; the table says the same, so that readers of the screen pass over it. */
function LoadChart({ load }: Pick<HeadProps, 'load'>) {
  const words = useWords();
  const most = Math.max(1, ...load.map(({ open }) => open));
  const wide = (count: number) => (count / most) * 220;
  return (
    <figure class="tg-bars" aria-hidden="true">
      <svg aria-hidden="true" viewBox={`0 0 290 ${load.length * BAR}`} focusable="false">
        {load.map(({ label, open, late }, index) => (
          <g key={label} transform={`translate(0 ${index * BAR})`}>
            <text y="14">{label}</text>
            <rect class="tg-bars__open" y="20" width={wide(open)} height="16" />
            <rect class="tg-bars__late" y="20" width={wide(late)} height="16" />
            <text x={wide(open) + 6} y="33">
              {open}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        <span class="tg-bars__key tg-bars__key--late" /> {words('head.late')} <span class="tg-bars__key" />{' '}
        {words('head.in-time')}
      </figcaption>
    </figure>
  );
}
