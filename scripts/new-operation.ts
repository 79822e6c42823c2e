import { type NewFile, pascalCase, sentence, writeNewFiles } from './new-files.ts';

export interface NewOperation {
  /** As the contract writes it: 'remind' or 'review/start'. */
  readonly operation: string;
  /** The event it leaves, past tense: 'reminded'. */
  readonly event: string;
  /** The rule in one sentence, with its source. */
  readonly rule: string;
}

/**
 * The two files that a new operation of the complaint core begins with: its decision and a test, which fails until
 * the operation stands in the tables that `placesToWire` names. Throws when names do not fit the house.
 */
export function newOperationFiles({ operation, event, rule }: NewOperation): readonly NewFile[] {
  if (!/^[a-z]+(-[a-z]+)*(\/[a-z]+(-[a-z]+)*)?$/.test(operation)) {
    throw new Error(`"${operation}" is not the name of an operation, such as remind or review/start.`);
  }
  if (!/^[a-z]+(-[a-z]+)*$/.test(event)) throw new Error(`"${event}" is not the name of an event.`);
  const said = sentence(rule);
  const name = pascalCase(operation);
  const file = `decide-${operation.replace('/', '-')}`;
  return [
    {
      path: `src/domain/complaint/${file}.ts`,
      text: `import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import { gate } from './gate.ts';

export type ${name}Command = WrittenLater;

/** ${said} */
export function decide${name}(state: CaseState, command: ${name}Command, context: Context): Decision {
  const closed = gate(state, '${operation}', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  return time.ok ? accept({ type: '${event}', ...time.said }) : time;
}
`,
    },
    {
      path: `src/domain/complaint/${file}.test.ts`,
      text: `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import { decide${name} } from './${file}.ts';

test('${said}', () => {
  const complaint = aComplaint().received();
  const decided = complaint.decide((state, context) => decide${name}(state, {}, context));
  assert.deepEqual(decided, { ok: true, events: [{ type: '${event}', at: complaint.context().now }] });
});

test('${operation} needs its permission', () => {
  const stranger = anActor({ may: new Set(['case/read-open']) });
  const decided = aComplaint()
    .received()
    .by(stranger)
    .decide((state, context) => decide${name}(state, {}, context));
  assert.deepEqual(decided, { ok: false, refusal: 'not-permitted', operation: '${operation}' });
});
`,
    },
  ];
}

/** Where else the operation has to be written down; what is forgotten does not compile or fails a test. */
export function placesToWire({ operation, event }: NewOperation): readonly string[] {
  return [
    `src/domain/complaint/vocabulary.ts: '${operation}' in OPERATIONS`,
    `src/domain/complaint/operation-table.ts: in which statuses, by whom, unless what`,
    `src/domain/complaint/event.ts: the event '${event}' in the union, if it is new`,
    `src/domain/complaint/apply-event.ts: what '${event}' changes`,
    `src/domain/complaint/refusal.ts and src/features/cases/doors/refusal-answers.ts: new refusals`,
    `src/features/cases/acts/decide-operation.ts: its command and its decision`,
    `src/features/cases/acts/operation-bodies.ts: what it takes over HTTP and asks in its form`,
    `locales/id.json and locales/en.json: its words; test/operation-call.ts: what the random walks enter`,
    `offices/*/office.yaml: which roles may; docs/contract.md: its name`,
  ];
}

if (import.meta.main) {
  const [operation = '', event = '', rule = ''] = process.argv.slice(2);
  if (rule === '') {
    console.error('npm run new:operation -- <operation> <event> "<the rule in one sentence>"');
    console.error('npm run new:operation -- remind reminded "A reminder goes out once a day (rule 20)."');
    process.exitCode = 2;
  } else {
    const wanted = { operation, event, rule };
    const files = newOperationFiles(wanted);
    writeNewFiles(process.cwd(), files);
    console.log([...files.map((file) => file.path), '', 'Now:', ...placesToWire(wanted)].join('\n'));
  }
}
