import { formatDuration, formatFraction, formatNumber } from '@daylight/web-format';
import { figureId, Panel, Select, Stack, TrendChart, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { FigureWholeFragment } from './generated/kpi.js';

interface FigureTrendProps {
  readonly figures: readonly FigureWholeFragment[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** One figure over the periods before; which one is in the address. */
export function FigureTrend({ figures, chosen, onChoose }: FigureTrendProps) {
  const text = useText();
  const language = useLanguage();
  const withTrend = figures.filter(({ trend }) => trend.length > 1);
  const figure = withTrend.find((one) => figureId(one) === chosen) ?? withTrend[0];
  if (figure === undefined) return null;
  const format = (value: number): string => {
    if (figure.unit === 'SECONDS') return formatDuration(value * 1_000, language);
    return figure.unit === 'COUNT' ? formatNumber(value, language) : (formatFraction(value / 10_000, 1) ?? '');
  };
  const measured = figure.trend.filter(({ value }) => value !== null).length;
  const [target] = figure.targets;
  const bounds = figure.unit === 'BASIS_POINTS' ? { max: 10_000 } : { min: 0 };
  return (
    <Panel>
      <Stack>
        <Select
          label={text('kpi.trend.choose')}
          value={figureId(figure)}
          options={withTrend.map((one) => ({ value: figureId(one), label: one.label }))}
          onChange={onChoose}
        />
        <TrendChart
          title={figure.label}
          finding={
            figure.value === null
              ? text('kpi.trend.none', { measured, all: figure.trend.length })
              : text('kpi.trend.finding', { value: figure.display, measured, all: figure.trend.length })
          }
          points={figure.trend.map(({ label, value }) => ({ label, value }))}
          format={format}
          target={target?.value ?? null}
          {...bounds}
          {...(target === undefined ? {} : { targetLabel: text('kpi.target', { target: target.display }) })}
        />
      </Stack>
    </Panel>
  );
}
