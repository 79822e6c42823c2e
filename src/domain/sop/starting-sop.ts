import type { Channel } from '../complaint/vocabulary.ts';
import type { OfficeData, Sop } from '../office/office-data.ts';

/** The SOP that a case from this channel walks: in person or online, as the office's channel list says. */
export function startingSop(channel: Channel, office: OfficeData): Sop | null {
  const id = office.channels.find((one) => one.key === channel)?.sop;
  return office.sops.find((sop) => sop.id === id) ?? null;
}
