import { useWords } from '../../../platform/words/words.ts';

/** How much of a limit is left: words first, then a bar that says the same. */
export type TimeLeft = {
  readonly tone: 'overdue' | 'today' | 'calm' | 'none';
  /** "Terlambat 2 hari", "Sisa 3 jam", "Tanpa batas". */
  readonly words: string;
  /** Date of the limit in words, or empty. */
  readonly date: string;
  /** Share of the time that is used, 0 … 1; null where no bar is drawn. */
  readonly used: number | null;
};

export function TimeLeftView({ left }: { readonly left: TimeLeft }) {
  return (
    <div class={`tg-left tg-left--${left.tone}`}>
      {left.words}
      {left.used === null ? null : (
        <svg
          class="tg-left__bar"
          viewBox="0 0 100 6"
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          <rect class="tg-left__track" width="100" height="6" />
          <rect class="tg-left__fill" width={Math.round(left.used * 100)} height="6" />
        </svg>
      )}
      {left.date === '' ? null : <span class="tg-left__date">{left.date}</span>}
    </div>
  );
}

/** One limit of a case with the arithmetic behind it. */
export type ClockFace = {
  readonly key: string;
  readonly label: string;
  readonly limit: string;
  readonly basis: string;
  readonly left: TimeLeft;
  /** Day by day, in words; empty when the date cannot be explained. */
  readonly arithmetic: readonly string[];
};

export function ClockView({ clock }: { readonly clock: ClockFace }) {
  const words = useWords();
  return (
    <div class={`tg-clock tg-clock--${clock.left.tone}`}>
      <p>
        <strong>{clock.label}</strong>: {clock.limit}
      </p>
      <p class={`tg-left tg-left--${clock.left.tone}`}>{clock.left.words}</p>
      {clock.left.date === '' ? null : <p>{clock.left.date}</p>}
      {clock.basis === '' ? null : <p class="tg-muted">{clock.basis}</p>}
      {clock.arithmetic.length === 0 ? null : (
        <details>
          <summary>{words('clock.why')}</summary>
          <ol>
            {clock.arithmetic.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
