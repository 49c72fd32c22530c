import { CreditTable, hasPages, Pager, Permitted, QueryView, useAddress, useGo } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { EmptyState, PageLayout, Panel } from '@daylight/web-ui';
import { IconReceipt2 } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { CreditsPageDocument } from '../../features/availability/generated/credits.js';

const PAGE_SIZE = 24;

/** What missed promises are worth, month by month. */
export function CreditsPage() {
  const text = useText();
  return (
    <Permitted permission="credit:read" title={text('app.nav.credits')}>
      <Credits />
    </Permitted>
  );
}

function Credits() {
  const text = useText();
  const go = useGo();
  const address = useAddress();
  const variables = { first: PAGE_SIZE, after: address.get('after') };
  const [state, ask] = useQuery({ query: CreditsPageDocument, variables });
  return (
    <PageLayout title={text('app.nav.credits')} description={text('credit.lead')}>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ credits }) => (
          <Panel look="flush">
            <CreditTable
              credits={credits.edges.map(({ node }) => node)}
              withTenant={false}
              onOpen={({ id }) => go(`/credits/${id}`)}
              empty={
                <EmptyState icon={<IconReceipt2 stroke={1.5} />} title={text('credit.none')}>
                  {text('credit.none.body')}
                </EmptyState>
              }
              footer={
                hasPages(address, credits.pageInfo) ? <Pager address={address} next={credits.pageInfo} /> : undefined
              }
            />
          </Panel>
        )}
      </QueryView>
    </PageLayout>
  );
}
