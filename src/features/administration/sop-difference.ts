import type { OfficeData, Sop, SopStep } from '../../domain/office/office-data.ts';
import type { Words } from '../../platform/words/words.ts';
import { isRecord } from '../offices/office-edit.ts';
import { officeValues } from '../offices/office-values.ts';
import { type PartDifference, partDifference } from './part-difference.ts';
import { formOfPart } from './part-form.ts';
import { SOP_FIELDS } from './sop-form.ts';

/** What a new version of an SOP changes: its head field by field, its steps one by one. */
export function sopDifference(
  before: Sop | null,
  after: Sop,
  office: OfficeData,
  words: Words,
): readonly PartDifference[] {
  const formOf = (sop: Sop | null) => {
    const [value] = sop === null ? [] : officeValues({ ...office, sops: [sop] }).sops;
    return formOfPart({ fields: SOP_FIELDS }, isRecord(value) ? value : null);
  };
  const head = partDifference({ fields: SOP_FIELDS }, office, [formOf(before), formOf(after)], words);
  const most = Math.max(before?.steps.length ?? 0, after.steps.length);
  const steps = Array.from({ length: most }, (_, at): readonly PartDifference[] => {
    const [was, is] = [saidStep(before, at, words), saidStep(after, at, words)];
    return was === is ? [] : [{ label: words('admin.step', { n: at + 1 }), before: was, after: is }];
  });
  return [...head, ...steps.flat()];
}

function saidStep(sop: Sop | null, at: number, words: Words): string {
  const step: SopStep | undefined = sop?.steps[at];
  if (step === undefined) return '';
  const actor = sop?.actors.find(({ key }) => key === step.actor)?.label ?? step.actor;
  return [
    step.activity,
    `${actor} · ${words(`admin.op.${step.operation}`)}`,
    [step.standardPrinted ?? '', step.output ?? ''].filter((one) => one !== '').join(' · '),
    step.requires.join('; '),
    step.otherwise === undefined ? '' : words('admin.step-otherwise', { n: step.otherwise }),
  ]
    .filter((one) => one !== '')
    .join('\n');
}
