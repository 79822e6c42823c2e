import { PERMISSIONS, type Permission } from '../../domain/people/permissions.ts';
import type { WordKey, Words } from '../../platform/words/words.ts';
import type { EditOption } from './edit-section.ts';

/** Headings under which the form of a role lists what it may, in the order of the work. */
const GROUPS = ['read', 'receive', 'judge', 'handle', 'end', 'lane', 'papers', 'person', 'run'] as const;

/** Every permission stands under one heading: the compiler finds one that is missing. */
const GROUP_OF: Readonly<Record<Permission, (typeof GROUPS)[number]>> = {
  'case/read-open': 'read',
  'case/read-protected': 'read',
  'case/read-restricted': 'read',
  'case/search': 'read',
  intake: 'receive',
  register: 'receive',
  acknowledge: 'receive',
  'answer-at-desk': 'receive',
  'desk/acknowledge-day': 'receive',
  correct: 'receive',
  cancel: 'receive',
  verify: 'judge',
  classify: 'judge',
  mark: 'judge',
  'case/unmark': 'judge',
  'accept-urgent': 'judge',
  forward: 'judge',
  dispose: 'judge',
  merge: 'judge',
  unmerge: 'judge',
  'hand-over': 'handle',
  'follow-up': 'handle',
  ask: 'handle',
  'submit-answer': 'handle',
  answer: 'handle',
  refer: 'handle',
  close: 'end',
  confirm: 'end',
  reopen: 'end',
  withdraw: 'end',
  archive: 'end',
  file: 'end',
  'review/start': 'lane',
  'review/recommend': 'lane',
  'review/decide': 'lane',
  'investigation/assess': 'lane',
  'investigation/assign': 'lane',
  'investigation/find': 'lane',
  'investigation/sanction': 'lane',
  'register/import': 'papers',
  'register/export': 'papers',
  'register/export-unmasked': 'papers',
  'register/close-month': 'papers',
  'report/build': 'papers',
  'report/issue': 'papers',
  'issue-report': 'papers',
  'publication/approve': 'papers',
  'letter/issue': 'papers',
  'sop/print': 'papers',
  'identity/open': 'person',
  'identity/approve': 'person',
  'identity/erase': 'person',
  'breach/keep': 'person',
  'office/administer': 'run',
  'account/administer': 'run',
  'token/administer': 'run',
  'log/read': 'run',
};

/** What a role may, as ticks under their headings. */
export function permissionOptions(words: Words): readonly EditOption[] {
  return GROUPS.flatMap((group) =>
    PERMISSIONS.filter((one) => GROUP_OF[one] === group).map((value) => ({
      value,
      label: words(wordOf(value)),
      group: words(`admin.may-group.${group}`),
    })),
  );
}

function wordOf(permission: Permission): WordKey {
  return `admin.may.${permission}`;
}
