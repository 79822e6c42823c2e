import type { Appendix, DocumentTree } from '../documents/blocks.ts';
import { numberWords } from '../numbers/number-words.ts';
import { copies, letterHead } from './letter-head.ts';
import type { MeetingRecord } from './meeting-record.ts';
import { numberedTable } from './numbered-table.ts';
import { headRole, type PaperFrame, paperTree } from './paper-frame.ts';
import { field, paragraph, text } from './paper-parts.ts';
import { signatureBlock } from './signature-block.ts';

export type InvitationWriting = Pick<MeetingRecord, 'event' | 'day' | 'time' | 'place' | 'agenda'> & {
  /** Who is invited; nobody leaves room for a pen. */
  readonly to: readonly { readonly name: string; readonly body: string | null }[];
  readonly copies: readonly string[];
};

/** More than these stand in a list of their own. */
const MOST_IN_HEAD = 3;

/** Undangan rapat: a letter with its agenda; many who are invited stand in its annex. */
export function buildMeetingInvitation(
  frame: PaperFrame,
  { event, day, time, place, agenda, to, copies: alsoTo }: InvitationWriting,
): DocumentTree {
  const isListed = to.length > MOST_IN_HEAD;
  const invited = to.map(({ name, body }) => (body === null ? name : `${name}, ${body}`));
  const signature = () =>
    signatureBlock(frame.office, {
      role: frame.signer ?? headRole(frame.office),
      dated: frame.dated,
      deputies: frame.deputies,
      opening: 'none',
    });
  return paperTree(
    frame,
    { id: `undangan/${day}`, title: 'Undangan', subject: event },
    [
      ...letterHead(frame, {
        nature: 'Biasa',
        enclosed: isListed ? '1 (satu) lembar' : null,
        subject: `Undangan ${event}`,
        to: isListed ? ['Daftar undangan terlampir', 'di Tempat'] : [...headOf(invited), 'di Tempat'],
      }),
      paragraph(text(`Dengan hormat, kami mengundang Bapak/Ibu untuk menghadiri ${event} pada:`)),
      {
        type: 'fields',
        items: [
          { label: 'Hari, tanggal', inlines: [{ type: 'date', date: day, style: 'weekday' }] },
          field('Waktu', time, 24),
          field('Tempat', place),
          field('Acara', event),
        ],
      },
      ...(agenda.length === 0
        ? []
        : ([
            { type: 'heading', text: 'Agenda', align: 'left' },
            { type: 'list', ordered: true, items: agenda.map((one) => [text(one)]) },
          ] as const)),
      paragraph(text('Demikian kami sampaikan. Atas kehadiran Bapak/Ibu, kami ucapkan terima kasih.')),
      signature(),
      ...copies(alsoTo),
    ],
    { appendices: isListed ? [listOfInvited(to, signature())] : [] },
  );
}

function headOf(invited: readonly string[]): readonly (string | null)[] {
  if (invited.length === 0) return [null];
  return invited.length === 1 ? invited : invited.map((one, at) => `${at + 1}. ${one}`);
}

function listOfInvited(to: InvitationWriting['to'], signature: Appendix['blocks'][number]): Appendix {
  return {
    id: 'daftar-undangan',
    title: 'Daftar Undangan',
    subtitle: [`${to.length} (${numberWords(to.length)}) orang`],
    orientation: 'portrait',
    blocks: [
      numberedTable(
        'undangan',
        'Daftar undangan',
        [
          { key: 'label', label: 'Nama', weight: 44 },
          { key: 'body', label: 'Jabatan atau lembaga', weight: 44 },
        ],
        to.map(({ name, body }) => [name, body ?? '']),
      ),
      signature,
    ],
  };
}
