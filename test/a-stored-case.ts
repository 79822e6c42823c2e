import { type OperationResult, runOperation } from '../src/features/cases/acts/run-operation.ts';
import type { CaseDesk } from '../src/features/cases/doors/case-desk.ts';
import { intakeComplaint } from '../src/features/cases/intake/intake-complaint.ts';
import type { CaseRef } from '../src/features/cases/store/load-case.read.ts';
import type { Office } from '../src/features/offices/office.read.ts';
import { aStaffActor, MORNING } from './office-desk.ts';

type At = { readonly desk: CaseDesk; readonly office: Office };
type Taken = { readonly caseId: string; readonly ticket: string };

/** A complaint that the counter of this office took at `now` (milliseconds), through the intake itself. */
export async function aStoredCase(
  { desk, office }: At,
  now = MORNING,
  actor = aStaffActor(),
  { text = 'Kartu belum diterima.', service }: { readonly text?: string; readonly service?: string } = {},
): Promise<Taken> {
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor,
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'loket',
        ...(service === undefined ? {} : { service }),
        matter: keep.text('matter', text),
      }),
      idempotency: null,
    },
    now,
  );
  if (!taken.ok) throw new Error(taken.refusal);
  return taken.answer;
}

/** Gives it a number in the register, or the refusal. */
export function registerCase(
  { desk, office }: At,
  ref: CaseRef,
  now: number,
  actor = aStaffActor(),
): Promise<OperationResult> {
  return runOperation(
    desk,
    {
      ...{ office, ref, actor, expectedVersion: null, idempotency: null },
      operation: 'register',
      command: () => ({}),
    },
    now,
  );
}
