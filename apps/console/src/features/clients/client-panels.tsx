import { QueryView, useLocal, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Badge, Button, EmptyState, FigureTile, Grid, Panel, periodKeyOf, Row, useNow } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { ContractList } from '../contracts/contract-list.js';
import { ReviewList } from '../reviews/review-list.js';
import { ClientContractsDocument, ClientFiguresDocument, ClientReviewsDocument } from './generated/clients.js';

interface PanelProps {
  readonly clientId: string;
}

const FOREMOST = [
  'SLA_ATTAINMENT/FIRST_RESPONSE',
  'SLA_ATTAINMENT/RESTORE',
  'SLA_ATTAINMENT/RESOLUTION',
  'RESTORE_TIME_P50',
  'OPENED',
  'BACKLOG_END',
];

/** The figures that an account manager is asked about first, each leading to its tickets. */
export function FiguresPanel({ clientId, zone }: PanelProps & { readonly zone: string }) {
  const text = useText();
  const period = periodKeyOf('QUARTER', useNow('minute'), zone);
  const [state, ask] = useQuery({ query: ClientFiguresDocument, variables: { id: clientId, period } });
  const link = (
    <Button size="small" href={`/clients/${clientId}/kpis?period=${period}`}>
      {text('client.allKpis')}
    </Button>
  );
  return (
    <Panel title={text('client.kpis')} description={state.data?.kpis?.period.label ?? period} actions={link}>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={2} lineHeight="7rem">
        {({ kpis }) => (
          <Grid min={13}>
            {FOREMOST.flatMap(
              (name) =>
                kpis?.figures.filter(({ key, clock }) => (clock === null ? key : `${key}/${clock}`) === name) ?? [],
            ).map((figure) => (
              <FigureTile
                key={`${figure.key}/${figure.clock}`}
                figure={figure}
                href={`/clients/${clientId}/kpis/items?period=${period}&key=${figure.key}${figure.clock === null ? '' : `&clock=${figure.clock}`}`}
              />
            ))}
          </Grid>
        )}
      </QueryView>
    </Panel>
  );
}

/** What is agreed with a client, and what it covers today. */
export function ContractsPanel({ clientId }: PanelProps) {
  const text = useText();
  const local = useLocal();
  const may = useMay();
  const [state, ask] = useQuery({ query: ClientContractsDocument, variables: { id: clientId } });
  const create = may('contract:edit') ? (
    <Button size="small" href={`/contracts/new?client=${clientId}`}>
      {text('contract.new')}
    </Button>
  ) : undefined;
  return (
    <Panel title={text('app.nav.contracts')} look="flush" actions={create}>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={3}>
        {({ contracts, tenantServiceItems }) => (
          <ContractList
            contracts={contracts.edges.map(({ node }) => node)}
            withClient={false}
            empty={
              <EmptyState compact title={text('contracts.empty.title')}>
                {text('contracts.empty.body')}
              </EmptyState>
            }
            footer={
              tenantServiceItems.length === 0 ? undefined : (
                <Row gap="xs">
                  <span>{text('client.services')}</span>
                  {tenantServiceItems.map(({ id, name }) => (
                    <Badge key={id} look="outline">
                      {local(name)}
                    </Badge>
                  ))}
                </Row>
              )
            }
          />
        )}
      </QueryView>
    </Panel>
  );
}

/** The quarters that were looked at together. */
export function ReviewsPanel({ clientId }: PanelProps) {
  const text = useText();
  const may = useMay();
  const [state, ask] = useQuery({ query: ClientReviewsDocument, variables: { id: clientId } });
  const create = may('review:edit') ? (
    <Button size="small" href={`/reviews?client=${clientId}&new=1`}>
      {text('review.new')}
    </Button>
  ) : undefined;
  return (
    <Panel title={text('app.nav.reviews')} look="flush" actions={create}>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={3}>
        {({ reviews }) => (
          <ReviewList
            reviews={reviews.edges.map(({ node }) => node)}
            withClient={false}
            empty={
              <EmptyState compact title={text('reviews.empty.title')}>
                {text('reviews.empty.body')}
              </EmptyState>
            }
          />
        )}
      </QueryView>
    </Panel>
  );
}
