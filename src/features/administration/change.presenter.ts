import { formatDate } from '../../domain/calendar/format-date.ts';
import { formatInstant } from '../../domain/calendar/format-instant.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import type { Words } from '../../platform/words/words.ts';
import type { Office } from '../offices/office.read.ts';
import { applyEdit, itemKey, type PartValue, partOf } from '../offices/office-edit.ts';
import { officeValues } from '../offices/office-values.ts';
import { findSection } from './edit-sections-table.ts';
import type { OfficeChange, PastChange } from './office-change.store.ts';
import { type PartDifference, partDifference } from './part-difference.ts';
import { formOfPart } from './part-form.ts';
import { asReason } from './refusal-words.ts';
import { reportDifference } from './report-difference.ts';

/** What a section without a form in the table is called. */
export function titleOfSection(section: string, words: Words): string {
  const known = findSection(section);
  if (known !== undefined) return words(known.title);
  if (section === 'lambang') return words('admin.s.emblem');
  return words(section === 'laporan' ? 'admin.s.reports' : 'admin.s.sops');
}

/** What the changed item is called: as it stood, as it would be, or by its key; '' for a record. */
export function itemOfChange(data: OfficeData, { section, item, edit }: OfficeChange): string {
  const before = partOf(officeValues(data), edit.part);
  const name = findSection(section)?.name ?? 'title';
  if (edit.part.ids === null) return '';
  return String((before ?? edit.value)?.[name] ?? item ?? '');
}

/** What a change does to an office, line by line; nothing for a part that has an editor of its own. */
export function differencesOfChange(
  data: OfficeData,
  { section: key, edit }: OfficeChange,
  words: Words,
): readonly PartDifference[] {
  const section = findSection(key);
  const values = officeValues(data);
  if (key === 'laporan') {
    const source = { ...edit.part, item: edit.part.item ?? String(edit.value?.kind ?? '') };
    return reportDifference(partOf(values, source), partOf(applyEdit(values, edit), source), words);
  }
  if (section === undefined) return [];
  const usual = edit.part.ids === null ? section.usual?.(data) : undefined;
  const withUsual = (value: PartValue | null): PartValue | null =>
    usual === undefined ? value : { ...usual, ...said(value) };
  const before = withUsual(partOf(values, edit.part));
  const { part, value } = edit;
  const named = part.ids === null || part.item !== null ? part : { ...part, item: itemKey(value, part.ids) };
  const after = withUsual(partOf(applyEdit(values, edit), named));
  const forms = [formOfPart(section, before), value === null ? {} : formOfPart(section, after)] as const;
  return partDifference(section, data, forms, words);
}

function said(value: PartValue | null): PartValue {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, one]) => one !== undefined));
}

export type ChangeFace = {
  readonly id: string;
  readonly title: string;
  readonly item: string;
  readonly removing: boolean;
  readonly tone: 'attention' | 'overdue' | 'done' | 'plain' | 'calm';
  readonly state: string;
  /** Who asked, who approved or took it back, when. */
  readonly lines: readonly string[];
  /** Why it was refused. */
  readonly reason: string | null;
};

const TONES = {
  proposed: 'attention',
  planned: 'calm',
  applied: 'done',
  refused: 'overdue',
  withdrawn: 'plain',
} as const;

/** A change in words, with what became of it. */
export function changeFace(
  change: PastChange,
  { data, zone }: Pick<Office, 'data' | 'zone'>,
  names: ReadonlyMap<string, string>,
  words: Words,
): ChangeFace {
  const { state, proposedBy, proposedAt, decidedBy, decidedAt, version } = change;
  const day = formatDate(change.from, 'long', words.language);
  const nameOf = (account: string): string => names.get(account) ?? words('admin.former-account');
  const at = (when: Date): string => formatInstant(when.getTime(), zone, words.language);
  const decided = decidedAt === null ? '' : at(decidedAt);
  const lines = [words('admin.asked-by', { name: nameOf(proposedBy), when: at(proposedAt) })];
  if (decidedBy !== null)
    lines.push(
      words(state === 'withdrawn' ? 'admin.withdrawn-by' : 'admin.approved-by', { name: nameOf(decidedBy) }),
    );
  if (state === 'applied' && version !== null)
    lines.push(words('admin.applied-as', { version, when: decided }));
  if (state === 'refused') lines.push(words('admin.refused-at', { when: decided }));
  return {
    id: change.id,
    title: titleOfSection(change.section, words),
    item: itemOfChange(data, change),
    removing: change.edit.value === null,
    tone: TONES[state],
    state: words(`admin.state-${state}`, { day }),
    lines,
    reason:
      state === 'refused' ? [words(asReason(change.reason)), change.remark ?? ''].join(' ').trim() : null,
  };
}
