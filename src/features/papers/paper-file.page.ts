import { openTurnstile, openTurnstileByKey } from '../../platform/turnstile.ts';
import type { AtWork } from '../people/staff-desk.tsx';
import type { PaperFormat } from './draw-paper.ts';

/** A PDF takes a process of its own: two at a time, one of them for each account. */
const turn = openTurnstile(2, 12);
const ownTurn = openTurnstileByKey(1, 3);
export function drawingTurn<T>({ staff }: AtWork, work: () => Promise<T>): Promise<T> {
  return ownTurn(staff.account, () => turn(work));
}

/** A drawn paper as a download, kept by nobody on the way. */
export function paperFile(file: Uint8Array, format: PaperFormat, name: string): Response {
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': FILE_TYPES[format],
      'content-disposition': `attachment; filename="${name.replaceAll(/[^a-zA-Z0-9-]+/g, '-')}.${format}"`,
      'cache-control': 'no-store',
    },
  });
}

const FILE_TYPES: Readonly<Record<PaperFormat, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
