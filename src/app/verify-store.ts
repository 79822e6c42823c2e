import { type AnchorFinding, verifyAnchors } from '../features/cases/history/verify-anchors.ts';
import { type ChainFinding, verifyChains } from '../features/cases/history/verify-chains.ts';
import { type StateFinding, verifyStates } from '../features/cases/history/verify-states.ts';
import { type TextFinding, verifyTexts } from '../features/cases/history/verify-texts.ts';
import { type TotalFinding, verifyTotals } from '../features/cases/history/verify-totals.ts';
import { connectOnce, type Locate } from '../platform/database/pool.ts';
import type { Keyring } from '../platform/keyring.ts';

export type StoreFinding =
  | ({ readonly part: 'chain' } & ChainFinding)
  | ({ readonly part: 'anchor' } & AnchorFinding)
  | ({ readonly part: 'text' } & TextFinding)
  | ({ readonly part: 'state' } & StateFinding)
  | ({ readonly part: 'total' } & TotalFinding);

export type StoreVerdict = {
  readonly ok: boolean;
  readonly cases: number;
  readonly entries: number;
  readonly anchors: number;
  readonly texts: number;
  /** Texts from before texts were sealed; none where the installation began with seals. */
  readonly unsealed: number;
  readonly findings: readonly StoreFinding[];
};

/**
 * Looks through the whole store as the owner: every link of every history, every seal of a current row, every anchor
 * on the disk, every text, and the figures and counts that must agree. Changes nothing. `ok` is false as soon as anything is found; the
 * command then ends with exit 1. `now` in milliseconds: what is younger than two minutes need not be anchored yet.
 */
export async function verifyStore(
  locateOwner: Locate,
  keyring: Keyring,
  anchorFolder: string,
  now: number = Date.now(),
): Promise<StoreVerdict> {
  const connections = await Promise.all(
    ['entries', 'rows', 'totals'].map((part) => connectOnce(locateOwner, `tanggap-verify-${part}`)),
  );
  const [forEntries, forRows, forTotals] = connections;
  if (forEntries === undefined || forRows === undefined || forTotals === undefined) {
    throw new Error('verify needs three connections');
  }
  try {
    const chains = await verifyChains(forEntries, forRows, keyring);
    const anchors = await verifyAnchors(forTotals, keyring, anchorFolder, now);
    const texts = await verifyTexts(forRows, keyring);
    const states = await verifyStates(forTotals);
    const totals = await verifyTotals(forTotals);
    const findings: StoreFinding[] = [
      ...chains.findings.map((finding) => ({ part: 'chain' as const, ...finding })),
      ...anchors.findings.map((finding) => ({ part: 'anchor' as const, ...finding })),
      ...texts.findings.map((finding) => ({ part: 'text' as const, ...finding })),
      ...states.map((finding) => ({ part: 'state' as const, ...finding })),
      ...totals.map((finding) => ({ part: 'total' as const, ...finding })),
    ];
    return {
      ok: findings.length === 0,
      ...chains.count,
      anchors: anchors.anchors,
      texts: texts.texts,
      unsealed: texts.unsealed,
      findings,
    };
  } finally {
    await Promise.all(connections.map((connection) => connection.end()));
  }
}
