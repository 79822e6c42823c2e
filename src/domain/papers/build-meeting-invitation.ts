import type { DocumentTree } from '../documents/blocks.ts';
import type { MeetingRecord } from './meeting-record.ts';
import { type PaperFrame, paperTree } from './paper-frame.ts';
import { field, paragraph, text, titleLines } from './paper-parts.ts';
import { signatureBlock } from './signature-block.ts';

/** Undangan rapat with its agenda; those invited are written in by hand, or stand in the attendance list. */
export function buildMeetingInvitation(
  frame: PaperFrame,
  { event, day, time, place, agenda }: Pick<MeetingRecord, 'event' | 'day' | 'time' | 'place' | 'agenda'>,
): DocumentTree {
  return paperTree(frame, { id: `undangan/${day}`, title: 'Undangan', subject: event }, [
    titleLines('Undangan', true),
    { type: 'fields', items: [field('Kepada Yth.', null)] },
    paragraph(text(`Dengan hormat, kami mengundang Bapak/Ibu menghadiri ${event} pada:`)),
    {
      type: 'fields',
      items: [
        { label: 'Hari, tanggal', inlines: [{ type: 'date', date: day, style: 'weekday' }] },
        field('Waktu', time, 24),
        field('Tempat', place),
      ],
    },
    ...(agenda.length === 0
      ? []
      : ([
          { type: 'heading', text: 'Agenda', align: 'left' },
          { type: 'list', ordered: true, items: agenda.map((one) => [text(one)]) },
        ] as const)),
    paragraph(text('Atas kehadiran Bapak/Ibu kami ucapkan terima kasih.')),
    signatureBlock(frame.office, { role: frame.signer, dated: frame.dated, deputies: frame.deputies }),
  ]);
}
