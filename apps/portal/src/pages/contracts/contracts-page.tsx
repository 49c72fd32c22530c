import { NoticeGiven, QueryView, useAddress } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, EmptyState, Notice, PageLayout, Panel, Segments } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import {
  ContractsPageDocument,
  ContractVersionPageDocument,
  type ContractsPageQuery,
} from '../../features/contract/generated/contract.js';
import { History } from '../../features/contract/history.js';
import { ContractNotice } from '../../features/contract/notice.js';
import { ServiceHours } from '../../features/contract/service-hours.js';
import { TermsView } from '../../features/contract/terms-view.js';
import { VersionSummary } from '../../features/contract/version-summary.js';

/** What was agreed and is in force now; `?contract=` where there are several. */
export function ContractsPage() {
  const text = useText();
  const address = useAddress();
  const [result, ask] = useQuery({ query: ContractsPageDocument });
  const contracts = result.data?.contracts ?? [];
  const contract = contracts.find(({ id }) => id === address.get('contract')) ?? contracts[0];
  const hours = result.data?.serviceHours.filter(({ contractId }) => contractId === contract?.id) ?? [];
  const aside =
    contract === undefined ? undefined : (
      <>
        {contract.inForce === null ? null : <VersionSummary version={contract.inForce} />}
        <ServiceHours hours={hours} />
        {contract.inForce === null ? null : <ContractNotice title={contract.title} version={contract.inForce} />}
      </>
    );
  return (
    <PageLayout
      title={contract?.title ?? text('app.nav.contracts')}
      documentTitle={text('app.nav.contracts')}
      description={contract === undefined ? undefined : text(`contract.kind.${contract.kind}`)}
      {...(aside === undefined ? {} : { aside })}
    >
      <QueryView state={result} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={5} lineHeight="8rem">
        {() => (
          <>
            {contracts.length < 2 || contract === undefined ? null : (
              <Segments
                label={text('app.nav.contracts')}
                hideLabel
                value={contract.id}
                options={contracts.map(({ id, title }) => ({ value: id, label: title }))}
                onChange={(id) => address.set({ contract: id })}
              />
            )}
            {contract === undefined ? (
              <Panel look="flush">
                <EmptyState title={text('contract.none')}>{text('contract.none.body')}</EmptyState>
              </Panel>
            ) : (
              <InForce contract={contract} />
            )}
          </>
        )}
      </QueryView>
    </PageLayout>
  );
}

function InForce({
  contract: { inForce, pending, versions },
}: {
  readonly contract: ContractsPageQuery['contracts'][number];
}) {
  const text = useText();
  const [result, ask] = useQuery({
    query: ContractVersionPageDocument,
    variables: { id: inForce?.id ?? '' },
    pause: inForce === null,
  });
  return (
    <>
      {inForce === null ? null : <NoticeGiven version={inForce} />}
      {pending === null ? null : (
        <Notice
          tone="warn"
          title={text('contract.pending', { ordinal: pending.ordinal })}
          action={<Button href={`/contracts/versions/${pending.id}`}>{text('contract.pending.open')}</Button>}
        >
          {text(pending.awaiting.includes('CLIENT') ? 'contract.pending.read' : 'contract.pending.provider', {
            ordinal: pending.ordinal,
          })}
        </Notice>
      )}
      {inForce === null ? (
        <Notice tone="warn" title={text('contract.notInForce')}>
          {text('contract.notInForce.body')}
        </Notice>
      ) : (
        <QueryView state={result} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={4} lineHeight="9rem">
          {({ contractVersion }) => (contractVersion === null ? null : <TermsView detail={contractVersion} />)}
        </QueryView>
      )}
      <History versions={versions} />
    </>
  );
}
