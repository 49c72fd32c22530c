import type { Terms } from '@daylight/domain';
import { termRules, useLocal } from '@daylight/web-app';
import { formatFraction, formatDuration, formatMoney, formatNumber } from '@daylight/web-format';
import { Facts, Panel, Table, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { kpiNameId, kpiUnitOf } from './kpi-names.js';

/** Which reasons may stop a clock, and which clocks they stop (D-SLA-4). */
export function Waiting({ terms }: { readonly terms: Terms }) {
  const text = useText();
  const local = useLocal();
  const rows = terms.waiting.map(({ name, pauses, needsCaseNumber }) => [
    local(name),
    pauses.length === 0 ? text('contract.waiting.nothing') : pauses.map((clock) => text(`clock.${clock}`)).join(', '),
    text(needsCaseNumber ? 'contract.waiting.caseNumber' : 'contract.waiting.free'),
  ]);
  return (
    <Panel title={text('contract.waiting')} description={text('contract.waiting.lead')} look="flush">
      <Table
        caption={text('contract.waiting')}
        head={[text('ticket.waiting'), text('contract.waiting.stops'), text('contract.waiting.condition')]}
        rows={rows}
      />
    </Panel>
  );
}

/** Who does what (R&R). */
export function Responsibilities({ terms }: { readonly terms: Terms }) {
  const text = useText();
  const local = useLocal();
  if (terms.responsibilities.length === 0) return null;
  const parties = (list: readonly Terms['responsibilities'][number]['accountable'][]): string =>
    list.map((party) => text(`party.${party}`)).join(', ') || '–';
  const rows = terms.responsibilities.map(({ activity, accountable, responsible, consulted, informed }) => [
    local(activity),
    parties([accountable]),
    parties(responsible),
    parties(consulted),
    parties(informed),
  ]);
  const head = [
    text('contract.raci.activity'),
    text('contract.raci.accountable'),
    text('contract.raci.responsible'),
    text('contract.raci.consulted'),
    text('contract.raci.informed'),
  ];
  return (
    <Panel title={text('contract.raci')} look="flush">
      <Table caption={text('contract.raci')} head={head} rows={rows} />
    </Panel>
  );
}

/** What both sides have agreed to be measured by. */
export function KpiTargets({ terms }: { readonly terms: Terms }) {
  const text = useText();
  const language = useLanguage();
  if (terms.kpiTargets.length === 0) return null;
  const amount = (kpi: string, value: number): string => {
    const unit = kpiUnitOf(kpi);
    if (unit === 'SECONDS') return formatDuration(value * 1_000, language);
    return unit === 'COUNT' ? formatNumber(value, language) : (formatFraction(value / 10_000, 2) ?? '');
  };
  const nameOf = (kpi: string): string => {
    const id = kpiNameId(kpi);
    return id === null ? kpi : text(id);
  };
  const rows = terms.kpiTargets.map(({ kpi, clock, side, comparison, value }) => [
    clock === null ? nameOf(kpi) : `${nameOf(kpi)} · ${text(`clock.${clock}`)}`,
    text(`side.${side}`),
    text(`contract.comparison.${comparison}`, { value: amount(kpi, value) }),
  ]);
  return (
    <Panel title={text('contract.kpiTargets')} look="flush">
      <Table
        caption={text('contract.kpiTargets')}
        head={[text('contract.kpiTargets.kpi'), text('contract.kpiTargets.side'), text('contract.kpiTargets.target')]}
        rows={rows}
      />
    </Panel>
  );
}

/** What happens at the end, and the rest of the small print. */
export function Conditions({ terms }: { readonly terms: Terms }) {
  const text = useText();
  const language = useLanguage();
  const { renewal, monthlyFeeMinor, currency } = terms;
  const items = [
    ...(monthlyFeeMinor === null
      ? []
      : [
          {
            term: text('contract.fee'),
            value: text('contract.fee.value', {
              amount: formatMoney({ amountMinor: monthlyFeeMinor, currency }, language),
            }),
          },
        ]),
    {
      term: text('contract.renewal'),
      value: text(`contract.renewal.${renewal.atEnd}`, { months: renewal.renewMonths }),
    },
    { term: text('contract.notice'), value: text('contract.notice.value', { days: renewal.noticeDays }) },
    {
      term: text('contract.responseMetBy'),
      value: terms.responseMetBy.map((act) => text(`contract.response.${act}`)).join(', '),
    },
    { term: text('contract.reopen'), value: text('contract.days', { days: terms.reopenWindowDays }) },
    { term: text('contract.autoClose'), value: text('contract.days', { days: terms.autoCloseDays }) },
    ...termRules(terms, language).map(({ term, value }) => ({ term: text(term), value })),
    { term: text('contract.zone'), value: terms.reportingZone },
  ];
  return (
    <Panel title={text('contract.conditions')}>
      <Facts items={items} />
    </Panel>
  );
}
