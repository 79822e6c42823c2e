import { type OfficeData, SENTENCE_KEYS } from '../../domain/office/office-data.ts';
import type { Remark } from './office-finding.ts';

/** A sentence to complainants names the ticket, and nothing in braces that nobody fills. */
export function checkSentences({ sentences }: OfficeData): readonly Remark[] {
  return SENTENCE_KEYS.flatMap((key): readonly Remark[] => {
    const said = sentences?.[key];
    if (said === undefined) return [];
    const known = key === 'acknowledged' ? ['ticket', 'when'] : ['ticket'];
    const named = [...said.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
    const at = ['sentences', key];
    const places = known.map((name) => `{${name}}`).join(', ');
    const unknown = named.find((name) => !known.includes(name));
    if (unknown !== undefined) {
      const message = `"{${unknown}}" tidak dikenal dalam kalimat ini.`;
      return [{ at, message, remedy: `Yang dikenal: ${places}.`, rule: 'unknown-reference' }];
    }
    if (named.includes('ticket')) return [];
    const message = 'Kalimat ini tidak menyebut nomor tiket.';
    return [{ at, message, remedy: 'Tulis {ticket} di tempat nomornya.', rule: 'missing' }];
  });
}
