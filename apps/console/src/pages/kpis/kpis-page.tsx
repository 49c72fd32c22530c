import { QueryView, saveFile, ServiceFigures, useAddress, useMay, useParam } from '@daylight/web-app';
import { useClient, useQuery } from '@daylight/web-data';
import { now } from '@daylight/web-format';
import {
  agreedShares,
  AttainmentPanel,
  Button,
  EmptyState,
  figureId,
  FigureGroups,
  FLOW_FIGURES,
  FlowSum,
  PageLayout,
  Panel,
  PeriodLine,
  PeriodPicker,
  periodKeyOf,
  periodUnitOf,
  useToast,
  useZone,
  VolumeBars,
} from '@daylight/web-ui';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import {
  ExportKpisDocument,
  KpiServicesDocument,
  KpisPageDocument,
  type KpisPageQuery,
} from '../../features/kpis/generated/kpis.js';
import { itemsHref } from '../../features/kpis/href.js';

/** Figures of one client and period (`?period=2026-Q3`): the same that the client sees. */
export function KpisPage() {
  const text = useText();
  const zone = useZone();
  const may = useMay();
  const address = useAddress();
  const tenantId = useParam('clientId');
  const asked = address.get('period') ?? '';
  const period = periodUnitOf(asked) === null ? periodKeyOf('QUARTER', now(), zone) : asked;
  const unit = periodUnitOf(period) ?? 'QUARTER';
  const [state, ask] = useQuery({ query: KpisPageDocument, variables: { tenantId, period, unit } });
  const kpis = state.data?.kpis ?? null;
  const name = kpis?.tenantName ?? text('app.nav.clients');
  return (
    <PageLayout
      title={text('kpis.title')}
      documentTitle={`${text('kpis.title')} · ${name}`}
      description={kpis === null ? undefined : name}
      back={{ href: `/clients/${tenantId}`, label: name }}
      actions={
        <>
          {kpis?.reviewId == null ? null : <Button href={`/reviews/${kpis.reviewId}`}>{text('kpis.review')}</Button>}
          {may('kpi:export') ? <ExportButton tenantId={tenantId} period={period} /> : null}
        </>
      }
    >
      <PeriodPicker
        period={period}
        unit={unit}
        zone={kpis?.period.zone ?? zone}
        periods={state.data?.kpiPeriods ?? []}
        onChange={(next) => address.set({ period: next })}
      />
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={6} lineHeight="7rem">
        {(data) =>
          data.kpis === null ? (
            <Panel>
              <EmptyState title={text('kpis.none')} />
            </Panel>
          ) : (
            <Figures tenantId={tenantId} kpis={data.kpis} />
          )
        }
      </QueryView>
    </PageLayout>
  );
}

function Figures({ tenantId, kpis }: { readonly tenantId: string; readonly kpis: NonNullable<KpisPageQuery['kpis']> }) {
  const { period, figures } = kpis;
  const hrefOf = itemsHref(tenantId, period.key);
  const agreed = agreedShares(figures);
  return (
    <>
      <PeriodLine period={period} asOf={kpis.asOf} previous={kpis.previous} />
      <AttainmentPanel figures={agreed} hrefOf={hrefOf} />
      <FlowSum flow={kpis.flow} figures={figures} hrefOf={hrefOf} />
      <FigureGroups figures={figures} hrefOf={hrefOf} skip={[...agreed.map(figureId), ...FLOW_FIGURES]} />
      <Services tenantId={tenantId} period={period.key} />
      <VolumeBars volumes={kpis.volumes} />
    </>
  );
}

/** Asked for by itself, so that the figures of tickets don't wait for it. */
function Services({ tenantId, period }: { readonly tenantId: string; readonly period: string }) {
  const [state, ask] = useQuery({ query: KpiServicesDocument, variables: { tenantId, period } });
  return (
    <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={4}>
      {({ kpiServices }) => (kpiServices === null ? null : <ServiceFigures figures={kpiServices} />)}
    </QueryView>
  );
}

function ExportButton({ tenantId, period }: { readonly tenantId: string; readonly period: string }) {
  const text = useText();
  const toast = useToast();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  async function download(): Promise<void> {
    setBusy(true);
    const { data } = await client
      .query(ExportKpisDocument, { tenantId, period }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    const file = data?.exportKpis ?? null;
    if (file === null) toast({ tone: 'error', text: text('form.unreachable') });
    else saveFile(file);
  }
  return (
    <Button icon={<IconDownload size={17} aria-hidden />} busy={busy} onClick={() => void download()}>
      {text('kpis.export')}
    </Button>
  );
}
