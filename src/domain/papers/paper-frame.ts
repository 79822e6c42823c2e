import type { Appendix, Block, DocumentMeta, DocumentTree } from '../documents/blocks.ts';
import type { OfficeData } from '../office/office-data.ts';

/** What every letter, form and sheet has around it: whose, of which day, on which paper. */
export type PaperFrame = {
  readonly office: OfficeData;
  /** The day printed on the paper, ISO. */
  readonly dated: string;
  /** The instant written into the files, ISO with Z. */
  readonly madeAt: string;
  readonly paper: DocumentMeta['paper'];
  /** False prints *tanpa kop*: the office's printed paper is in the tray (rule 34). */
  readonly letterhead: boolean;
  /** As it is printed; null leaves room for a pen (rule 10). */
  readonly number: string | null;
};

type About = {
  /** Of the file: "surat-jawaban/TAB-…". */
  readonly id: string;
  readonly title: string;
  /** What it is about, for the file's own description: a ticket, a day, a service. */
  readonly subject: string;
};
type Looks = Pick<DocumentMeta, 'orientation' | 'classification' | 'across' | 'framed' | 'footLine'>;

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
      letterhead: frame.letterhead ? letterheadOf(office) : null,
      number: frame.number,
      ...rest.looks,
    },
    front: [],
    body: [{ type: 'letterhead' }, ...body],
    appendices: rest.appendices ?? [],
  };
}

function letterheadOf({ letterhead }: OfficeData): DocumentMeta['letterhead'] {
  return {
    lines: letterhead.lines,
    address: letterhead.address,
    emblemSvg: letterhead.emblemSvg ?? null,
  };
}
