import {
  CHANNELS,
  KINDS,
  OUTCOMES,
  type Outcome,
  PRECISIONS,
  STATUSES,
} from '../../domain/complaint/vocabulary.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { publicSourceNumber } from '../../domain/reports/public-source-number.ts';
import { MOST_PRINTED_ROWS, type RegisterSheetRow } from '../../domain/reports/register-sheet.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import { kindLabel, outcomeLabel, registerStatusLabel } from '../../domain/reports/table-shapes.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { checkSeal, HASHED_COLUMNS, type HashedCaseRow } from '../cases/store/open-state.ts';
import type { Viewer } from '../cases/store/visible-cases.ts';
import { vocabularyWord } from '../cases/store/vocabulary-code.ts';
import type { Office } from '../offices/office.read.ts';
import { ON_OLD_REGISTER } from './cells.read.ts';
import { factsAt, factValues, type ReadingMoment } from './facts-at.ts';
import { IS_BATAL } from './packed-cut.ts';

const MONTH_ONLY = PRECISIONS.indexOf('month');

type FactRow = HashedCaseRow & {
  readonly received_on: string;
  readonly receipt_precision: number;
  readonly kind: number;
  readonly channel: number;
  readonly service: number | null;
  readonly place: number | null;
  readonly status: number;
  readonly outcome: number | null;
  readonly cancelled: boolean;
  readonly imported: boolean;
  readonly protected: boolean;
  readonly restricted: boolean;
  readonly withheld: boolean;
  readonly printed: string | null;
  readonly source_number: string | null;
};

/**
 * The register of a period in the public edition, in the order of receipt: cancelled numbers stay as BATAL (rule 11),
 * merged cases stand in the case they were merged into, protected ones are a number only (rule 6). None at all when
 * there are more than anybody prints. What hides a row is believed under the seal of its case alone, so that a mark
 * taken off in the database publishes nothing; throws Faults 'row-forged' and 'key-missing'.
 */
export async function readRegisterRows(
  tx: Tx,
  keyring: Keyring,
  office: Office,
  period: ReportPeriod,
  moment: ReadingMoment,
  viewer: Viewer | null,
): Promise<readonly RegisterSheetRow[]> {
  const columns = `case_id, received_on, receipt_precision, kind, channel, service, place, status, outcome, cancelled,
    (${ON_OLD_REGISTER}) as imported`;
  const facts = factsAt({ moment, columns, where: `(counted or ${IS_BATAL})` });
  const read = factValues(office.officeId, period.from, period.to, moment);
  const beyond = await tx.query({
    text: `select from ${facts} offset ${MOST_PRINTED_ROWS} limit 1`,
    values: [...read],
    name: '',
  });
  if (beyond.rows.length > 0) return [];
  const { rows } = await tx.query<FactRow>({
    text: `select f.*, c.head_mac, c.row_key_id, c.row_mac, c.line, c.state_hash, c.protected, c.restricted, e.printed, c.state ->> 'sourceNumber' as source_number,
        cardinality($6::uuid[]) > 0 and exists (select from json_array_elements(c.state -> 'people' -> 'respondents') r
          where (r ->> 'account')::uuid = any ($6::uuid[])) as withheld
      from ${facts}
      join (select ${HASHED_COLUMNS}, protected, restricted, recorded_at, state from complaint_case where office_id = $1) c
        on c.case_id = f.case_id
      left join register_entry e on e.office_id = $1 and e.case_id = f.case_id
      order by date_trunc('month', f.received_on), f.receipt_precision = ${MONTH_ONLY}, f.received_on, e.year, e.no, c.recorded_at, f.case_id`,
    values: [...read, viewer?.persons ?? []],
    name: '',
  });
  for (const row of rows) checkSeal(keyring, row);
  return rows.map((row) => sheetRowOf(row, office));
}

function sheetRowOf(row: FactRow, { named: office, codes }: Office): RegisterSheetRow {
  const status = vocabularyWord(STATUSES, row.status);
  const channel = vocabularyWord(CHANNELS, row.channel);
  const service = codes.keyOf('service', row.service);
  const place = codes.keyOf('place', row.place);
  const outcome = row.outcome === null ? null : vocabularyWord(OUTCOMES, row.outcome);
  const hidden = row.restricted ? 'tertutup' : row.protected ? 'dilindungi' : null;
  return {
    receivedOn: row.receipt_precision === MONTH_ONLY ? null : row.received_on,
    month: row.received_on.slice(0, 7),
    number: row.printed ?? sourceNumberOf(row, hidden !== null),
    cancelled: row.cancelled,
    withheld: row.withheld,
    kind: kindLabel(office, vocabularyWord(KINDS, row.kind)),
    channel: channel === 'tidak-tercatat' ? 'tidak tercatat' : channelLabel(office, channel),
    service: hidden ?? serviceLabel(office, service),
    place: hidden ?? office.places.find((one) => one.key === place)?.label ?? place ?? '–',
    status,
    statusPrinted: registerStatusLabel(status, row.imported),
    outcome: outcomeWords(outcome),
  };
}

function channelLabel({ channels }: OfficeData, key: string): string {
  const channel = channels.find((one) => one.key === key);
  return channel?.reportLabel ?? channel?.label ?? key;
}

function outcomeWords(outcome: Outcome | null): string {
  if (outcome === null) return '–';
  return outcome === 'not-recorded' ? 'tidak tercatat' : outcomeLabel(outcome);
}

function serviceLabel({ services }: OfficeData, key: string | null): string {
  const service = services.find((one) => one.key === key);
  return service?.reportLabel ?? service?.label ?? key ?? 'belum ditetapkan';
}

function sourceNumberOf(row: FactRow, hidden: boolean): string {
  if (row.source_number === null) return 'belum diregistrasi';
  const shown = hidden ? null : publicSourceNumber(row.source_number);
  return shown === null ? 'nomor asal disimpan' : `asal ${shown}`;
}
