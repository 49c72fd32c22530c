import { NoticeGiven, QueryView, useParam } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, EmptyState, PageLayout, Panel } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { Changes } from '../../features/contract/changes.js';
import { ContractVersionPageDocument } from '../../features/contract/generated/contract.js';
import { History } from '../../features/contract/history.js';
import { ContractNotice } from '../../features/contract/notice.js';
import { PendingBar } from '../../features/contract/pending-bar.js';
import { TermsView } from '../../features/contract/terms-view.js';
import { VersionSummary } from '../../features/contract/version-summary.js';

/** One version of a contract: what it changes, what it promises, who agreed. */
export function ContractVersionPage() {
  const text = useText();
  const [result, ask] = useQuery({ query: ContractVersionPageDocument, variables: { id: useParam('versionId') } });
  const detail = result.data?.contractVersion ?? null;
  const title =
    detail === null
      ? text('app.nav.contracts')
      : text('contract.ordinal', { title: detail.contract.title, ordinal: detail.version.ordinal });
  const aside =
    detail === null ? undefined : (
      <>
        <VersionSummary version={detail.version} />
        <ContractNotice title={detail.contract.title} version={detail.version} />
      </>
    );
  return (
    <PageLayout
      title={title}
      back={{ href: '/contracts', label: text('app.nav.contracts') }}
      {...(aside === undefined ? {} : { aside })}
    >
      <QueryView state={result} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={5} lineHeight="8rem">
        {({ contractVersion }) =>
          contractVersion === null ? (
            <Panel look="flush">
              <EmptyState
                title={text('page.gone')}
                action={<Button href="/contracts">{text('app.nav.contracts')}</Button>}
              />
            </Panel>
          ) : (
            <>
              <NoticeGiven version={contractVersion.version} />
              <PendingBar title={contractVersion.contract.title} version={contractVersion.version} />
              <Changes detail={contractVersion} />
              <TermsView detail={contractVersion} />
              <History versions={contractVersion.contract.versions} />
            </>
          )
        }
      </QueryView>
    </PageLayout>
  );
}
