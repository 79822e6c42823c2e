import type { Appendix, Block, DocumentMeta, DocumentTree } from '../documents/blocks.ts';
import type { OfficeData } from '../office/office-data.ts';
import type { SigningDeputy } from './signature-block.ts';

/**
 * Rule 34: `kop` prints the letterhead, `ruang` leaves its room for the office's printed paper, `tanpa` neither.
 */
export const LETTERHEAD_CHOICES = ['kop', 'ruang', 'tanpa'] as const;
export type LetterheadChoice = (typeof LETTERHEAD_CHOICES)[number];

/** What every letter, form and sheet has around it: whose, of which day, on which paper. */
export type PaperFrame = {
  readonly office: OfficeData;
  /** The day printed on the paper, ISO. */
  readonly dated: string;
  /** The instant written into the files, ISO with Z. */
  readonly madeAt: string;
  readonly paper: DocumentMeta['paper'];
  readonly letterhead: LetterheadChoice;
  /** As it is printed; null leaves room for a pen (rule 10). */
  readonly number: string | null;
  /** The role that signs; null lets the paper name its own. */
  readonly signer: string | null;
  /** Who stands in on that day (rule 33). */
  readonly deputies: readonly SigningDeputy[];
};

type About = {
  /** Of the file: "surat-jawaban/TAB-…". */
  readonly id: string;
  readonly title: string;
  /** What it is about, for the file's own description: a ticket, a day, a service. */
  readonly subject: string;
};
type Looks = Pick<
  DocumentMeta,
  'orientation' | 'classification' | 'across' | 'framed' | 'compact' | 'footLine'
>;

/** A paper as a tree: the office's letterhead where it is wanted, then the blocks. */
export function paperTree(
  frame: PaperFrame,
  about: About,
  body: readonly Block[],
  rest: { readonly looks?: Looks; readonly appendices?: readonly Appendix[] } = {},
): DocumentTree {
  const { office } = frame;
  return {
    meta: {
      id: `${office.slug}/${about.id}`,
      title: about.title,
      office: { slug: office.slug, name: office.name, government: office.government },
      language: 'id',
      period: about.subject,
      dated: frame.dated,
      madeAt: frame.madeAt,
      edition: '',
      figuresHash: null,
      paper: frame.paper,
      letterhead: frame.letterhead === 'kop' ? letterheadOf(office) : null,
      ...(frame.letterhead === 'ruang' ? { headRoom: HEAD_ROOM } : {}),
      number: frame.number,
      ...rest.looks,
    },
    front: [],
    body: [{ type: 'letterhead' }, ...body],
    appendices: rest.appendices ?? [],
  };
}

/** As much as the printed letterhead of an office takes, in millimetres. */
const HEAD_ROOM = 32;

function letterheadOf({ letterhead }: OfficeData): DocumentMeta['letterhead'] {
  return {
    lines: letterhead.lines,
    address: letterhead.address,
    emblemSvg: letterhead.emblemSvg ?? null,
  };
}

/** Who signs unless somebody else is chosen: who is responsible for the office, the first of its roles. */
export function headRole({ roles }: OfficeData): string | null {
  return roles[0]?.key ?? null;
}
