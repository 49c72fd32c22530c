import { QueryView, useAddress, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { formatLocalDate, now } from '@daylight/web-format';
import {
  Badge,
  EmptyState,
  PageLayout,
  Panel,
  Row,
  Stack,
  Text,
  Time,
  periodKeyOf,
  periodUnitOf,
  useLanguage,
  useZone,
} from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { Attainment } from '../../features/kpi/attainment.js';
import { ExportButton } from '../../features/kpi/export-button.js';
import { figureId } from '../../features/kpi/figure-key.js';
import { FigureTrend } from '../../features/kpi/figure-trend.js';
import { FiguresByGroup } from '../../features/kpi/figures-by-group.js';
import { Flow, FLOW_FIGURES } from '../../features/kpi/flow.js';
import { KpisPageDocument, type KpisPageQuery } from '../../features/kpi/generated/kpi.js';
import { PeriodPicker } from '../../features/kpi/period-picker.js';
import { Volumes } from '../../features/kpi/volumes.js';

/** Figures of one period (`?period=2026-Q3`), each with what it rests on. */
export function KpisPage() {
  const text = useText();
  const zone = useZone();
  const may = useMay();
  const address = useAddress();
  const asked = address.get('period') ?? '';
  const period = periodUnitOf(asked) === null ? periodKeyOf('MONTH', now(), zone) : asked;
  const unit = periodUnitOf(period) ?? 'MONTH';
  const [result, ask] = useQuery({ query: KpisPageDocument, variables: { period, unit } });
  return (
    <PageLayout
      title={text('app.nav.kpis')}
      description={text('kpi.lead')}
      actions={may('kpi:export') ? <ExportButton period={period} /> : undefined}
    >
      <QueryView state={result} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={6} lineHeight="7rem">
        {({ kpis, kpiPeriods }) => (
          <>
            <PeriodPicker
              period={period}
              unit={unit}
              periods={kpiPeriods}
              onChange={(key) => address.set({ period: key })}
            />
            {kpis === null ? (
              <Panel look="flush">
                <EmptyState title={text('kpi.none')}>{text('kpi.none.body')}</EmptyState>
              </Panel>
            ) : (
              <Figures
                kpis={kpis}
                trend={address.get('trend')}
                onTrend={(id) => address.set({ trend: id }, 'replace')}
              />
            )}
          </>
        )}
      </QueryView>
    </PageLayout>
  );
}

interface FiguresProps {
  readonly kpis: NonNullable<KpisPageQuery['kpis']>;
  readonly trend: string | null;
  readonly onTrend: (id: string) => void;
}

function Figures({ kpis, trend, onTrend }: FiguresProps) {
  const text = useText();
  const language = useLanguage();
  const { period, figures } = kpis;
  const attainment = figures.filter(
    ({ group, targets, unit }) =>
      group === 'ATTAINMENT' && unit === 'BASIS_POINTS' && targets.some(({ comparison }) => comparison === 'AT_LEAST'),
  );
  return (
    <Stack gap="l">
      <Row>
        <Text look="strong">{period.label}</Text>
        <Text look="secondary">
          {formatLocalDate(period.firstDate, language)} – {formatLocalDate(period.lastDate, language)}
        </Text>
        <Badge look="outline" tone={period.over ? 'neutral' : 'accent'}>
          {text(period.over ? 'kpi.over' : 'kpi.running')}
        </Badge>
        <Text look="small">
          {text('kpi.asOf')} <Time at={kpis.asOf} withZone />
        </Text>
        {kpis.previous === null ? null : (
          <Text look="small">{text('kpi.compared', { period: kpis.previous.label })}</Text>
        )}
      </Row>
      <Attainment figures={attainment} period={period.key} />
      <FiguresByGroup figures={figures} period={period.key} skip={[...attainment.map(figureId), ...FLOW_FIGURES]} />
      <FigureTrend figures={figures} chosen={trend} onChoose={onTrend} />
      <Flow flow={kpis.flow} figures={figures} period={period.key} />
      <Volumes volumes={kpis.volumes} />
    </Stack>
  );
}
