import { QueryView, useLocal } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { AppLink } from '@daylight/web-app';
import { EmptyState, Panel, PriorityBadge, Stack, Table, Time } from '@daylight/web-ui';
import { IconShieldCheck } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { EscalationCoverageDocument } from './generated/on-call.js';

const DAYS = 28;

/** Where nobody can be reached within the next four weeks, and which contacts are in doubt (D-ESC-2). */
export function Coverage() {
  const text = useText();
  const local = useLocal();
  const [state, ask] = useQuery({ query: EscalationCoverageDocument, variables: { days: DAYS } });
  return (
    <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={4}>
      {({ escalationCoverage: { gaps, inDoubt } }) => (
        <Stack>
          <Panel title={text('coverage.gaps', { days: DAYS })} description={text('coverage.gaps.lead')} look="flush">
            {gaps.length === 0 ? (
              <EmptyState compact icon={<IconShieldCheck stroke={1.5} />} title={text('coverage.whole')} />
            ) : (
              <Table
                caption={text('coverage.gaps', { days: DAYS })}
                head={[
                  text('contract.client'),
                  text('ticket.priority'),
                  text('onCall.from'),
                  text('onCall.to'),
                  text('coverage.policy'),
                ]}
                rows={gaps.map(({ tenantId, tenantName, priority, from, to, policyName }) => [
                  <AppLink key="client" href={`/clients/${tenantId}`}>
                    {tenantName}
                  </AppLink>,
                  <PriorityBadge key="priority" priority={priority} />,
                  <Time key="from" at={from} style="dayTime" withZone />,
                  <Time key="to" at={to} style="dayTime" withZone />,
                  policyName === null ? text('coverage.noPolicy') : local(policyName),
                ])}
              />
            )}
          </Panel>
          <Panel title={text('coverage.doubt')} description={text('coverage.doubt.lead')} look="flush">
            {inDoubt.length === 0 ? (
              <EmptyState compact icon={<IconShieldCheck stroke={1.5} />} title={text('coverage.noDoubt')} />
            ) : (
              <Table
                caption={text('coverage.doubt')}
                head={[text('onCall.who'), text('contract.client'), text('onCall.why'), text('coverage.since')]}
                rows={inDoubt.map(({ name, tenantName, channel, since }) => [
                  name,
                  tenantName ?? text('coverage.everyClient'),
                  channel === null
                    ? text('contact.due')
                    : text('coverage.bounced', { channel: text(`channel.${channel}`) }),
                  <Time key="since" at={since} style="date" />,
                ])}
              />
            )}
          </Panel>
        </Stack>
      )}
    </QueryView>
  );
}
