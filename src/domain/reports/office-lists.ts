import { formatLimit } from '../calendar/format-limit.ts';
import type { Block, Inline, Table } from '../documents/blocks.ts';
import type { LegalBasis, OfficeData, ReportNode, Sop } from '../office/office-data.ts';
import type { ReportPeriod } from './report-period.ts';

type OfficeListNode = Extract<
  ReportNode,
  { type: 'legal-bases' | 'channels' | 'roles' | 'classes' | 'services' | 'sop-steps' }
>;

/** Lists that are the office's own data, so that a report cannot speak of a channel or a limit that does not exist. */
export function buildOfficeList(
  node: OfficeListNode,
  office: OfficeData,
  period: ReportPeriod,
): readonly Block[] {
  switch (node.type) {
    case 'legal-bases':
      return [
        list(
          basesOf(node.only, office, period).map((basis) => basis.title),
          true,
        ),
      ];
    case 'channels':
      return [
        list(
          office.channels.map(({ label, address }) => (address === null ? label : `${label}: ${address}`)),
        ),
      ];
    case 'roles':
      return [
        list(
          office.roles
            .filter((role) => role.team)
            .map(({ title, heldBy }) => (heldBy.length === 0 ? title : `${title}: ${heldBy.join(', ')}`)),
        ),
      ];
    case 'classes':
      return [list(limitsOf(office))];
    case 'services':
      return [
        list(
          office.services.map((service) => service.label),
          true,
        ),
      ];
    case 'sop-steps': {
      const sop = office.sops.find((one) => one.id === node.sop);
      return sop === undefined ? [] : [sopTable(sop)];
    }
  }
}

/** A basis that was replaced before the period began is left out: it bound nobody then (domain 7.7). */
function basesOf(
  only: readonly string[] | null,
  office: OfficeData,
  period: ReportPeriod,
): readonly LegalBasis[] {
  const wanted =
    only === null
      ? office.legalBases
      : only.flatMap((id) => office.legalBases.filter((basis) => basis.id === id));
  return wanted.filter(
    ({ inForceFrom, inForceTo }) =>
      (inForceTo === null || inForceTo >= period.from) && (inForceFrom === null || inForceFrom <= period.to),
  );
}

function limitsOf(office: OfficeData): readonly string[] {
  if (office.classes.length > 0) return office.classes.map(({ label, printed }) => `${label}: ${printed}`);
  return office.singleLimit === null ? [] : [`Setiap laporan dijawab: ${office.singleLimit.printed}`];
}

function sopTable(sop: Sop): Table {
  const text = (value: string) => ({ kind: 'text', text: value }) as const;
  return {
    type: 'table',
    id: `sop-${sop.id}`,
    title: sop.title,
    numbered: true,
    columns: [
      { key: 'no', label: 'No.', kind: 'ordinal', weight: 6 },
      { key: 'label', label: 'Kegiatan', kind: 'text', weight: 44 },
      { key: 'actor', label: 'Pelaksana', kind: 'text', weight: 22 },
      { key: 'standard', label: 'Waktu baku', kind: 'text', weight: 14 },
      { key: 'output', label: 'Keluaran', kind: 'text', weight: 26 },
    ],
    columnNumbers: false,
    rows: sop.steps.map((step) => ({
      key: String(step.no),
      cells: [
        { kind: 'ordinal', value: step.no },
        text(step.activity),
        text(sop.actors.find((actor) => actor.key === step.actor)?.label ?? step.actor),
        text(step.standardPrinted ?? (step.standard === null ? '–' : formatLimit(step.standard))),
        text(step.output ?? '–'),
      ],
    })),
    total: null,
    denominator: null,
    source: null,
    notes: sop.undetermined
      ? [[{ type: 'text', text: 'SOP bawaan, belum ditetapkan oleh kantor ini.' }]]
      : [],
  };
}

function list(items: readonly string[], ordered = false): Block {
  return {
    type: 'list',
    ordered,
    items: items.map((item): readonly Inline[] => [{ type: 'text', text: item }]),
  };
}
