import type { CaseRecord } from '../../domain/papers/case-record.ts';
import type { MeetingRecord } from '../../domain/papers/meeting-record.ts';
import type { PaperKind } from '../../domain/papers/paper-kind.ts';
import type { TypedPaper } from './paper-writing.ts';

/** What the case already knows of a paper that somebody writes: it stands in the fields, to be changed (rule 23). */
export function usualWriting(kind: PaperKind, record: CaseRecord | null): TypedPaper {
  if (record === null) return {};
  const { investigation, review } = record;
  switch (kind) {
    case 'surat-tugas':
      return {
        people: (investigation?.investigators ?? review?.reviewers ?? []).join('\n'),
        ...(investigation?.from == null ? {} : { from: investigation.from }),
        ...(investigation?.to == null ? {} : { to: investigation.to }),
        ...(record.place === null ? {} : { place: record.place }),
      };
    case 'telaahan-staf':
      return review?.text == null ? {} : { analysis: review.text };
    case 'berita-acara':
      return {
        subject: investigation === null ? 'Pemeriksaan Lapangan' : 'Pemeriksaan Pengaduan',
        parties: (investigation?.investigators ?? []).join('\n'),
        ...(record.place === null ? {} : { place: record.place }),
      };
    case 'permintaan-maaf':
      return record.happenedOn === null ? {} : { day: record.happenedOn };
    case 'catatan-arahan': {
      const { referral } = record;
      if (referral === null) return {};
      const { address, contact, hours, bring = [] } = referral.whereabouts ?? {};
      return {
        to: referral.body,
        ...(address == null ? {} : { address }),
        ...(contact == null ? {} : { contact }),
        ...(hours == null ? {} : { hours }),
        ...(bring.length === 0 ? {} : { bring: bring.join('\n') }),
        ...(referral.text === null || record.protected ? {} : { remark: referral.text }),
      };
    }
    default:
      return {};
  }
}

/** What a meeting knows of the papers that somebody completes. */
export function usualMeetingWriting(kind: PaperKind, { present }: MeetingRecord): TypedPaper {
  if (kind !== 'undangan') return {};
  return { to: present.map(({ name, body }) => (body === null ? name : `${name}; ${body}`)).join('\n') };
}
