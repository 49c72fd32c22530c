import { QueryView, ServiceFigures, useAddress, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { now } from '@daylight/web-format';
import {
  agreedShares,
  AttainmentPanel,
  EmptyState,
  FigureGroups,
  figureId,
  FLOW_FIGURES,
  FlowSum,
  PageLayout,
  Panel,
  PeriodLine,
  PeriodPicker,
  Stack,
  VolumeBars,
  periodKeyOf,
  periodUnitOf,
  useZone,
} from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { ExportButton } from '../../features/kpi/export-button.js';
import { FigureTrend } from '../../features/kpi/figure-trend.js';
import { KpiServicesDocument, KpisPageDocument, type KpisPageQuery } from '../../features/kpi/generated/kpi.js';
import { itemsHref } from '../../features/kpi/href.js';

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
              zone={kpis?.period.zone ?? zone}
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
  const { period, figures } = kpis;
  const hrefOf = itemsHref(period.key);
  const agreed = agreedShares(figures);
  return (
    <Stack gap="l">
      <PeriodLine period={period} asOf={kpis.asOf} previous={kpis.previous} />
      <AttainmentPanel figures={agreed} hrefOf={hrefOf} />
      <FigureGroups
        figures={figures}
        hrefOf={hrefOf}
        skip={[...agreed.map(figureId), ...FLOW_FIGURES]}
        clientHeading={text('kpi.group.CLIENT')}
      />
      <FigureTrend figures={figures} chosen={trend} onChoose={onTrend} />
      <Services period={period.key} />
      <FlowSum flow={kpis.flow} figures={figures} hrefOf={hrefOf} />
      <VolumeBars volumes={kpis.volumes} />
    </Stack>
  );
}

/** Asked for by itself, so that the figures of tickets don't wait for it. */
function Services({ period }: { readonly period: string }) {
  const [result, ask] = useQuery({ query: KpiServicesDocument, variables: { period } });
  return (
    <QueryView state={result} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={4}>
      {({ kpiServices }) => (kpiServices === null ? null : <ServiceFigures figures={kpiServices} />)}
    </QueryView>
  );
}
