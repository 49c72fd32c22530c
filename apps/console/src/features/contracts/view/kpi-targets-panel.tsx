import { KPI_KEYS, kpiDefinition, type KpiTarget, type Terms } from '@daylight/domain';
import { formatDuration, formatNumber } from '@daylight/web-format';
import { Panel, Table, useLanguage } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';

/** Agreed figures of both sides; nothing when none was agreed. */
export function KpiTargetsPanel({ terms }: { readonly terms: Terms }) {
  const text = useText();
  const language = useLanguage();
  if (terms.kpiTargets.length === 0) return null;
  const value = ({ kpi, value: amount }: KpiTarget): string => {
    const unit = kpiDefinition(kpi)?.unit;
    if (unit === 'SECONDS') return formatDuration(amount * 1_000, language);
    return unit === 'BASIS_POINTS' ? `${amount / 100}%` : formatNumber(amount, language);
  };
  const name = (kpi: string): string => {
    const key = KPI_KEYS.find((each) => each === kpi);
    return key === undefined ? kpi : text(`kpiName.${key}`);
  };
  return (
    <Panel title={text('editor.kpis')} look="flush">
      <Table
        caption={text('editor.kpis')}
        head={[text('editor.kpi.figure'), text('editor.kpi.clock'), text('editor.kpi.side'), text('view.target')]}
        rows={terms.kpiTargets.map((target) => [
          name(target.kpi),
          target.clock === null ? '–' : text(`clock.${target.clock}`),
          text(`party.${target.side}`),
          text(`view.target.${target.comparison}`, { value: value(target) }),
        ])}
      />
    </Panel>
  );
}
