import { ScrollBox } from '../../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import type { SopStepFace } from './sop-progress.presenter.ts';

/** Standard time against actual time, step by step; nothing where the case went through no SOP. */
export function SopProgressView({ steps }: { readonly steps: readonly SopStepFace[] }) {
  const words = useWords();
  if (steps.length === 0) return null;
  return (
    <section class="tg-after">
      <h2 class="govuk-heading-m">{words('sop.in-case')}</h2>
      <p class="govuk-body tg-small">{words('sop.lead-case')}</p>
      <ScrollBox label={words('sop.in-case')}>
        <table class="tg-sop tg-sop--measured tg-numbers">
          <thead>
            <tr>
              <th scope="col">{words('sop.step')}</th>
              <th scope="col">{words('sop.activity')}</th>
              <th scope="col">{words('sop.time')}</th>
              <th scope="col">{words('sop.actual')}</th>
              <th scope="col">{words('sop.remark')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.key} class={step.beyond ? 'tg-sop__beyond' : undefined}>
                <td>{step.no}</td>
                <th scope="row">{step.activity}</th>
                <td>{step.standard}</td>
                <td>{step.actual}</td>
                <td>{step.remark}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
