import type { Actor } from '../../../domain/complaint/event.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';

/** Something that happened to a case and stands in another chain than its own, such as a paper that was issued. */
export type ToldBeside = {
  readonly key: string;
  /** Milliseconds. */
  readonly at: number;
  /** When what it tells of began, such as the paper that is numbered now: it stays withheld with that (rule 27). Milliseconds. */
  readonly begins: number;
  readonly actor: Actor;
  readonly what: string;
  /** Where it stands itself. */
  readonly href: string;
  readonly facts: readonly { readonly field: string; readonly label: string; readonly value: string }[];
  readonly text: string | null;
};

/** What a later room tells in the timeline of a case that its reader has been let into. */
export type TellBeside = (office: Office, caseId: string, words: Words) => Promise<readonly ToldBeside[]>;
