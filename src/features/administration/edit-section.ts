import type { OfficeData } from '../../domain/office/office-data.ts';
import type { Permission } from '../../domain/people/permissions.ts';
import type { Option } from '../../platform/views/fields.view.tsx';
import type { WordKey, Words } from '../../platform/words/words.ts';
import type { PartValue } from '../offices/office-edit.ts';

/** `group`: the heading under which it stands. */
export type EditOption = Option & { readonly group?: string };

/**
 * One field of a form about a part of the office. `name` leads to its value in the part, keys joined by dots. `lines`: a
 * list, one a line; `pairs`: a list of two keys, "a: b" a line; `week`: the hours of seven days; `numbers`:
 * a list of them in one line; `steps`: days with the roles that are told then, the soonest first.
 */
export type EditField = {
  readonly name: string;
  readonly kind:
    | 'line'
    | 'text'
    | 'lines'
    | 'choice'
    | 'choices'
    | 'tick'
    | 'number'
    | 'date'
    | 'week'
    | 'pairs'
    | 'numbers'
    | 'steps';
  readonly label: WordKey;
  readonly hint?: WordKey;
  /** What may be left empty is null then. */
  readonly optional?: true;
  /** Only for a new item: cases and figures know it by this. */
  readonly onlyNew?: true;
  readonly options?: (office: OfficeData, words: Words) => readonly EditOption[];
  /** Of choices: the one that stands for all of them, and is written as a word. */
  readonly all?: string;
  /** The keys of a pair; numbers are read as such. */
  readonly pair?: readonly [string, string];
  readonly numbers?: true;
};

/** A part of the office that is changed on pages of its own. */
export type EditSection = {
  /** In the address. */
  readonly key: string;
  readonly title: WordKey;
  readonly lead: WordKey;
  readonly path: readonly string[];
  /** Null: one record; else the keys that tell the items of a list apart. */
  readonly ids: readonly string[] | null;
  /** The field of an item that its line shows. */
  readonly name: string;
  readonly fields: readonly EditField[];
  /** Groups of weeks that are null when no hours stand in them. */
  readonly optionalWeeks?: readonly string[];
  /** Groups that are null when their first field is empty. */
  readonly optionalGroups?: readonly string[];
  /** What holds where the office's files do not say. */
  readonly usual?: (office: OfficeData) => PartValue;
  /** What follows from what was typed. */
  readonly derive?: (value: PartValue) => PartValue;
  readonly mayAdd: boolean;
  readonly mayRemove: boolean;
  /** Whoever holds one of these may change it. */
  readonly needs: readonly Permission[];
  /** Waits for whoever approves what reaches the public (rules 8, 31). */
  readonly isApproved: boolean;
  /** Open deadlines may move by it. */
  readonly movesDeadlines: boolean;
};
