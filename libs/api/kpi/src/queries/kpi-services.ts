import { serviceFigures, type ServiceFigure } from '@daylight/api-availability';
import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import {
  creditTotals,
  failuresIn,
  ppmOf,
  savingsAgainstBaseline,
  serviceTimeOf,
  timeBetweenFailures,
  type CreditAmount,
  type Language,
} from '@daylight/domain';
import { kpiValue, sayMinor, sayRatio } from '@daylight/text';
import { reportingOf } from './reporting.js';

/** Credits of the periods that end in `($3, $4]`, by their month or the longer period that they were promised for. */
const CREDITS = statement<CreditAmount>(
  'kpi-credits',
  `select c.amount_minor as amount, c.currency, c.state as status from credit c
   join availability_figure f on f.provider_id = c.provider_id and f.figure_id = c.figure_id
   where c.provider_id = $1 and c.tenant_id = $2 and f.period_from >= $3 and f.period_to <= $4`,
);
const NO_DATA = { ko: '데이터 없음', en: 'No data' } as const;
const NO_BASELINE = {
  ko: '데이터 없음: 계약에 합의된 비용 기준선이 없습니다.',
  en: 'No data: the contract has no agreed cost baseline.',
} as const;

function serviceView({ serviceItemId, name, ratio, figure, outages }: ServiceFigure, language: Language) {
  const failures = failuresIn(figure, outages);
  const { value } = timeBetweenFailures(serviceTimeOf(figure), failures);
  return {
    ...{ serviceItemId, serviceName: name, targetPpm: figure.targetPpm, verdict: figure.verdict, failures },
    valuePpm: ratio === null ? null : ppmOf(ratio),
    display: ratio === null ? NO_DATA[language] : sayRatio(ratio, language),
    betweenFailuresSeconds: value,
    betweenFailures: kpiValue(value, 'SECONDS', language),
  };
}

function totalViews(totals: ReturnType<typeof creditTotals>['standing'], language: Language) {
  return totals.map(({ currency, amount, n }) => ({ currency, n, display: sayMinor(amount, currency, language) }));
}

/** Credits of a period as far as this reader may know of them; null: not at all. */
async function creditsOf(tx: Tx<PersonScope>, tenantId: string, { from, to }: { from: number; to: number }) {
  if (!tx.scope.permissions.has('credit:read')) return null;
  const rows = await tx.query(CREDITS, [tx.scope.providerId, tenantId, timestamp(from), timestamp(to)]);
  const { standing, disputed, waived } = creditTotals(rows);
  const { language } = tx.scope;
  return {
    standing: totalViews(standing, language),
    disputed: totalViews(disputed, language),
    waived: totalViews(waived, language),
  };
}

/**
 * Availability and time between failures of each service, credits and savings of a period: figures of what isn't in the log of
 * tickets (domain.md section 9). Null when there is no such tenant or period.
 */
export async function kpiServices(tx: Tx<PersonScope>, args: { readonly tenantId: string; readonly period: string }) {
  const reporting = await reportingOf(tx, args.tenantId, args.period);
  if (reporting === null || reporting.period.from >= tx.now) return null;
  const { language } = tx.scope;
  const services = await serviceFigures(tx, reporting.tenantId, reporting.period);
  // Contracts hold no baseline of costs yet, so no line is agreed: no figure rather than a flattering one.
  const savings = savingsAgainstBaseline({ currency: 'KRW', lines: [], actualCost: 0, fee: 0 });
  return {
    services: services.map((service) => serviceView(service, language)),
    credits: await creditsOf(tx, reporting.tenantId, reporting.period),
    savings: savings.kind === 'NO_DATA' ? NO_BASELINE[language] : sayMinor(savings.amount, savings.currency, language),
  };
}
