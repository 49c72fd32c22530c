import { formatFraction } from '@daylight/web-format';
import { Facts, Panel, Stack, Table, Text } from '@daylight/web-ui';
import { VerdictBadge } from '../availability/states.js';
import { useLocal } from '../page/use-local.js';
import { useText } from '../text.js';

const PPM = 1_000_000;

interface Sum {
  readonly currency: string;
  readonly n: number;
  readonly display: string;
}

export interface ServiceFiguresProps {
  readonly figures: {
    readonly services: readonly {
      readonly serviceItemId: string;
      readonly serviceName: { readonly ko: string; readonly en: string };
      readonly display: string;
      readonly targetPpm: number;
      readonly verdict: 'REACHED' | 'MISSED' | 'NO_DATA';
      readonly failures: number;
      readonly betweenFailures: string;
    }[];
    readonly credits: {
      readonly standing: readonly Sum[];
      readonly disputed: readonly Sum[];
      readonly waived: readonly Sum[];
    } | null;
    readonly savings: string;
  };
}

/** Availability, time between failures, credits and savings of a period: what isn't counted from tickets. */
export function ServiceFigures({ figures: { services, credits, savings } }: ServiceFiguresProps) {
  const text = useText();
  const local = useLocal();
  const sum = (sums: readonly Sum[]): string =>
    sums.length === 0
      ? text('figures.none')
      : sums.map(({ display, n }) => text('figures.sum', { display, n })).join(' · ');
  const money = [
    ...(credits === null
      ? []
      : (['standing', 'disputed', 'waived'] as const).map((kind) => ({
          term: text(`figures.credits.${kind}`),
          value: sum(credits[kind]),
        }))),
    { term: text('figures.savings'), value: savings },
  ];
  return (
    <Panel title={text('figures.title')}>
      <Stack>
        {services.length === 0 ? (
          <Text look="small">{text('figures.noPromise')}</Text>
        ) : (
          <Table
            caption={text('figures.title')}
            head={[
              text('avail.service'),
              text('avail.availability'),
              text('avail.target'),
              text('avail.verdict'),
              text('figures.failures'),
              text('figures.mtbf'),
            ]}
            rows={services.map((service) => [
              local(service.serviceName),
              service.display,
              formatFraction(service.targetPpm / PPM, service.targetPpm % 100 === 0 ? 2 : 3),
              <VerdictBadge key="verdict" verdict={service.verdict} />,
              service.failures,
              service.betweenFailures,
            ])}
          />
        )}
        <Facts items={money} />
      </Stack>
    </Panel>
  );
}
