import { FigureTable, QueryView, useAddress, useRefusal } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { now } from '@daylight/web-format';
import {
  Badge,
  Button,
  ConfirmDialog,
  EmptyState,
  Notice,
  Panel,
  periodKeyOf,
  periodUnitOf,
  Stack,
  TextField,
  useToast,
  useZone,
} from '@daylight/web-ui';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { useAct } from '../forms/use-act.js';
import {
  AvailabilityFiguresDocument,
  PublishAvailabilityDocument,
  type AvailabilityLineFragment,
} from './generated/credits.js';

/** The month before the one at hand: the latest that can be published. */
function lastMonth(zone: string): string {
  const [year = 0, month = 1] = periodKeyOf('MONTH', now(), zone).split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}

/** Figures of a client's month, and publishing them: from then on they stand, and the credits they earn are proposed. */
export function Publish({ tenantId }: { readonly tenantId: string | null }) {
  const text = useText();
  const zone = useZone();
  const address = useAddress();
  const asked = address.get('period') ?? '';
  const period = periodUnitOf(asked) === null ? lastMonth(zone) : asked;
  return (
    <Stack>
      <div style={{ maxWidth: '16rem' }}>
        <TextField
          label={text('avail.period')}
          type="month"
          value={period}
          onChange={(month) => address.set({ period: month }, 'replace')}
        />
      </div>
      {tenantId === null ? (
        <Panel look="flush">
          <EmptyState title={text('publish.pick')}>{text('publish.pick.body')}</EmptyState>
        </Panel>
      ) : (
        <Figures key={`${tenantId}/${period}`} tenantId={tenantId} period={period} />
      )}
    </Stack>
  );
}

interface FiguresProps {
  readonly tenantId: string;
  readonly period: string;
}

function Figures({ tenantId, period }: FiguresProps) {
  const text = useText();
  const [state, ask] = useQuery({ query: AvailabilityFiguresDocument, variables: { tenantId, period } });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <QueryView state={state} onRetry={reload}>
      {({ availabilityFigures: figures }) =>
        figures === null || figures.length === 0 ? (
          <Panel look="flush">
            <EmptyState title={text('publish.none')}>{text('publish.none.body')}</EmptyState>
          </Panel>
        ) : (
          <Panel
            title={figures[0]?.period.label}
            look="flush"
            actions={<Act figures={figures} tenantId={tenantId} period={period} onDone={reload} />}
          >
            <FigureTable caption={text('credit.tab.publish')} figures={figures} by="service" />
          </Panel>
        )
      }
    </QueryView>
  );
}

interface ActProps extends FiguresProps {
  readonly figures: readonly AvailabilityLineFragment[];
  readonly onDone: () => void;
}

function Act({ figures, tenantId, period, onDone }: ActProps) {
  const text = useText();
  const toast = useToast();
  const refusalOf = useRefusal();
  const publish = useAct(PublishAvailabilityDocument);
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  async function run(): Promise<void> {
    const data = await publish.run({ input: { tenantId, period } });
    setAsking(false);
    if (data === null) return;
    const answer = data.publishAvailability;
    const refusal = refusalOf(answer, 'AvailabilityPublished');
    setTrouble(refusal);
    if (answer.__typename === 'AvailabilityPublished')
      toast({ text: text('publish.done', { figures: answer.figures.length, credits: answer.credits.length }) });
    onDone();
  }
  if (figures.every(({ published }) => published))
    return (
      <Badge tone="ok" icon={<IconLock aria-hidden />}>
        {text('publish.published')}
      </Badge>
    );
  if (figures.some(({ period: { over } }) => !over)) return <Badge look="outline">{text('avail.running')}</Badge>;
  return (
    <>
      {trouble === null ? null : (
        <Notice tone="danger" live>
          {trouble}
        </Notice>
      )}
      <Button look="primary" onClick={() => setAsking(true)}>
        {text('publish.do')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={text('publish.title', { period: figures[0]?.period.label ?? period })}
        confirmLabel={text('publish.do')}
        onConfirm={run}
        onClose={() => setAsking(false)}
      >
        {text('publish.means')}
      </ConfirmDialog>
    </>
  );
}
