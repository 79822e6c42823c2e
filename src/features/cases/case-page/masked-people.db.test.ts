import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import type { MarkCommand } from '../../../domain/complaint/decide-mark.ts';
import { runOperation } from '../acts/run-operation.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { readCase } from './read-case.read.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const staff = aStaffActor();

async function maskedOf(marks: Readonly<Record<string, boolean>>, later: MarkCommand['mark'] | null = null) {
  const person = {
    ...{ name: 'Sari Contoh', phone: '0812-0000-0042', email: 'sari@contoh.example' },
    ...{ address: 'Jalan Contoh 4', nik: '6309000000000042' },
  };
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: staff, idempotency: null },
      command: (keep) => ({
        ...{ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', 'Kartu rusak.'), ...marks },
        reporters: [person, { ...person, name: 'Rudi Contoh' }].map((one) => ({
          ...{ identity: keep.person('reporter', one), as: 'self' as const },
        })),
      }),
    },
    MORNING,
  );
  if (!taken.ok) throw new Error(taken.refusal);
  if (later !== null) {
    const marked = await runOperation(
      desk,
      {
        ...({ office, ref: { caseId: taken.answer.caseId }, operation: 'mark', actor: staff } as const),
        ...{ command: () => ({ mark: later, on: true }), expectedVersion: null, idempotency: null },
      },
      MORNING,
    );
    assert.ok(marked.ok);
  }
  const reading = await readCase(desk, office, { caseId: taken.answer.caseId }, staff, MORNING);
  return reading?.people.map(({ masked }) => masked) ?? [];
}

test('of a case that is secret, anonymous, protected or restricted not even initials and last digits are shown', async () => {
  for (const mark of ['secret', 'anonymous', 'protected', 'restricted'] as const) {
    // Restricted it is made by an act only (rule 27).
    const masked = await (mark === 'restricted' ? maskedOf({}, mark) : maskedOf({ [mark]: true }));
    assert.deepEqual(masked.map((one) => one?.name).toSorted(), ['•••• 1', '•••• 2'], mark);
    assert.doesNotMatch(JSON.stringify(masked), /[SR]\.|42|contoh/, mark);
  }
});

test('of any other case they are, which tells its people apart', async () => {
  const names = (await maskedOf({})).map((one) => one?.name);
  assert.deepEqual(names.toSorted(), ['R. C.', 'S. C.']);
});
