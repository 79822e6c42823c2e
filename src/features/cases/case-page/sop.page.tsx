import type { Handler } from 'hono';
import type { Sop } from '../../../domain/office/office-data.ts';
import type { Words } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type StaffDesk, staffPage } from '../../people/staff-desk.tsx';
import { type SopSheet, SopView } from './sop.view.tsx';
import { standardWords } from './sop-progress.presenter.ts';

export function sopPage(desk: StaffDesk): Handler {
  return staffPage(desk, [], (c, work) => {
    const words = wordsFor(c);
    const sops = work.office.data.sops.map((sop) => sopSheet(sop, words, work.actor.may.has('sop/print')));
    return page(c, desk, { title: words('sop.page') }, <SopView staff={work.face} sops={sops} />);
  });
}

function sopSheet(sop: Sop, words: Words, printable: boolean): SopSheet {
  const last = sop.steps.length - 1;
  return {
    id: sop.id,
    title: sop.title,
    number: sop.number,
    undetermined: sop.undetermined,
    sheetHref: printable ? `/petugas/sop/${sop.id}/lembar` : null,
    lanes: sop.actors.map(({ key, label }) => ({ key, label })),
    steps: sop.steps.map((step, index) => ({
      no: step.no,
      activity: step.activity,
      lane: step.actor,
      needs: step.requires,
      time: standardWords(step, words),
      output: step.output ?? '',
      shape: index === 0 || index === last ? 'end' : step.operation === 'verify' ? 'choice' : 'act',
    })),
  };
}
