import type { FileStore } from '../adapters/storage/file-store.ts';
import type { CaseFinding, CountedFinding } from '../features/cases/verify/case-findings.ts';
import { verifyAccounts } from '../features/cases/verify/verify-accounts.ts';
import { type AnchorFinding, verifyAnchors } from '../features/cases/verify/verify-anchors.ts';
import { type AttachmentFinding, verifyAttachments } from '../features/cases/verify/verify-attachments.ts';
import { verifyCases } from '../features/cases/verify/verify-cases.ts';
import { verifyDeputations } from '../features/cases/verify/verify-deputations.ts';
import { chainKeysOf } from '../features/cases/verify/verify-keys.ts';
import { verifyOfficeEvents } from '../features/cases/verify/verify-office-events.ts';
import { verifyOffices } from '../features/cases/verify/verify-offices.ts';
import { verifyProgram } from '../features/cases/verify/verify-program.ts';
import { verifySignIn } from '../features/cases/verify/verify-sign-in.ts';
import { verifyOfficeTexts } from '../features/cases/verify/verify-texts.ts';
import { verifyTotals } from '../features/cases/verify/verify-totals.ts';
import { type PaperFinding, verifyPapers } from '../features/papers/verify-papers.ts';
import { connectOnce, type Locate } from '../platform/database/pool.ts';
import type { Keyring } from '../platform/keyring.ts';

export type StoreFinding =
  | ({ readonly part: 'anchor' } & AnchorFinding)
  | ({ readonly part: 'attachment' } & AttachmentFinding)
  | CaseFinding
  | CountedFinding
  | ({ readonly part: 'total' } & PaperFinding);

export type StoreVerdict = {
  readonly ok: boolean;
  readonly cases: number;
  readonly entries: number;
  readonly anchors: number;
  readonly texts: number;
  /** Files that were read through; 0 where the folder was not given. */
  readonly files: number;
  readonly findings: readonly StoreFinding[];
};

/**
 * Looks through the whole store as the owner: every link of every history and of what an office decided for itself,
 * every seal of a current row, every anchor on the disk, every text, accounts and tokens, the offices themselves, the
 * calendar, what the database itself runs, every file of `files` through and through, and the figures and counts that must agree. Changes nothing. `ok` is false as
 * soon as anything is found; the command then ends with exit 1. `now` in milliseconds: what is younger than two minutes
 * need not be anchored yet. `casesARange`: from how many cases on threads share the work.
 */
export async function verifyStore(
  locateOwner: Locate,
  keyring: Keyring,
  anchorFolder: string,
  now: number = Date.now(),
  casesARange?: number,
  files?: FileStore,
): Promise<StoreVerdict> {
  const connections = await Promise.all(
    (['cases', 'totals'] as const).map((part) => connectOnce(locateOwner, `tanggap-verify-${part}`)),
  );
  const [forCases, forTotals] = connections;
  if (forCases === undefined || forTotals === undefined) throw new Error('verify needs two connections');
  const beside = async () => ({
    anchors: await verifyAnchors(forTotals, keyring, anchorFolder, now),
    offices: await verifyOfficeEvents(forTotals, chainKeysOf(keyring)),
    texts: await verifyOfficeTexts(forTotals, chainKeysOf(keyring)),
    attachments: files === undefined ? NO_FILES : await verifyAttachments(forTotals, keyring, files),
    totals: [
      ...(await verifyTotals(forTotals)),
      ...(await verifyAccounts(forTotals, keyring)),
      ...(await verifySignIn(forTotals, keyring)),
      ...(await verifyDeputations(forTotals, keyring)),
      ...(await verifyOffices(forTotals)),
      ...(await verifyPapers(forTotals, keyring)),
      ...(await verifyProgram(forTotals)),
    ],
  });
  try {
    // Every case as of one moment, though the store goes on working.
    await forCases.query('begin isolation level repeatable read read only');
    const [cases, { anchors, offices, texts, attachments, totals }] = await Promise.all([
      verifyCases(forCases, locateOwner, keyring, casesARange),
      beside(),
    ]);
    const findings: StoreFinding[] = [
      ...cases.findings.placed,
      ...offices.map((finding) => ({ part: 'chain' as const, ...finding })),
      ...anchors.findings.map((finding) => ({ part: 'anchor' as const, ...finding })),
      ...texts.findings.map((finding) => ({ part: 'text' as const, ...finding })),
      ...attachments.findings.map((finding) => ({ part: 'attachment' as const, ...finding })),
      ...cases.findings.counted,
      ...totals.map((finding) => ({ part: 'total' as const, ...finding })),
    ];
    return {
      ok: findings.length === 0,
      cases: cases.cases,
      entries: cases.entries,
      anchors: anchors.anchors,
      texts: cases.texts + texts.texts,
      files: attachments.files,
      findings,
    };
  } finally {
    await Promise.all(connections.map((connection) => connection.end()));
  }
}

const NO_FILES: Awaited<ReturnType<typeof verifyAttachments>> = { files: 0, findings: [] };
