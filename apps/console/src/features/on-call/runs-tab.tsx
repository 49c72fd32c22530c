import { AppLink, isOpen, QueryTrouble, RunBadge, RunView } from '@daylight/web-app';
import { EmptyState, Panel, PriorityBadge, Row, Skeleton, Stack, Text } from '@daylight/web-ui';
import { IconPhoneCheck } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { Acknowledge } from '../escalation/acknowledge.js';
import { More } from '../page/more.js';
import { usePages } from '../page/use-pages.js';
import { EscalationRunsDocument } from './generated/on-call.js';

/** Who was called for what, newest first; whoever is called answers here. */
export function RunsTab() {
  const text = useText();
  const pages = usePages({
    document: EscalationRunsDocument,
    variables: (after) => ({ openOnly: false, first: 20, after }),
    connection: ({ escalations }) => escalations,
  });
  if (pages.error !== null && pages.rows.length === 0)
    return <QueryTrouble error={pages.error} onRetry={pages.reload} />;
  if (pages.loading && pages.rows.length === 0) return <Skeleton height="6rem" lines={3} />;
  if (pages.rows.length === 0)
    return (
      <Panel look="flush">
        <EmptyState icon={<IconPhoneCheck stroke={1.5} />} title={text('runs.none')}>
          {text('runs.none.body')}
        </EmptyState>
      </Panel>
    );
  return (
    <Stack>
      {pages.rows.map((run) => (
        <Panel
          key={run.id}
          title={
            <Row gap="xs">
              <AppLink href={`/tickets/${run.ticketNumber}`}>{run.ticketNumber}</AppLink>
              <PriorityBadge priority={run.priority} />
              <RunBadge state={run.state} />
            </Row>
          }
          description={`${run.tenantName} · ${run.ticketSubject}`}
          actions={isOpen(run) ? <Acknowledge escalationId={run.id} onDone={pages.reload} /> : undefined}
        >
          <RunView run={run} />
        </Panel>
      ))}
      <More pages={pages} />
      <Text look="small">{text('runs.foot')}</Text>
    </Stack>
  );
}
