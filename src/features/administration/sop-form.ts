import type { Sop } from '../../domain/office/office-data.ts';
import { isRecord, type PartValue } from '../offices/office-edit.ts';
import type { EditField } from './edit-section.ts';
import { type FormValues, formOfPart, keyOf, partOfForm } from './part-form.ts';

/** The fields of an SOP's head; the day is that on which the new version comes into force. */
export const SOP_FIELDS: readonly EditField[] = [
  { name: 'title', kind: 'line', label: 'admin.f.sop-title' },
  { name: 'number', kind: 'line', label: 'admin.f.sop-number', optional: true },
  { name: 'madeOn', kind: 'date', label: 'admin.f.made-on', optional: true },
  { name: 'revisedOn', kind: 'date', label: 'admin.f.revised-on', optional: true },
  {
    ...{ name: 'inForceFrom', kind: 'date', label: 'admin.f.in-force-from', hint: 'admin.h.in-force-from' },
    optional: true,
  },
  { name: 'undetermined', kind: 'tick', label: 'admin.f.sop-undetermined', hint: 'admin.h.sop-undetermined' },
  {
    ...{ name: 'basis', kind: 'choices', label: 'admin.f.sop-basis' },
    options: ({ legalBases }) => legalBases.map(({ id, title }) => ({ value: id, label: title })),
  },
  { name: 'qualifications', kind: 'lines', label: 'admin.f.qualifications', hint: 'admin.h.lines' },
  { name: 'related', kind: 'lines', label: 'admin.f.related', hint: 'admin.h.lines' },
  { name: 'equipment', kind: 'lines', label: 'admin.f.equipment', hint: 'admin.h.lines' },
  { name: 'warning', kind: 'text', label: 'admin.f.warning' },
  { name: 'recording', kind: 'text', label: 'admin.f.recording' },
  {
    name: 'approval.made',
    kind: 'line',
    label: 'admin.f.approval-made',
    hint: 'admin.h.post',
    optional: true,
  },
  { name: 'approval.checked', kind: 'line', label: 'admin.f.approval-checked', optional: true },
  { name: 'approval.approved', kind: 'line', label: 'admin.f.approval-approved', optional: true },
  {
    name: 'approval.acknowledged',
    kind: 'lines',
    label: 'admin.f.approval-acknowledged',
    hint: 'admin.h.lines',
  },
];

export const STEP_INPUTS = [
  'activity',
  'actor',
  'operation',
  'requires',
  'standard',
  'standardPrinted',
  'output',
  'otherwise',
] as const;
export type TypedStep = Readonly<Record<(typeof STEP_INPUTS)[number], string>>;
export type TypedActor = { readonly key: string; readonly label: string; readonly role: string };

/** An SOP as the inputs of its form show it. */
export type TypedSop = {
  readonly head: FormValues;
  readonly actors: readonly TypedActor[];
  readonly steps: readonly TypedStep[];
};

const NO_STEP: TypedStep = {
  ...{ activity: '', actor: '', operation: '', requires: '', standard: '' },
  ...{ standardPrinted: '', output: '', otherwise: '' },
};

/** What an SOP that is not there yet begins with. */
export const NEW_SOP: TypedSop = {
  head: { undetermined: [] },
  actors: [
    { key: 'pelapor', label: 'Pelapor', role: '' },
    { key: 'petugas', label: 'Petugas', role: '' },
  ],
  steps: [NO_STEP, NO_STEP],
};

/** `sop` in the words of the files, and as the office has it. */
export function typedSop(value: PartValue, sop: Sop): TypedSop {
  const steps = Array.isArray(value.steps) ? value.steps.filter(isRecord) : [];
  const text = (one: unknown): string => (one === null || one === undefined ? '' : String(one));
  return {
    head: formOfPart({ fields: SOP_FIELDS }, value),
    actors: sop.actors.map(({ key, label, role }) => ({ key, label, role: role ?? '' })),
    steps: sop.steps.map((step, at) => {
      const standard = text(steps[at]?.standard);
      return {
        activity: step.activity,
        actor: step.actor,
        operation: step.operation,
        requires: step.requires.join('\n'),
        standard,
        // The standard's own words are no words of their own.
        standardPrinted: step.standardPrinted === standard ? '' : text(step.standardPrinted),
        output: text(step.output),
        otherwise: text(step.otherwise),
      };
    }),
  };
}

/** What was typed, read from the inputs of the form. */
export function readTypedSop(all: (name: string) => readonly string[], head: FormValues): TypedSop {
  const rows = (prefix: string): readonly number[] =>
    Array.from({ length: MOST_ROWS }, (_, at) => at).filter((at) => all(`${prefix}.${at}.ada`).length > 0);
  const one = (name: string): string => all(name)[0] ?? '';
  return {
    head,
    actors: rows('pelaksana').map((at) => ({
      key: one(`pelaksana.${at}.key`),
      label: one(`pelaksana.${at}.label`),
      role: one(`pelaksana.${at}.role`),
    })),
    steps: rows('langkah').map((at) => ({
      activity: one(`langkah.${at}.activity`),
      actor: one(`langkah.${at}.actor`),
      operation: one(`langkah.${at}.operation`),
      requires: one(`langkah.${at}.requires`),
      standard: one(`langkah.${at}.standard`),
      standardPrinted: one(`langkah.${at}.standardPrinted`),
      output: one(`langkah.${at}.output`),
      otherwise: one(`langkah.${at}.otherwise`),
    })),
  };
}

/** A form has at most five hundred fields; forty steps and their actors fit. */
const MOST_ROWS = 40;

/** In the words of the files; nothing is judged here. */
export function sopOfTyped(id: string, { head, actors, steps }: TypedSop, old: PartValue | null): PartValue {
  const value = partOfForm({ fields: SOP_FIELDS }, head, old ?? {});
  const approval = isRecord(value.approval) ? value.approval : {};
  const isSaid = Object.values(approval).some((one) => (Array.isArray(one) ? one.length > 0 : one !== null));
  return {
    ...value,
    id,
    approval: isSaid ? approval : undefined,
    actors: actors.map(({ key, label, role }) => ({
      key: key === '' ? keyOf(label) : key,
      label: label === '' ? undefined : label,
      role: role === '' ? null : role,
    })),
    steps: steps.map((step, at) => ({
      no: at + 1,
      activity: step.activity === '' ? undefined : step.activity,
      actor: step.actor === '' ? undefined : step.actor,
      operation: step.operation === '' ? undefined : step.operation,
      requires: step.requires.split('\n').flatMap((line) => line.trim() || []),
      standard: step.standard === '' ? null : step.standard,
      standardPrinted: step.standardPrinted === '' ? null : step.standardPrinted,
      output: step.output === '' ? null : step.output,
      otherwise: /^\d{1,2}$/.test(step.otherwise) ? Number(step.otherwise) : step.otherwise || undefined,
    })),
  };
}

/** A row more, one less, or one that goes up or down: what a button of the form asks for. Null for another word. */
export function reshape(typed: TypedSop, asked: string): TypedSop | null {
  const [what = '', row = ''] = asked.split(':');
  const at = Number(row);
  if (what === 'pelaksana-tambah') {
    return { ...typed, actors: [...typed.actors, { key: '', label: '', role: '' }] };
  }
  if (what === 'pelaksana-hapus')
    return { ...typed, actors: typed.actors.filter((_, index) => index !== at) };
  const { steps } = typed;
  const step = steps[at];
  switch (what) {
    case 'langkah-tambah':
      return { ...typed, steps: [...steps.slice(0, at + 1), NO_STEP, ...steps.slice(at + 1)] };
    case 'langkah-hapus':
      return { ...typed, steps: steps.filter((_, index) => index !== at) };
    case 'langkah-naik':
    case 'langkah-turun': {
      const to = what === 'langkah-naik' ? at - 1 : at + 1;
      const other = steps[to];
      if (step === undefined || other === undefined) return typed;
      return {
        ...typed,
        steps: steps.map((one, index) => (index === at ? other : index === to ? step : one)),
      };
    }
    default:
      return null;
  }
}
