import type { Operation } from '../../domain/complaint/vocabulary.ts';
import type { OfficeData, Sop } from '../../domain/office/office-data.ts';
import { unknownReference } from './check-references.ts';
import type { Remark } from './office-finding.ts';

/** What every life of a case passes; a SOP that names no step for one leaves it without a standard time (rule 17). */
const REQUIRED_BY_LIFE: readonly Operation[] = [
  'intake',
  'register',
  'verify',
  'dispose',
  'answer',
  'close',
  'file',
];
const NAME_OF: Readonly<Partial<Record<Operation, string>>> = {
  intake: 'penerimaan',
  register: 'pencatatan ke register',
  verify: 'verifikasi',
  dispose: 'disposisi',
  answer: 'penyampaian jawaban',
  close: 'penyelesaian',
  file: 'pengarsipan',
};

/** Actors, roles and operations of each SOP against the office (rules 17 and 21). */
export function checkSops(office: OfficeData): readonly Remark[] {
  return office.sops.flatMap((sop, index) => [
    ...undetermined(sop, index),
    ...checkActors(office, sop, index),
    ...checkNumbers(sop, index),
    ...checkReturns(sop, index),
    ...checkSteps(office, sop, index),
    ...unnamedOperations(sop, index),
  ]);
}

function undetermined(sop: Sop, index: number): readonly Remark[] {
  if (!sop.undetermined) return [];
  return [
    {
      severity: 'warning',
      at: ['sops', index, 'undetermined'],
      message: `SOP "${sop.title}" belum ditetapkan; yang dipakai SOP bawaan.`,
      remedy: 'Sesuaikan dengan SOP kantor yang sudah disahkan, lalu tulis undetermined: false.',
      rule: 'sop-undetermined',
    },
  ];
}

function checkActors(office: OfficeData, sop: Sop, index: number): readonly Remark[] {
  const roles = office.roles.map((role) => role.key);
  return sop.actors.flatMap((actor, at) =>
    actor.role === null || roles.includes(actor.role)
      ? []
      : [unknownReference(['sops', index, 'actors', at, 'role'], actor.role, roles, 'peran')],
  );
}

/**
 * A case keeps the operations of its SOP in their order, and a stopwatch finds its standard time by its place among them:
 * another number would give a step the time of another. The first that is out of order is named; the others follow it.
 */
function checkNumbers(sop: Sop, index: number): readonly Remark[] {
  const at = sop.steps.findIndex((step, place) => step.no !== place + 1);
  const step = sop.steps[at];
  if (step === undefined) return [];
  return [
    {
      at: ['sops', index, 'steps', at, 'no'],
      message: `Langkah ke-${at + 1} bernomor ${step.no}.`,
      remedy: `Tulis no: ${at + 1}; langkah bernomor urut dari 1 sampai ${sop.steps.length} tanpa lompatan.`,
      rule: 'not-allowed',
    },
  ];
}

/** A *Tidak* goes back: to a step that is there, before its own. */
function checkReturns(sop: Sop, index: number): readonly Remark[] {
  return sop.steps.flatMap((step, at): readonly Remark[] => {
    if (step.otherwise === undefined || step.otherwise < step.no) return [];
    return [
      {
        at: ['sops', index, 'steps', at, 'otherwise'],
        message: `Langkah ${step.no}: bila tidak, kembali ke langkah ${step.otherwise} yang tidak mendahuluinya.`,
        remedy:
          step.no === 1
            ? 'Hapus otherwise: langkah pertama tidak mempunyai langkah sebelumnya.'
            : `Tulis otherwise dengan nomor 1 sampai ${step.no - 1}, atau hapus.`,
        rule: 'not-allowed',
      },
    ];
  });
}

function checkSteps(office: OfficeData, sop: Sop, index: number): readonly Remark[] {
  const actors = sop.actors.map((actor) => actor.key);
  return sop.steps.flatMap((step, at): Remark[] => {
    const actor = sop.actors.find((one) => one.key === step.actor);
    if (!actor)
      return [unknownReference(['sops', index, 'steps', at, 'actor'], step.actor, actors, 'pelaksana')];
    const role = office.roles.find((one) => one.key === actor.role);
    const allowed: Operation | 'report/issue' =
      step.operation === 'issue-report' ? 'report/issue' : step.operation;
    if (!role || role.may.includes(step.operation) || role.may.includes(allowed)) return [];
    return [
      {
        at: ['sops', index, 'steps', at, 'operation'],
        message: `Langkah ${step.no}: peran "${role.title}" tidak berizin melakukan "${step.operation}".`,
        remedy: `Tambahkan ${allowed} pada may peran ${role.key}, atau ganti pelaksananya.`,
        rule: 'step-beyond-role',
      },
    ];
  });
}

function unnamedOperations(sop: Sop, index: number): readonly Remark[] {
  const named = new Set<Operation>(sop.steps.map((step) => step.operation));
  return REQUIRED_BY_LIFE.filter((operation) => !named.has(operation)).map((operation) => ({
    severity: 'warning',
    at: ['sops', index, 'steps'],
    message: `Tidak ada langkah untuk ${NAME_OF[operation] ?? operation} (${operation}).`,
    remedy:
      'Operasi ini tetap wajib dan dicetak "tanpa waktu baku"; tambahkan langkahnya bila SOP diperbarui.',
    rule: 'operation-without-step',
  }));
}
