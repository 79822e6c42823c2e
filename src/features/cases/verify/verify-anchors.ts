import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { anchorMac, OFFICE_CHAIN } from '../../../platform/chain.ts';
import { isEqualSecret } from '../../../platform/crypto.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { type AnchorLine, anchorBody, readAnchors, tornAnchorFile } from '../history/anchor-file.ts';

export type AnchorRule =
  /** An anchor's line or link is not what was written, or one between is missing. */
  | 'anchor-changed'
  | 'anchor-missing'
  /** A power cut tore off the last line; the next anchor ends it and this finding with it. */
  | 'anchor-torn'
  /**
   * The head of a history, or of the chain of an office, stands in no anchor although it had time to: anchoring has
   * stopped, or was turned off.
   */
  | 'not-anchored'
  /** The mirror in the database knows an anchor that is not on the disk, or another one. */
  | 'anchor-mirror'
  /** A history ends before what was anchored, or reads differently there. */
  | 'anchored-entry';
export type AnchorFinding = {
  readonly rule: AnchorRule;
  readonly anchor: number | null;
  readonly officeId: number | null;
  readonly caseId: string | null;
  readonly seq: number | null;
};

/**
 * Holds every anchor on the disk against the one before it, against its mirror, and its heads against the histories:
 * what was cut off or written anew after an anchor is found here, even where chain and current row agree.
 * Heads younger than two minutes need not be anchored yet. `now` in milliseconds; run as the owner, on a connection of
 * its own (it makes a temporary table).
 */
export async function verifyAnchors(
  owner: ClientBase,
  keyring: Keyring,
  folder: string,
  now: number,
): Promise<{ readonly anchors: number; readonly findings: readonly AnchorFinding[] }> {
  const findings: AnchorFinding[] = [];
  const found = (rule: AnchorRule, anchor: number): void => {
    findings.push({ rule, anchor, officeId: null, caseId: null, seq: null });
  };
  const links = new Map<number, string>();
  // An anchor is on the disk before it is mirrored: what is mirrored now must be found in the files read after it.
  const { rows } = await owner.query<{ anchor_no: number; mac: Buffer }>('select anchor_no, mac from anchor');
  await owner.query(
    'create temp table anchored (office_id smallint, case_id uuid, seq int, mac bytea, anchor_no bigint)',
  );
  try {
    const lines = checkedHeads(keyring, folder, links, found);
    await pipeline(
      Readable.from(lines),
      owner.query(copyFrom('copy anchored (office_id, case_id, seq, mac, anchor_no) from stdin')),
    );
    await owner.query('analyze anchored');
    findings.push(...(await missingHeads(owner)), ...(await waitingHeads(owner, now)));
  } finally {
    await owner.query('drop table anchored');
  }
  for (const row of rows) {
    if (links.get(row.anchor_no) !== row.mac.toString('hex')) found('anchor-mirror', row.anchor_no);
  }
  if ((await tornAnchorFile(folder)) !== null) {
    findings.push({ rule: 'anchor-torn', anchor: null, officeId: null, caseId: null, seq: null });
  }
  return { anchors: links.size, findings };
}

/** The worker anchors each half minute. */
const ANCHORED_WITHIN_MS = 120_000;

async function waitingHeads(owner: ClientBase, now: number): Promise<readonly AnchorFinding[]> {
  const { rows } = await owner.query<{ office_id: number; case_id: string; version: number }>(
    `select c.office_id, c.case_id, c.version from complaint_case c
      where c.changed_at < $1 and not exists (select from anchored a
        where a.office_id = c.office_id and a.case_id = c.case_id and a.seq = c.version)
     union all
     select h.office_id, $2::uuid, h.seq from (
         select distinct on (office_id) office_id, seq, recorded_at from office_event order by office_id, seq desc) h
      where h.recorded_at < $1 and not exists (select from anchored a
        where a.office_id = h.office_id and a.case_id = $2 and a.seq = h.seq)
      limit 10000`,
    [new Date(now - ANCHORED_WITHIN_MS), OFFICE_CHAIN],
  );
  return rows.map((row) => ({
    rule: 'not-anchored',
    anchor: null,
    officeId: row.office_id,
    caseId: row.case_id,
    seq: row.version,
  }));
}

/** Checks each anchor as it is read and hands its heads on as lines of COPY. */
async function* checkedHeads(
  keyring: Keyring,
  folder: string,
  links: Map<number, string>,
  found: (rule: AnchorRule, anchor: number) => void,
): AsyncGenerator<string> {
  let last: AnchorLine | null = null;
  for await (const anchor of readAnchors(folder)) {
    const expected: number = (last?.no ?? anchor.no - 1) + 1;
    if (last === null ? anchor.no !== 1 : anchor.no !== expected) found('anchor-missing', expected);
    if (
      !isWhole(keyring, anchor) ||
      (last !== null && anchor.no === expected && anchor.former !== last.mac)
    ) {
      found('anchor-changed', anchor.no);
    }
    links.set(anchor.no, anchor.mac);
    last = anchor;
    for (let i = 0; i < anchor.heads.length; i += 1_000) {
      yield anchor.heads
        .slice(i, i + 1_000)
        .map(([officeId, caseId, seq, mac]) => `${officeId}\t${caseId}\t${seq}\t\\\\x${mac}\t${anchor.no}\n`)
        .join('');
    }
  }
}

function isWhole(keyring: Keyring, anchor: AnchorLine): boolean {
  const key = keyring.all.find((one) => one.id === anchor.key);
  if (key === undefined) return false;
  const { mac, ...draft } = anchor;
  const right = anchorMac(key.forUse('chain'), Buffer.from(anchor.former, 'hex'), anchorBody(draft));
  return isEqualSecret(right, Buffer.from(mac, 'hex'));
}

async function missingHeads(owner: ClientBase): Promise<readonly AnchorFinding[]> {
  const { rows } = await owner.query<{ anchor_no: number; office_id: number; case_id: string; seq: number }>(
    `select a.anchor_no, a.office_id, a.case_id, a.seq from anchored a
       left join case_event e on e.office_id = a.office_id and e.case_id = a.case_id and e.seq = a.seq
      where a.case_id <> $1 and e.mac is distinct from a.mac
     union all
     select a.anchor_no, a.office_id, a.case_id, a.seq from anchored a
       left join office_event e on e.office_id = a.office_id and e.seq = a.seq
      where a.case_id = $1 and e.mac is distinct from a.mac
     limit 10000`,
    [OFFICE_CHAIN],
  );
  return rows.map((row) => ({
    rule: 'anchored-entry',
    anchor: row.anchor_no,
    officeId: row.office_id,
    caseId: row.case_id,
    seq: row.seq,
  }));
}
