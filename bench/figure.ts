/** One measured value beside what it should be. */
export type Figure = {
  readonly part: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Null where the figure stands for itself. */
  readonly target: { readonly at: 'most' | 'least'; readonly value: number } | null;
  /** How often it was measured, and what else explains it. */
  readonly note: string;
};

export type Report = (figure: Omit<Figure, 'part'>) => void;

export function isHit({ value, target }: Figure): boolean | null {
  if (target === null) return null;
  return target.at === 'most' ? value <= target.value : value >= target.value;
}

/** Three significant digits, or whole numbers from 100 on. */
export function printValue(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 2 : 3;
  return `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`;
}

export function most(value: number): Figure['target'] {
  return { at: 'most', value };
}

export function least(value: number): Figure['target'] {
  return { at: 'least', value };
}
