import { isInForce } from '../../domain/office/legal-basis.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { unknownReference } from './check-references.ts';
import type { PathInFile, Remark } from './office-finding.ts';

/** Bases that are named must exist, and must have held on the date of the document that names them. */
export function checkLegalBases(office: OfficeData): readonly Remark[] {
  const ids = office.legalBases.map((basis) => basis.id);
  const known = (at: PathInFile, id: string): Remark[] =>
    ids.includes(id) ? [] : [unknownReference(at, id, ids, 'dasar hukum')];
  return [
    ...office.legalBases.flatMap((basis, index) =>
      basis.replacedBy === null ? [] : known(['legalBases', index, 'replacedBy'], basis.replacedBy),
    ),
    ...office.sops.flatMap((sop, index) =>
      sop.basis.flatMap((id, at) => {
        const path = ['sops', index, 'basis', at];
        const date = sop.inForceFrom ?? sop.revisedOn ?? sop.madeOn;
        return [...known(path, id), ...(date === null ? [] : notInForce(office, path, id, date))];
      }),
    ),
    ...office.reports.flatMap((report, index) =>
      report.body
        .flatMap((node, at) => namedIn(node, ['reports', index, 'body', at]))
        .flatMap(({ path, id }) => known(path, id)),
    ),
  ];
}

type Node = OfficeData['reports'][number]['body'][number];

function namedIn(
  node: Node,
  path: PathInFile,
): readonly { readonly path: PathInFile; readonly id: string }[] {
  if (node.type === 'section') {
    return node.body.flatMap((inner, index) => namedIn(inner, [...path, 'body', index]));
  }
  if (node.type !== 'legal-bases') return [];
  return (node.only ?? []).map((id, index) => ({ path: [...path, 'only', index], id }));
}

function notInForce(office: OfficeData, at: PathInFile, id: string, date: string): readonly Remark[] {
  const basis = office.legalBases.find((one) => one.id === id);
  if (!basis || isInForce(basis, date, office.legalBases) !== 'no') return [];
  const successor = office.legalBases.find((one) => one.id === basis.replacedBy);
  return [
    {
      severity: 'warning',
      at,
      message: `"${basis.title}" tidak berlaku pada ${date}.`,
      remedy: successor ? `Penggantinya: ${successor.title}.` : 'Hapus, atau betulkan tanggal berlakunya.',
      rule: 'legal-basis-not-in-force',
    },
  ];
}
