import type { DocumentTree } from '../documents/blocks.ts';
import { numberWords } from '../numbers/number-words.ts';
import { officialDay } from './official-day.ts';
import { type PaperFrame, paperTree } from './paper-frame.ts';
import { paragraph, paragraphsOf, text, titleLines } from './paper-parts.ts';
import { plainSigner } from './signature-block.ts';

export type MinutesWriting = {
  /** "Pemeriksaan Lapangan"; printed in capitals after "BERITA ACARA". */
  readonly subject: string;
  /** The day on which it happened, ISO. */
  readonly day: string;
  readonly place: string;
  /** Who signs, first who did it, then who stood by. */
  readonly parties: readonly { readonly name: string; readonly post: string | null }[];
  readonly content: string;
  /** Ticket of the case, or null. */
  readonly ticket: string | null;
  readonly secret: boolean;
};

/** Berita acara: weekday and words come from the date, so that they cannot contradict it. */
export function buildOfficialMinutes(frame: PaperFrame, writing: MinutesWriting): DocumentTree {
  return paperTree(
    frame,
    {
      id: `berita-acara/${writing.ticket ?? writing.day}`,
      title: `Berita Acara ${writing.subject}`,
      subject: writing.ticket ?? writing.day,
    },
    [
      titleLines(`Berita Acara ${writing.subject}`, true),
      paragraph(
        text(
          `Pada hari ini ${officialDay(writing.day)}, bertempat di ${writing.place}, kami yang bertanda tangan di bawah ini:`,
        ),
      ),
      {
        type: 'list',
        ordered: true,
        items: writing.parties.map(({ name, post }) => [text(post === null ? name : `${name}, ${post}`)]),
      },
      paragraph(text('menyatakan dengan sebenarnya hal-hal sebagai berikut.')),
      ...paragraphsOf(writing.content),
      paragraph(
        text(
          'Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap secukupnya, untuk dipergunakan sebagaimana mestinya.',
        ),
      ),
      {
        type: 'signature',
        place: frame.office.seat,
        date: writing.day,
        signers: writing.parties
          .slice(0, 3)
          .map(({ name, post }, at) => plainSigner(post ?? partyWord(at), name)),
      },
      ...(writing.parties.length > 3
        ? [
            {
              type: 'signature',
              place: frame.office.seat,
              date: writing.day,
              opening: 'none',
              signers: writing.parties
                .slice(3, 6)
                .map(({ name, post }, at) => plainSigner(post ?? partyWord(at + 3), name)),
            } as const,
          ]
        : []),
    ],
    { looks: writing.secret ? { classification: 'Rahasia' } : {} },
  );
}

function partyWord(at: number): string {
  return at === 0 ? 'Pihak pertama' : `Pihak ke${numberWords(at + 1)}`;
}
