import { useWords } from '../../../platform/words/words.ts';
import type { DerivedFace } from './derived.presenter.ts';

/** Under the two choices: what follows from them and why (rule 22). Where scripts run it follows the choice by itself. */
export function DerivedLine({ face }: { readonly face: DerivedFace }) {
  return (
    <div class="tg-derived" data-derived="" aria-live="polite">
      <p class="govuk-body tg-small">{face.lead}</p>
      {face.lines.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet tg-small">
          {face.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Shows it for what is chosen now, in a tab of its own. It stands behind the button that saves, which Enter presses. */
export function DerivedButton() {
  const words = useWords();
  return (
    <button
      type="submit"
      class="govuk-button govuk-button--secondary"
      formaction="/petugas/turunan"
      formtarget="_blank"
      formnovalidate
      data-derived-ask=""
    >
      {words('derived.ask')}
    </button>
  );
}
