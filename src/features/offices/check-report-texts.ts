import type { OfficeData, ReportNode, When } from '../../domain/office/office-data.ts';
import { nearestWord } from '../../domain/registers/nearest-word.ts';
import { isSayable } from '../../domain/reports/figure-book.ts';
import { FIGURE_MODIFIERS, isNumberFigure } from '../../domain/reports/report-figures.ts';
import { unknownReference } from './check-references.ts';
import type { PathInFile, Remark } from './office-finding.ts';

/** Every figure, role and SOP that a report's texts name must exist. Digits that the office types itself are its own. */
export function checkReportTexts(office: OfficeData, figures: ReadonlySet<string>): readonly Remark[] {
  const roles = office.roles.map((role) => role.key);
  const sops = office.sops.map((sop) => sop.id);

  /** `above`: under which conditions the node stands at all. */
  function checkNode(node: ReportNode, at: PathInFile, above: When): readonly Remark[] {
    const remarks = checkWhen(node.when, [...at, 'when'], figures);
    const held = [...above, ...node.when];
    switch (node.type) {
      case 'section':
        return [
          ...remarks,
          ...checkTitle(node.heading, [...at, 'heading'], figures),
          ...node.body.flatMap((inner, index) => checkNode(inner, [...at, 'body', index], held)),
        ];
      case 'paragraph':
        return [...remarks, ...checkSentence(node.text, [...at, 'text'], figures, held)];
      case 'list':
        return [
          ...remarks,
          ...node.items.flatMap((item, index) => [
            ...checkSentence(item.text, [...at, 'items', index], figures, [...held, ...item.when]),
            ...checkWhen(item.when, [...at, 'items', index, 'when'], figures),
          ]),
          ...(node.empty === null ? [] : checkSentence(node.empty, [...at, 'empty'], figures, held)),
        ];
      case 'table':
        return [...remarks, ...checkTitle(node.title, [...at, 'title'], figures)];
      case 'sop-steps':
        return sops.includes(node.sop)
          ? remarks
          : [...remarks, unknownReference([...at, 'sop'], node.sop, sops, 'SOP')];
      case 'cover':
      case 'contents':
      case 'registers':
        return [
          ...remarks,
          ...Object.entries(node.with).flatMap(([key, text]) =>
            checkTitle(text, [...at, 'with', key], figures),
          ),
        ];
      case 'signature': {
        const role = node.with.role ?? '';
        return roles.includes(role)
          ? remarks
          : [...remarks, unknownReference([...at, 'with', 'role'], role, roles, 'peran')];
      }
      case 'legal-bases':
      case 'channels':
      case 'roles':
      case 'classes':
      case 'services':
        return remarks;
    }
  }

  return office.reports.flatMap((report, index) => [
    ...checkTitle(report.title, ['reports', index, 'title'], figures),
    ...report.body.flatMap((node, at) => checkNode(node, ['reports', index, 'body', at], [])),
  ]);
}

function checkWhen(when: When, at: PathInFile, figures: ReadonlySet<string>): readonly Remark[] {
  return when.flatMap(({ figure }, index) =>
    figures.has(figure) ? [] : [unknownFigure(figure, [...at, index], figures)],
  );
}

/** Names in braces: {register.total}, {register.total:terbilang}. */
function checkText(text: string, at: PathInFile, figures: ReadonlySet<string>): readonly Remark[] {
  const remarks: Remark[] = [];
  for (const [, inside = ''] of text.matchAll(/\{([^{}]*)\}/g)) {
    const [figure = '', modifier, ...more] = inside.split(':');
    if (!figures.has(figure)) remarks.push(unknownFigure(figure, at, figures));
    if (more.length > 0 || (modifier !== undefined && !FIGURE_MODIFIERS.some((one) => one === modifier))) {
      remarks.push({
        at,
        message: `Bentuk angka "{${inside}}" tidak dikenal.`,
        remedy: `Sesudah titik dua hanya: ${FIGURE_MODIFIERS.join(', ')}.`,
        rule: 'unknown-figure',
      });
    }
  }
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) {
    remarks.push({
      at,
      message: 'Ada kurung kurawal yang tidak berpasangan.',
      remedy: 'Tulis nama angka di antara { dan }, misalnya {register.total}.',
      rule: 'unknown-figure',
    });
  }
  return remarks;
}

/** A sentence stands only where its figures can be said: of no case there is no largest row, and of equal ones no one share. */
function checkSentence(
  text: string,
  at: PathInFile,
  figures: ReadonlySet<string>,
  held: When,
): readonly Remark[] {
  const named = [...text.matchAll(/\{([^{}:]*)[^{}]*\}/g)].map(([, figure = '']) => figure);
  const empty = named.filter((figure) => figures.has(figure) && !isSayable(figure, held));
  return [
    ...checkText(text, at, figures),
    ...empty.map((figure): Remark => {
      const rows = figure.replace(/\.top\..*$/, '.top.rows');
      const guard = figure.endsWith('.percent') ? `${rows} = 1` : `${rows} > 0`;
      return {
        at,
        message: `Angka "${figure}" bisa kosong, sehingga kalimatnya terputus.`,
        remedy: `Beri kalimat ini syarat, misalnya when: ${guard}.`,
        rule: 'figure-unguarded',
      };
    }),
  ];
}

/** A heading, a title or a word of the cover is plain text in the paper: a number in it would be held to nothing. */
function checkTitle(text: string, at: PathInFile, figures: ReadonlySet<string>): readonly Remark[] {
  const numbers = [...text.matchAll(/\{([^{}:]*)[^{}]*\}/g)].flatMap(([, figure = '']) =>
    figures.has(figure) && isNumberFigure(figure) ? [figure] : [],
  );
  return [
    ...checkText(text, at, figures),
    ...numbers.map(
      (figure): Remark => ({
        at,
        message: `Angka "${figure}" berada dalam judul, padahal judul tidak dicocokkan dengan register.`,
        remedy:
          'Pindahkan angkanya ke paragraf; dalam judul hanya nama dan tanggal, misalnya {period.label}.',
        rule: 'figure-in-title',
      }),
    ),
  ];
}

function unknownFigure(figure: string, at: PathInFile, figures: ReadonlySet<string>): Remark {
  const near = nearestWord(figure, figures);
  return {
    at,
    message: `Angka "${figure}" tidak ada.`,
    remedy: near
      ? `Apakah maksud Anda "${near}"?`
      : 'Pakai nama angka yang ada, misalnya register.total atau by-service.KUNCI.count.',
    rule: 'unknown-figure',
  };
}
