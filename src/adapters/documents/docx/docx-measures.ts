import { LineRuleType } from 'docx';
import type { DocumentMeta } from '../../../domain/documents/blocks.ts';

/** Twips: twentieths of a point, Word's unit. */
export function millimetres(value: number): number {
  return Math.round((value * 1440) / 25.4);
}

/** A sheet as Word wants it; width and height are those of the upright sheet also when it lies. */
export type Sheet = {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly lying: boolean;
  /** Room for text between the margins. */
  readonly textWidth: number;
};

/** The same margins as the PDF: left 30 mm for the binder, registers lie (ui "Paper"). */
export function sheetOf({ paper, compact }: Pick<DocumentMeta, 'paper' | 'compact'>, lying: boolean): Sheet {
  const { width, height } = PAPERS[paper];
  const full = compact === true ? MARGINS.compact : MARGINS.upright;
  const upright = paper === 'A5' ? MARGINS.small : full;
  const margin = lying ? MARGINS.lying : upright;
  return {
    width: millimetres(width),
    height: millimetres(height),
    margin: {
      top: millimetres(margin.top),
      right: millimetres(margin.right),
      bottom: millimetres(margin.bottom),
      left: millimetres(margin.left),
    },
    lying,
    textWidth: millimetres((lying ? height : width) - margin.left - margin.right),
  };
}

const PAPERS = {
  A4: { width: 210, height: 297 },
  F4: { width: 215, height: 330 },
  A5: { width: 148, height: 210 },
} as const;
const MARGINS = {
  lying: { top: 30, right: 20, bottom: 22, left: 20 },
  upright: { top: 25, right: 22, bottom: 25, left: 30 },
  compact: { top: 16, right: 20, bottom: 16, left: 25 },
  small: { top: 14, right: 14, bottom: 16, left: 16 },
} as const;

/** Metric twin of Arimo that office machines have. */
export const FONT = 'Arial';
/** Half points. */
export const SIZE = { text: 22, chapter: 26, small: 17, table: 20, register: 17, caption: 21 } as const;
export const INK = '14212B';
export const SHADE = 'EBEBEB';

/** Distance of lines as a multiple of single; the rule is always said, since programs differ when it is not. */
export function lineSpacing(multiple: number): {
  readonly line: number;
  readonly lineRule: typeof LineRuleType.AUTO;
} {
  return { line: Math.round(multiple * 240), lineRule: LineRuleType.AUTO };
}
