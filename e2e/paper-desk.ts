import assert from 'node:assert/strict';
import { openSystem } from '../src/app/open-system.ts';
import { resolveTree } from '../src/domain/documents/resolve-tree.ts';
import type { ResolvedDocument } from '../src/domain/documents/resolved-document.ts';
import type { OfficeData } from '../src/domain/office/office-data.ts';
import type { LetterheadChoice } from '../src/domain/papers/paper-frame.ts';
import type { PaperKind } from '../src/domain/papers/paper-kind.ts';
import { openPaper } from '../src/features/cases/vault/paper-seal.ts';
import { findPaper } from '../src/features/papers/paper.store.ts';
import { withOffice } from '../src/platform/database/transaction.ts';
import type { Fields } from '../test/lives-of-complaints.ts';
import { squeezed } from '../test/read-pdf.ts';
import { heard, readTaggedPdf, type TaggedPdf } from '../test/read-tagged-pdf.ts';
import { readZipXml, xmlText } from '../test/read-zip-xml.ts';
import { textsOfPaper } from '../test/texts-of-paper.ts';
import { toldText } from '../test/told-text.ts';
import { type RunningTanggap, textOf } from './running-tanggap.ts';
import { fillFields, type Staff, unfold } from './staff-of-an-office.ts';

type Sheet = { readonly paper: 'A4' | 'F4'; readonly letterhead: LetterheadChoice };

export type PaperToMake = {
  readonly kind: PaperKind;
  /** Of this case; null is a paper of the office, or of a meeting. */
  readonly ticket: string | null;
  /** The id of the meeting that it is about. */
  readonly meeting?: string;
  readonly typed?: Fields;
  /** What the record says and the paper must say, word for word. */
  readonly says: readonly string[];
  readonly silentOf?: readonly string[];
  /** Types this number of the office's agenda onto it (rule 10). */
  readonly number?: { readonly by: Staff; readonly printed: string };
  readonly alsoDocx?: true;
};

type MadePaper = PaperToMake & {
  readonly id: string;
  readonly sheet: Sheet;
  /** As its page shows it; null where it bears none. */
  readonly numbered: string | null;
  readonly pdf: Promise<Uint8Array>;
  readonly docx: Promise<Uint8Array> | null;
};

/** Rule 34: every size with and without letterhead; which paper gets which turns with the office. */
const SHEETS: readonly Sheet[] = [
  { paper: 'A4', letterhead: 'kop' },
  { paper: 'F4', letterhead: 'tanpa' },
  { paper: 'F4', letterhead: 'kop' },
  { paper: 'A4', letterhead: 'ruang' },
];

export type PaperDesk = {
  /** Issues a paper by the pages of whoever does it and begins to fetch its file. Gives its number, or null. */
  readonly makes: (by: Staff, paper: PaperToMake) => Promise<string | null>;
  /** Reads back everything that was made and not read yet, and holds it against what was frozen. */
  readonly readsBack: () => Promise<void>;
};

/** Makes papers of one office and reads them back. `turn` shifts which sheet each is drawn on. */
export function paperDesk(tanggap: RunningTanggap, office: OfficeData, turn: number): PaperDesk {
  const made: MadePaper[] = [];
  let count = turn;
  return {
    makes: async (by, paper) => {
      const sheet = SHEETS[count % SHEETS.length] ?? { paper: 'A4', letterhead: 'kop' };
      count += 1;
      const id = await issue(by, paper, sheet);
      if (paper.number !== undefined) await typeNumber(paper.number.by, id, paper.number.printed);
      const { page } = by;
      await page.goto(`/petugas/surat/${id}`);
      const numbered = /(?:[A-Z]{2}-\d+\/\d{4}|460\/[\dIVX/]+)/.exec(
        await textOf(page.locator('dl').first()),
      );
      const href = (name: string) => page.getByRole('link', { name, exact: true }).getAttribute('href');
      const [pdf, docx] = [await href('PDF'), await href('DOCX')];
      made.push({
        ...{ ...paper, id, sheet, numbered: numbered?.[0] ?? null },
        pdf: fetched(by, pdf ?? ''),
        docx: paper.alsoDocx ? fetched(by, docx ?? '') : null,
      });
      return numbered?.[0] ?? null;
    },
    readsBack: async () => {
      const waiting = made.splice(0);
      const trees = await frozenTrees(tanggap, office.slug, waiting);
      for (const [at, paper] of waiting.entries()) {
        const frozen = trees[at];
        assert.ok(frozen !== undefined);
        const name = `${office.slug} ${paper.kind}`;
        holdsTogether(await readTaggedPdf(await paper.pdf), frozen, { ...paper, office, name });
        if (paper.docx !== null) holdsAll(await paper.docx, frozen, paper.says, name);
      }
    },
  };
}

/** From where papers are listed to the issued one: the link of its kind, what is typed, the sheet, *Terbitkan*. */
async function issue(
  { page }: Staff,
  { kind, ticket, meeting, typed = {} }: PaperToMake,
  sheet: Sheet,
): Promise<string> {
  const [list, folder] =
    ticket !== null
      ? [`/petugas/kasus/${ticket}/surat`, `/petugas/kasus/${ticket}/surat`]
      : meeting !== undefined
        ? [`/petugas/rapat/${meeting}`, `/petugas/rapat/${meeting}/surat`]
        : ['/petugas/surat', '/petugas/surat/baru'];
  await page.goto(list);
  const address = `${folder}/${kind}`;
  const link = page.locator(`main a[href="${address}"]`);
  assert.equal(await link.count(), 1, `${kind} is not offered on ${page.url()}`);
  await unfold(link);
  await link.click();
  const form = page.locator(`form[action="${address}"]`);
  await unfold(form);
  await fillFields(form, { ...typed, ...sheet });
  await form.getByRole('button', { name: 'Terbitkan' }).click();
  await page.waitForURL(/\/petugas\/surat\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1) ?? '';
}

async function typeNumber({ page }: Staff, id: string, printed: string): Promise<void> {
  await page.goto(`/petugas/surat/${id}`);
  await page.getByLabel('Nomor dari agenda kantor').fill(printed);
  await page.getByRole('button', { name: 'Simpan nomor' }).click();
  await page.getByRole('definition').filter({ hasText: printed }).first().waitFor();
}

/** What a link of the page gives to this person, while the walk goes on: a PDF is drawn for half a second. */
function fetched({ page }: Staff, href: string): Promise<Uint8Array> {
  const file = page.request.get(href).then(async (answer) => {
    assert.equal(answer.status(), 200, href);
    return new Uint8Array(await answer.body());
  });
  // Whoever reads it back is told; until then nobody waits for it.
  file.catch(() => {});
  return file;
}

/** What was frozen when they were issued, with the numbers that they have now. */
async function frozenTrees(
  { config }: RunningTanggap,
  slug: string,
  papers: readonly { readonly id: string }[],
): Promise<readonly ResolvedDocument[]> {
  const system = await openSystem(Date.now(), config, { asItStands: true });
  try {
    const { app } = system.database;
    const office = await system.offices.bySlug(slug, Date.now());
    if (office === undefined) throw new Error(`${slug} is not applied`);
    return await withOffice(app, office.officeId, async (tx) => {
      const trees: ResolvedDocument[] = [];
      for (const { id } of papers) {
        const paper = await findPaper(tx, office.officeId, id);
        if (paper?.content == null) throw new Error(`No paper ${id}`);
        trees.push(resolveTree(openPaper(system.keyring, paper, paper.content, paper.number)));
      }
      return trees;
    });
  } finally {
    await system.close();
  }
}

type Held = {
  readonly name: string;
  readonly office: OfficeData;
  readonly sheet: Sheet;
  readonly says: readonly string[];
  readonly silentOf?: readonly string[];
  readonly numbered: string | null;
};

/** The tagged text is the frozen record, whole and in its order, and says what was said; the sheet is the one asked for. */
export function holdsTogether(read: TaggedPdf, frozen: ResolvedDocument, held: Held): void {
  const { name, office, sheet, numbered } = held;
  const text = squeezed(read.text);
  // What stands across every page is read out on every page, wherever the record has got to.
  const { across } = frozen.meta;
  const parts =
    across === undefined ? [heard(read.text)] : heard(read.text).split(heard(across.toUpperCase()));
  assert.equal(parts.length - 1, across === undefined ? 0 : read.sizes.length, `${name}: ${across}`);
  assert.equal(firstDifference(parts.join(''), heard(toldText(frozen))), null, name);
  for (const one of [...held.says, ...(numbered === null ? [] : [numbered])])
    assert.ok(text.includes(squeezed(one)), `${name} lacks "${one}": ${read.text}`);
  for (const one of held.silentOf ?? []) assert.ok(!text.includes(squeezed(one)), `${name} tells "${one}"`);
  holdsSheet(read, { name, office, sheet, lying: frozen.meta.orientation === 'landscape' });
  if (frozen.meta.footLine !== undefined)
    assert.ok(squeezed(read.printed).includes(squeezed(frozen.meta.footLine)), `${name}: its foot`);
}

/** Where the text that is read aloud leaves the record, or null: a whole page of letters in a message helps nobody. */
function firstDifference(read: string, record: string): string | null {
  if (read === record) return null;
  const at = [...read].findIndex((letter, place) => letter !== record[place]);
  const from = Math.max(0, (at < 0 ? read.length : at) - 40);
  return `read "${read.slice(from, from + 120)}", record "${record.slice(from, from + 120)}"`;
}

const WIDE = { A4: [210, 297], F4: [215, 330] } as const;
/** The mark of a printed letterhead ends about here, in millimetres from the top. */
const BELOW_LETTERHEAD = 45;

export function holdsSheet(
  read: TaggedPdf,
  asked: Pick<Held, 'name' | 'office' | 'sheet'> & { readonly lying: boolean },
): void {
  const { name, office, sheet, lying } = asked;
  const [short, long] = WIDE[sheet.paper];
  const size = lying ? [long, short] : [short, long];
  assert.deepEqual(read.sizes.slice(0, 1), [size], `${name}: ${sheet.paper}`);
  const text = squeezed(read.text);
  const head = squeezed([...office.letterhead.lines, ...office.letterhead.address].join(''));
  assert.equal(text.startsWith(head), sheet.letterhead === 'kop', `${name}: letterhead ${sheet.letterhead}`);
  assert.equal(read.alternatives.includes(office.government), sheet.letterhead === 'kop', `${name}: emblem`);
  if (sheet.letterhead !== 'kop')
    assert.equal(read.firstLineAt > BELOW_LETTERHEAD, sheet.letterhead === 'ruang', `${name}: room above`);
  assert.equal(read.archival, '2A', `${name}: PDF/A`);
  assert.ok(read.isTagged, `${name}: tagged`);
  assert.equal(read.language, 'id', `${name}: its language`);
  assert.equal(read.author, office.name, `${name}: its author`);
}

function holdsAll(file: Uint8Array, frozen: ResolvedDocument, says: readonly string[], name: string): void {
  const xml = readZipXml(file).get('word/document.xml') ?? '';
  const written = squeezed([...xml.matchAll(/<w:t[ >].*?<\/w:t>/gs)].map(([part]) => xmlText(part)).join(''));
  for (const one of [...textsOfPaper(frozen), ...says])
    assert.ok(written.includes(squeezed(one)), `${name} DOCX lacks "${one}"`);
}
