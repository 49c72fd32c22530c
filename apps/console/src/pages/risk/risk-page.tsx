import { oneOf, Permitted, QueryView, useAddress } from '@daylight/web-app';
import { EmptyState, Notice, PageLayout, Panel, Segments, Stack } from '@daylight/web-ui';
import { IconCircleCheck } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { RiskBoard } from '../../features/risk/risk-board.js';
import { useRisk } from '../../features/risk/use-risk.js';

const HOURS = ['8', '4', '24'] as const;

/** What is about to be missed, by how much working time is left (ux.md 4.4, picture 7). */
export function RiskPage() {
  const text = useText();
  return (
    <Permitted permission="ticket:read" title={text('app.nav.risk')}>
      <Risk />
    </Permitted>
  );
}

function Risk() {
  const text = useText();
  const address = useAddress();
  const hours = oneOf(address.get('hours'), HOURS);
  const { state, reload } = useRisk(Number(hours));
  return (
    <PageLayout
      title={text('app.nav.risk')}
      description={text('risk.lead')}
      width="wide"
      actions={
        <Segments
          label={text('risk.hours')}
          hideLabel
          value={hours}
          options={(['4', '8', '24'] as const).map((value) => ({
            value,
            label: text('risk.hoursAhead', { hours: value }),
          }))}
          onChange={(value) => address.set({ hours: value === '8' ? null : value })}
        />
      }
    >
      <QueryView state={state} onRetry={reload} lines={6} lineHeight="4rem">
        {({ riskBoard: board }) =>
          board.dots.length === 0 ? (
            <EmptyState icon={<IconCircleCheck stroke={1.5} />} title={text('risk.empty')}>
              {text('risk.emptyBody', { hours: board.hours })}
            </EmptyState>
          ) : (
            <Stack>
              {board.truncated ? <Notice tone="warn">{text('risk.truncated')}</Notice> : null}
              <Panel>
                <RiskBoard dots={board.dots} hours={board.hours} />
              </Panel>
            </Stack>
          )
        }
      </QueryView>
    </PageLayout>
  );
}
