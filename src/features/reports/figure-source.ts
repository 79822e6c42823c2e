import {
  CHANNELS,
  KINDS,
  OUTCOMES,
  PROVENANCES,
  SEVERITIES,
  STATUSES,
} from '../../domain/complaint/vocabulary.ts';
import type { RowsQuery } from '../../domain/documents/blocks.ts';
import { SATISFACTION_FACES } from '../../domain/reports/count-satisfaction.ts';
import type { ONLY_LABELS } from '../../domain/reports/figure-words.ts';
import {
  type Axis,
  CHANGE_KEYS,
  PROMISE_KEYS,
  RESPONSE_KEYS,
  WAY_KEYS,
} from '../../domain/reports/report-cell.ts';
import { ELAPSED_KEYS } from '../../domain/reports/report-fact.ts';
import { parsePeriod } from '../../domain/reports/report-period.ts';
import { AXIS_TABLES, tableShape } from '../../domain/reports/table-shapes.ts';
import type { Office } from '../offices/office.read.ts';
import { balanceSource } from './balance-source.ts';
import { ON_OLD_REGISTER } from './cells.read.ts';
import { factsAt, factValues, type ReadingMoment } from './facts-at.ts';
import { axisSql, IS_BATAL } from './packed-cut.ts';
import { sanctionsSource } from './sanctions.read.ts';
import { sopSource } from './sop-source.ts';
import { FIGURE_COLUMNS, type FigureSource, type SourceContext } from './source-context.ts';

/** What the words after `only` of a rows query stand for. */
const ONLY: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    imported: `counted and ${ON_OLD_REGISTER}`,
    own: `counted and not (${ON_OLD_REGISTER})`,
    cancelled: IS_BATAL,
    merged: 'not counted and not cancelled',
    anonymous: 'counted and anonymous',
    protected: 'counted and protected',
    urgent: 'counted and urgent',
    'at-desk': 'counted and at_desk',
    complainants: 'counted',
    doubts: `not cancelled and provenance = ${PROVENANCES.indexOf('register-lama')} and case_id in (
      select r.case_id from register_import_row r where r.office_id = $1 and jsonb_array_length(r.doubts) > 0)`,
  } satisfies Record<keyof typeof ONLY_LABELS, string>),
);

/** Null when the query names no table, row, part or period that this office has. */
export function figureSource(query: RowsQuery, office: Office, moment: ReadingMoment): FigureSource | null {
  const period = parsePeriod(query.period ?? '');
  if (period === null) return null;
  const context: SourceContext = { office, period, moment };
  if (query.only !== undefined) {
    const where = ONLY.get(query.only);
    return where === undefined ? null : factsWhere(context, where);
  }
  switch (query.table) {
    case undefined:
      return factsWhere(context, 'counted');
    case 'balance':
      return balanceSource(query.key ?? '', context);
    case 'sop-steps':
      return sopSource(query.key ?? '', query.part ?? null, context);
    case 'sanctions':
      return sanctionsSource(query.key ?? '', context);
    case 'satisfaction':
      return satisfactionSource(query, context);
    default:
      return axisSource(query, context);
  }
}

function factsWhere(
  { office, period, moment }: SourceContext,
  where: string,
  more: readonly unknown[] = [],
): FigureSource {
  return {
    from: factsAt({ moment, columns: FIGURE_COLUMNS, where }),
    values: [...factValues(office.officeId, period.from, period.to, moment), ...more],
  };
}

/** Nobody is asked yet: rule 40's questions come with the survey, and every line opens the nothing that it counts. */
function satisfactionSource({ key, part }: RowsQuery, context: SourceContext): FigureSource | null {
  const known = part === 'counted' || SATISFACTION_FACES.some((face) => face.key === key);
  return known ? factsWhere(context, 'false') : null;
}

function axisSource(query: RowsQuery, context: SourceContext): FigureSource | null {
  const { office, period } = context;
  const table = AXIS_TABLES.find((id) => id === query.table);
  if (table === undefined) return null;
  const { axis, rows, undetermined, outside } = tableShape(table, office.data, period);
  const column = axis === 'kind' ? 'kind' : `(${axisSql(axis)})`;
  if (query.part === 'counted') {
    const codes = outside.map((key) => codeOf(axis, key, office));
    return factsWhere(context, `counted and coalesce(${column} <> all ($6::int[]), true)`, [codes]);
  }
  if (query.key === undefined) return null;
  const listed = rows.some((row) => row.key === query.key);
  if (!listed && query.key === undetermined.key) return factsWhere(context, `counted and ${column} is null`);
  const code = codeOf(axis, query.key, office);
  return code === null ? null : factsWhere(context, `counted and ${column} = $6::int`, [code]);
}

function codeOf(axis: Axis | 'kind', key: string, { codes }: Office): number | null {
  const place = (words: readonly string[]): number | null => {
    const at = words.indexOf(key);
    return at < 0 ? null : at;
  };
  switch (axis) {
    case 'kind':
      return place(KINDS);
    case 'status':
      return place(STATUSES);
    case 'outcome':
      return place(OUTCOMES);
    case 'channel':
      return place(CHANNELS);
    case 'severity':
      return place(SEVERITIES);
    case 'response':
      return place(RESPONSE_KEYS);
    case 'promise':
      return place(PROMISE_KEYS);
    case 'recording':
    case 'reaction':
    case 'finish':
      return place(ELAPSED_KEYS);
    case 'way':
      return place(WAY_KEYS);
    case 'change':
      return place(CHANGE_KEYS);
    case 'month': {
      const month = /^(\d{4})-(\d{2})$/.exec(key);
      return month === null ? null : Number(month[1]) * 12 + Number(month[2]) - 1;
    }
    case 'service':
    case 'category':
    case 'unit':
    case 'place':
      return codes.codeOf(axis, key);
  }
}
