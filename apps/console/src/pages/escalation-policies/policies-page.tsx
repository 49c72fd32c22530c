import { Permitted, QueryView, useAddress, useGo, useLocal, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import {
  Badge,
  Button,
  Checkbox,
  DataTable,
  EmptyState,
  Link,
  PageLayout,
  Panel,
  Row,
  Stack,
  Text,
  Time,
} from '@daylight/web-ui';
import { IconStairsUp } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { PoliciesPageDocument } from '../../features/escalation-policies/generated/escalation-policies.js';
import { readPolicy } from '../../features/escalation-policies/policy-draft.js';
import { Simulator } from '../../features/escalation-policies/simulator.js';

/** The ladders by which people are called, and a way to try them. */
export function PoliciesPage() {
  const text = useText();
  return (
    <Permitted permission="escalation:read" title={text('app.nav.policies')}>
      <Policies />
    </Permitted>
  );
}

function Policies() {
  const text = useText();
  const local = useLocal();
  const go = useGo();
  const address = useAddress();
  const mayEdit = useMay()('escalation:edit');
  const includeArchived = address.get('archived') === '1';
  const [state, ask] = useQuery({ query: PoliciesPageDocument, variables: { includeArchived } });
  return (
    <PageLayout
      title={text('app.nav.policies')}
      description={text('policies.lead')}
      actions={
        mayEdit ? (
          <Button look="primary" href="/escalation-policies/new">
            {text('policy.new')}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        <Checkbox
          label={text('calendars.showArchived')}
          checked={includeArchived}
          onChange={(checked) => address.set({ archived: checked ? '1' : null })}
        />
        <Panel look="flush">
          <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={3}>
            {({ escalationPolicies }) => (
              <DataTable
                caption={text('app.nav.policies')}
                rows={escalationPolicies}
                rowKey={({ id }) => id}
                {...(mayEdit ? { onOpen: ({ id }: { readonly id: string }) => go(`/escalation-policies/${id}`) } : {})}
                empty={
                  <EmptyState icon={<IconStairsUp stroke={1.5} />} title={text('policies.none')}>
                    {text('policies.none.body')}
                  </EmptyState>
                }
                columns={[
                  {
                    ...{ id: 'name', header: text('onCall.name'), primary: true, width: '18rem' },
                    cell: ({ id, name, archived }) => (
                      <Row gap="s">
                        {mayEdit ? <Link href={`/escalation-policies/${id}`}>{local(name)}</Link> : local(name)}
                        {archived ? <Badge>{text('calendars.archived')}</Badge> : null}
                      </Row>
                    ),
                  },
                  { id: 'for', header: text('policy.for'), cell: ({ document }) => <For document={document} /> },
                  {
                    ...{ id: 'steps', header: text('policy.steps'), width: '7rem', align: 'end' },
                    cell: ({ document }) => readPolicy(document)?.steps.length ?? '–',
                  },
                  {
                    ...{ id: 'version', header: text('policy.version'), width: '11rem' },
                    cell: ({ version, updatedAt }) => (
                      <>
                        {text('policy.versionNumber', { version })}{' '}
                        <Text look="small">
                          <Time at={updatedAt} style="date" />
                        </Text>
                      </>
                    ),
                  },
                ]}
              />
            )}
          </QueryView>
        </Panel>
        <Simulator />
      </Stack>
    </PageLayout>
  );
}

function For({ document }: { readonly document: unknown }) {
  const text = useText();
  const scope = readPolicy(document)?.scope;
  if (scope === undefined) return '–';
  const { contractIds, priorities, types } = scope;
  const parts = [
    ...(contractIds.length === 0 ? [] : [text('policy.contractCount', { count: contractIds.length })]),
    ...(priorities.length === 0 ? [] : [priorities.join(', ')]),
    ...types.map((type) => text(`ticket.type.${type}`)),
  ];
  return parts.length === 0 ? text('policy.forAll') : parts.join(' · ');
}
