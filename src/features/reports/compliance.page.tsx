import type { Handler } from 'hono';
import { localDate } from '../../domain/calendar/instant.ts';
import { formatNumber } from '../../domain/documents/format-number.ts';
import { type SopStepCount, sopStepKey } from '../../domain/reports/count-sop-steps.ts';
import { parsePeriod, type ReportPeriod } from '../../domain/reports/report-period.ts';
import { editionName } from '../../domain/sop/sop-editions.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { Words } from '../../platform/words/words.ts';
import { standardWords } from '../cases/case-page/sop-progress.presenter.ts';
import { viewerOf } from '../cases/store/visible-cases.ts';
import type { Office } from '../offices/office.read.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { type StaffDesk, staffPage } from '../people/staff-desk.tsx';
import { type ComplianceProps, ComplianceView } from './compliance.view.tsx';
import { countReport } from './count-report.ts';
import { readStoodInSteps, type StoodInStep } from './stood-in-steps.read.ts';

/** `/petugas/kepatuhan-sop?masa=`: standard against actual of every step over a period (rules 13, 17, 23). */
export function compliancePage(desk: StaffDesk): Handler {
  return staffPage(desk, ['report/build'], async (c, work) => {
    const words = wordsFor(c);
    const { office, actor } = work;
    const now = desk.clock();
    const typed = (c.req.query('masa') ?? localDate(now, office.zone).slice(0, 7)).slice(0, 40);
    const period = parsePeriod(typed);
    const shown = { staff: work.face, typed };
    const title = words('compliance.page');
    if (period === null) {
      const view = (
        <ComplianceView {...shown} error={words('report.bad-period')} period={null} sops={[]} stoodIn={[]} />
      );
      return page(c, desk, { title, failed: true }, view, { status: 422 });
    }
    const request = { office, period, asOf: null, now: new Date(now), register: null };
    const [counted, stoodIn] = await Promise.all([
      countReport(desk.pool, { ...request, tables: ['sop-steps'] }),
      withOffice(
        desk.pool,
        office.officeId,
        (tx) => readStoodInSteps(tx, office, period, viewerOf(actor, office.codes)),
        { readOnly: true, long: true },
      ),
    ]);
    const view = (
      <ComplianceView
        {...shown}
        error={undefined}
        period={period.label}
        sops={sopFaces(counted.sopSteps, period, stoodIn, office, words)}
        stoodIn={stoodIn.map((one) => ({
          ticket: one.ticket,
          what: words('compliance.stood-in-of', {
            sop: office.sopEditions.find(({ key }) => key === one.sop)?.sop.title ?? one.sop,
            no: one.no,
            role: office.named.roles.find(({ key }) => key === one.role)?.title ?? one.role,
          }),
        }))}
      />
    );
    return page(c, desk, { title }, view);
  });
}

function sopFaces(
  steps: readonly SopStepCount[],
  period: ReportPeriod,
  stoodIn: readonly StoodInStep[],
  office: Office,
  words: Words,
): ComplianceProps['sops'] {
  const number = (value: number, decimals = 0) => formatNumber(value, decimals, words.language);
  return [...Map.groupBy(steps, ({ sop }) => sop)].map(([sop, own]) => {
    const edition = office.sopEditions.find((one) => editionName(one) === sop);
    return {
      key: sop,
      title: own[0]?.title ?? sop,
      replaced: own[0]?.replacedOn ?? null,
      steps: own.map((step) => {
        const href = (part: string | null) =>
          `/petugas/laporan/baris?${new URLSearchParams({
            ...{ period: period.text, table: 'sop-steps', key: sopStepKey(step) },
            ...(part === null ? {} : { part }),
          })}`;
        const figure = (value: number, part: string | null) => ({ text: number(value), href: href(part) });
        const within = step.beyond === null ? null : step.measured - step.beyond;
        return {
          key: sopStepKey(step),
          no: step.no === null ? '' : String(step.no),
          activity: step.no === null ? words('sop.unnamed-answer') : (step.activity ?? ''),
          standard: standardWords(step, words),
          median: step.median === null ? '' : tookWords(step.median, step.unit, words),
          share:
            within === null || step.measured === 0
              ? ''
              : words('compliance.share', { percent: number((within / step.measured) * 100, 1) }),
          measured: figure(step.measured, null),
          beyond: step.beyond === null ? null : figure(step.beyond, 'beyond'),
          unmeasured: figure(step.automatic + step.unmeasured, 'unmeasured'),
          automatic: step.automatic === 0 ? '' : words('compliance.automatic', { n: number(step.automatic) }),
          notNeeded: figure(step.notNeeded, 'not-needed'),
          stoodIn: stoodIn.filter((one) => one.sop === edition?.key && one.no === step.no).length,
        };
      }),
    };
  });
}

function tookWords(count: number, unit: SopStepCount['unit'], words: Words): string {
  if (unit === 'working-day') {
    return count === 0 ? words('sop.same-day') : words('sop.working-days', { n: count });
  }
  const [h, m] = [Math.floor(count / 60), count % 60];
  if (h === 0) return words('sop.minutes', { n: m });
  return m === 0 ? words('sop.hours', { n: h }) : words('sop.hours-minutes', { h, m });
}
