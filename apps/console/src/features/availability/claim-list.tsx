import { AppLink, ExclusionList, QueryView, useAddress, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Checkbox, EmptyState, Panel, Stack } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { OpenExclusionsDocument, type ExclusionWholeFragment } from './generated/outages.js';
import { TakeBack } from './take-back.js';

/** Claims over all outages: what waits for clients, and how they answered. */
export function ClaimList({ tenantId }: { readonly tenantId: string | null }) {
  const text = useText();
  const may = useMay()('outage:correct');
  const address = useAddress();
  const openOnly = address.get('open') === 'yes';
  const [state, ask] = useQuery({ query: OpenExclusionsDocument, variables: { tenantId, openOnly } });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  const actions = (exclusion: ExclusionWholeFragment) => (
    <>
      {exclusion.outageId === null ? null : (
        <AppLink href={`/outages/${exclusion.outageId}`}>{text('outage.one')}</AppLink>
      )}
      {may ? <TakeBack exclusion={exclusion} onDone={reload} /> : null}
    </>
  );
  return (
    <Stack>
      <Checkbox
        label={text('exclusion.openOnly')}
        checked={openOnly}
        onChange={(wanted) => address.set({ open: wanted ? 'yes' : null })}
      />
      <Panel look="flush">
        <QueryView state={state} onRetry={reload}>
          {({ exclusions }) =>
            exclusions.length === 0 ? (
              <EmptyState title={text('exclusion.none')}>{text('exclusion.none.body')}</EmptyState>
            ) : (
              <ExclusionList
                label={text('outage.tab.claims')}
                exclusions={exclusions}
                lead={({ tenantName }) => `${tenantName} · `}
                actions={actions}
              />
            )
          }
        </QueryView>
      </Panel>
    </Stack>
  );
}
