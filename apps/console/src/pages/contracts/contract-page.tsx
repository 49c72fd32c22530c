import { NoticeGiven, QueryView, useMay, useParam } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { EmptyState, PageLayout, Panel, Row, Skeleton, Stack } from '@daylight/web-ui';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useText } from '../../app/text.js';
import { VersionBadge } from '../../features/contracts/contract-badges.js';
import {
  ContractVersionPageDocument,
  type VersionWholeFragment,
} from '../../features/contracts/generated/contracts.js';
import { readTerms } from '../../features/contracts/read-terms.js';
import { ContractNotice } from '../../features/contracts/notice.js';
import { useVersionActs } from '../../features/contracts/version-acts.js';
import { ChangeList } from '../../features/contracts/view/change-list.js';
import { TermsView } from '../../features/contracts/view/terms-view.js';
import { WhatIfPanel } from '../../features/contracts/view/what-if-panel.js';
import { ConsentPanel, HistoryPanel, NotePanel, VersionFacts } from '../../features/contracts/view/version-panels.js';

const Drafting = lazy(() => import('../../features/contracts/editor/drafting.js'));

/** One version of a contract: written while it is a draft, read ever after. */
export function ContractPage() {
  const text = useText();
  const id = useParam('versionId');
  const [state, ask] = useQuery({ query: ContractVersionPageDocument, variables: { id } });
  const reload = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const back = { href: '/contracts', label: text('app.nav.contracts') };
  const detail = state.data?.contractVersion ?? null;
  if (detail !== null) return <Whole key={detail.version.id} detail={detail} onChanged={reload} />;
  if (state.data !== undefined)
    return (
      <PageLayout title={text('app.nav.contracts')} back={back}>
        <Panel>
          <EmptyState title={text('contract.gone')} />
        </Panel>
      </PageLayout>
    );
  return (
    <PageLayout title={<Skeleton height="2rem" width="18rem" />} documentTitle={text('app.nav.contracts')} back={back}>
      <QueryView state={state} onRetry={reload} lines={4} lineHeight="8rem">
        {() => null}
      </QueryView>
    </PageLayout>
  );
}

function Whole({ detail, onChanged }: { readonly detail: VersionWholeFragment; readonly onChanged: () => void }) {
  const text = useText();
  const may = useMay();
  const [dirty, setDirty] = useState(false);
  const { contract, version } = detail;
  const terms = readTerms(detail.terms);
  const acts = useVersionActs({ detail, dirty, onChanged });
  const editable = version.state === 'DRAFT' && may('contract:edit') && terms !== null;
  const aside = (
    <>
      <ConsentPanel detail={detail} />
      <VersionFacts detail={detail} />
      <HistoryPanel detail={detail} />
      <ContractNotice detail={detail} />
    </>
  );
  return (
    <PageLayout
      title={
        <Row gap="s">
          <span>{contract.title}</span>
          <span>{text('contract.ordinal', { ordinal: version.ordinal })}</span>
          <VersionBadge state={version.state} />
        </Row>
      }
      documentTitle={`${contract.title} ${text('contract.ordinal', { ordinal: version.ordinal })}`}
      description={contract.tenantName}
      back={{ href: `/contracts?client=${contract.tenantId}`, label: text('app.nav.contracts') }}
      actions={acts.buttons}
      aside={aside}
    >
      {acts.notice}
      {editable ? (
        <Suspense fallback={<Skeleton height="8rem" lines={4} />}>
          <Drafting detail={detail} terms={terms} dirty={dirty} onSaved={onChanged} onDirty={setDirty} />
        </Suspense>
      ) : (
        <Stack>
          <NoticeGiven version={version} />
          <NotePanel note={version.note} />
          {detail.comparedWith === null ? null : (
            <ChangeList changes={detail.changes} comparedWith={detail.comparedWith} />
          )}
          {terms === null ? (
            <Panel>
              <EmptyState title={text('view.unreadable')} />
            </Panel>
          ) : (
            <TermsView terms={terms} />
          )}
          {version.state === 'PROPOSED' && may('contract:edit') ? (
            <WhatIfPanel versionId={version.id} dirty={false} />
          ) : null}
        </Stack>
      )}
    </PageLayout>
  );
}
